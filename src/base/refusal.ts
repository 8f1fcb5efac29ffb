import type { Language } from './texts.ts';

/**
 * The business says no. A refusal is a value that a rule returns, never an exception: it names itself (`promise.already_kept`),
 * carries the facts that its words need, and says what can be done instead.
 */
export interface Refusal<Code extends string = string> {
  readonly refused: Code;
  readonly facts?: Readonly<Record<string, string | number | null>>;
}

export const refuse = <Code extends string>(code: Code, facts?: Refusal['facts']): Refusal<Code> =>
  facts === undefined ? { refused: code } : { refused: code, facts };

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && typeof (value as { refused?: unknown }).refused === 'string';

/** What a person reads about a refusal, in both languages: why, and what to do next. */
export type RefusalWords<Code extends string> = Readonly<
  Record<Code, Readonly<Record<Language, (facts: NonNullable<Refusal['facts']>) => string>>>
>;
