import type { Shape } from './shape.ts';

/** One message of a case, whichever way it went. */
export interface Said {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: 'customer' | 'us';
  /** Whoever of us wrote it, so that two can be told from one; any text will do. Empty for the customer. */
  readonly who: string;
  readonly shape: Shape;
}

/** What the customer did before, as it was known when this case was opened. */
export interface Past {
  readonly cases: number;
  /** On how many of them they asked again before we had answered. */
  readonly chased: number;
}

/**
 * All that the forecast may see of a case: who said something, when, and what it looked like. A thread of a forum and a case of ours
 * both become this, so that what was learnt from the one can be asked about the other.
 */
export interface Timeline {
  /** The oldest first; the first is the customer's. */
  readonly said: readonly Said[];
  readonly past: Past;
  /** When the same customer spoke on other cases, the oldest first. */
  readonly elsewhere: readonly number[];
}

/** The customer's words that nobody has answered yet. */
export interface Wait {
  /** When the first of them was written: a chase never resets a wait. */
  readonly since: number;
  /** Their places in `said`. */
  readonly posts: readonly number[];
  /** When somebody else spoke; null where nobody has. */
  readonly answeredAt: number | null;
}

/** A customer who writes again sooner than this is still finishing what they had to say (milliseconds). */
export const sameBreath = 3_600_000;

/** Every wait of a timeline, the oldest first. */
export const waitsOf = ({ said }: Timeline): Wait[] => {
  const waits: { since: number; posts: number[]; answeredAt: number | null }[] = [];
  let open = false;
  for (const [place, { at, by }] of said.entries()) {
    const last = waits.at(-1);
    if (by === 'customer') {
      if (open && last !== undefined) last.posts.push(place);
      else waits.push({ since: at, posts: [place], answeredAt: null });
      open = true;
    } else {
      if (open && last !== undefined) last.answeredAt = at;
      open = false;
    }
  }
  return waits;
};
