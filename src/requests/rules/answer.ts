import { refuse, type Refusal } from '#base/refusal.ts';
import type { RequestTimes } from './state.ts';

export type SpeakRefusal = Refusal<'request.withdrawn' | 'request.said_enough'>;
export type AnswerRefusal = Refusal<'answer.not_a_choice' | 'answer.date_needed' | 'answer.date_past' | 'answer.date_too_far' | 'request.answered_already'>;

/** What a department says, in whatever way. */
export interface Said {
  readonly kind: 'answer' | 'question_back' | 'not_ours';
  readonly text: string;
  readonly choice: string | null;
  /** A day in the department's own calendar, `YYYY-MM-DD`. */
  readonly promisedFor: string | null;
  readonly whoseIsIt: string | null;
  readonly byAddress: string | null;
}

/** More than this said by a department on one request comes from a program, not from a person. */
const mostTurns = 60;

/** May anything be said on it still? Null means yes. A settled request takes additions; a withdrawn one is gone. */
export const maySpeak = (request: RequestTimes, turns: number): SpeakRefusal | null => {
  if (request.withdrawnAt !== null) return refuse('request.withdrawn');
  return turns >= mostTurns ? refuse('request.said_enough') : null;
};

interface Offered {
  readonly choices: readonly { readonly label: string; readonly asksDate: string | null }[];
  /** Today where the department is. */
  readonly today: string;
  /** The last day that is still a date and not a slip of the finger. */
  readonly farthest: string;
}

/**
 * Is it an answer? A tapped answer is one of those offered, and a question that comes with it ("when does it leave?") is answered by
 * a day or in words: "not yet" alone would leave the customer where they were. Null means yes.
 */
export const mayAnswer = (said: Pick<Said, 'choice' | 'promisedFor' | 'text'>, { choices, today, farthest }: Offered): AnswerRefusal | null => {
  const chosen = choices.find(({ label }) => label === said.choice);
  if (said.choice !== null && chosen === undefined) return refuse('answer.not_a_choice', { choice: said.choice });
  if (said.promisedFor !== null && said.promisedFor < today) return refuse('answer.date_past', { date: said.promisedFor });
  if (said.promisedFor !== null && said.promisedFor > farthest) return refuse('answer.date_too_far', { date: said.promisedFor });
  const asked = chosen?.asksDate ?? null;
  if (asked !== null && said.promisedFor === null && said.text === '') return refuse('answer.date_needed', { question: asked });
  return null;
};

/** "Not ours" after an answer would take the answer back without a word. */
export const mayRefuse = (request: RequestTimes): AnswerRefusal | null =>
  request.answeredAt === null ? null : refuse('request.answered_already');

/** The same words from the same address as last time: a second tap, or a page that was sent again. */
export const saysTheSame = (said: Said, last: Said | null): boolean =>
  last !== null &&
  last.kind === said.kind &&
  last.text === said.text &&
  last.choice === said.choice &&
  last.promisedFor === said.promisedFor &&
  last.whoseIsIt === said.whoseIsIt &&
  last.byAddress === said.byAddress;
