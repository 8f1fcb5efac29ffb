import { sayCents } from '#base/cents.ts';
import type { Language } from '#base/texts.ts';
import { sayDate, sayFullDate } from '#calendar/words.ts';
import type { Details, EntryData, EntryKind } from './contract.ts';
import { complaintWords } from './texts.ts';
import { sentence } from './words.ts';

type Sayers = { readonly [Kind in EntryKind]: (data: EntryData<Kind>) => string };

const names = {
  it: { complainant: 'reclamante', onBehalfOf: 'per conto di', contractCode: 'contratto', product: 'prodotto', topic: 'argomento', subTopic: 'dettaglio', remedy: 'richiesta', severity: 'gravità' },
  en: { complainant: 'complainant', onBehalfOf: 'on behalf of', contractCode: 'contract', product: 'product', topic: 'topic', subTopic: 'sub-topic', remedy: 'remedy', severity: 'severity' },
} satisfies Record<Language, Record<keyof Details, string>>;

const valueOf = (key: keyof Details, value: Details[keyof Details], language: Language): string => {
  if (value === null) return '–';
  return key === 'severity' ? complaintWords[language].severities[value as Details['severity']] : `«${value}»`;
};

const changes = ({ from, to }: EntryData<'corrected'>, language: Language): string =>
  (Object.keys(to) as (keyof Details)[]).map((key) => `${names[language][key]} ${valueOf(key, from[key] ?? null, language)} → ${valueOf(key, to[key] ?? null, language)}`).join(', ');

const referenced = (reference: string | null): string => (reference === null ? '' : ` (${reference})`);

const italian: Sayers = {
  registered: ({ dueOn, termName, basis }) => `Registrato. Risposta entro ${sayFullDate(dueOn, 'it')}: ${termName} (${basis}).`,
  acknowledged: () => 'Il cliente sa che è registrato, chi lo segue ed entro quando ha la risposta.',
  interim_sent: ({ reason, finalOn }) => `Risposta interlocutoria: ${sentence(reason)} La definitiva arriva entro ${sayFullDate(finalOn, 'it')}.`,
  answered: ({ outcome, grounds, withinTerm, indemnityCents }) =>
    `Risposta definitiva, ${withinTerm ? 'nel termine' : 'oltre il termine'}: ${complaintWords.it.outcomes[outcome]}. ${sentence(grounds)}${indemnityCents > 0 ? ` Indennizzo dovuto: ${sayCents(indemnityCents, 'it')}.` : ''}`,
  corrected: (data) => `Corretto: ${changes(data, 'it')}. Motivo: ${sentence(data.reason)}`,
  responsible_set: ({ member, department, reason }) => `Lo segue ${member === null ? 'chi ha il caso' : member.name}, per ${department.name}. Motivo: ${sentence(reason)}`,
  paid: ({ what, cents, paidOn, reference }) => `Pagati ${sayCents(cents, 'it')} ${sayFullDate(paidOn, 'it')}: ${complaintWords.it.paidFor[what]}${referenced(reference)}.`,
  action_planned: ({ text, owner, dueOn }) => `Azione correttiva: ${sentence(text)} Se ne occupa ${owner.name} entro ${sayFullDate(dueOn, 'it')}.`,
  action_done: ({ how }) => `Azione correttiva fatta: ${sentence(how)}`,
  escalated: ({ to, body, on, reference }) => `Il cliente si è rivolto a ${body} (${complaintWords.it.bodies[to]}) ${sayFullDate(on, 'it')}${referenced(reference)}.`,
  escalation_ended: ({ result, words }) => `Esito del ricorso: ${complaintWords.it.results[result]}. ${sentence(words)}`,
  withdrawn: ({ reason }) => `Una riga precedente era un errore e non conta più: ${sentence(reason)}`,
  reminded: ({ dueOn }) => `Ricordato a chi lo segue: risposta entro ${sayFullDate(dueOn, 'it')}.`,
  called: ({ names: called }) => `Il termine è vicino. Avvisati: ${called.join(', ')}.`,
  late: ({ dueOn, names: called }) => `Il termine di ${sayFullDate(dueOn, 'it')} è passato senza risposta. Avvisati: ${called.join(', ')}.`,
  closed: () => 'Chiuso: non resta aperto niente.',
  reopened: ({ reason }) => `Riaperto: ${sentence(reason)}`,
  annulled: ({ reason }) => `Annullato: ${sentence(reason)}`,
};

const english: Sayers = {
  registered: ({ dueOn }) => `Registered. To be answered by ${sayDate(dueOn, 'en')}.`,
  acknowledged: () => 'The customer knows that it is registered, who has it, and until when they have the answer.',
  interim_sent: ({ reason, finalOn }) => `Interim reply: ${sentence(reason)} The final one comes by ${sayDate(finalOn, 'en')}.`,
  answered: ({ outcome, grounds, withinTerm, indemnityCents }) =>
    `Final reply, ${withinTerm ? 'within the term' : 'past the term'}: ${complaintWords.en.outcomes[outcome]}. ${sentence(grounds)}${indemnityCents > 0 ? ` Indemnity owed: ${sayCents(indemnityCents, 'en')}.` : ''}`,
  corrected: (data) => `Corrected: ${changes(data, 'en')}. Reason: ${sentence(data.reason)}`,
  responsible_set: ({ member, department, reason }) => `In the hands of ${member === null ? 'whoever has the case' : member.name}, for ${department.name}. Reason: ${sentence(reason)}`,
  paid: ({ what, cents, paidOn, reference }) => `${sayCents(cents, 'en')} paid on ${sayDate(paidOn, 'en')}: ${complaintWords.en.paidFor[what]}${referenced(reference)}.`,
  action_planned: ({ text, owner, dueOn }) => `Corrective action: ${sentence(text)} ${owner.name} sees to it by ${sayDate(dueOn, 'en')}.`,
  action_done: ({ how }) => `Corrective action done: ${sentence(how)}`,
  escalated: ({ to, body, on, reference }) => `The customer went to ${body} (${complaintWords.en.bodies[to]}) on ${sayDate(on, 'en')}${referenced(reference)}.`,
  escalation_ended: ({ result, words }) => `What came of it there: ${complaintWords.en.results[result]}. ${sentence(words)}`,
  withdrawn: ({ reason }) => `An earlier line was a mistake and no longer counts: ${sentence(reason)}`,
  reminded: ({ dueOn }) => `Whoever has it was reminded: to be answered by ${sayDate(dueOn, 'en')}.`,
  called: ({ names: called }) => `The term is near. Called: ${called.join(', ')}.`,
  late: ({ dueOn, names: called }) => `The term of ${sayDate(dueOn, 'en')} has passed without an answer. Called: ${called.join(', ')}.`,
  closed: () => 'Closed: nothing is left open.',
  reopened: ({ reason }) => `Opened again: ${sentence(reason)}`,
  annulled: ({ reason }) => `Annulled: ${sentence(reason)}`,
};

const sayers: Readonly<Record<Language, Sayers>> = { it: italian, en: english };

/** One line of the register in words, the same on the screen and on paper. */
export const sayEntry = ({ kind, data }: { readonly kind: EntryKind; readonly data: object }, language: Language): string => {
  // The kind picks the words that read its own data; the compiler cannot follow a pair through an index.
  const say = sayers[language][kind] as (data: object) => string;
  return say(data);
};
