/** Where a sentence stands in its text: `text.slice(from, to)`. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/** A stop that ends no sentence: titles, abbreviations, numbers of an article, initials. */
const goesOn = /(?:^|[\s(])(?:sig|sigg|dott|dr|prof|avv|ing|egr|gent|spett|art|nr|n|num|pag|tel|cell|fax|es|ecc|etc|ca|mr|mrs|ms|st|no|e\.g|i\.e|vs|approx|ref|inc|ltd|\p{L})$/iu;
/** What follows is not the person's own: a signature, or the mail that is answered. */
const endOfOwn = /^(?:-- ?|_{5,}|-{5,}.*|(?:Il|On) .{6,120} (?:ha scritto|wrote):?|(?:Da|From|Von): .+)$/u;

const trimmed = (text: string, from: number, to: number): Sentence | undefined => {
  const words = text.slice(from, to);
  const start = from + (words.length - words.trimStart().length);
  return words.trim() === '' ? undefined : { from: start, to: start + words.trim().length, words: words.trim() };
};

/** The sentences of one line, by its stops. */
const inLine = (text: string, from: number, to: number): Sentence[] => {
  const found: Sentence[] = [];
  let start = from;
  for (const stop of text.slice(from, to).matchAll(/[.!?…]+["”»')\]]*(?=\s|$)/gu)) {
    const before = text.slice(start, from + stop.index);
    if (stop[0] === '.' && goesOn.test(before)) continue;
    const end = from + stop.index + stop[0].length;
    const sentence = trimmed(text, start, end);
    if (sentence !== undefined) found.push(sentence);
    start = end;
  }
  const rest = trimmed(text, start, to);
  return rest === undefined ? found : [...found, rest];
};

/** The sentences a person wrote, with where they stand; quoted lines and what follows the signature are left out. A line that breaks in the middle of a sentence goes on. */
export const sentencesOf = (text: string): Sentence[] => {
  const found: Sentence[] = [];
  let [block, at]: [number | undefined, number] = [undefined, 0];
  const close = (end: number): void => {
    if (block !== undefined) found.push(...inLine(text, block, end));
    block = undefined;
  };
  for (const line of text.split('\n')) {
    if (endOfOwn.test(line.trim())) break;
    const quoted = /^\s*[>|]/u.test(line);
    // A line that begins in small letters carries on the one before; a new point, a greeting or a signature begins with a capital.
    if (quoted || line.trim() === '' || (block !== undefined && !/^\s*\p{Ll}/u.test(line))) close(at);
    if (!quoted && line.trim() !== '') block ??= at;
    at += line.length + 1;
    if (quoted) block = undefined;
  }
  close(Math.min(at, text.length));
  return found;
};

/** "Buongiorno Giulia," and "grazie mille, cordiali saluti" are manners, not voices: they are taken off before the sentence is read. */
const manners =
  /^(?:gentil\w+|egregi\w*|spett\w*|buon(?:giorno|asera|a sera|di)|salve|ciao|hello|hi|dear|good (?:morning|afternoon|evening))(?: [\p{L}.]+){0,3}\s*[,!.]|(?:^|[,;.!]?\s+)(?:vi |la |ti )?(?:ringrazio|grazie|thanks|thank you|many thanks)(?: (?:mille|infinite|tante|ancora|anticipatamente|in anticipo|a tutti|very much|so much|a lot|again|in advance))?(?: (?:per|for) (?:l'attenzione|la (?:disponibilità|risposta|collaborazione)|(?:your|the) (?:help|time|reply|answer|attention)))?(?=\s*[,.;!]|\s*$)|(?:cordiali|distinti|cari|tanti) saluti.*|(?:un (?:caro |cordiale )?saluto|saluti|(?:kind|best|warm) regards|regards|cheers|resto in attesa|in attesa di|looking forward to).*$/giu;

/** A sentence without its greeting, its thanks and its farewell. */
export const withoutManners = (words: string): string => words.replace(manners, ' ').trim();
