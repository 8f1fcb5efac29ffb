import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import pg from 'pg';
import { judge } from './judge.ts';
import { ownCases } from './own-cases.ts';
import { shippedModel } from './shipped.ts';

// A thread of its own with a connection of its own: a regression takes seconds, in which no screen would be answered.
// On Linux this is the priority of the thread alone: screens that want the processor have it first.
setPriority(constants.priority.PRIORITY_LOW);
const { connection, since } = workerData as { connection: pg.ClientConfig; since: number };
const client = new pg.Client({ ...connection, application_name: 'presa forecast' });
await client.connect();
try {
  // The rule means windows of other origins; a thread has none.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(judge(await ownCases(client, new Date(since)), shippedModel()));
} finally {
  await client.end();
}
