/** A stretch of what somebody wrote: `text` is what stands from `start` to `end`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const blank = (found: string): string => ' '.repeat(found.length);

// What is quoted is somebody else's word, or a word that is only talked about. Blanks keep every offset where it was.
const quotations = [/^[ \t]*>.*$/gmu, /«[^»]{0,400}»/gu, /“[^”]{0,400}”/gu, /"[^"\n]{1,400}"/gu];

// What is only wished: no evening is promised by "buona serata", no afternoon by "good afternoon".
const wished = '(?:giornata|serata|sera|mattinata|pomeriggio|weekend|week-end|fine settimana|settimana|lavoro|domenica|proseguimento(?: di (?:giornata|serata))?|inizio (?:di )?settimana|natale|anno|feste|rientro|continuazione)';
const greetings = [
  new RegExp(`(?<!\\p{L})buon[ao]?\\s+${wished}(?!\\p{L})`, 'giu'), /(?<!\p{L})(?:a (?:presto|domani|dopo|lunedì|risentirci)|ci vediamo presto)(?=\s*(?:[.,!;]|$))/giu,
  /(?<!\p{L})good (?:morning|afternoon|evening|day|night)(?!\p{L})/giu, /(?<!\p{L})(?:have|enjoy|hope you (?:have|had|are having)|wishing you|wish you) (?:a|an|your|the|yourself)?\s*(?:(?:very|really|lovely|great|nice|good|wonderful|fantastic|pleasant|relaxing|happy|rest of (?:the|your)|rest of your) )*(?:day|evening|afternoon|morning|weekend|week|night|one|holiday|christmas)(?: ahead| too| and [\p{L} ]+)?(?!\p{L})/giu,
  /(?<!\p{L})(?:see|talk to|speak to|catch|have|welcome|hear from) (?:you|us)(?: (?:again|back|onboard|on board|there|in \p{L}+))* (?:soon|then|later|tomorrow|around)(?!\p{L})/giu, /(?<!\p{L})(?:talk|speak) soon(?!\p{L})/giu, /(?<!\p{L})happy (?:\p{L}+day|holidays|new year|christmas)(?!\p{L})/giu,
];

/** The text with everything that is quoted or only wished blanked out, at the same length. */
export const withoutQuotations = (text: string): string => [...quotations, ...greetings].reduce((left, one) => left.replace(one, blank), text);

// A colon ends a thought only where a space follows ("15:00"), and a full stop not after an abbreviation or inside a figure.
const ends = /[!?…]+|\n+|(?<!\b(?:sig|sigg|dott|dr|ing|avv|geom|prof|art|n|nr|tel|es|ecc|max|min|lun|mar|mer|gio|ven|sab|dom|mr|mrs|ms|st|no|approx|e\.g|i\.e|a\.m|p\.m))\.(?=\s|$)|[:;](?=\s)/giu;

// Reading costs by the square of a sentence's length, and the browser reads while somebody types: what somebody pastes without a
// single full stop is read in pieces. No sentence that a person writes is this long.
const longestSentence = 500;

/** In lower case, letter for letter: the few letters that grow when they are lowered stay as they are. */
export const lowered = (text: string): string => {
  const low = text.toLowerCase();
  return low.length === text.length ? low : text.replaceAll(/[A-ZÀ-Þ]/gu, (letter) => letter.toLowerCase());
};

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
