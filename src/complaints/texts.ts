import type { RefusalWords } from '#base/refusal.ts';
import { defineTexts, plural } from '#base/texts.ts';
import { sayFullDate } from '#calendar/words.ts';
import type { ContentPoint, ComplaintRefusal } from './rules.ts';

const points = defineTexts<Record<ContentPoint, string>>({
  it: { reference: 'il numero del reclamo', contact: 'il tuo nome e il reparto', assessment: 'che cosa abbiamo verificato', grounds: 'i motivi della decisione', correction: 'che cosa facciamo e quando', nextBody: 'a chi può rivolgersi' },
  en: { reference: 'the number of the complaint', contact: 'your name and the department', assessment: 'what we looked at', grounds: 'the grounds of the decision', correction: 'what we do and by when', nextBody: 'where they can turn next' },
});

const missing = (facts: Readonly<Record<string, unknown>>, language: 'it' | 'en'): string => String(facts['missing']).split(' ').map((point) => points[language][point as ContentPoint]).join(', ');
const left = { it: { actions: 'un’azione correttiva', escalations: 'l’esito del ricorso', money: 'l’indennizzo da pagare' }, en: { actions: 'a corrective action', escalations: 'what comes of the appeal', money: 'the indemnity to be paid' } };

export const complaintRefusals: RefusalWords<ComplaintRefusal['refused']> = {
  'complaint.not_of_this_case': { it: () => 'Questo messaggio non è del cliente, o sta in un altro caso: apri quello.', en: () => 'This message is not the customer’s, or stands on another case: open that one.' },
  'complaint.in_the_future': { it: () => 'Non può essere arrivato nel futuro: correggi la data.', en: () => 'It cannot have come in the future: correct the date.' },
  'complaint.registered_already': { it: ({ label }) => `Questo messaggio è già a registro come ${String(label)}.`, en: ({ label }) => `This message is in the register already, as ${String(label)}.` },
  'complaint.no_term': { it: () => 'Per questo settore non c’è un termine che valesse quel giorno: aggiungilo in Impostazioni, Termini dei reclami.', en: () => 'No term of this sector held on that day: add one in Settings, Complaint terms.' },
  'complaint.is_annulled': { it: () => 'Questo reclamo è annullato: resta a registro, e non si scrive più.', en: () => 'This complaint is annulled: it stays in the register, and nothing more is written about it.' },
  'complaint.answered_already': { it: () => 'La risposta definitiva è già partita.', en: () => 'The final reply has left already.' },
  'complaint.acknowledged_already': { it: () => 'Il cliente sa già che il reclamo è registrato.', en: () => 'The customer knows already that the complaint is registered.' },
  'complaint.letter_on_its_way': { it: () => 'Un’altra lettera su questo reclamo sta partendo: aspetta qualche secondo, o richiamala.', en: () => 'Another letter about this complaint is leaving: wait a few seconds, or take it back.' },
  'complaint.no_interim': { it: () => 'In questo settore la risposta interlocutoria non allunga il termine: serve la risposta definitiva.', en: () => 'In this sector an interim reply does not make the term longer: the final reply is needed.' },
  'complaint.interim_too_late': { it: () => 'Il termine è passato: una risposta interlocutoria non lo riapre. Manda la risposta definitiva.', en: () => 'The term has passed, and an interim reply does not open it again: send the final reply.' },
  'complaint.interim_not_later': { it: ({ due }) => `Il termine è già ${sayFullDate(String(due), 'it')}: indica un giorno successivo.`, en: ({ due }) => `The term is ${sayFullDate(String(due), 'en')} as it is: name a later day.` },
  'complaint.interim_too_far': { it: ({ longest }) => `La regola del settore non va oltre ${sayFullDate(String(longest), 'it')}: scegli un giorno entro quella data.`, en: ({ longest }) => `The rule of the sector goes as far as ${sayFullDate(String(longest), 'en')}: choose a day until then.` },
  'complaint.content_missing': { it: (facts) => `Nella lettera manca ancora: ${missing(facts, 'it')}.`, en: (facts) => `The letter still lacks: ${missing(facts, 'en')}.` },
  'complaint.not_answered_yet': { it: () => 'Prima la risposta definitiva, poi la chiusura.', en: () => 'First the final reply, then closing.' },
  'complaint.something_open': { it: ({ left: what }) => `Resta aperto qualcosa: ${left.it[what as 'money']}.`, en: ({ left: what }) => `Something is left open: ${left.en[what as 'money']}.` },
  'complaint.closed_already': { it: () => 'È già chiuso.', en: () => 'It is closed already.' },
  'complaint.paid_in_the_future': { it: () => 'Si annota quello che è già stato pagato: correggi la data.', en: () => 'What has been paid is noted: correct the date.' },
  'complaint.nothing_to_withdraw': { it: () => 'Si possono ritirare solo pagamenti, azioni e ricorsi annotati per errore.', en: () => 'Only payments, actions and appeals that were noted by mistake can be withdrawn.' },
  'complaint.withdrawn_already': { it: () => 'È già stato ritirato.', en: () => 'It has been withdrawn already.' },
};

interface Days {
  readonly days: number;
  readonly counts: 'calendar' | 'working';
}

/** How the matters of a complaint are called, on screens, on paper and in tables. */
export const complaintWords = defineTexts({
  it: {
    sectors: { energy: 'Energia e gas', telecoms: 'Telecomunicazioni', insurance: 'Assicurazioni', banks: 'Banche', payments: 'Servizi di pagamento', none: 'Nessun settore regolato' },
    channels: { email: 'E-mail', phone: 'Telefono', form: 'Modulo del sito', page: 'Pagina del cliente', chat: 'Chat', review: 'Recensione', social: 'Social', pec: 'PEC', letter: 'Lettera', counter: 'Di persona' },
    states: { registered: 'registrato', acknowledged: 'confermato al cliente', interim: 'risposta interlocutoria', answered: 'risposto', closed: 'chiuso', annulled: 'annullato' },
    outcomes: { upheld: 'accolto', partly: 'accolto in parte', rejected: 'non accolto', settled: 'accordo' },
    severities: { low: 'bassa', medium: 'media', high: 'alta' },
    paidFor: { indemnity: 'indennizzo', refund: 'rimborso', goodwill: 'gesto di attenzione' },
    bodies: { adr: 'organismo ADR', authority: 'autorità', court: 'tribunale' },
    results: { for_customer: 'a favore del cliente', partly: 'in parte', for_us: 'a nostro favore', settled: 'accordo', withdrawn: 'ritirato' },
    days: ({ days, counts }: Days) => (counts === 'working' ? plural(days, 'un giorno lavorativo', `${days} giorni lavorativi`) : plural(days, 'un giorno', `${days} giorni solari`)),
    yesOrNo: (yes: boolean): string => (yes ? 'sì' : 'no'),
    content: points.it,
  },
  en: {
    sectors: { energy: 'Energy and gas', telecoms: 'Telecoms', insurance: 'Insurance', banks: 'Banks', payments: 'Payment services', none: 'No regulated sector' },
    channels: { email: 'E-mail', phone: 'Phone', form: 'Web form', page: 'The customer’s page', chat: 'Chat', review: 'Review', social: 'Social media', pec: 'Certified mail', letter: 'Letter', counter: 'In person' },
    states: { registered: 'registered', acknowledged: 'acknowledged', interim: 'interim reply sent', answered: 'answered', closed: 'closed', annulled: 'annulled' },
    outcomes: { upheld: 'upheld', partly: 'partly upheld', rejected: 'not upheld', settled: 'settled' },
    severities: { low: 'low', medium: 'medium', high: 'high' },
    paidFor: { indemnity: 'indemnity', refund: 'refund', goodwill: 'goodwill' },
    bodies: { adr: 'ADR body', authority: 'authority', court: 'court' },
    results: { for_customer: 'for the customer', partly: 'in part', for_us: 'for us', settled: 'settled', withdrawn: 'withdrawn' },
    days: ({ days, counts }: Days) => (counts === 'working' ? plural(days, 'one working day', `${days} working days`) : plural(days, 'one day', `${days} calendar days`)),
    yesOrNo: (yes: boolean): string => (yes ? 'yes' : 'no'),
    content: points.en,
  },
});

/** The headings of the tables that go to an authority. */
export const exportTexts = defineTexts({
  it: {
    register: 'registro-reclami', statistics: 'statistiche-reclami',
    columns: {
      label: 'Numero', receivedOn: 'Ricevuto il', channel: 'Canale', proof: 'Prova', complainant: 'Reclamante', onBehalfOf: 'Per conto di', contractCode: 'Contratto o fornitura', product: 'Prodotto', topic: 'Argomento', subTopic: 'Dettaglio', said: 'Testo', remedy: 'Richiesta',
      sector: 'Settore', term: 'Termine applicato', basis: 'Fonte', registeredOn: 'Registrato il', firstDueOn: 'Scadenza iniziale', dueOn: 'Scadenza', acknowledgedOn: 'Conferma inviata il', severity: 'Gravità', responsible: 'Responsabile', department: 'Reparto',
      interimOn: 'Risposta interlocutoria il', interimReason: 'Motivo', answeredOn: 'Risposta definitiva il', withinTerm: 'Nel termine', outcome: 'Esito', grounds: 'Motivazione', content: 'Contenuto minimo completo',
      owed: 'Indennizzo dovuto (euro)', paid: 'Pagato (euro)', correction: 'Azioni correttive', repeats: 'Reclamo ripetuto', escalation: 'Ricorsi', state: 'Stato', closedOn: 'Chiuso il', annulled: 'Motivo dell’annullamento', caseNumber: 'Caso',
    },
    figures: {
      period: 'Periodo', received: 'Ricevuti', open: 'Aperti alla fine del periodo', overdue: 'Di cui oltre il termine', answered: 'Con risposta definitiva', withinTerm: 'Risposti nel termine', meanDays: 'Giorni in media per la risposta',
      outcome: 'Esito', interims: 'Risposte interlocutorie', escalated: 'Passati ad altri organismi', annulled: 'Annullati', paid: 'Pagato (euro)', topic: 'Argomento',
    },
  },
  en: {
    register: 'complaints-register', statistics: 'complaints-statistics',
    columns: {
      label: 'Number', receivedOn: 'Received on', channel: 'Channel', proof: 'Proof', complainant: 'Complainant', onBehalfOf: 'On behalf of', contractCode: 'Contract or supply', product: 'Product', topic: 'Topic', subTopic: 'Sub-topic', said: 'Text', remedy: 'Remedy asked',
      sector: 'Sector', term: 'Term applied', basis: 'Basis', registeredOn: 'Registered on', firstDueOn: 'First due on', dueOn: 'Due on', acknowledgedOn: 'Acknowledged on', severity: 'Severity', responsible: 'Responsible', department: 'Department',
      interimOn: 'Interim reply on', interimReason: 'Reason', answeredOn: 'Final reply on', withinTerm: 'Within the term', outcome: 'Outcome', grounds: 'Grounds', content: 'Minimum content complete',
      owed: 'Indemnity owed (euro)', paid: 'Paid (euro)', correction: 'Corrective actions', repeats: 'Repeated complaint', escalation: 'Escalations', state: 'State', closedOn: 'Closed on', annulled: 'Why annulled', caseNumber: 'Case',
    },
    figures: {
      period: 'Period', received: 'Received', open: 'Open at the end of the period', overdue: 'Of those, past their term', answered: 'With a final reply', withinTerm: 'Answered within the term', meanDays: 'Mean days to the answer',
      outcome: 'Outcome', interims: 'Interim replies', escalated: 'Gone on to other bodies', annulled: 'Annulled', paid: 'Paid (euro)', topic: 'Topic',
    },
  },
});

/** The words of the file on paper. */
export const paperTexts = defineTexts({
  it: {
    title: 'Reclamo', case: (number: number) => `Caso C-${number}`, made: (when: string) => `Stampato ${when}`, facts: 'Il reclamo', said: 'Il testo, come è arrivato', remedy: 'Che cosa chiede', files: 'Allegati',
    asked: 'Richieste ai reparti', answered: (when: string) => `risposta ${when}`, history: 'Tutto quello che è stato fatto', owed: 'Indennizzo dovuto', paid: 'Pagato',
  },
  en: {
    title: 'Complaint', case: (number: number) => `Case C-${number}`, made: (when: string) => `Printed ${when}`, facts: 'The complaint', said: 'The text, as it came', remedy: 'What they ask for', files: 'Attachments',
    asked: 'Requests to departments', answered: (when: string) => `answered ${when}`, history: 'Everything that was done', owed: 'Indemnity owed', paid: 'Paid',
  },
});
