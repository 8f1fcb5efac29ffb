import { Buffer } from 'node:buffer';
import type { HandledOf } from '#base/contract.ts';
import type { Reader } from '#base/db/db.ts';
import { BadInput, NotFound } from '#base/http/failures.ts';
import { newId } from '#base/ids.ts';
import { refuse, type Refusal } from '#base/refusal.ts';
import type { Services } from '#base/services.ts';
import { inWork, type Actor, type Work } from '#base/work.ts';
import { companyOf } from '#people/index.ts';
import { heardEvents, type ImportDetail, type ImportView, type rereadImport, type startImport, type uploadImport } from '../contract.ts';
import * as queries from '../queries/imports.ts';
import { charsetOf, dateOrderOf, formatOf, isSpreadsheet, lacking, likelyMapping, separatorOf, tableOf, wordsOf, type Reading, type Table } from '../rules.ts';

/** How many rows are shown before anything happens. */
const shown = 8;

export const readingOf = (row: queries.ImportRow): Reading => row.reading as Reading;

/** The rows of a file, read as somebody said. */
export const tableIn = (bytes: Uint8Array, reading: Pick<Reading, 'charset' | 'format' | 'separator'>): Table => tableOf(wordsOf(bytes, reading.charset), reading);

/** The one gate to a file of posts. */
export const accessImport = async (reader: Reader, id: string): Promise<queries.ListedImport> => {
  const found = await queries.listedImport(reader, id);
  if (found === undefined) throw new NotFound();
  return found;
};

const holdImport = async (work: Work, id: string): Promise<queries.ImportRow> => {
  const found = await queries.lockImport(work.tx, id);
  if (found === undefined) throw new NotFound();
  return found;
};

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

const stateOf = (row: queries.ImportRow): ImportView['state'] => {
  if (row.undone_at !== null) return 'undone';
  if (row.undo_asked_at !== null) return 'undoing';
  if (row.started_at === null) return 'ready';
  return row.finished_at === null ? 'running' : 'done';
};

export const importViewOf = (row: queries.ListedImport): ImportView => ({
  id: row.id,
  name: row.name,
  size: row.size,
  rows: row.row_count,
  done: row.next_row,
  state: stateOf(row),
  uploadedAt: row.uploaded_at.toISOString(),
  uploadedBy: row.uploadedName,
  startedAt: iso(row.started_at),
  finishedAt: iso(row.finished_at),
  undoneAt: iso(row.undone_at),
  undoneBy: row.undoneName,
  became: { opened: 0, joined: 0, suggested: 0, known: 0, left_out: 0, refused: 0, ...row.counts },
  takenBack: row.takenBack,
  stays: row.stays,
});

export const importDetailOf = async (services: Services, id: string): Promise<ImportDetail> => {
  const found = await accessImport(services.db, id);
  const reading = readingOf(found);
  const { columns, rows } = tableIn(await services.files.read(found.sha256), reading);
  const { timeZone } = await companyOf(services.db);
  return { import: importViewOf(found), reading: { ...reading, mapping: { ...reading.mapping } }, columns: [...columns], sample: rows.slice(0, shown).map((row) => [...row]), timeZone };
};

const unfit = {
  empty: { it: 'Nel file non c’è niente da leggere.', en: 'There is nothing to read in the file.' },
  spreadsheet: {
    it: 'È un foglio di calcolo: aprilo e salvalo come CSV (o «CSV UTF-8»), poi carica quello.', en: 'This is a spreadsheet: open it, save it as CSV (or “CSV UTF-8”), and load that.',
  },
  rows: { it: 'C’è solo una riga, o nessuna: la prima deve dire che cosa c’è nelle colonne, le altre sono le recensioni.', en: 'There is one line or none: the first has to say what the columns hold, the others are the reviews.' },
} as const;

/** What can be told from the file alone; the rest is asked. */
const firstReading = (bytes: Uint8Array): { reading: Reading; table: Table } => {
  if (bytes.length === 0) throw new BadInput('base64', unfit.empty);
  if (isSpreadsheet(bytes)) throw new BadInput('base64', unfit.spreadsheet);
  const charset = charsetOf(bytes);
  const words = wordsOf(bytes, charset);
  const how = { charset, format: formatOf(words), separator: separatorOf(words) };
  const table = tableOf(words, how);
  if (table.rows.length === 0) throw new BadInput('base64', unfit.rows);
  return { reading: { ...how, ...likely(table), site: null, channel: 'review', pageUrl: null, onlyFrom: null }, table };
};

const likely = ({ columns, rows }: Table): Pick<Reading, 'mapping' | 'dateOrder'> => {
  const mapping = likelyMapping(columns);
  const days = columns.indexOf(mapping.at ?? '');
  return { mapping, dateOrder: dateOrderOf(days === -1 ? [] : rows.map((row) => row[days] ?? '')) };
};

/** Keeps the file as it came, and says how it would be read. */
export const takeFile = async (services: Services, actor: Actor, { name, base64 }: HandledOf<typeof uploadImport>['body']): Promise<ImportDetail> => {
  const bytes = Buffer.from(base64, 'base64');
  const { reading, table } = firstReading(bytes);
  const sha256 = await services.files.put(bytes);
  const id = await inWork(services, actor, async (work) => {
    const fresh = newId(work.now);
    await queries.insertImport(work.tx, { id: fresh, name, sha256, size: bytes.length, reading: JSON.stringify(reading), rows: table.rows.length, by: actor.id!, now: work.now });
    work.tell('heard', fresh);
    return fresh;
  });
  return importDetailOf(services, id);
};

/** Other letters or another separator: the columns are other ones, so what is in them is looked for anew. */
export const readAnew = async (services: Services, actor: Actor, id: string, how: HandledOf<typeof rereadImport>['body']): Promise<ImportDetail | Refusal> => {
  const found = await accessImport(services.db, id);
  const reading = { ...readingOf(found), ...how };
  const table = tableIn(await services.files.read(found.sha256), reading);
  const refused = await inWork(services, actor, async (work) => {
    if ((await holdImport(work, id)).started_at !== null) return refuse('heard.import_started');
    await queries.changeImport(work.tx, id, { reading: JSON.stringify({ ...reading, ...likely(table) }), row_count: table.rows.length });
    work.tell('heard', id);
    return null;
  });
  return refused ?? importDetailOf(services, id);
};

const view = async (work: Work, id: string): Promise<ImportView> => {
  work.tell('heard', id);
  return importViewOf(await accessImport(work.tx, id));
};

export const startBringing = async (work: Work, id: string, said: HandledOf<typeof startImport>['body']): Promise<ImportView | Refusal> => {
  const found = await holdImport(work, id);
  if (found.started_at !== null) return refuse('heard.import_started');
  const mapping = Object.fromEntries(Object.entries(said.mapping).filter(([, column]) => column !== undefined && column !== ''));
  const lacks = lacking({ mapping, pageUrl: said.pageUrl });
  if (lacks[0] !== undefined) return refuse(`heard.import_lacks_${lacks[0]}`);
  await queries.changeImport(work.tx, id, { reading: JSON.stringify({ ...readingOf(found), ...said, mapping }), started_at: work.now, started_by: work.actor.id, turn_at: work.now });
  work.emit(heardEvents['heard.import_started'](null, { importId: id, name: found.name }));
  return view(work, id);
};

/** From here on it is taken back, row by row; what still waited to be brought in no longer is. */
export const askToUndo = async (work: Work, id: string): Promise<ImportView | Refusal> => {
  const found = await holdImport(work, id);
  if (found.started_at === null) return refuse('heard.import_not_started');
  if (found.undo_asked_at !== null) return refuse('heard.import_undone');
  await queries.changeImport(work.tx, id, { undo_asked_at: work.now, undo_asked_by: work.actor.id, turn_at: work.now });
  work.emit(heardEvents['heard.import_undone'](null, { importId: id, name: found.name }));
  return view(work, id);
};

export const putAway = async (work: Work, id: string): Promise<{ id: string } | Refusal> => {
  const found = await holdImport(work, id);
  if (found.started_at !== null) return refuse('heard.import_started');
  await queries.removeImport(work.tx, id);
  work.tell('heard', id);
  return { id };
};
