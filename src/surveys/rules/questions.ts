import type { Condition, Content, Question, QuestionKind } from '../contract.ts';

/**
 * Which question comes next. Questions are asked in their order. One that says "only if" is left out unless the earlier answer that it
 * looks at is there and says so; an answer to a question that is no longer asked, because somebody went back and thought again, counts
 * no more. A scale is answered by one number of it, a choice by one of its words, "several" by any of them.
 */
export interface Answer {
  readonly score: number | null;
  readonly chosen: readonly string[];
  readonly words: string | null;
}

export type Answers = Readonly<Record<string, Answer | undefined>>;

/** The lowest and the highest of each scale. CSAT and NPS are what the field calls by that name; CES is agreement that it was easy. */
export const scales = { csat: { from: 1, to: 5 }, nps: { from: 0, to: 10 }, ces: { from: 1, to: 7 } } as const;
export type ScaleKind = keyof typeof scales;
export const isScale = (kind: QuestionKind): kind is ScaleKind => kind in scales;

const meets = ({ is, value }: Condition, answer: Answer): boolean => {
  if (typeof value === 'string') return is === 'is' && answer.chosen.includes(value);
  if (answer.score === null) return false;
  return is === 'is' ? answer.score === value : is === 'at_least' ? answer.score >= value : answer.score <= value;
};

/** The questions that are asked of somebody who has answered so, in their order. */
export const askedOf = (questions: readonly Question[], answers: Answers): Question[] => {
  const asked: Question[] = [];
  for (const question of questions) {
    const { onlyIf } = question;
    // What hangs on a question that is itself left out is left out with it.
    const looksAt = onlyIf === null ? undefined : asked.find(({ key }) => key === onlyIf.question);
    const answer = looksAt === undefined ? undefined : answers[looksAt.key];
    if (onlyIf === null || (answer !== undefined && meets(onlyIf, answer))) asked.push(question);
  }
  return asked;
};

/** The answers that count: those to questions that are asked. */
export const countedAnswers = (questions: readonly Question[], answers: Answers): { question: Question; answer: Answer }[] =>
  askedOf(questions, answers).flatMap((question) => {
    const answer = answers[question.key];
    return answer === undefined ? [] : [{ question, answer }];
  });

/** The question after `key`, or null where that was the last; the first one for null. */
export const questionAfter = (questions: readonly Question[], answers: Answers, key: string | null): Question | null => {
  const asked = askedOf(questions, answers);
  return asked[key === null ? 0 : asked.findIndex((question) => question.key === key) + 1] ?? null;
};

/** The question before `key`; null where that is the first. */
export const questionBefore = (questions: readonly Question[], answers: Answers, key: string): Question | null => {
  const asked = askedOf(questions, answers);
  return asked[asked.findIndex((question) => question.key === key) - 1] ?? null;
};

/** The first question that cannot be passed over and was; null where all is there. */
export const firstMissing = (questions: readonly Question[], answers: Answers): Question | null =>
  askedOf(questions, answers).find(({ key, isNeeded }) => isNeeded && answers[key] === undefined) ?? null;

export const longestWords = 4_000;

/** What was sent to a question as an answer to it: null where nothing was answered, `undefined` where it is no answer to this question. */
export const readAnswer = (question: Question, sent: readonly string[]): Answer | null | undefined => {
  const given = sent.map((one) => one.replaceAll('\u0000', '').trim()).filter((one) => one !== '');
  const [first] = given;
  if (first === undefined) return null;
  const { kind } = question;
  if (isScale(kind)) {
    const score = /^\d{1,2}$/u.test(first) ? Number(first) : Number.NaN;
    return score >= scales[kind].from && score <= scales[kind].to ? { score, chosen: [], words: null } : undefined;
  }
  if (kind === 'text') return { score: null, chosen: [], words: first.slice(0, longestWords) };
  const allowed = kind === 'yes_no' ? ['yes', 'no'] : question.choices.map(({ key }) => key);
  const chosen = [...new Set(kind === 'several' ? given : [first])];
  return chosen.every((one) => allowed.includes(one)) ? { score: null, chosen, words: null } : undefined;
};

/** What is wrong with questions that fit their shape: each with the key of the question where it stands. */
export type Flaw = 'same_key' | 'choices_missing' | 'same_choice' | 'looks_ahead' | 'cannot_be';

const flawOf = (question: Question, earlier: readonly Question[]): Flaw | null => {
  const { key, kind, choices, onlyIf } = question;
  if (earlier.some((other) => other.key === key)) return 'same_key';
  if ((kind === 'choice' || kind === 'several') && choices.length < 2) return 'choices_missing';
  if (new Set(choices.map((one) => one.key)).size < choices.length) return 'same_choice';
  if (onlyIf === null) return null;
  const looksAt = earlier.find((other) => other.key === onlyIf.question);
  if (looksAt === undefined) return 'looks_ahead';
  return canBe(looksAt, onlyIf) ? null : 'cannot_be';
};

/** Could any answer to `question` ever meet that? */
const canBe = (question: Question, { is, value }: Condition): boolean => {
  if (isScale(question.kind)) return typeof value === 'number' && value >= scales[question.kind].from && value <= scales[question.kind].to;
  if (question.kind === 'text' || is !== 'is') return false;
  return question.kind === 'yes_no' ? value === 'yes' || value === 'no' : question.choices.some(({ key }) => key === value);
};

/** The first flaw of what is to be asked, with the place of its question; null where there is none. */
export const flawIn = ({ questions }: Pick<Content, 'questions'>): { readonly place: number; readonly flaw: Flaw } | null => {
  for (const [place, question] of questions.entries()) {
    const flaw = flawOf(question, questions.slice(0, place));
    if (flaw !== null) return { place, flaw };
  }
  return null;
};
