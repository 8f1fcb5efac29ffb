import { readFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** Words with what they mean as a point: words of like meaning lie in like directions. */
export interface Vectors {
  readonly width: number;
  /** The whole numbers of a word; undefined where it is not known, in any of its endings. */
  of(word: string): Int8Array | undefined;
  /** How often the word is written, as its place among all English words: 1 is "the". The last place where it is unknown. */
  rankOf(word: string): number;
  readonly words: readonly string[];
}

interface Packed {
  readonly word: string;
  readonly rank: number;
  readonly numbers: ArrayLike<number>;
}

const mark = 'presa-vectors-1';
/** Ranks are kept as eighths of their logarithm: one byte, right to a tenth. */
const rankByte = (rank: number): number => Math.min(255, Math.round(8 * Math.log2(rank)));

/** The file of word vectors: a line that says what it is, the words, their ranks, their numbers dimension by dimension; compressed. */
export const packVectors = (packed: readonly Packed[], width: number): Buffer => {
  const words = Buffer.from(`${mark} ${packed.length} ${width}\n${packed.map(({ word }) => word).join('\n')}\n`);
  const numbers = new Int8Array(packed.length * width);
  packed.forEach(({ numbers: own }, row) => {
    for (let place = 0; place < width; place += 1) numbers[place * packed.length + row] = Math.max(-127, Math.min(127, own[place] ?? 0));
  });
  const ranks = Buffer.from(packed.map(({ rank }) => rankByte(rank)));
  return brotliCompressSync(Buffer.concat([words, ranks, Buffer.from(numbers.buffer)]), { params: { [constants.BROTLI_PARAM_LGWIN]: 24 } });
};

/** Endings that are taken off where a word itself is not known, with what may stand in their place: "reactivating" is known by "reactivate". */
const endings: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ies$/u, ['y']],
  [/(?:ing|ed)$/u, ['', 'e']],
  [/(?:es|s)$/u, ['', 'e']],
  [/([a-z])\1(?:ing|ed)$/u, ['$1']],
  [/ly$/u, ['']],
];

/** What a word may be an ending of, the likeliest first. */
export const basesOf = (word: string): string[] =>
  endings.filter(([ending]) => ending.test(word)).flatMap(([ending, others]) => others.map((other) => word.replace(ending, other)));

const unpack = (file: Buffer): Vectors => {
  const bytes = brotliDecompressSync(file);
  const [, count = 0, width = 0] = bytes.subarray(0, bytes.indexOf('\n')).toString('latin1').split(' ').map(Number);
  if (!bytes.subarray(0, mark.length).equals(Buffer.from(mark)) || count === 0) throw new Error('not a file of word vectors');
  const ranksAt = bytes.length - count * (width + 1);
  const words = bytes.subarray(bytes.indexOf('\n') + 1, ranksAt - 1).toString('utf8').split('\n');
  const ranks = bytes.subarray(ranksAt, ranksAt + count);
  const columns = new Int8Array(bytes.buffer, bytes.byteOffset + ranksAt + count, count * width);
  const rows = new Int8Array(count * width);
  for (let place = 0; place < width; place += 1) for (let row = 0; row < count; row += 1) rows[row * width + place] = columns[place * count + row]!;
  const known = new Map(words.map((word, row) => [word, row]));
  const rowOf = (word: string): number | undefined =>
    known.get(word) ??
    basesOf(word)
      .map((base) => known.get(base))
      .find((row) => row !== undefined);
  return {
    width,
    words,
    of: (word) => {
      const row = rowOf(word);
      return row === undefined ? undefined : rows.subarray(row * width, (row + 1) * width);
    },
    rankOf: (word) => 2 ** ((ranks[rowOf(word) ?? count - 1] ?? 255) / 8),
  };
};

let read: Vectors | undefined;

/** The English word vectors that come with Presa (docs/voices.md says where they come from): read once, when first asked for. */
export const englishVectors = (): Vectors => {
  read ??= unpack(readFileSync(new URL('vectors-en.bin', import.meta.url)));
  return read;
};
