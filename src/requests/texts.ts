import type { Refusal, RefusalWords } from '#base/refusal.ts';
import { defineTexts, type Language } from '#base/texts.ts';
import type { AnswerRefusal, ArrangeRefusal, AskRefusal, FillRefusal, RemindRefusal, SendBackRefusal, SpeakRefusal, StillMissing, TakeRefusal } from './rules.ts';

/** Those that other domains word already. */
type Elsewhere = 'case.is_merged' | 'case.is_resolved' | 'case.nobody_owns_it' | 'calendar.never_open';
type Codes = Exclude<AskRefusal['refused'] | RemindRefusal['refused'] | SpeakRefusal['refused'] | AnswerRefusal['refused'] | SendBackRefusal['refused'] | TakeRefusal['refused'] | FillRefusal['refused'] | ArrangeRefusal['refused'] | 'request.told_already', Elsewhere>;

export const requestRefusals: RefusalWords<Codes> = {
  'request.no_address': {
    it: ({ department }) => `Di ${department} non abbiamo un indirizzo a cui scrivere. Chi amministra lo aggiunge nella scheda del reparto.`,
    en: ({ department }) => `We have no address to write to ${department}. An administrator can add it on the department’s page.`,
  },
  'request.department_closed': {
    it: ({ department }) => `${department} non esiste più. Scegli il reparto che ne ha preso il lavoro.`,
    en: ({ department }) => `${department} has been closed. Choose the department that took over its work.`,
  },
  'request.own_department': {
    it: ({ department }) => `Il caso è già di ${department}. A un collega del servizio basta una nota in cui lo nomini.`,
    en: ({ department }) => `The case is with ${department} already. For a colleague in the service, mention them in a note.`,
  },
  'request.asked_already': {
    it: ({ department }) => `A ${department} questa domanda è già stata fatta e la risposta non è ancora arrivata. Sollecita quella.`,
    en: ({ department }) => `${department} has been asked this already and still owes the answer. Send a reminder instead.`,
  },
  'request.too_many': {
    it: ({ department, count }) => `${department} ha già ${count} domande aperte su questo caso. Qui conviene una telefonata.`,
    en: ({ department, count }) => `${department} has ${count} open questions on this case. A phone call is better now.`,
  },
  'request.settled': {
    it: () => 'A questa richiesta è già stata data una risposta. Se ti manca ancora qualcosa, chiedilo con una nuova.',
    en: () => 'This request has been settled. If something is still missing, ask for it in a new one.',
  },
  'request.waits_for_us': {
    it: () => 'Il reparto aspetta una risposta da te: dagliela, e il suo tempo riparte.',
    en: () => 'The department is waiting for an answer from you: give it, and their clock runs again.',
  },
  'request.reminded_already': {
    it: ({ minutes }) => `Il reparto ha già avuto un messaggio da meno di un’ora. Puoi sollecitare di nuovo fra ${minutes} min; se è urgente, chiama.`,
    en: ({ minutes }) => `The department had a message less than an hour ago. You can remind them again in ${minutes} min; if it is urgent, call.`,
  },
  'request.not_answered': {
    it: () => 'Non c’è ancora una risposta da rimandare. Se tarda, sollecita.',
    en: () => 'There is no answer to send back yet. If it is late, send a reminder.',
  },
  'request.field_missing': {
    it: ({ it }) => `Manca «${it}»: senza, il reparto deve chiedertelo. Aggiungilo adesso.`,
    en: ({ en }) => `“${en}” is missing: without it the department has to ask you for it. Add it now.`,
  },
  'request.field_wrong': {
    it: ({ it }) => `Controlla «${it}»: così non si legge.`,
    en: ({ en }) => `Check “${en}”: it cannot be read like this.`,
  },
  'agreement.made_already': {
    it: () => 'Per questo reparto, tipo e urgenza c’è già un accordo: cambia quello.',
    en: () => 'There is an agreement for this department, kind and urgency already: change that one.',
  },
  'contract.only_suppliers': {
    it: () => 'Il contratto si scrive per i fornitori. Con i colleghi si fanno accordi.',
    en: () => 'Contracts are for suppliers. With colleagues one makes agreements.',
  },
  'request.told_already': {
    it: () => 'Il reparto l’ha già saputo. Se hai cambiato idea, scrivigli due righe.',
    en: () => 'The department has been told already. If you have changed your mind, write them two lines.',
  },
  'request.taken_already': {
    it: ({ by }) => `Ce l’ha già ${by}. Se adesso la prendi tu, dillo anche a lui o a lei: premi ancora per confermare.`,
    en: ({ by }) => `${by} has it already. If you take it over, tell them as well: press again to confirm.`,
  },
  'request.withdrawn': {
    it: () => 'La richiesta è stata ritirata: non serve più una risposta.',
    en: () => 'The request has been withdrawn: no answer is needed any more.',
  },
  'request.said_enough': {
    it: () => 'Qui è già stato scritto molto. Per il resto, chiama chi ha fatto la domanda.',
    en: () => 'A great deal has been written here. For the rest, call whoever asked.',
  },
  'request.answered_already': {
    it: () => 'A questa richiesta il tuo reparto ha già risposto. Se la risposta è cambiata, scrivila qui: si aggiunge.',
    en: () => 'Your department has answered this already. If the answer has changed, write it here: it is added.',
  },
  'answer.not_a_choice': {
    it: ({ choice }) => `«${choice}» non è una delle risposte proposte. Scegline una, oppure scrivi a parole tue.`,
    en: ({ choice }) => `“${choice}” is not one of the answers offered. Choose one, or write in your own words.`,
  },
  'answer.date_needed': {
    it: ({ question }) => `${question} Basta un giorno; se non lo sai ancora, scrivi quando lo saprai.`,
    en: ({ question }) => `${question} A day is enough; if you do not know yet, write when you will.`,
  },
  'answer.date_past': { it: () => 'Quel giorno è già passato. Controlla la data.', en: () => 'That day has passed. Check the date.' },
  'answer.date_too_far': { it: () => 'Quel giorno è troppo lontano. Controlla l’anno.', en: () => 'That day is too far away. Check the year.' },
};

/** What is said of an answer that was sent back with one key and without a word. */
export const missingTexts = defineTexts({
  it: {
    choice: (labels: string) => `manca ancora la risposta: ${labels}?`,
    date: (question: string) => `manca ancora la data: ${question}`,
    answer: 'manca ancora la risposta a quello che abbiamo chiesto.',
    or: ' o ',
  },
  en: {
    choice: (labels: string) => `the answer itself is still missing: ${labels}?`,
    date: (question: string) => `the date is still missing: ${question}`,
    answer: 'what we asked has not been answered yet.',
    or: ' or ',
  },
});

export const sayMissing = (missing: StillMissing, language: Language, request: { readonly choices: readonly { label: string; asksDate: string | null }[]; readonly choice: string | null }): string => {
  const words = missingTexts[language];
  if (missing === 'choice') return words.choice(request.choices.map(({ label }) => `«${label}»`).join(words.or));
  if (missing === 'date') return words.date(request.choices.find(({ label }) => label === request.choice)?.asksDate ?? '');
  return words.answer;
};

export const requestTexts = defineTexts({
  it: {
    answered: (department: string, words: string) => (words === '' ? `${department} ha risposto.` : `${department} ha risposto: «${words}»`),
    caseResolved: 'Il caso è risolto.', noWords: '(senza testo)', onlyFiles: (count: number) => (count === 1 ? '(un allegato)' : `(${count} allegati)`),
  },
  en: {
    answered: (department: string, words: string) => (words === '' ? `${department} has answered.` : `${department} has answered: “${words}”`),
    caseResolved: 'The case is resolved.', noWords: '(no text)', onlyFiles: (count: number) => (count === 1 ? '(one attachment)' : `(${count} attachments)`),
  },
});

const words: Readonly<Record<string, Readonly<Record<Language, (facts: NonNullable<Refusal['facts']>) => string>>>> = requestRefusals;

/** A refusal in both languages, for whoever reads it later; `others` are the words of the domains whose refusals come through here. */
export const sayRefusal = ({ refused, facts = {} }: Refusal, others: typeof words): Record<Language, string> => {
  const said = words[refused] ?? others[refused];
  return { it: said?.it(facts) ?? refused, en: said?.en(facts) ?? refused };
};
