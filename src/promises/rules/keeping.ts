import type { Instant } from '#base/clock.ts';

/**
 * The promise-keeping rate: of the promises whose first date lies in a stretch of time, those that were kept by that first date. A
 * date that was moved in time is counted apart and never as kept: the customer was told, but got it later than they were first told.
 * Kept too late is broken. Whoever let us off is not counted at all. The measure is Percent Plan Complete of the Lean Construction
 * Institute: completed on the day stated, of all promised for it. It is not meant to reach 100%: who never breaks a promise promises
 * too little.
 */
export interface KeepingFacts {
  readonly text: string;
  readonly firstDueAt: Instant;
  readonly dueAt: Instant;
  readonly keptAt: Instant | null;
  readonly releasedAt: Instant | null;
  /** The department on whose answer it rests; null where it rests on nobody's. */
  readonly department: { readonly id: string; readonly name: string } | null;
}

export type Fate = 'kept' | 'renegotiated' | 'broken' | 'released';

/** `news`: the customer hears from us. `deed`: something comes to them, is done for them. */
export type PromiseKind = 'news' | 'deed';

/** What became of a promise whose first date is past. */
export const fateOf = ({ firstDueAt, dueAt, keptAt, releasedAt }: Omit<KeepingFacts, 'text' | 'department'>): Fate => {
  if (releasedAt !== null) return 'released';
  // A move stands before the date that it moves, so another date is always one that was told in time.
  if (dueAt.getTime() !== firstDueAt.getTime()) return 'renegotiated';
  return keptAt !== null && keptAt <= firstDueAt ? 'kept' : 'broken';
};

const news =
  /(?<!\p{L})(?:(?:ri)?scriv|(?:ri)?chiam|rispond|risponder|aggiorn|(?:ri)?contatt|telefon|comunic|conferm|risposta|riscontro|notizie|sapere|sentiamo|sentirà|write|call|ring|phone|answer|reply|respond|update|let you know|get back|come back|be in touch|hear from|tell you|confirm|follow up|news)/iu;

/** Told by its words, because nobody who promises fills in a form. */
export const kindOf = (text: string): PromiseKind => (news.test(text) ? 'news' : 'deed');

export interface Keeping {
  readonly kept: number;
  readonly renegotiated: number;
  readonly broken: number;
  readonly released: number;
  /** Kept, of all that fell due: 0 to 1. Null where nothing did. */
  readonly rate: number | null;
}

const keepingOf = (fates: readonly Fate[]): Keeping => {
  const count = (fate: Fate): number => fates.filter((one) => one === fate).length;
  const [kept, renegotiated, broken] = [count('kept'), count('renegotiated'), count('broken')];
  const due = kept + renegotiated + broken;
  return { kept, renegotiated, broken, released: count('released'), rate: due === 0 ? null : kept / due };
};

export interface KeepingReport {
  readonly all: Keeping;
  readonly byKind: Readonly<Record<PromiseKind, Keeping>>;
  /** The department behind the promise, by name; null for those that rest on nobody's answer, which come last. */
  readonly byDepartment: readonly (Keeping & { readonly department: { readonly id: string; readonly name: string } | null })[];
}

/** How promises were kept whose first date is past; the order in which they come does not matter. */
export const reportOn = (promises: readonly KeepingFacts[]): KeepingReport => {
  const judged = promises.map((promise) => ({ promise, fate: fateOf(promise), kind: kindOf(promise.text) }));
  const of = (which: (one: (typeof judged)[number]) => boolean): Keeping => keepingOf(judged.filter(which).map(({ fate }) => fate));
  const departments = new Map(promises.map(({ department }) => [department?.id ?? null, department]));
  const named = [...departments.values()].toSorted((one, other) => (one === null ? 1 : other === null ? -1 : one.name.localeCompare(other.name) || (one.id < other.id ? -1 : 1)));
  return {
    all: of(() => true),
    byKind: { news: of(({ kind }) => kind === 'news'), deed: of(({ kind }) => kind === 'deed') },
    byDepartment: named.map((department) => ({ department, ...of(({ promise }) => (promise.department?.id ?? null) === (department?.id ?? null)) })),
  };
};
