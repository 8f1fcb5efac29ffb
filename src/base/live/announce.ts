import { sql, type RawBuilder } from 'kysely';

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

const notice = (changes: readonly Change[]): RawBuilder<unknown> =>
  sql`pg_notify(${liveChannel}, ${JSON.stringify(changes.map(({ topic, id, version }) => [topic, id, version]))})`;

/**
 * The expressions that tell all processes what changed, when and if their transaction commits, for a statement that may do something
 * else as well. One notice carries up to a hundred changes; of several of one thing it carries the last.
 */
export const announcing = (changes: readonly Change[]): RawBuilder<unknown>[] => {
  const latest = [...new Map(changes.map((change) => [`${change.topic} ${change.id}`, change])).values()];
  const count = Math.ceil(latest.length / changesPerNotice);
  return Array.from({ length: count }, (_, place) => notice(latest.slice(place * changesPerNotice, (place + 1) * changesPerNotice)));
};
