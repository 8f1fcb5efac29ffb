import { communitiesOf, sharedNeighbours } from './communities.ts';
import { fewTexts, likenessesOfFew, linked } from './few.ts';
import { dot, emptyRows, normalise, rowAt, type Rows } from './linear.ts';
import { likenesses, neighboursIn } from './neighbours.ts';
import { textRows } from './text-rows.ts';

/** One thing a customer said. */
export interface Said {
  readonly id: string;
  readonly text: string;
}

/** A theme that stands: what it is called and what is in it, title and voices alike. */
export interface StandingTheme {
  readonly id: string;
  readonly texts: readonly string[];
}

export interface Grouped {
  readonly id: string;
  /** The theme it joins, or a new group: `new-1`, `new-2`, … in the order of their first voices. */
  readonly group: string;
}

/** How many of its nearest a text is judged by: fewer and groups fall apart, more and small ones are swallowed. It grows as groups do. */
const circleOf = (count: number): number => Math.max(8, Math.round(Math.sqrt(count) / 2));
/** Less alike than this, two texts are no neighbours even where nobody is nearer: what nobody else says stays by itself. */
const farthest = 0.25;
/** Above 1 so that requests that share their words ("card declined", "card swallowed") stay apart. */
const resolution = 2;
/** How near to the middle of a theme a voice must lie to join it: of ten that join, nine belong there, and half of those that belong find it. */
const joins = 0.65;

const middlesOf = (rows: Rows, themes: readonly StandingTheme[]): Rows => {
  const middles = emptyRows(themes.length, rows.width);
  let row = 0;
  themes.forEach(({ texts }, place) => {
    const middle = rowAt(middles, place);
    for (let own = 0; own < texts.length; own += 1, row += 1) rowAt(rows, row).forEach((value, at) => (middle[at]! += value));
  });
  return normalise(middles);
};

const nearestMiddle = (row: Float64Array, middles: Rows): { theme: number; likeness: number } | undefined => {
  let best: { theme: number; likeness: number } | undefined;
  for (let theme = 0; theme < middles.count; theme += 1) {
    const likeness = dot(row, rowAt(middles, theme));
    if (best === undefined || likeness > best.likeness) best = { theme, likeness };
  }
  return best;
};

const picked = (rows: Rows, places: readonly number[]): Rows => {
  const chosen = emptyRows(places.length, rows.width);
  places.forEach((place, row) => rowAt(chosen, row).set(rowAt(rows, place)));
  return chosen;
};

/** Numbers the groups 1, 2, 3 … in the order in which they first appear. */
const numbered = (groups: readonly number[]): string[] => {
  const names = new Map<number, string>();
  return groups.map((group) => {
    if (!names.has(group)) names.set(group, `new-${names.size + 1}`);
    return names.get(group)!;
  });
};

const groupsOf = (rows: Rows): string[] => {
  const likeness = likenesses(rows);
  const near = neighboursIn(likeness, rows.count, circleOf(rows.count)).map((own, row) => own.filter((other) => likeness[row * rows.count + other]! > farthest));
  return numbered(communitiesOf(sharedNeighbours(near), { resolution }));
};

/** Which theme each text joins, as a place among the themes, and in which group the others are. */
interface Sorting {
  readonly joined: readonly (number | undefined)[];
  readonly groupsOf: (loose: readonly number[]) => string[];
}

const sortedByLearning = (texts: readonly Said[], existing: readonly StandingTheme[]): Sorting => {
  const rows = textRows([...existing.flatMap((theme) => theme.texts), ...texts.map(({ text }) => text)]);
  const before = rows.count - texts.length;
  const middles = middlesOf(rows, existing);
  return {
    joined: texts.map((_, place) => {
      const near = nearestMiddle(rowAt(rows, before + place), middles);
      return near !== undefined && near.likeness >= joins ? near.theme : undefined;
    }),
    groupsOf: (loose) => groupsOf(picked(rows, loose.map((place) => before + place))),
  };
};

/** Among few texts a voice joins a theme whose texts it is this like on average, */
const joinsFew = 0.2;
/** and at least so many times as much as any other: a voice about a video of the instructions belongs to neither "video" nor "instructions" alone. */
const clearlyNearer = 2;

const sortedByWords = (texts: readonly Said[], existing: readonly StandingTheme[]): Sorting => {
  const inside = existing.flatMap((theme, place) => theme.texts.map((text) => ({ text, place })));
  const count = inside.length + texts.length;
  const likeness = likenessesOfFew([...inside.map(({ text }) => text), ...texts.map(({ text }) => text)]);
  const nearness = (text: number, theme: number): number => {
    const all = inside.flatMap(({ place }, row) => (place === theme ? [likeness[row * count + inside.length + text]!] : []));
    return all.reduce((sum, own) => sum + own, 0) / Math.max(1, all.length);
  };
  return {
    joined: texts.map((_, text) => {
      const [best, second] = existing.map((__, theme) => ({ theme, near: nearness(text, theme) })).sort((one, other) => other.near - one.near);
      return best !== undefined && best.near >= joinsFew && best.near >= (second?.near ?? 0) * clearlyNearer ? best.theme : undefined;
    }),
    groupsOf: (loose) => {
      const own = Float32Array.from({ length: loose.length ** 2 }, (_, at) => {
        const [one, other] = [loose[Math.floor(at / loose.length)]!, loose[at % loose.length]!];
        return likeness[(inside.length + one) * count + inside.length + other]!;
      });
      return numbered(linked(own, loose.length));
    },
  };
};

/**
 * Puts texts that say the same into one group; how many groups there are, the texts decide. Voices near a theme that stands join it, the
 * others are grouped among themselves. Few texts are compared by their words, many by what they teach about the company that words keep.
 * The same texts in the same order give the same groups on every machine.
 */
export const groupTexts = (texts: readonly Said[], { existing = [] }: { readonly existing?: readonly StandingTheme[] } = {}): Grouped[] => {
  const whole = existing.reduce((sum, theme) => sum + theme.texts.length, texts.length);
  const { joined, groupsOf } = (whole < fewTexts ? sortedByWords : sortedByLearning)(texts, existing);
  const loose = texts.flatMap((_, place) => (joined[place] === undefined ? [place] : []));
  const groups = new Map(groupsOf(loose).map((group, at) => [loose[at], group]));
  return texts.map(({ id }, place) => ({ id, group: joined[place] === undefined ? groups.get(place)! : existing[joined[place]]!.id }));
};
