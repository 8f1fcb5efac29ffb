import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';

const withDepartment = (reader: Reader) =>
  reader
    .selectFrom('chat_entrances')
    .innerJoin('departments', 'departments.id', 'chat_entrances.department_id')
    .selectAll('chat_entrances')
    .select('departments.name as departmentName');

export const allEntrances = (reader: Reader) => withDepartment(reader).orderBy('chat_entrances.created_at').execute();
export const entranceById = (reader: Reader, id: string) => withDepartment(reader).where('chat_entrances.id', '=', id).executeTakeFirst();
export const entranceByKey = (reader: Reader, key: string) => withDepartment(reader).where('public_key', '=', key).executeTakeFirst();
export type EntranceRow = NonNullable<Awaited<ReturnType<typeof entranceById>>>;

export interface EntranceInput {
  readonly name: string;
  readonly departmentId: string;
  readonly greeting: { readonly it: string; readonly en: string };
  readonly awayWords: { readonly it: string; readonly en: string };
  readonly origins: readonly string[];
}

const stored = ({ name, departmentId, greeting, awayWords, origins }: EntranceInput) => ({
  name,
  department_id: departmentId,
  greeting: JSON.stringify(greeting),
  away_words: JSON.stringify(awayWords),
  origins: JSON.stringify([...new Set(origins)]),
});

export const insertEntrance = async (tx: Tx, id: string, { key, now, ...input }: EntranceInput & { key: string; now: Instant }): Promise<void> => {
  await tx.insertInto('chat_entrances').values({ id, public_key: key, created_at: now, ...stored(input) }).execute();
};

export const changeEntrance = async (tx: Tx, id: string, { isOn, ...input }: EntranceInput & { isOn: boolean }): Promise<void> => {
  await tx.updateTable('chat_entrances').set({ is_on: isOn, ...stored(input) }).where('id', '=', id).execute();
};
