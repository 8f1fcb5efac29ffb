import { seeded } from './linear.ts';

/** What each thing is tied to, and how strongly; a tie stands at both its ends. */
export type Ties = readonly ReadonlyMap<number, number>[];

/**
 * Ties between those that have neighbours in common: the share of all their neighbours that both have (Jarvis and Patrick 1973, with
 * Jaccard's measure). Likeness itself says less: in a dense corner everything is alike, and what is rare stands far from its own kind.
 */
export const sharedNeighbours = (neighbours: readonly (readonly number[])[]): Ties => {
  const circles = neighbours.map((near, self) => new Set([self, ...near]));
  const ties = circles.map(() => new Map<number, number>());
  circles.forEach((circle, one) => {
    for (const other of circle) {
      if (other === one) continue;
      let shared = 0;
      for (const third of circle) if (circles[other]!.has(third)) shared += 1;
      const tie = shared / (circle.size + circles[other]!.size - shared);
      ties[one]!.set(other, tie);
      ties[other]!.set(one, tie);
    }
  });
  return ties;
};

interface Level {
  readonly ties: Ties;
  /** Strength that lies inside what has been drawn together on the level below. */
  readonly inside: readonly number[];
}

const drawn = (count: number, random: () => number): number[] => {
  const order = Array.from({ length: count }, (_, place) => place);
  for (let at = count - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
};

/** Moves each thing to the group that gains most by it, until none wants to move. */
const moved = ({ ties, inside }: Level, resolution: number, random: () => number): number[] => {
  const strength = ties.map((own, place) => inside[place]! + [...own.values()].reduce((sum, tie) => sum + tie, 0));
  const total = strength.reduce((sum, own) => sum + own, 0) || 1;
  const groupOf = ties.map((_, place) => place);
  const groupStrength = [...strength];
  const order = drawn(ties.length, random);
  for (let round = 0, moves = 1; moves > 0 && round < 20; round += 1) {
    moves = 0;
    for (const one of order) {
      const links = new Map([[groupOf[one]!, 0]]);
      for (const [other, tie] of ties[one]!) links.set(groupOf[other]!, (links.get(groupOf[other]!) ?? 0) + tie);
      const own = groupOf[one]!;
      groupStrength[own]! -= strength[one]!;
      const gain = (group: number): number => links.get(group)! - (resolution * strength[one]! * groupStrength[group]!) / total;
      let best = own;
      for (const group of links.keys()) if (gain(group) > gain(best) + 1e-12) best = group;
      groupStrength[best]! += strength[one]!;
      groupOf[one] = best;
      if (best !== own) moves += 1;
    }
  }
  return groupOf;
};

/** The groups of a level as things of the next. */
const drawnTogether = ({ ties, inside }: Level, groupOf: readonly number[]): { level: Level; placeOf: Map<number, number> } => {
  const placeOf = new Map<number, number>();
  for (const group of groupOf) if (!placeOf.has(group)) placeOf.set(group, placeOf.size);
  const next = Array.from({ length: placeOf.size }, () => new Map<number, number>());
  const within = Array.from({ length: placeOf.size }, () => 0);
  ties.forEach((own, one) => {
    const group = placeOf.get(groupOf[one]!)!;
    within[group]! += inside[one]!;
    for (const [other, tie] of own) {
      const there = placeOf.get(groupOf[other]!)!;
      if (there === group) within[group]! += tie;
      else next[group]!.set(there, (next[group]!.get(there) ?? 0) + tie);
    }
  });
  return { level: { ties: next, inside: within }, placeOf };
};

/**
 * Groups of things that are tied more to each other than chance would have it (Blondel and others 2008, "Louvain"). A higher resolution
 * makes more and smaller groups. The order in which things are asked is drawn from the seed.
 */
export const communitiesOf = (ties: Ties, { resolution, seed = 1 }: { readonly resolution: number; readonly seed?: number }): number[] => {
  const random = seeded(seed);
  let level: Level = { ties, inside: ties.map(() => 0) };
  let groups = ties.map((_, place) => place);
  for (;;) {
    const groupOf = moved(level, resolution, random);
    const { level: next, placeOf } = drawnTogether(level, groupOf);
    if (next.ties.length === level.ties.length) return groups;
    groups = groups.map((place) => placeOf.get(groupOf[place]!)!);
    level = next;
  }
};
