import type { Instant } from '#base/clock.ts';
import type { Language } from '#base/texts.ts';
import type { LeaveReason } from './contract/kinds.ts';
import type { Occasion } from './contract/loop.ts';
import { letterTexts, type SaidDay } from './letter-words.ts';

/** How many ways there are to say it. */
export const variants = 3;

export interface LoopLetterFacts {
  readonly language: Language;
  readonly occasion: Occasion;
  readonly variant: number;
  readonly customerName: string;
  /** What they said and when; `isTheirs` where they wrote it themselves. */
  readonly said: { readonly words: string; readonly isTheirs: boolean; readonly at: Instant };
  /** What the theme is called here; for what was never written. */
  readonly title: string;
  readonly decision: { readonly kind: 'take' | 'leave'; readonly reason: LeaveReason | null; readonly shipsBy: string | null; readonly deciderName: string };
  /** What everybody is told, in this language. */
  readonly words: string;
  readonly signerName: string;
  readonly companyName: string;
  readonly timeZone: string;
}

const longestQuote = 180;

/** Their own words on one line, cut between two words where they are long; without a full stop, because ours follows. */
export const quoteOf = (words: string): string => {
  const line = words.replaceAll(/\s+/gu, ' ').trim();
  if (line.length <= longestQuote) return line.replace(/[.;,:]+$/u, '');
  const cut = line.slice(0, longestQuote);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > longestQuote / 2 ? space : longestQuote).replace(/[.;,:]+$/u, '')}…`;
};

const format = (language: Language, timeZone: string) => new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone });

/** Letters are read much later than they are written about, so the year is always said. */
const dayOf = (instant: Instant, language: Language, timeZone: string): SaidDay => {
  const day = format(language, timeZone).format(instant);
  if (language === 'en') return { on: day, of: day };
  if (/^(?:8|11) /u.test(day)) return { on: `l’${day}`, of: `dell’${day}` };
  const said = day.replace(/^1 /u, '1º ');
  return { on: `il ${said}`, of: `del ${said}` };
};

/**
 * One customer's letter: what they said, what was decided and why, by when, what they can do. What a colleague noted of a call is not
 * quoted, because those were never the customer's words. Runs in the browser as well: the preview is the letter itself.
 */
export const loopLetter = (facts: LoopLetterFacts): string => {
  const texts = letterTexts[facts.language];
  const of = <Way>(ways: readonly [Way, Way, Way]): Way => ways[(facts.variant % variants) as 0 | 1 | 2];
  const { said } = facts;
  const day = dayOf(said.at, facts.language, facts.timeZone);
  const opening = said.isTheirs ? of(texts[facts.occasion].wrote)(quoteOf(said.words), day) : of(texts[facts.occasion].spoke)(day, facts.title);
  return [
    texts.greeting(facts.customerName),
    opening,
    ...(facts.occasion === 'shipped' ? [] : [outcome(facts, of)]),
    ...(facts.words.trim() === '' ? [] : [facts.words.trim()]),
    next(facts, of),
    of(texts.thanks),
    texts.signed(facts.signerName, facts.companyName),
  ].join('\n\n');
};

type Of = <Way>(ways: readonly [Way, Way, Way]) => Way;

const outcome = ({ language, decision: { kind, reason, shipsBy, deciderName } }: LoopLetterFacts, of: Of): string => {
  const texts = letterTexts[language];
  if (kind === 'take') return of(texts.taken)(deciderName, shipsBy === null ? '' : dayOf(new Date(`${shipsBy}T12:00:00Z`), language, 'UTC').on);
  return `${reason === null ? '' : texts.left[reason]} ${of(texts.leftBy)(deciderName)}`.trim();
};

const next = ({ language, occasion, decision: { kind, deciderName } }: LoopLetterFacts, of: Of): string => {
  const texts = letterTexts[language];
  if (occasion === 'shipped') return of(texts.afterShipping)(deciderName);
  return kind === 'take' ? of(texts.afterTake) : of(texts.afterLeave);
};
