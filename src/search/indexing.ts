import { sql } from 'kysely';
import { z } from 'zod';
import { hour, plus } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import { lowestIdAt } from '#base/ids.ts';
import { defineJob } from '#base/job-queue.ts';
import type { Services } from '#base/services.ts';
import type { Work } from '#base/work.ts';

// Enough of a message to find it by; beyond this stands a log file that somebody pasted.
const longestIndexed = 100_000;

/** Writes the words of the messages that have none yet. Twice does nothing twice. Returns how many it wrote. */
const indexAll = async (reader: Reader, ids: readonly string[]): Promise<number> => {
  if (ids.length === 0) return 0;
  const { numAffectedRows } = await sql`
    insert into message_words (message_id, at, words)
    select id, at, setweight(searchable_words(coalesce(left(subject, 1000), '')), 'A') || searchable_words(left(text, ${longestIndexed}))
    from messages where id = any(${[...ids]}::uuid[])
    on conflict (message_id) do nothing`.execute(reader);
  return Number(numAffectedRows ?? 0);
};

export const indexWords = defineJob({
  name: 'index-words',
  payload: z.object({ messageId: z.uuid() }),
  attempts: 10,
  run: async (services, { messageId }) => void (await indexAll(services.db, [messageId])),
});

/** Asks for the words of a message, in the transaction that stores it. */
export const indexMessage = async (work: Work, event: { readonly data: { readonly messageId: string | null } }): Promise<void> => {
  if (event.data.messageId !== null) work.enqueue(indexWords, { messageId: event.data.messageId }, `words ${event.data.messageId}`);
};

const batch = 2_000;
// Where the slow walk through all messages stands, for each database of this process. Forgotten at a restart: it begins again.
const walks = new WeakMap<Reader, string>();
const beginning = '00000000-0000-0000-0000-000000000000';

/**
 * Finds messages without words: those of the last hour at once, all others on a slow walk that never ends. An anti-join over a
 * million messages every half minute would cost more than all searching does.
 */
export const catchUp = async ({ db, clock }: Services): Promise<void> => {
  await indexAll(db, (await missing(db, lowestIdAt(plus(clock.now(), -1 * hour)))).ids);
  for (let round = 0; round < 5; round += 1) {
    const { ids, last } = await missing(db, walks.get(db) ?? beginning);
    walks.set(db, last ?? beginning);
    await indexAll(db, ids);
    if (last === null) return;
  }
};

const missing = async (db: Reader, after: string): Promise<{ ids: string[]; last: string | null }> => {
  const { rows } = await sql<{ id: string; known: boolean }>`
    select m.id, w.message_id is not null as known
    from (select id from messages where id > ${after}::uuid order by id limit ${batch}) m left join message_words w on w.message_id = m.id
    order by m.id`.execute(db);
  return { ids: rows.filter((row) => !row.known).map((row) => row.id), last: rows.length < batch ? null : (rows.at(-1)?.id ?? null) };
};
