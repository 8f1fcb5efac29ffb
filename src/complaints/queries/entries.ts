import { sql } from 'kysely';
import { z } from 'zod';
import type { Instant } from '#base/clock.ts';
import { newId } from '#base/ids.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import { entryShapes, type EntryData, type EntryKind } from '../contract.ts';

interface NewEntry<Kind extends EntryKind> {
  readonly complaintId: string;
  readonly kind: Kind;
  readonly data: EntryData<Kind>;
  readonly by: unknown;
  readonly now: Instant;
}

/** Writes the next line about a complaint. The complaint is held by whoever calls, so that no two take one place. */
export const addEntry = async <Kind extends EntryKind>(tx: Tx, { complaintId, kind, data, by, now }: NewEntry<Kind>): Promise<string> => {
  const id = newId(now);
  await tx
    .insertInto('complaint_entries')
    .values((eb) => ({
      id, complaint_id: complaintId, at: now, by: JSON.stringify(by), kind, data: JSON.stringify(data),
      place: eb.selectFrom('complaint_entries').where('complaint_id', '=', complaintId).select(sql<number>`coalesce(max(place), 0) + 1`.as('next')),
    }))
    .execute();
  return id;
};

const actor = z.object({ kind: z.string(), id: z.string().nullable(), name: z.string() });

type Of<Kind extends EntryKind> = { readonly id: string; readonly at: Instant; readonly by: z.infer<typeof actor>; readonly kind: Kind; readonly data: EntryData<Kind> };
/** One line: its kind says what it carries. */
export type Entry = { [Kind in EntryKind]: Of<Kind> }[EntryKind];

const read = (row: { id: string; at: Date; by: unknown; kind: string; data: unknown }): Entry => {
  const kind = row.kind as EntryKind;
  // The kind picks the shape that reads the data; the compiler cannot follow a pair through an index.
  return { id: row.id, at: row.at, by: actor.parse(row.by), kind, data: entryShapes[kind].parse(row.data) } as Entry;
};

export const entriesOf = async (reader: Reader, complaintId: string): Promise<Entry[]> =>
  (await reader.selectFrom('complaint_entries').where('complaint_id', '=', complaintId).orderBy('place').select(['id', 'at', 'by', 'kind', 'data']).execute()).map(read);

/** The same of many at once, by complaint. */
export const entriesOfAll = async (reader: Reader, complaintIds: readonly string[]): Promise<ReadonlyMap<string, Entry[]>> => {
  const found = new Map<string, Entry[]>();
  if (complaintIds.length === 0) return found;
  const rows = await reader.selectFrom('complaint_entries').where('complaint_id', 'in', [...complaintIds]).orderBy('complaint_id').orderBy('place').selectAll().execute();
  for (const row of rows) found.set(row.complaint_id, [...(found.get(row.complaint_id) ?? []), read(row)]);
  return found;
};
