import { performance } from 'node:perf_hooks';

/** Of the single times, in milliseconds: `spread` is from the fastest round's median to the slowest's. */
export interface Measured {
  readonly n: number;
  readonly p50: number;
  readonly p95: number;
  readonly median: number;
  readonly spread: readonly [number, number];
}

const rounded = (milliseconds: number): number => Math.round(milliseconds * 1_000) / 1_000;

/** The value below which `part` of them lie. */
export const quantile = (values: readonly number[], part: number): number => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
};

export const summary = (rounds: readonly (readonly number[])[]): Measured => {
  const all = rounds.flat();
  const medians = rounds.map((round) => quantile(round, 0.5));
  return {
    n: all.length,
    p50: rounded(quantile(all, 0.5)),
    p95: rounded(quantile(all, 0.95)),
    median: rounded(quantile(medians, 0.5)),
    spread: [rounded(Math.min(...medians)), rounded(Math.max(...medians))],
  };
};

export const timed = async (act: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await act();
  return performance.now() - began;
};

interface Interleaving {
  /** Milliseconds that each side is measured in each round. */
  readonly perRound: number;
  readonly rounds?: number;
  readonly ours: (turn: number) => Promise<unknown>;
  readonly bare: (turn: number) => Promise<unknown>;
}

export interface Compared {
  readonly ours: Measured;
  readonly bare: Measured;
  readonly ratio: { readonly p50: number; readonly p95: number };
}

export const compared = (ours: Measured, bare: Measured): Compared => ({
  ours,
  bare,
  ratio: { p50: Math.round((100 * ours.p50) / bare.p50) / 100, p95: Math.round((100 * ours.p95) / bare.p95) / 100 },
});

const warmUps = 30;

/** Both sides in turns, on the same machine in the same minute, so that what else runs on it hits both alike. */
export const interleave = async ({ perRound, rounds = 3, ours, bare }: Interleaving): Promise<Compared> => {
  let turn = 0;
  const one = async (act: (turn: number) => Promise<unknown>): Promise<number[]> => {
    const times: number[] = [];
    for (const end = performance.now() + perRound; performance.now() < end; turn += 1) times.push(await timed(() => act(turn)));
    return times;
  };
  for (; turn < warmUps; turn += 1) {
    await ours(turn);
    await bare(turn);
  }
  const [oursTimes, bareTimes]: [number[][], number[][]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    oursTimes.push(await one(ours));
    bareTimes.push(await one(bare));
  }
  return compared(summary(oursTimes), summary(bareTimes));
};
