import type { Language } from '#base/texts.ts';

/** What one look at the installation found. `in_trouble` fails the command; `look` asks for attention and does not. */
export interface Finding {
  readonly what: string;
  readonly state: 'well' | 'look' | 'in_trouble';
  readonly words: Readonly<Record<Language, string>>;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

type Facts = Finding['facts'];
type Words = Finding['words'];

export const well = (what: string, words: Words, facts: Facts = {}): Finding => ({ what, state: 'well', words, facts });
export const look = (what: string, words: Words, facts: Facts = {}): Finding => ({ what, state: 'look', words, facts });
export const inTrouble = (what: string, words: Words, facts: Facts = {}): Finding => ({ what, state: 'in_trouble', words, facts });
