import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { groupTexts, type Said, type StandingTheme } from './group.ts';
import { mergePairs, type Pair } from './resemble.ts';

export interface SortedNight {
  /** Loose voices that say the same, by their ids; those that are near a theme that stands are in none. */
  readonly groups: readonly (readonly string[])[];
  readonly pairs: readonly Pair[];
}

// A thread of its own: thousands of texts take seconds, in which no screen would be answered. On Linux the priority is that thread's alone.
setPriority(constants.priority.PRIORITY_LOW);
const { loose, themes } = workerData as { loose: readonly Said[]; themes: readonly StandingTheme[] };
const standing = new Set(themes.map(({ id }) => id));
const fresh = groupTexts(loose, { existing: themes }).filter(({ group }) => !standing.has(group));
const groups = [...Map.groupBy(fresh, ({ group }) => group).values()].map((some) => some.map(({ id }) => id));
const sorted: SortedNight = { groups, pairs: mergePairs(themes.map(({ id, texts }) => ({ id, text: texts.join('. ') }))) };
// The rule means windows of other origins; a thread has none.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(sorted);
