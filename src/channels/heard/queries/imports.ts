import { sql, type Selectable, type Updateable } from 'kysely';
import { firstOf, type Due } from '#base/due.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import type { HeardImports } from '#migrations/tables.ts';

export type ImportRow = Selectable<HeardImports>;

interface NewImport {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  /** JSON. */
  readonly reading: string;
  readonly rows: number;
  readonly by: string;
  readonly now: Date;
}

export const insertImport = async (tx: Tx, { id, name, sha256, size, reading, rows, by, now }: NewImport): Promise<void> => {
  await tx.insertInto('heard_imports').values({ id, name, sha256, size, reading, row_count: rows, uploaded_at: now, uploaded_by: by }).execute();
};

export const changeImport = async (tx: Tx, id: string, change: Updateable<HeardImports>): Promise<void> => {
  await tx.updateTable('heard_imports').set(change).where('id', '=', id).execute();
};

/** Held until the transaction ends, so that nobody starts what another undoes. */
export const lockImport = (tx: Tx, id: string) => tx.selectFrom('heard_imports').where('id', '=', id).selectAll().forUpdate().executeTakeFirst();

export const removeImport = async (tx: Tx, id: string): Promise<void> => {
  await tx.deleteFrom('heard_imports').where('id', '=', id).execute();
};

export const importsDue: Due = (reader) => [{ at: firstOf(reader.selectFrom('heard_imports').where('turn_at', 'is not', null), 'turn_at') }];

export const dueImports = (reader: Reader, now: Date): Promise<ImportRow[]> =>
  reader.selectFrom('heard_imports').where('turn_at', '<=', now).orderBy('turn_at').limit(5).selectAll().execute();

/** For the next row; undefined where another process is at it, or where there is nothing to do any more. */
export const claimTurn = (tx: Tx, id: string) =>
  tx.selectFrom('heard_imports').where('id', '=', id).where('turn_at', 'is not', null).selectAll().forUpdate().skipLocked().executeTakeFirst();

type Became = 'opened' | 'joined' | 'suggested' | 'known' | 'left_out' | 'refused';

export interface SettledRow {
  readonly became: Became;
  readonly reason: string | null;
  readonly excerpt: string;
  readonly messageId: string | null;
  readonly caseId: string | null;
}

/** What became of a row; with it the import moves on to the next. */
export const settleRow = async (tx: Tx, { importId, row }: { readonly importId: string; readonly row: number }, settled: SettledRow): Promise<void> => {
  await tx
    .insertInto('heard_import_rows')
    .values({ import_id: importId, row, became: settled.became, reason: settled.reason, excerpt: settled.excerpt, message_id: settled.messageId, case_id: settled.caseId })
    .execute();
  await changeImport(tx, importId, { next_row: row + 1 });
};

/** The last row that brought a message and was not looked at by the undoing yet. */
export const lastToUndo = (tx: Tx, importId: string) =>
  tx
    .selectFrom('heard_import_rows')
    .where('import_id', '=', importId)
    .where('became', 'in', ['opened', 'joined', 'suggested'])
    .where('undone', 'is', null)
    .orderBy('row', 'desc')
    .limit(1)
    .select(['row', 'message_id as messageId'])
    .executeTakeFirst();

export const markRow = async (tx: Tx, { importId, row }: { readonly importId: string; readonly row: number }, undone: 'taken_back' | 'stays'): Promise<void> => {
  await tx.updateTable('heard_import_rows').set({ undone }).where('import_id', '=', importId).where('row', '=', row).execute();
};

/** The other messages of an import on the case where that one stands now. */
export const besides = async (tx: Tx, importId: string, messageId: string): Promise<string[]> => {
  const rows = await tx
    .selectFrom('heard_import_rows')
    .innerJoin('messages', 'messages.id', 'heard_import_rows.message_id')
    .where('import_id', '=', importId)
    .where('messages.case_id', '=', (eb) => eb.selectFrom('messages as this').where('this.id', '=', messageId).select('this.case_id'))
    .select('messages.id')
    .execute();
  return rows.map(({ id }) => id);
};

export interface ListedImport extends ImportRow {
  readonly uploadedName: string;
  readonly undoneName: string | null;
  readonly counts: Readonly<Partial<Record<Became, number>>>;
  readonly takenBack: number;
  readonly stays: number;
}

const listed = (reader: Reader) =>
  reader
    .selectFrom('heard_imports')
    .innerJoin('members as loader', 'loader.id', 'heard_imports.uploaded_by')
    .leftJoin('members as undoer', 'undoer.id', 'heard_imports.undo_asked_by')
    .selectAll('heard_imports')
    .select(['loader.name as uploadedName', 'undoer.name as undoneName'])
    .select((eb) => [
      sql<ListedImport['counts']>`coalesce((select json_object_agg(became, n) from (select became, count(*) as n from heard_import_rows
        where import_id = ${eb.ref('heard_imports.id')} group by became) as counted), '{}')`.as('counts'),
      sql<number>`(select count(*) from heard_import_rows where import_id = ${eb.ref('heard_imports.id')} and undone = 'taken_back')::int`.as('takenBack'),
      sql<number>`(select count(*) from heard_import_rows where import_id = ${eb.ref('heard_imports.id')} and undone = 'stays')::int`.as('stays'),
    ]);

const lastOnes = 30;

export const lastImports = (reader: Reader): Promise<ListedImport[]> => listed(reader).orderBy('uploaded_at', 'desc').limit(lastOnes).execute();
export const listedImport = (reader: Reader, id: string): Promise<ListedImport | undefined> => listed(reader).where('heard_imports.id', '=', id).executeTakeFirst();

interface RowsAsked {
  readonly became: string | undefined;
  readonly stays: boolean;
  readonly after: number;
  readonly most: number;
}

export const rowsOf = (reader: Reader, importId: string, { became, stays, after, most }: RowsAsked) => {
  let rows = reader.selectFrom('heard_import_rows').leftJoin('cases', 'cases.id', 'heard_import_rows.case_id').where('import_id', '=', importId).where('row', '>', after);
  if (became !== undefined) rows = rows.where('became', '=', became);
  if (stays) rows = rows.where('undone', '=', 'stays');
  return rows.orderBy('row').limit(most).selectAll('heard_import_rows').select('cases.number').execute();
};

