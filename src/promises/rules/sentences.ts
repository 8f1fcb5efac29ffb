/** A stretch of what somebody wrote: `text` is what stands from `start` to `end`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const blank = (found: string): string => ' '.repeat(found.length);

// What is quoted is somebody else's word, or a word that is only talked about. Blanks keep every offset where it was.
const quotations = [/^[ \t]*>.*$/gmu, /«[^»]{0,400}»/gu, /“[^”]{0,400}”/gu, /"[^"\n]{1,400}"/gu];

/** The text with everything that is quoted blanked out, at the same length. */
export const withoutQuotations = (text: string): string => quotations.reduce((left, quotation) => left.replace(quotation, blank), text);

// A colon ends a thought only where a space follows ("15:00"), and a full stop not after an abbreviation or inside a figure.
const ends = /[!?…]+|\n+|(?<!\b(?:sig|sigg|dott|dr|ing|avv|geom|prof|art|n|nr|tel|es|ecc|max|min|lun|mar|mer|gio|ven|sab|dom|mr|mrs|ms|st|no|approx|e\.g|i\.e|a\.m|p\.m))\.(?=\s|$)|[:;](?=\s)/giu;

// Reading costs by the square of a sentence's length, and the browser reads while somebody types: what somebody pastes without a
// single full stop is read in pieces. No sentence that a person writes is this long.
const longestSentence = 500;

/** The sentences of `text`, quotations blanked, with the mark that ends each; offsets are those of `text`. */
export const sentencesOf = (text: string): Stretch[] => {
  const open = withoutQuotations(text);
  const sentences: Stretch[] = [];
  let from = 0;
  const add = (to: number): void => {
    const raw = open.slice(from, to);
    const lead = raw.length - raw.trimStart().length;
    const words = raw.trim();
    if (words !== '') sentences.push({ start: from + lead, end: from + lead + words.length, text: words });
    from = to;
  };
  const addInPieces = (to: number): void => {
    for (let limit = from + longestSentence; limit < to; limit = from + longestSentence) {
      const space = open.lastIndexOf(' ', limit);
      add(space > from ? space : limit);
    }
    add(to);
  };
  for (const end of open.matchAll(ends)) addInPieces(end.index + end[0].length);
  addInPieces(open.length);
  return sentences;
};
