import type { Language } from '#base/texts.ts';

/**
 * Which cases look like an incident: never on a guess, always with the words that say so, and a person decides. The keeper marks
 * words. Once three cases are linked, the words that half of them share and that hardly any ordinary message has count as well,
 * each half as much as a marked one. A case of the same department as the linked ones needs two marked words or their worth; one
 * that stands elsewhere needs more. With too few ordinary messages to compare with nothing is learnt.
 */
export const resemblancePolicy = {
  markedWorth: 2,
  learntWorth: 1,
  needed: 4,
  neededElsewhere: 5,
  learnsFrom: 3,
  sharedBy: 0.5,
  ordinaryAtMost: 0.03,
  ordinaryNeeded: 50,
  learntAtMost: 8,
  offered: 8,
} as const;

export interface Known {
  readonly word: string;
  readonly source: 'marked' | 'learnt';
}

const worthOf = (words: readonly Known[]): number =>
  words.reduce((sum, { source }) => sum + (source === 'marked' ? resemblancePolicy.markedWorth : resemblancePolicy.learntWorth), 0);

interface Compared {
  /** Words of the incident that the case has. */
  readonly found: readonly Known[];
  /** All words of the incident. */
  readonly known: readonly Known[];
  readonly sameDepartment: boolean;
}

/** Does the case look like it? Where the keeper marked fewer words than are needed, all of those are enough. */
export const resembles = ({ found, known, sameDepartment }: Compared): boolean => {
  const needed = sameDepartment ? resemblancePolicy.needed : resemblancePolicy.neededElsewhere;
  const marked = worthOf(known.filter(({ source }) => source === 'marked'));
  const worth = worthOf(found);
  return worth > 0 && worth >= (marked === 0 ? needed : Math.min(needed, marked));
};

export interface Said {
  readonly language: Language;
  readonly text: string;
}

/** The different words of a text, four letters and more, as they are written in small letters. */
export const wordsIn = (text: string): Set<string> => new Set((text.toLowerCase().match(/\p{L}{4,30}/gu) ?? []));

/** Words that at least half of the linked cases of one language share; nothing while there are fewer than three. */
export const sharedWords = (linked: readonly Said[]): string[] => {
  const shared = new Set<string>();
  for (const language of ['it', 'en'] as const) {
    const texts = linked.filter((one) => one.language === language).map(({ text }) => wordsIn(text));
    if (texts.length < resemblancePolicy.learnsFrom) continue;
    const counts = new Map<string, number>();
    for (const words of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const [word, count] of counts) if (count / texts.length >= resemblancePolicy.sharedBy) shared.add(word);
  }
  return [...shared];
};

/** How many of `total` ordinary messages have each word; words that say nothing by themselves (articles, "please") are not in it. */
export interface Ordinary {
  readonly total: number;
  readonly having: ReadonlyMap<string, number>;
}

const shareOf = (word: string, { total, having }: Ordinary): number => (total === 0 ? 0 : (having.get(word) ?? 0) / total);
const rarestFirst = (words: readonly string[], ordinary: Ordinary): string[] =>
  words.filter((word) => ordinary.having.has(word)).toSorted((one, other) => shareOf(one, ordinary) - shareOf(other, ordinary) || other.length - one.length || one.localeCompare(other, 'it'));

/** Of the words that linked cases share, those that tell them from ordinary ones. */
export const learntWords = (shared: readonly string[], ordinary: Ordinary): string[] =>
  ordinary.total < resemblancePolicy.ordinaryNeeded
    ? []
    : rarestFirst(shared, ordinary).filter((word) => shareOf(word, ordinary) <= resemblancePolicy.ordinaryAtMost).slice(0, resemblancePolicy.learntAtMost);

/** What may be marked, from the words of one case: the least ordinary ones, in the order in which the customer wrote them. */
export const offeredWords = (text: string, ordinary: Ordinary): string[] => {
  const written = [...wordsIn(text)];
  const best = new Set(rarestFirst(written, ordinary).slice(0, resemblancePolicy.offered));
  return written.filter((word) => best.has(word));
};
