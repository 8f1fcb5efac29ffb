/**
 * What the final reply must hold at least: which complaint it answers; who can be asked about it, with name and department; what we
 * looked at and on what grounds we decided; what is done about it and by when; and, unless the customer got all that they asked for,
 * where they can go next. The first two and the last can be looked for; the others are said apart and must stand in the letter.
 */
export const contentPoints = ['reference', 'contact', 'assessment', 'grounds', 'correction', 'nextBody'] as const;
export type ContentPoint = (typeof contentPoints)[number];

interface Answer {
  readonly text: string;
  readonly label: string;
  readonly contactName: string;
  readonly departmentName: string;
  readonly assessment: string;
  readonly grounds: string;
  readonly correction: string;
  /** Null where there is nowhere to go, or nothing was refused. */
  readonly nextBody: string | null;
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/[’‘`]/gu, '\'').replaceAll(/\s+/gu, ' ').trim();
/** What was said apart stands in the letter if most of its words do: whoever smooths a sentence has not left it out. */
const mostWords = 0.7;

const holds = (letter: string, said: string): boolean => {
  const words = [...new Set(plain(said).match(/[\p{L}\p{N}]{3,}/gu) ?? [])];
  if (words.length === 0) return plain(said) !== '' && letter.includes(plain(said));
  const known = new Set(letter.match(/[\p{L}\p{N}]{3,}/gu) ?? []);
  return words.filter((word) => known.has(word)).length >= mostWords * words.length;
};

/** Which points of the minimum content the letter holds. */
export const contentOf = ({ text, label, contactName, departmentName, assessment, grounds, correction, nextBody }: Answer): Record<ContentPoint, boolean> => {
  const letter = plain(text);
  return {
    reference: letter.includes(plain(label)),
    contact: letter.includes(plain(contactName)) && letter.includes(plain(departmentName)),
    assessment: holds(letter, assessment),
    grounds: holds(letter, grounds),
    correction: holds(letter, correction),
    nextBody: nextBody === null || holds(letter, nextBody),
  };
};

/** The points that are not there, in their order. */
export const missingOf = (content: Readonly<Record<ContentPoint, boolean>>): ContentPoint[] => contentPoints.filter((point) => !content[point]);
