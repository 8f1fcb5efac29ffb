import type { Instant } from '#base/clock.ts';
import type { Language } from '#base/texts.ts';
import { defineTexts } from '#base/texts.ts';
import { sayInstant } from '#calendar/words.ts';
import { tableOf } from './rules/template.ts';

/** What a mail to a department is made from. Nothing of the customer is in it but what the asker wrote. */
export interface LetterFacts {
  readonly department: string;
  readonly question: string;
  readonly why: string;
  readonly choices: readonly { readonly label: string }[];
  readonly fields: readonly { readonly label: Readonly<Record<Language, string>>; readonly value: string; readonly attachmentId: string | null }[];
  readonly askedBy: string;
  readonly askedByDepartment: string;
  readonly dueAt: Instant;
  /** The colleague who has it; null where nobody said so. */
  readonly takenBy: string | null;
  /** The page of this recipient for this request; opening it changes nothing. */
  readonly url: string;
  readonly now: Instant;
  readonly timeZone: string;
  readonly language: Language;
}

export type Letter =
  | { readonly kind: 'asked' }
  | { readonly kind: 'reminder'; readonly byHand: boolean }
  | { readonly kind: 'head'; readonly insteadOf: string | null; readonly thenAt: Instant | null; readonly thenTo: string }
  | { readonly kind: 'director'; readonly head: string | null }
  | { readonly kind: 'reply'; readonly text: string; readonly by: string }
  | { readonly kind: 'sent_back'; readonly missing: string; readonly by: string; readonly answer: string }
  | { readonly kind: 'withdrawn'; readonly reason: string };

const longestSubject = 90;

/** The question in one line that an inbox can show. */
const short = (question: string): string => {
  const flat = question.replaceAll(/\s+/gu, ' ').trim();
  return flat.length <= longestSubject ? flat : `${flat.slice(0, longestSubject).replace(/\s+\S*$/u, '')}…`;
};

const firstName = (name: string): string => name.split(' ')[0] ?? name;

const words = defineTexts({
  it: {
    subjects: {
      asked: (question: string, due: string) => `${question} · ${due}`,
      reminder: (question: string) => `Promemoria: ${question}`,
      head: (department: string, question: string) => `${department} non ha ancora risposto: ${question}`,
      director: (department: string, question: string) => `${department} non risponde: ${question}`,
      reply: (by: string, question: string) => `${by} ti ha risposto: ${question}`,
      sentBack: (question: string) => `Non basta ancora: ${question}`,
      withdrawn: (question: string) => `Non serve più: ${question}`,
    },
    why: (why: string) => `Perché: ${why}`,
    needed: (due: string, by: string, department: string) => `Serve ${due}. Chiede ${by}, ${department}.`,
    tap: 'Basta un clic, poi confermi:',
    answerHere: (url: string) => `Rispondi qui: ${url}`,
    orHere: (by: string, url: string) => `Per rispondere a parole, chiedere qualcosa a ${by} o dire che non tocca a voi: ${url}`,
    mine: (url: string) => `Ci pensi tu? Dillo ai colleghi: ${url}?mine=1`,
    onPage: (name: string) => `${name} (sulla pagina)`,
    hasIt: (name: string) => `Se ne occupa ${name}.`,
    byMail: 'Puoi anche rispondere a questa e-mail. Non serve un account.',
    reminder: (due: string) => `Aspettiamo ancora la tua risposta: serve ${due}.`,
    reminderLate: (due: string) => `La risposta era attesa ${due} e non è ancora arrivata.`,
    reminderByHand: (by: string) => `${by} ti chiede a che punto è.`,
    head: (department: string, by: string, due: string) => `${department} doveva rispondere a ${by} ${due} e non l’ha ancora fatto. Il cliente aspetta.`,
    instead: (name: string) => `Scriviamo a te al posto di ${name}.`,
    climbsTo: (due: string, to: string) => `Se la risposta non arriva ${due}, la richiesta sale a ${to}.`,
    youMay: (url: string) => `Puoi rispondere tu, qui o a questa e-mail: ${url}`,
    director: (department: string, by: string, due: string) => `${department} doveva rispondere a ${by} ${due}. Il promemoria è partito, la risposta no, e un cliente aspetta.`,
    headKnows: (name: string) => `${name} lo sa.`,
    asked: (question: string) => `La domanda: ${question}`,
    nowDue: (due: string) => `Ora la risposta serve ${due}: il tempo in cui aspettavi noi non conta.`,
    sentBack: (by: string) => `Grazie della risposta. A ${by} non basta ancora per rispondere al cliente.`,
    missing: (missing: string) => `Che cosa manca: ${missing}`,
    youSaid: (answer: string) => `Avevi risposto: «${answer}»`,
    stillDue: (due: string) => `Serve ${due}.`,
    stillLate: (due: string) => `Era attesa ${due}: prima arriva, meglio è.`,
    withdrawn: (reason: string) => `A questa domanda non serve più rispondere. ${reason}`,
    thanks: 'Grazie lo stesso.',
  },
  en: {
    subjects: {
      asked: (question: string, due: string) => `${question} · ${due}`,
      reminder: (question: string) => `Reminder: ${question}`,
      head: (department: string, question: string) => `${department} has not answered yet: ${question}`,
      director: (department: string, question: string) => `${department} does not answer: ${question}`,
      reply: (by: string, question: string) => `${by} has answered you: ${question}`,
      sentBack: (question: string) => `Not enough yet: ${question}`,
      withdrawn: (question: string) => `No longer needed: ${question}`,
    },
    why: (why: string) => `Why: ${why}`,
    needed: (due: string, by: string, department: string) => `Needed ${due}. Asked by ${by}, ${department}.`,
    tap: 'One click, then you confirm:',
    answerHere: (url: string) => `Answer here: ${url}`,
    orHere: (by: string, url: string) => `To answer in words, ask ${by} something, or say that it is not yours: ${url}`,
    mine: (url: string) => `Is it yours? Let your colleagues know: ${url}?mine=1`,
    onPage: (name: string) => `${name} (on the page)`,
    hasIt: (name: string) => `${name} has it.`,
    byMail: 'You can also reply to this e-mail. No account needed.',
    reminder: (due: string) => `We are still waiting for your answer: it is needed ${due}.`,
    reminderLate: (due: string) => `The answer was due ${due} and has not come yet.`,
    reminderByHand: (by: string) => `${by} asks how it stands.`,
    head: (department: string, by: string, due: string) => `${department} was to answer ${by} ${due} and has not done so yet. The customer is waiting.`,
    instead: (name: string) => `We write to you in place of ${name}.`,
    climbsTo: (due: string, to: string) => `If no answer comes ${due}, the request goes up to ${to}.`,
    youMay: (url: string) => `You can answer yourself, here or by replying to this e-mail: ${url}`,
    director: (department: string, by: string, due: string) => `${department} was to answer ${by} ${due}. A reminder has gone out, an answer has not come, and a customer is waiting.`,
    headKnows: (name: string) => `${name} knows.`,
    asked: (question: string) => `The question: ${question}`,
    nowDue: (due: string) => `The answer is now needed ${due}: the time you waited for us does not count.`,
    sentBack: (by: string) => `Thank you for your answer. It is not yet enough for ${by} to answer the customer.`,
    missing: (missing: string) => `What is missing: ${missing}`,
    youSaid: (answer: string) => `You answered: “${answer}”`,
    stillDue: (due: string) => `Needed ${due}.`,
    stillLate: (due: string) => `It was due ${due}: the sooner the better.`,
    withdrawn: (reason: string) => `This question needs no answer any more. ${reason}`,
    thanks: 'Thank you all the same.',
  },
});

type Words = (typeof words)['it'];

/** A mail to a department in words: the question first, why, by when, and the ways to answer. */
export const writeLetter = (letter: Letter, facts: LetterFacts): { subject: string; text: string } => {
  const t = words[facts.language];
  const paragraphs = bodyOf(letter, facts, t);
  return { subject: subjectOf(letter, facts, t), text: paragraphs.filter((paragraph) => paragraph !== '').join('\n\n') };
};

const saying = ({ now, timeZone, language }: LetterFacts, instant: Instant, by = false): string => sayInstant(instant, { now, timeZone, language, by });

const subjectOf = (letter: Letter, facts: LetterFacts, t: Words): string => {
  const question = short(facts.question);
  switch (letter.kind) {
    case 'asked': return t.subjects.asked(question, saying(facts, facts.dueAt, true));
    case 'reminder': return t.subjects.reminder(question);
    case 'head': return t.subjects.head(facts.department, question);
    case 'director': return t.subjects.director(facts.department, question);
    case 'reply': return t.subjects.reply(firstName(letter.by), question);
    case 'sent_back': return t.subjects.sentBack(question);
    case 'withdrawn': return t.subjects.withdrawn(question);
  }
};

const bodyOf = (letter: Letter, facts: LetterFacts, t: Words): string[] => {
  const due = saying(facts, facts.dueAt);
  const by = saying(facts, facts.dueAt, true);
  switch (letter.kind) {
    case 'asked':
      return [...theQuestion(facts, t), ...waysToAnswer(facts, t)];
    case 'reminder':
      return [
        letter.byHand ? t.reminderByHand(facts.askedBy) : '',
        facts.now < facts.dueAt ? t.reminder(by) : t.reminderLate(due),
        ...theQuestion(facts, t),
        ...waysToAnswer(facts, t),
      ];
    case 'head':
      return [
        t.head(facts.department, facts.askedBy, due),
        letter.insteadOf === null ? '' : t.instead(letter.insteadOf),
        t.asked(facts.question),
        t.why(facts.why),
        t.youMay(facts.url),
        letter.thenAt === null || letter.thenTo === '' ? '' : t.climbsTo(saying(facts, letter.thenAt, true), letter.thenTo),
      ];
    case 'director':
      return [
        t.director(facts.department, facts.askedBy, due),
        letter.head === null ? '' : t.headKnows(letter.head),
        t.asked(facts.question),
        t.why(facts.why),
        t.youMay(facts.url),
      ];
    case 'reply':
      return [letter.text, t.nowDue(by), t.asked(facts.question), ...waysToAnswer(facts, t)];
    case 'sent_back':
      return [
        t.sentBack(firstName(letter.by)),
        t.missing(letter.missing),
        facts.now < facts.dueAt ? t.stillDue(by) : t.stillLate(due),
        t.asked(facts.question),
        letter.answer === '' ? '' : t.youSaid(letter.answer),
        ...waysToAnswer(facts, t),
      ];
    case 'withdrawn':
      return [t.withdrawn(letter.reason), t.asked(facts.question), t.thanks];
  }
};

const theQuestion = (facts: LetterFacts, t: Words): string[] => [
  facts.question,
  theFields(facts, t),
  t.why(facts.why),
  t.needed(saying(facts, facts.dueAt, true), facts.askedBy, facts.askedByDepartment),
];

/** What they need to know, one line each, under each other as in a table. A file waits on the page. */
const theFields = ({ fields, language }: LetterFacts, t: Words): string =>
  tableOf(fields.map(({ label, value, attachmentId }) => ({ label: label[language], value: attachmentId === null ? value : t.onPage(value) })));

/** Each offered answer is a link that fills the page in; a person still sends it there, because programs open links as well. */
const waysToAnswer = (facts: LetterFacts, t: Words): string[] => {
  if (facts.choices.length === 0) return [t.answerHere(facts.url), whoHasIt(facts, t), t.byMail];
  const taps = facts.choices.map(({ label }, place) => `${label}: ${facts.url}?choice=${place}`);
  return [[t.tap, ...taps].join('\n'), t.orHere(firstName(facts.askedBy), facts.url), whoHasIt(facts, t), t.byMail];
};

const whoHasIt = ({ takenBy, url }: LetterFacts, t: Words): string => (takenBy === null ? t.mine(url) : t.hasIt(takenBy));
