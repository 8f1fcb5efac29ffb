import pg from 'pg';
import { expect, test } from 'vitest';
import { migrationNames } from '#base/db/migrate.ts';
import { emptyDatabase, freshDatabase, type FreshDatabase } from './postgres.ts';

const ask = async (database: FreshDatabase, sql: string): Promise<unknown[]> => {
  const client = new pg.Client(database.connection);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};

test('every test gets the whole schema, and a database of its own', async () => {
  const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
  const applied = await ask(one, 'select name from migrations order by name');
  expect(applied).toEqual((await migrationNames()).map((name) => ({ name })));
  await ask(one, 'create table only_here ()');
  expect(await ask(other, "select to_regclass('only_here') as found")).toEqual([{ found: null }]);
  await Promise.all([one.drop(), other.drop()]);
  await expect(ask(one, 'select 1')).rejects.toMatchObject({ code: '3D000' });
});

test('an empty database knows accented letters and nothing else', async () => {
  const database = await emptyDatabase();
  expect(await ask(database, "select upper('però') as up, (select count(*)::int from pg_tables where schemaname = 'public') as tables")).toEqual([
    { up: 'PERÒ', tables: 0 },
  ]);
  await database.drop();
});
