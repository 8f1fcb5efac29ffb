/** A piece of a text, in UTF-16 units: `from` is its first, `to` the first after it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const words = (text: string): number => text.match(/[\p{L}\p{N}’']+/gu)?.length ?? 0;

/**
 * Where a sentence ends: at its mark and the white space after it, whatever follows (in haste nobody writes capitals, so the rules
 * of Unicode, which wait for one, find too few ends), but for the marks of shortened words; and at the end of a line.
 */
const ends = /(?<!(?<!\p{L})(?:sig|sigg|dott|art|ecc|es|nr?|mr|mrs|dr|no))[.!?…]+["»”')\]]*\s+|\n+/giu;

/**
 * The sentences of a message, each without the white space at its ends: what is offered where nobody has marked anything. Greetings
 * and names (fewer than three words) are left out, unless there is nothing else. A sentence longer than `longest` is not offered.
 */
export const sentencesIn = (text: string, longest: number): Span[] => {
  const cuts = [0, ...[...text.matchAll(ends)].map((end) => end.index + end[0].length), text.length];
  const all = cuts.slice(0, -1).flatMap((begins, at): Span[] => {
    const piece = text.slice(begins, cuts[at + 1]);
    const bare = piece.trim();
    const from = begins + piece.indexOf(bare);
    return bare === '' || bare.length > longest ? [] : [{ from, to: from + bare.length }];
  });
  const telling = all.filter(({ from, to }) => words(text.slice(from, to)) >= 3);
  return telling.length > 0 ? telling : all;
};

/** The sentence that is most likely meant: one that the program would mark, else the longest. */
export const likeliest = (sentences: readonly Span[], suggested: readonly Span[]): number => {
  const hit = sentences.findIndex(({ from, to }) => suggested.some((one) => one.from < to && one.to > from));
  if (hit >= 0) return hit;
  const lengths = sentences.map(({ from, to }) => to - from);
  return lengths.indexOf(Math.max(...lengths));
};

export type Piece<Mark> = { readonly key: number; readonly text: string; readonly marks: readonly Mark[] };

/**
 * A text cut at the borders of what is marked in it, so that each piece can be drawn by itself. `start` is where `text` begins in
 * the whole; marks may overlap and may reach beyond it. Together the pieces are the text, to the last unit.
 */
export const piecesOf = <Mark extends Span>(text: string, start: number, marks: readonly Mark[]): Piece<Mark>[] => {
  const end = start + text.length;
  const within = marks.filter(({ from, to }) => from < end && to > start && to > from);
  const cuts = new Set([start, end, ...within.flatMap(({ from, to }) => [Math.max(from, start), Math.min(to, end)])]);
  const borders = [...cuts].toSorted((one, other) => one - other);
  return borders.slice(0, -1).map((from, at) => {
    const to = borders[at + 1] ?? end;
    return { key: from, text: text.slice(from - start, to - start), marks: within.filter((mark) => mark.from <= from && mark.to >= to) };
  });
};
