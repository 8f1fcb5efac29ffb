import { setTimeout as sleep } from 'node:timers/promises';
import { learnFromOurCases } from '#heat/index.ts';
import type { Filled } from './filled.ts';
import { ask } from './http.ts';
import type { Asked } from './run.ts';
import { summary, timed, type Measured } from './measure.ts';
import { startProgram } from './program.ts';

export interface Learnt {
  /** Opening the list and a case in turns while nothing else happens, and while the forecast learns. */
  readonly quiet: Measured;
  readonly whileLearning: Measured;
  readonly learningSeconds: number;
  readonly memory: number;
}

/** Screens before and while the forecast learns from the company's cases, as it does every night. */
export const learning = async (filled: Filled, { seconds }: Pick<Asked, 'seconds'>): Promise<Learnt> => {
  // One night learns once.
  await filled.services.pool.query('delete from forecast_nights');
  const { rows } = await filled.services.pool.query<{ id: string }>('select id from cases order by hashtext(id::text) limit 400');
  const program = await startProgram(filled, 'web');
  const look = async (turn: number): Promise<unknown> =>
    ask(`${program.address}${turn % 2 === 0 ? '/api/desk/cases?list=open&order=activity' : `/api/desk/cases/${rows[turn % rows.length]!.id}`}`, filled.cookie(1));
  // Paced as people are, so that the whole of the learning can be watched without slowing it.
  const rounds = async (goesOn: () => boolean): Promise<number[]> => {
    const times: number[] = [];
    for (let turn = 0; goesOn(); turn += 1) {
      times.push(await timed(() => look(turn)));
      await sleep(50);
    }
    return times;
  };
  try {
    const until = performance.now() + 3_000;
    await rounds(() => performance.now() < until);
    const end = performance.now() + seconds * 1_000;
    const quiet = await rounds(() => performance.now() < end);
    const began = performance.now();
    let isLearning = true;
    const learnt = learnFromOurCases(filled.services).finally(() => {
      isLearning = false;
    });
    const busy = await rounds(() => isLearning);
    await learnt;
    return { quiet: summary([quiet]), whileLearning: summary([busy]), learningSeconds: Math.round((performance.now() - began) / 100) / 10, memory: await program.memory() };
  } finally {
    await program.stop();
  }
};
