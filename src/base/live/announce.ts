import { sql } from 'kysely';
import type { Tx } from '#base/db/db.ts';

/** Which channel of PostgreSQL's NOTIFY carries live news between processes. */
export const liveChannel = 'presa_live';

/** "Case 41 changed, version 7": never content, so that the browser asks again by the route that checks permission. */
export interface Change {
  readonly topic: string;
  readonly id: string;
  readonly version: number;
}

// PostgreSQL refuses a payload of 8,000 bytes; a hundred changes of some 70 bytes stay below it.
const changesPerNotice = 100;

/** Tells all processes what changed, when and if `tx` commits. One notice carries all changes of a transaction. */
export const announce = async (tx: Tx, changes: readonly Change[]): Promise<void> => {
  const latest = [...new Map(changes.map((change) => [`${change.topic} ${change.id}`, change])).values()];
  for (let start = 0; start < latest.length; start += changesPerNotice) {
    const payload = JSON.stringify(latest.slice(start, start + changesPerNotice).map(({ topic, id, version }) => [topic, id, version]));
    await sql`select pg_notify(${liveChannel}, ${payload})`.execute(tx);
  }
};
