import { setTimeout as pause } from 'node:timers/promises';
import type { Program } from './program.ts';
import type { Seeded } from './seeded.ts';

interface Along {
  readonly program: Program;
  readonly random: Seeded;
  /** How many are done, of `all`. */
  readonly done: () => Promise<number>;
  readonly all: number;
  readonly kills: number;
}

const longestWait = 30_000;
/** From one look at how far it is to the next; what is done in between is the chance in it. */
const look = 3;

/**
 * Kills the program again and again while it works on something, each time a little further on and at another moment of it, and starts
 * it again; now and then it dies in its start. Returns how many were done at each death: those between none and all hit the middle.
 */
export const killAlong = async ({ program, random, done, all, kills }: Along): Promise<number[]> => {
  const deaths: number[] = [];
  await program.start();
  for (let kill = 0; kill < kills; kill += 1) {
    const before = await done();
    const point = before + random.between(1, Math.max(1, Math.floor((all - before) / (kills - kill + 1))));
    for (const deadline = performance.now() + longestWait; (await done()) < Math.min(point, all) && performance.now() < deadline; ) await pause(look);
    await pause(random.between(0, 12));
    await program.kill();
    deaths.push(await done());
    if (random.next() < 0.2) {
      const early = program.start();
      await pause(random.between(20, 300));
      await program.kill();
      await early;
    }
    await program.start();
  }
  return deaths;
};
