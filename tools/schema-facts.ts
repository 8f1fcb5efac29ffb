import type pg from 'pg';

export interface ColumnFact {
  table: string;
  name: string;
  type: string;
  nullable: boolean;
  hasDefault: boolean;
  identity: boolean;
}

interface Row {
  table: string;
  definition: string;
}

/** What the database says of its own tables: columns for the types, and every definition as SQL for a reader. */
export const describeSchema = async (pool: pg.Pool): Promise<{ columns: ColumnFact[]; sql: string }> => {
  const { rows: columns } = await pool.query<ColumnFact>(columnsQuery);
  const { rows: constraints } = await pool.query<Row>(constraintsQuery);
  const { rows: indexes } = await pool.query<Row>(indexesQuery);
  const tables = [...new Set(columns.map((column) => column.table))];
  const written = tables.map((table) => {
    const lines = [
      ...columns.filter((column) => column.table === table).map(columnLine),
      ...constraints.filter((row) => row.table === table).map((row) => `  ${row.definition}`),
    ];
    const own = indexes.filter((row) => row.table === table).map((row) => `${row.definition};\n`);
    return `create table ${table} (\n${lines.join(',\n')}\n);\n${own.join('')}`;
  });
  return { columns, sql: `-- The schema as all migrations leave it. Written by tools/schema.ts.\n\n${written.join('\n')}` };
};

const columnLine = (column: ColumnFact): string =>
  `  ${column.name} ${column.type}${column.nullable ? '' : ' not null'}${column.identity ? ' generated always as identity' : ''}`;

const columnsQuery = `
  select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
         not a.attnotnull as nullable, a.atthasdef as "hasDefault", a.attidentity <> '' as identity
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = 'public' and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
   order by c.relname, a.attnum`;

const constraintsQuery = `
  select c.relname as "table", 'constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = 'public' and k.contype <> 'n' order by c.relname, k.contype desc, k.conname`;

const indexesQuery = `
  select i.tablename as "table", i.indexdef as definition from pg_indexes i
   where i.schemaname = 'public' and not exists (select from pg_constraint k where k.conname = i.indexname)
   order by i.tablename, i.indexname`;
