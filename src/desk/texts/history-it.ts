import { sayCents } from '#base/cents.ts';
import type { CaseStatus } from '#cases/contract.ts';
import { complaintWords } from '#complaints/texts.ts';
import { sayDate, sayFullDate } from '#calendar/words.ts';
import type { HistoryTexts } from './shape.ts';

const channels = { email: 'e-mail', phone: 'telefono', form: 'modulo del sito', page: 'la sua pagina', chat: 'chat', review: 'recensione', social: 'social' };
const statuses: Readonly<Record<CaseStatus, string>> = {
  new: 'nuovo', open: 'aperto', waiting_customer: 'in attesa del cliente', waiting_department: 'in attesa di un reparto',
  waiting_third_party: 'in attesa di un esterno', resolved: 'risolto', closed: 'chiuso',
};
const acts = { resolves: 'ha risposto e risolto', asks: 'ha fatto una domanda al cliente', updates: 'ha aggiornato il cliente' };
const steps = { reminder: 'promemoria al reparto', head: 'al capo reparto', director: 'alla direzione' };
const because = (words: string): string => (words === '' ? '' : `: ${words}`);
const reasons: Readonly<Record<string, string>> = { reply: 'detto nella risposta', customer_wrote: 'il cliente ha scritto' };

const loopReasons: Readonly<Record<string, string>> = { no_address: 'manca un indirizzo', phone_only: 'preferisce il telefono', merged: 'il caso è unito a un altro', bounced: 'l’ultima e-mail è tornata indietro', no_case: 'non ha un caso su cui scrivere', skipped: 'un collega ha scelto di non scrivere' };

const titled = ({ it, en }: { readonly it: string | null; readonly en: string | null }): string => it ?? en ?? '';
const untold = { no_address: 'manca un indirizzo', bounced: 'l’ultima e-mail è tornata indietro', merged: 'il caso è unito a un altro', over: 'il caso è già risolto', language_missing: 'manca il testo nella sua lingua', delivery_failed: 'l’e-mail non è arrivata', linked_afterwards: 'collegato dopo' };

const lost = { price: 'prezzo', timing: 'tempi', not_suitable: 'non era quello che serviva', chose_another: 'ha scelto altri', postponed: 'rimandata', no_answer: 'il cliente non ha più risposto', not_possible: 'per noi non si può fare', other: 'altro' };

export const deskHistoryItalian: HistoryTexts = {
  'case.opened': ({ number, channel }) => `Caso C-${number} aperto (${channels[channel]})`,
  'case.taken': ({ name, instead }) => (instead === null ? `${name} ha preso in carico` : `${name} ha preso in carico al posto di ${instead}`),
  'case.owner_left': ({ name }) => `${name} non è più in azienda: il caso torna in coda`,
  'case.claim_late': ({ dueAt }, { when }) => `Nessuno lo ha preso in carico entro ${when(dueAt)}: avvisato chi coordina`,
  'case.contact_received': ({ channel, isChase, isThanks, isThirdParty, loggedBy }, { who }) =>
    loggedBy !== null ? `${isChase ? 'Il cliente ha sollecitato' : 'Il cliente si è fatto sentire'} (${channels[channel]}): annotato da ${who}`
    : isThirdParty ? `${who} ha scritto, ma non fa parte del caso (${channels[channel]})`
    : isThanks ? `${who} ha ringraziato (${channels[channel]})`
    : isChase ? `${who} ha sollecitato (${channels[channel]})`
    : `${who} ha scritto (${channels[channel]})`,
  'case.join_suggested': ({ otherNumber }) => `Forse riguarda anche il caso C-${otherNumber}`,
  'case.reply_prepared': (_, { who }) => `${who} ha inviato una risposta, che si può ancora richiamare`,
  'case.reply_taken_back': (_, { who }) => `${who} ha richiamato la risposta prima che partisse`,
  'case.reply_stopped': () => 'La risposta non è partita: intanto ne era partita un’altra',
  'case.replied': ({ act, byItself, isBeside, hasSubstance }, { who }) =>
    isBeside === true ? `${who} ha raccontato al cliente che cosa ne è stato di ciò che aveva detto`
    : byItself ? `Aggiornamento partito da sé, a nome di ${who}` : `${who} ${acts[act]}${hasSubstance ? '' : ', senza dire nulla di nuovo'}`,
  'case.note_written': (_, { who }) => `${who} ha scritto una nota`,
  'case.next_update_set': ({ dueAt, because: why }, { when }) => `Prossimo aggiornamento entro ${when(dueAt)}${because(reasons[why] ?? why)}`,
  'case.self_updates_set': ({ on }, { who }) =>
    on ? `${who}: se nessuno scrive in tempo, l’aggiornamento parte da sé` : `${who}: gli aggiornamenti tornano a partire solo a mano`,
  'case.next_update_near': ({ dueAt }, { when }) => `L’aggiornamento scade ${when(dueAt)}: avvisato il responsabile`,
  'case.next_update_missed': ({ dueAt }, { when }) => `L’aggiornamento di ${when(dueAt)} non è partito`,
  'case.handover_offered': ({ toName, reason }, { who }) => `${who} ha chiesto a ${toName} di prendere il caso${because(reason)}`,
  'case.handover_accepted': ({ fromName, toName }) => `${toName} ha accettato il caso da ${fromName}`,
  'case.handover_declined': ({ toName, reason }) => `${toName} non ha accettato il caso${because(reason)}`,
  'case.handover_withdrawn': (_, { who }) => `${who} ha ritirato il passaggio di consegne`,
  'case.level_changed': ({ from, to, reason }, { who }) => `${who} ha portato il caso dal livello ${from} al ${to}${because(reason)}`,
  'case.status_changed': ({ to }) => `Ora è ${statuses[to]}`,
  'case.subject_changed': ({ to }, { who }) => `${who} ha cambiato l’oggetto in «${to}»`,
  'case.resolved': ({ how, reason }, { who }) => (how === 'by_customer' ? `${who} dice che è risolto` : `${who} ha risolto${because(reason ?? '')}`),
  'case.reopened': ({ why }, { who }) =>
    why === 'customer_says_unsolved' ? `Riaperto: ${who} dice che non è risolto`
    : why === 'customer_wrote' ? 'Riaperto: il cliente ha scritto ancora'
    : why === 'merge' ? 'Riaperto unendo un altro caso'
    : `${who} ha riaperto`,
  'case.closed': () => 'Chiuso',
  'case.withdrawn': (_, { who }) => `${who} ha annullato l’importazione che lo aveva aperto: il caso si chiude`,
  'case.merged': ({ otherNumber, survives }, { who }) => (survives ? `${who} ha unito qui il caso C-${otherNumber}` : `${who} ha unito questo caso al C-${otherNumber}`),
  'case.unmerged': ({ otherNumber }, { who }) => `${who} ha separato di nuovo il caso C-${otherNumber}`,
  'case.split': ({ otherNumber, isNew }, { who }) => (isNew ? `${who} ha diviso questo caso dal C-${otherNumber}` : `${who} ha spostato una parte nel nuovo caso C-${otherNumber}`),
  'case.unsplit': ({ otherNumber }, { who }) => `${who} ha annullato la divisione con il C-${otherNumber}`,
  'referral.made': ({ to, reason, checkOn }, { who, when }) => `${who} accompagna il cliente da ${to}${because(reason)}; si controlla ${when(checkOn)}`,
  'referral.withdrawn': ({ to }) => `La lettera è stata ritirata: il cliente non è stato mandato da ${to}`,
  'referral.settled': ({ to, worked, outcome }, { who }) => `${who}: ${to} ${worked ? 'ha aiutato il cliente' : 'non ha aiutato il cliente'}${because(outcome)}`,
  'complaint.registered': ({ label, dueOn }, { who }) => `${who} ha registrato il reclamo formale ${label}: risposta entro ${sayFullDate(dueOn, 'it')}`,
  'complaint.acknowledged': ({ label }) => `Il cliente ha la conferma del reclamo ${label}`,
  'complaint.interim_sent': ({ label, finalOn }) => `Risposta interlocutoria al reclamo ${label}: la definitiva entro ${sayFullDate(finalOn, 'it')}`,
  'complaint.answered': ({ label, outcome, withinTerm }) => `Risposta definitiva al reclamo ${label}: ${complaintWords.it.outcomes[outcome]}${withinTerm ? '' : ', oltre il termine'}`,
  'complaint.corrected': ({ label, reason }, { who }) => `${who} ha corretto i dati del reclamo ${label}${because(reason)}`,
  'complaint.responsible_set': ({ label, name, department }) => `Il reclamo ${label} lo segue ${name ?? 'chi ha il caso'}, per ${department}`,
  'complaint.near': ({ label, dueOn }) => `Il reclamo ${label} va risposto entro ${sayFullDate(dueOn, 'it')}: ricordato a chi lo segue`,
  'complaint.late': ({ label, dueOn }) => `Il termine del reclamo ${label} è passato (${sayDate(dueOn, 'it')}): avvisati tutti`,
  'complaint.paid': ({ label, cents, what }, { who }) => `${who} ha annotato un pagamento per il reclamo ${label}: ${sayCents(cents, 'it')}, ${complaintWords.it.paidFor[what]}`,
  'complaint.action_planned': ({ label, text, owner }) => `Azione correttiva dal reclamo ${label}, se ne occupa ${owner}: ${text}`,
  'complaint.action_done': ({ label, text }) => `Azione correttiva del reclamo ${label} fatta: ${text}`,
  'complaint.escalated': ({ label, body }) => `Per il reclamo ${label} il cliente si è rivolto a ${body}`,
  'complaint.escalation_ended': ({ label, body, result }) => `Reclamo ${label}, esito presso ${body}: ${complaintWords.it.results[result]}`,
  'complaint.entry_withdrawn': ({ label, reason }, { who }) => `${who} ha ritirato una riga del reclamo ${label}, annotata per errore${because(reason)}`,
  'complaint.closed': ({ label }, { who }) => `${who} ha chiuso il reclamo ${label}`,
  'complaint.reopened': ({ label, reason }, { who }) => `${who} ha riaperto il reclamo ${label}${because(reason)}`,
  'complaint.annulled': ({ label, reason }, { who }) => `${who} ha annullato il reclamo ${label}${because(reason)}`,
  'heard.post_deleted': ({ site }) => `Il post non si legge più su ${site}; qui resta quello che diceva`,
  'incident.linked': ({ number, title, words }, { who }) => `${who} lo collega al disservizio D-${number} «${titled(title)}»${words.length === 0 ? '' : ` (parla di ${words.join(', ')})`}`,
  'incident.unlinked': ({ number, title }, { who }) => `${who}: non fa parte del disservizio D-${number} «${titled(title)}»`,
  'incident.told': ({ number }) => `Con questo aggiornamento il cliente sa del disservizio D-${number}`,
  'incident.noted': ({ number, onNumber }) => `Del disservizio D-${number} il cliente è stato avvisato nel caso C-${onNumber}`,
  'incident.not_told': ({ number, reason }) => `Il cliente non è stato avvisato del disservizio D-${number}: ${untold[reason]}`,
  'case.prepared_reply_written': ({ reason }) => ({ answer: 'Preparata una bozza con la risposta del reparto', update: 'Preparata una bozza di aggiornamento', check_back: 'Preparata la lettera per sapere com’è andata' })[reason],
  'case.page_opened': (_, { who }) => `${who} ha aperto la sua pagina`,
  'request.sent': ({ department, dueAt }, { who, when }) => `${who} ha chiesto a ${department.name}, entro ${when(dueAt)}`,
  'request.seen': ({ department, by }) => `${by} (${department.name}) ha visto la richiesta`,
  'request.questioned': ({ department, by }) => `${by} (${department.name}) chiede un dettaglio: il suo tempo è fermo`,
  'request.replied': ({ department, dueAt, by }, { when }) => `${by} ha risposto alla domanda di ${department.name}: ora entro ${when(dueAt)}`,
  'request.answered': ({ department, by, inTime, isAddition }) =>
    isAddition ? `${by} (${department.name}) ha aggiunto qualcosa` : `${by} (${department.name}) ha risposto${inTime ? '' : ', in ritardo'}`,
  'request.sent_back': ({ department, by, dueAt }, { when }) => `${by} ha rimandato indietro la risposta di ${department.name}, non basta: serve entro ${when(dueAt)}`,
  'request.sending_back_undone': ({ department, by }) => `${by} ha annullato: la risposta di ${department.name} basta`,
  'request.taken': ({ department, by, insteadOf }) => `${by} (${department.name}) se ne occupa${insteadOf === null ? '' : ` al posto di ${insteadOf}`}`,
  'request.let_go': ({ department, by }) => `${by} (${department.name}) lascia la richiesta ai colleghi`,
  'request.planned': ({ department }, { who }) => `${who} chiederà a ${department.name} quando l’altro reparto avrà risposto`,
  'request.plan_cancelled': ({ count, reason }) => `${count === 1 ? 'Una domanda in programma non serve più' : `${count} domande in programma non servono più`}${because(reason)}`,
  'request.refused': ({ department, by, whoseIsIt }) => `${by} (${department.name}): non spetta a loro, ma a ${whoseIsIt}`,
  'request.withdrawn': ({ department, reason }, { who }) => `${who} ha ritirato la richiesta a ${department.name}${because(reason)}`,
  'request.climbed': ({ department, step, toNames, byHand }, { who }) =>
    byHand ? `${who} ha sollecitato ${department.name}` : `${department.name} tace: ${steps[step]}${toNames.length === 0 ? '' : ` (${toNames.join(', ')})`}`,
  'request.late': ({ department, dueAt }, { when }) => `${department.name} doveva rispondere entro ${when(dueAt)}: è in ritardo`,
  'promise.made': ({ text, dueAt }, { who, when }) => `${who} ha promesso entro ${when(dueAt)}: ${text}`,
  'promise.near': ({ text, dueAt, why }, { when }) =>
    why === 'request_late' ? `Promessa a rischio, il reparto è in ritardo: ${text}` : `Promessa in scadenza ${when(dueAt)}: ${text}`,
  'promise.moved': ({ text, from, to, reason }, { who, when }) => `${who} ha rinegoziato da ${when(from)} a ${when(to)}${because(reason)} (${text})`,
  'promise.kept': ({ text, late, how }) => `Promessa mantenuta${late ? ', in ritardo' : ''}: ${text}${how === null ? '' : ` (${how})`}`,
  'promise.broken': ({ text, dueAt }, { when }) => `Promessa mancata, era per ${when(dueAt)}: ${text}`,
  'promise.released': ({ text, why, reason }) => (why === 'resolved' ? `Promessa non più necessaria, il caso è risolto: ${text}` : `Il cliente ci libera dalla promessa${because(reason)} (${text})`),
  'voice.captured': ({ words, theme }, { who }) => `${who} ha raccolto una voce: «${words}»${theme === null ? '' : `, nel tema «${theme}»`}`,
  'voice.withdrawn': ({ words }, { who }) => `${who} ha tolto una voce: «${words}»`,
  'voice.loop_told': ({ title, occasion, byPhone }, { who }) => `${byPhone === true ? `${who} ha chiamato: ora il` : 'Il'} cliente sa ${occasion === 'decided' ? 'che cosa abbiamo deciso' : 'che è uscito'}: «${title}»`,
  'voice.loop_not_told': ({ title, reason }) => `Il cliente non ha saputo com’è finita con «${title}»: ${loopReasons[reason] ?? reason}`,
  'heat.boiled': ({ why, degrees }) => {
    const causes = { second_channel: 'ha sollecitato su un secondo canale', angry: 'un messaggio arrabbiato', in_public: 'ne parla in pubblico', threat: 'annuncia passi ulteriori', low_rating: 'un voto basso', formal_complaint: 'un reclamo formale' };
    return `Ebollizione a ${degrees}°: ${causes[why]}`;
  },
  'email.sent': ({ address }) => `E-mail consegnata al server di ${address}`,
  'email.delivery_failed': ({ address, response }) => `L’e-mail a ${address} non è arrivata${because(response)}`,
  'email.sent_again': ({ addresses }, { who }) => `${who} ha inviato di nuovo a ${addresses.join(', ')}`,
  'mailbox.added': ({ address }, { who }) => `${who} ha aggiunto la casella ${address}`,
  'mailbox.changed': ({ address }, { who }) => `${who} ha cambiato la casella ${address}`,
  'mailbox.closed': ({ address }, { who }) => `${who} ha chiuso la casella ${address}`,
  'mailbox.in_trouble': ({ address, error }) => `La casella ${address} non risponde${because(error)}`,
  'chat.address_given': ({ email }, { who }) => `${who} ha dato in chat l’indirizzo ${email}; nessuno lo ha ancora verificato`,
  'chat.address_proven': ({ email }, { who }) => `${who} ha confermato ${email} con il codice`,
  'chat.mailed_unread': () => 'La risposta non è stata letta in chat: è partita per e-mail',
  'page.rated': ({ score, words, isChange }, { who }) => `${who} ${isChange ? 'ha cambiato il voto' : 'ha dato un voto'}: ${score} su 5${words === null ? '' : `, «${words}»`}`,
  'survey.asked': ({ name, way }) => (way === 'mail' ? `Chiesto un parere per e-mail: «${name}»` : `Chiesto un parere sulla pagina del cliente: «${name}»`),
  'survey.answered': ({ name, isComplete, low }, { who }) => `${who} ha risposto al sondaggio «${name}»${isComplete ? '' : ', senza finire'}${low === null ? '' : ': non è contento'}`,
  'survey.low_followed': ({ name, score, outOf, became }) => `${became === 'joined' ? 'Nel caso' : 'Aperto un caso'} per le risposte al sondaggio «${name}»${score === null || outOf === null ? '' : `: ${score} su ${outOf}`}`,
  'page.said_unsolved': (_, { who }) => `${who} dice dalla sua pagina che non è risolto`,
  'opportunity.prepared': ({ department }, { who }) => `${who} passa un’opportunità a ${department.name}; si può ancora annullare`,
  'opportunity.taken_back': (_, { who }) => `${who} ha annullato l’opportunità prima che partisse`,
  'opportunity.handed_over': ({ department, dueAt }, { when }) => `${department.name} ha ricevuto l’opportunità; qualcuno la prende entro ${when(dueAt)}`,
  'opportunity.read': ({ by, department }) => `${by}, ${department.name}, ha letto l’opportunità`,
  'opportunity.taken': ({ by, dueAt, insteadOf }, { when }) => `${by} si occupa dell’opportunità${insteadOf === null ? '' : ` al posto di ${insteadOf}`}; l’esito entro ${when(dueAt)}`,
  'opportunity.let_go': ({ by, department }) => `${by} lascia l’opportunità ai colleghi di ${department.name}`,
  'opportunity.won': ({ by, wonCents }) => `${by}: l’opportunità è andata bene${wonCents === null ? '' : `, ${sayCents(wonCents, 'it')}`}`,
  'opportunity.lost': ({ by, reason }) => `${by}: l’opportunità è persa (${lost[reason]})`,
  'opportunity.came_to_nothing': ({ by }) => `${by}: dell’opportunità non si è fatto niente`,
  'opportunity.reopened': ({ by, dueAt }, { when }) => `${by}: dell’opportunità si aspetta di nuovo l’esito, entro ${when(dueAt)}`,
  'opportunity.late': ({ department, toNames, awaited }) => `${department.name} non ha detto in tempo ${awaited === 'taking' ? 'chi si occupa dell’opportunità' : 'com’è andata l’opportunità'}: avvisati ${toNames.join(', ')}`,
};
