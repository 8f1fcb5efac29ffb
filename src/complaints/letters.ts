import { sayCents } from '#base/cents.ts';
import type { Instant } from '#base/clock.ts';
import { defineTexts, type Language } from '#base/texts.ts';
import type { LocalDate } from '#calendar/rules.ts';
import { sayFullDate, sayInstant } from '#calendar/words.ts';
import type { Outcome } from './contract.ts';
import { sentence } from './words.ts';

/** What every letter about a complaint says of it. */
export interface LetterFacts {
  readonly language: Language;
  readonly label: string;
  /** Whoever wrote: the letter answers them. */
  readonly customerName: string;
  readonly onBehalfOf: string | null;
  readonly receivedOn: LocalDate;
  readonly writerName: string;
  readonly departmentName: string;
  readonly companyName: string;
}

// Always "Lei": a formal complaint is answered formally, also to whom we write "tu" otherwise.
const words = defineTexts({
  it: {
    greeting: (name: string) => `Gentile ${name},`,
    acknowledged: (label: string, received: string, behalf: string | null) => `il suo reclamo di ${received}${behalf === null ? '' : `, presentato per conto di ${behalf},`} è registrato con il numero ${label}.`,
    has: (writer: string, department: string) => `Lo seguo io fino alla risposta: ${writer}, ${department}.`,
    answerBy: (due: string, basis: string) => `La risposta arriva entro ${due} (${basis}).`,
    next: (when: string) => `Prima di allora le scrivo ${when} per dirle a che punto siamo.`,
    toAnswer: 'Se c’è qualcosa da aggiungere, o un documento che può aiutarci, basta rispondere a questo messaggio.',
    interim: (label: string, received: string, due: string) => `le scrivo per il reclamo ${label}, ricevuto ${received}. Le dobbiamo una risposta entro ${due}: per quel giorno non riusciamo a dargliene una completa.`,
    reason: (reason: string) => `Il motivo è questo: ${reason}`,
    finalOn: (day: string) => `La risposta definitiva arriva entro ${day}.`,
    stays: (writer: string, department: string) => `Il suo riferimento resto io: ${writer}, ${department}.`,
    answers: (label: string, received: string, behalf: string | null) => `rispondo al reclamo ${label}, ricevuto ${received}${behalf === null ? '' : ` per conto di ${behalf}`}.`,
    assessment: 'Che cosa abbiamo verificato', decision: 'Che cosa abbiamo deciso, e perché', correction: 'Che cosa facciamo',
    outcomes: { upheld: 'Il reclamo è accolto.', partly: 'Il reclamo è accolto in parte.', rejected: 'Il reclamo non è accolto.', settled: 'Abbiamo trovato un accordo.' },
    owed: (sum: string) => `Questa risposta arriva oltre il termine: le spetta un indennizzo di ${sum}, che le riconosciamo senza bisogno di chiederlo.`,
    goOn: (body: string) => `Se la risposta non la convince può rivolgersi a: ${body}.`,
    ask: (writer: string, department: string) => `Per qualsiasi chiarimento può chiedere di me: ${writer}, ${department}.`,
    regards: 'Cordiali saluti',
    promised: (label: string) => `Risposta definitiva al reclamo ${label}`,
  },
  en: {
    greeting: (name: string) => `Dear ${name},`,
    acknowledged: (label: string, received: string, behalf: string | null) => `your complaint of ${received}${behalf === null ? '' : `, made on behalf of ${behalf},`} is registered under number ${label}.`,
    has: (writer: string, department: string) => `I am looking after it until you have the answer: ${writer}, ${department}.`,
    answerBy: (due: string, basis: string) => `You will have the answer by ${due} (${basis}).`,
    next: (when: string) => `Before that I will write to you ${when} to say where we are.`,
    toAnswer: 'If there is anything to add, or a document that may help us, just reply to this message.',
    interim: (label: string, received: string, due: string) => `I am writing about complaint ${label}, received on ${received}. We owe you an answer by ${due}, and cannot give you a complete one by that day.`,
    reason: (reason: string) => `The reason is this: ${reason}`,
    finalOn: (day: string) => `You will have the final answer by ${day}.`,
    stays: (writer: string, department: string) => `I remain the person to ask: ${writer}, ${department}.`,
    answers: (label: string, received: string, behalf: string | null) => `this is our answer to complaint ${label}, received on ${received}${behalf === null ? '' : ` on behalf of ${behalf}`}.`,
    assessment: 'What we looked at', decision: 'What we decided, and why', correction: 'What we are doing',
    outcomes: { upheld: 'The complaint is upheld.', partly: 'The complaint is upheld in part.', rejected: 'The complaint is not upheld.', settled: 'We have come to an agreement.' },
    owed: (sum: string) => `This answer comes after its term: you are owed an indemnity of ${sum}, which you need not ask for.`,
    goOn: (body: string) => `If our answer does not convince you, you can turn to: ${body}.`,
    ask: (writer: string, department: string) => `If anything is unclear, ask for me: ${writer}, ${department}.`,
    regards: 'Kind regards',
    promised: (label: string) => `Final answer to complaint ${label}`,
  },
});

/** What the day of an interim reply is called among our promises. */
export const finalReplyPromise = { it: words.it.promised, en: words.en.promised } as const;

const signed = ({ language, writerName, departmentName, companyName }: LetterFacts): string => `${words[language].regards},\n${writerName}\n${departmentName}, ${companyName}`;

/** That it is registered: its number, who has it, until when the answer comes. Runs in the browser, for a person to read over. */
export const draftAcknowledgement = (facts: LetterFacts & { readonly dueOn: LocalDate; readonly basis: string; readonly nextUpdateAt: Instant; readonly now: Instant; readonly timeZone: string }): string => {
  const { language, now, timeZone } = facts;
  const texts = words[language];
  return [
    texts.greeting(facts.customerName),
    `${texts.acknowledged(facts.label, sayFullDate(facts.receivedOn, language), facts.onBehalfOf)} ${texts.has(facts.writerName, facts.departmentName)}`,
    `${texts.answerBy(sayFullDate(facts.dueOn, language), facts.basis)} ${texts.next(sayInstant(facts.nextUpdateAt, { now, timeZone, language }))}`,
    texts.toAnswer,
    signed(facts),
  ].join('\n\n');
};

/** Why the answer takes longer, and the day on which it comes. */
export const draftInterim = (facts: LetterFacts & { readonly dueOn: LocalDate; readonly reason: string; readonly finalOn: LocalDate }): string => {
  const { language } = facts;
  const texts = words[language];
  return [
    texts.greeting(facts.customerName),
    texts.interim(facts.label, sayFullDate(facts.receivedOn, language), sayFullDate(facts.dueOn, language)),
    texts.reason(sentence(facts.reason)),
    `${texts.finalOn(sayFullDate(facts.finalOn, language))} ${texts.stays(facts.writerName, facts.departmentName)}`,
    signed(facts),
  ].join('\n\n');
};

interface AnswerFacts extends LetterFacts {
  readonly outcome: Outcome;
  readonly assessment: string;
  readonly grounds: string;
  readonly correction: string;
  readonly indemnityCents: number;
  /** Where the customer can go next; null where nothing was refused. */
  readonly nextBody: string | null;
}

/** The final reply with its minimum content, in the order in which somebody reads it. */
export const draftAnswer = (facts: AnswerFacts): string => {
  const { language } = facts;
  const texts = words[language];
  return [
    texts.greeting(facts.customerName),
    texts.answers(facts.label, sayFullDate(facts.receivedOn, language), facts.onBehalfOf),
    `${texts.assessment}\n${sentence(facts.assessment)}`,
    `${texts.decision}\n${texts.outcomes[facts.outcome]} ${sentence(facts.grounds)}`,
    `${texts.correction}\n${sentence(facts.correction)}`,
    ...(facts.indemnityCents > 0 ? [texts.owed(sayCents(facts.indemnityCents, language))] : []),
    ...(facts.nextBody === null ? [] : [texts.goOn(facts.nextBody)]),
    texts.ask(facts.writerName, facts.departmentName),
    signed(facts),
  ].join('\n\n');
};
