import type { Excerpt } from './contract.ts';

/** Signs that stand around a hit in what PostgreSQL cuts out: from the private area of Unicode, in nobody's mail. */
export const hitBegins = '\uE000';
export const hitEnds = '\uE001';

/**
 * The pieces of an excerpt. `marked` is the excerpt with folded letters and marks around the hits, `original` the same stretch as it
 * was written: equally long without the marks, because folding changes letters one for one.
 */
export const excerptOf = (marked: string, original: string): Excerpt => {
  const pieces: Excerpt = [];
  let place = 0;
  for (const part of marked.split(hitBegins)) {
    const [hit, rest] = part.includes(hitEnds) ? part.split(hitEnds, 2) : ['', part];
    for (const [words, isHit] of [[hit ?? '', true], [rest ?? '', false]] as const) {
      if (words === '') continue;
      pieces.push({ text: original.slice(place, place + words.length), isHit });
      place += words.length;
    }
  }
  return pieces;
};
