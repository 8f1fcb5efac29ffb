import { readFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { blocks as starts, columnCount, headNames, tableOf, type HeadName, type Model } from './model.ts';

const mark = 'presa-understanding-1';

/** Whole numbers from -127 to 127 with one step a block: what was counted weighs much more than single words do. */
const blocks = [
  [starts.numbers, starts.meaning],
  [starts.meaning, starts.words],
  [starts.words, columnCount],
] as const;

/** The file of the learned weights: a line that says what it is, the step of each block of each head, the whole numbers; compressed. */
export const packModel = ({ table }: Model): Buffer => {
  const steps: number[][] = [];
  const bytes: Buffer[] = [];
  headNames.forEach((_, place) => {
    const own = Float32Array.from({ length: columnCount }, (__, column) => table[column * headNames.length + place]!);
    steps.push(
      blocks.map(([from, to]) => {
        const step = own.slice(from, to).reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9) / 127;
        bytes.push(Buffer.from(Int8Array.from(own.slice(from, to), (value) => Math.round(value / step)).buffer));
        return step;
      }),
    );
  });
  return brotliCompressSync(Buffer.concat([Buffer.from(`${mark} ${JSON.stringify({ columnCount, heads: headNames, steps })}\n`), ...bytes]));
};

interface Head {
  readonly columnCount: number;
  readonly heads: readonly string[];
  readonly steps: readonly (readonly number[])[];
}

/** Reads the file again; refuses one that was made for other numbers than the program counts. */
export const unpackModel = (file: Buffer): Model => {
  const bytes = brotliDecompressSync(file);
  const end = bytes.indexOf('\n');
  const line = bytes.subarray(0, end).toString('utf8');
  const head = JSON.parse(line.slice(mark.length + 1)) as Head;
  if (!line.startsWith(mark) || head.columnCount !== columnCount || head.heads.join() !== headNames.join()) throw new Error('not weights for this program: make them again by `presa voices train`');
  const weights = {} as Record<HeadName, Float32Array>;
  headNames.forEach((name, place) => {
    const numbers = new Int8Array(bytes.buffer, bytes.byteOffset + end + 1 + place * columnCount, columnCount);
    const own = Float32Array.from(numbers);
    blocks.forEach(([from, to], block) => {
      for (let column = from; column < to; column += 1) own[column]! *= head.steps[place]![block]!;
    });
    weights[name] = own;
  });
  return tableOf(weights);
};

let read: Model | undefined;

/** The weights that come with Presa; docs/voices.md says what taught them, and by which command. */
export const shippedModel = (): Model => {
  read ??= unpackModel(readFileSync(new URL('learned.bin', import.meta.url)));
  return read;
};
