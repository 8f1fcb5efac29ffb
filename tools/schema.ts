import { writeFile } from 'node:fs/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { migrate } from '#base/db/migrate.ts';
import { openLog } from '#base/log.ts';
import { openEmbedded } from '#base/postgres/embedded.ts';
import { describeSchema, type ColumnFact } from './schema-facts.ts';

/**
 * Writes `migrations/tables.ts` (the types of all tables) and `migrations/schema.sql` (the schema as it stands, for reviewers)
 * from a database that was migrated from nothing. Run it after every change to a migration: `npm run schema`.
 */
const folder = new URL('../migrations/', import.meta.url);

const typeOf = (column: ColumnFact): string => {
  const base = scalar(column.type.replace(/\[\]$/u, ''));
  const value = column.type.endsWith('[]') ? `${base}[]` : base;
  const nullable = column.nullable ? `${value} | null` : value;
  if (column.type === 'jsonb') return column.nullable ? 'Json | null' : 'Json';
  return column.identity ? `Generated<${nullable}>` : column.hasDefault ? `WithDefault<${nullable}>` : nullable;
};

const scalar = (type: string): string => {
  if (['integer', 'smallint', 'bigint', 'real', 'double precision'].includes(type)) return 'number';
  if (type === 'boolean') return 'boolean';
  if (type === 'timestamp with time zone') return 'Date';
  return 'string';
};

const tableType = (name: string): string => name.replaceAll(/(^|_)([a-z])/gu, (_, __, letter: string) => letter.toUpperCase());

const tablesFile = (columns: ColumnFact[]): string => {
  const names = [...new Set(columns.map((column) => column.table))];
  const interfaces = names.map((name) => {
    const lines = columns.filter((column) => column.table === name).map((column) => `  ${column.name}: ${typeOf(column)};`);
    return `export interface ${tableType(name)} {\n${lines.join('\n')}\n}`;
  });
  const all = names.map((name) => `  ${name}: ${tableType(name)};`).join('\n');
  return `// Written by tools/schema.ts from the migrated database. Do not edit.
import type { ColumnType, Generated, JSONColumnType } from 'kysely';

type WithDefault<Value> = ColumnType<Value, Value | undefined, Value>;
// Read as whatever was stored (its shape is checked where it is used), written as JSON text.
type Json = ColumnType<unknown, string | null, string | null>;

${interfaces.join('\n\n')}

export interface Tables {
${all}
}
`.replace(', JSONColumnType', '');
};

const scratch = await mkdtemp(path.join(tmpdir(), 'presa-schema-'));
const postgres = await openEmbedded({ dataFolder: scratch, settings: { fsync: 'off' }, log: openLog('warn') });
const pool = new pg.Pool(postgres.connection);
// A connection may still be saying goodbye when the server goes: everything has been read by then.
pool.on('error', () => undefined);
await migrate(pool);
const { columns, sql } = await describeSchema(pool);
await writeFile(new URL('tables.ts', folder), tablesFile(columns));
await writeFile(new URL('schema.sql', folder), sql);
await pool.end();
await postgres.stop();
await rm(scratch, { recursive: true, force: true });
