import { atomsIn, type Atom } from './date-words.ts';
import { remembered } from './remembered.ts';

/** Atoms that stand together and give one date: "entro | giovedì | alle 15". */
export interface Group {
  /** Where its wording begins; `start` is later where the verb stands in between: "domani | la chiamo | alle 10". */
  readonly from: number;
  readonly start: number;
  readonly end: number;
  readonly limit: (Atom & { is: 'limit' }) | null;
  readonly day: (Atom & { is: 'day' }) | null;
  readonly week: (Atom & { is: 'week' }) | null;
  readonly part: (Atom & { is: 'part' }) | null;
  readonly time: (Atom & { is: 'time' }) | null;
  readonly length: (Atom & { is: 'length' }) | null;
  readonly now: (Atom & { is: 'now' }) | null;
}

// What may stand between two atoms of one date: "entro le 18 di domani", "by 3 pm on Thursday".
const glue = /^[\s,(]*(?:(?:di|del|della|dello|dell['’]|il|la|le|lo|l['’]|a|in|on|of|the|at|for|per|nel|nella|alle|ore|e|no|please)\s*){0,3}$/iu;
// Said twice for safety: "by Friday at the latest", "first thing on Monday morning".
const mayRepeat = new Set<Atom['is']>(['limit', 'part']);

const joins = (sentence: string, open: readonly Atom[] | undefined, atom: Atom): boolean => {
  const last = open?.at(-1);
  if (open === undefined || last === undefined || !glue.test(sentence.slice(last.end, atom.start))) return false;
  // "Today by 5, tomorrow at the latest": a limit after a comma begins anew.
  if (atom.is === 'limit' && /,/u.test(sentence.slice(last.end, atom.start)) && !/latest|al massimo|al più tardi/iu.test(sentence.slice(atom.start, atom.end))) return false;
  return mayRepeat.has(atom.is) || !open.some(({ is }) => is === atom.is);
};

const only = <Is extends Atom['is']>(atoms: readonly Atom[], is: Is): (Atom & { is: Is }) | null =>
  (atoms.find((atom) => atom.is === is) as (Atom & { is: Is }) | undefined) ?? null;

const asGroup = (atoms: readonly Atom[]): Group => ({
  from: atoms[0]!.start,
  start: atoms[0]!.start,
  end: atoms.at(-1)!.end,
  limit: only(atoms, 'limit'),
  day: only(atoms, 'day'),
  week: only(atoms, 'week'),
  part: only(atoms, 'part'),
  time: only(atoms, 'time'),
  length: only(atoms, 'length'),
  now: only(atoms, 'now'),
});

const givesADate = ({ day, week, part, time, length }: Group): boolean => day !== null || week !== null || part !== null || time !== null || length !== null;

const longestVerb = 40;

/** "Domani la chiamo alle 10", "venerdì le confermo entro le 12": a day first, its hour after the verb. */
const completes = (sentence: string, first: Group, second: Group): boolean => {
  if (first.time !== null || first.length !== null || (first.day === null && first.week === null) || second.day !== null || second.week !== null || second.length !== null) return false;
  if (second.time === null && first.part !== null) return false;
  const between = sentence.slice(first.end, second.start);
  return between.length <= longestVerb && !/[,;:–—]|\b(?:e|ed|o|ma|and|or|but|then|poi)\b/iu.test(between);
};

/** "Martedì prossimo, 27 ottobre": one day said twice. */
const repeats = (sentence: string, first: Group, second: Group): boolean =>
  first.time === null && first.day !== null && second.day?.day.kind === 'date' && (first.day.day.kind === 'ahead' || (first.day.day.kind === 'weekday' && first.day.day.date === null)) &&
  second.limit === null && /^,? \(?$/u.test(sentence.slice(first.end, second.start));

const asOne = (first: Group, second: Group): Group => ({ ...second, from: first.from, start: first.start, part: second.part ?? first.part, limit: first.limit });

const together = (first: Group, second: Group): Group => ({
  ...second, from: first.from, day: first.day, week: first.week, part: second.part ?? first.part, limit: second.limit ?? first.limit,
});

/** The dates of a sentence, in order, those left out that are over ("ieri pomeriggio", "last Monday"). */
export const groupsIn = remembered((sentence: string): readonly Group[] => {
  const atoms: Atom[][] = [];
  for (const atom of atomsIn(sentence)) {
    if (joins(sentence, atoms.at(-1), atom)) atoms.at(-1)!.push(atom);
    else atoms.push([atom]);
  }
  const groups: Group[] = [];
  for (const one of atoms.filter((among) => among.every(({ is }) => is !== 'gone')).map(asGroup).filter(givesADate)) {
    const last = groups.at(-1);
    if (last !== undefined && completes(sentence, last, one)) groups[groups.length - 1] = together(last, one);
    else if (last !== undefined && repeats(sentence, last, one)) groups[groups.length - 1] = asOne(last, one);
    else groups.push(one);
  }
  return groups;
});
