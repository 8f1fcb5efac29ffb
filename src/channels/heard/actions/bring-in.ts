import { createHash } from 'node:crypto';
import { isDatabaseAway } from '#base/http/failures.ts';
import { isRefusal, type Refusal } from '#base/refusal.ts';
import type { Services } from '#base/services.ts';
import { inWork, type Actor, type Work } from '#base/work.ts';
import type { Intake } from '#channels/intake.ts';
import { companyOf, memberById } from '#people/index.ts';
import * as queries from '../queries/imports.ts';
import { markUndone } from '../queries/posts.ts';
import { excerptOf, readRow, type Reading, type RowPost, type Table } from '../rules.ts';
import { readingOf, tableIn } from './imports.ts';
import { noteHeard, type HeardPost } from './note-post.ts';

export { importsDue } from '../queries/imports.ts';

// Between two turns the program may be stopped; a turn of this many rows takes some seconds.
const rowsATurn = 200;
// A screen that watches is told this often: each time it asks for the whole list.
const toldEvery = 20;

interface Turn {
  readonly intake: Intake;
  readonly found: queries.ImportRow;
  readonly actor: Actor;
  readonly table: Table;
  readonly reading: Reading & { readonly timeZone: string };
}

/**
 * Brings in, or takes back, a stretch of every file whose turn it is. Each row is settled in one transaction together with the place up to
 * which the file is read: a kill at any point leaves it exactly there, and the next turn goes on.
 */
export const bringInPosts = async (services: Services, intake: Intake): Promise<void> => {
  for (const found of await queries.dueImports(services.db, services.clock.now())) {
    const member = await memberById(services.db, found.undo_asked_by ?? found.started_by ?? found.uploaded_by);
    const actor: Actor = { kind: 'member', id: member!.id, name: member!.name };
    if (found.undo_asked_at !== null) await takeBackStretch(services, { intake, found, actor });
    else await bringStretch(services, await turnFor(services, { intake, found, actor }));
  }
};

const turnFor = async (services: Services, turn: Pick<Turn, 'intake' | 'found' | 'actor'>): Promise<Turn> => {
  const reading = readingOf(turn.found);
  const { timeZone } = await companyOf(services.db);
  return { ...turn, table: tableIn(await services.files.read(turn.found.sha256), reading), reading: { ...reading, timeZone } };
};

const bringStretch = async (services: Services, turn: Turn): Promise<void> => {
  for (let settled = 0; settled < rowsATurn; settled += 1) if ((await bringOne(services, turn)) === 'over') return;
};

type Step = 'next' | 'over';

/** One row: what it became and that it is done stand together, or not at all. A row that cannot be is refused with the reason, and the next one goes on. */
const bringOne = async (services: Services, turn: Turn): Promise<Step> => {
  let reason: string;
  try {
    const done = await inWork(services, turn.actor, (work) => settleNext(work, turn));
    if (!isRefusal(done)) return done;
    reason = 'refused';
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    services.log.warn({ err: error, import: turn.found.id }, 'A row of a file of posts could not be noted.');
    reason = 'defect';
  }
  return inWork(services, turn.actor, (work) => refuseNext(work, turn, reason));
};

const claimRow = async (work: Work, { found: { id }, table }: Turn): Promise<number | null> => {
  const now = await queries.claimTurn(work.tx, id);
  if (now === undefined || now.undo_asked_at !== null || now.finished_at !== null) return null;
  if (now.next_row < table.rows.length) return now.next_row;
  await queries.changeImport(work.tx, id, { finished_at: work.now, turn_at: null });
  work.tell('heard', id);
  return null;
};

const settleNext = async (work: Work, turn: Turn): Promise<Step | Refusal> => {
  const row = await claimRow(work, turn);
  if (row === null) return 'over';
  const settled = await settledRow(work, turn, turn.table.rows[row]!);
  if (isRefusal(settled)) return settled;
  await queries.settleRow(work.tx, { importId: turn.found.id, row }, settled);
  if (row % toldEvery === 0) work.tell('heard', turn.found.id);
  return 'next';
};

const refuseNext = async (work: Work, turn: Turn, reason: string): Promise<Step> => {
  const row = await claimRow(work, turn);
  if (row === null) return 'over';
  await queries.settleRow(work.tx, { importId: turn.found.id, row }, { became: 'refused', reason, excerpt: excerptOf(turn.table.rows[row]!), messageId: null, caseId: null });
  return 'next';
};

const settledRow = async (work: Work, { intake, table, reading }: Turn, cells: readonly string[]): Promise<queries.SettledRow | Refusal> => {
  const excerpt = excerptOf(cells);
  const read = readRow(table, cells, reading);
  if ('refused' in read) return { became: 'refused', reason: read.refused, excerpt, messageId: null, caseId: null };
  if ('leftOut' in read) return { became: 'left_out', reason: read.leftOut, excerpt, messageId: null, caseId: null };
  const filed = await noteHeard(work, intake, heardIn(read.post, reading));
  if (isRefusal(filed)) return filed;
  // What was known was brought by somebody else: undoing this file must not take it back.
  return filed.wasKnown
    ? { became: 'known', reason: null, excerpt, messageId: null, caseId: filed.caseId }
    : { became: filed.became, reason: null, excerpt, messageId: filed.messageId, caseId: filed.caseId };
};

/** A post that the place gives no number is known by who said what, and when. */
const ownMark = ({ handle, name, email, at, text }: RowPost): string =>
  `row ${createHash('sha256').update(JSON.stringify([handle ?? name ?? email, at?.toISOString() ?? null, text])).digest('hex').slice(0, 40)}`;

const heardIn = (post: RowPost, { site, channel }: Reading): HeardPost => ({
  url: post.url, text: post.text, channel, externalId: post.externalId ?? ownMark(post), email: post.email, order: post.order,
  ...(site === null ? {} : { source: site }), ...(post.handle === null ? {} : { handle: post.handle }), ...(post.name === null ? {} : { name: post.name }),
  ...(post.stars === null ? {} : { stars: post.stars }), ...(post.at === null ? {} : { at: post.at.toISOString() }),
});

/** Backwards, so that of two posts on one case the one that opened it goes last. */
const takeBackStretch = async (services: Services, { intake, found: { id }, actor }: Pick<Turn, 'intake' | 'found' | 'actor'>): Promise<void> => {
  for (let settled = 0; settled < rowsATurn; settled += 1) {
    if ((await inWork(services, actor, (work) => takeBackOne(work, intake, id))) === 'over') return;
  }
};

const takeBackOne = async (work: Work, intake: Intake, importId: string): Promise<Step> => {
  const now = await queries.claimTurn(work.tx, importId);
  if (now === undefined || now.undo_asked_at === null) return 'over';
  const last = await queries.lastToUndo(work.tx, importId);
  if (last === undefined || last.messageId === null) {
    await queries.changeImport(work.tx, importId, { undone_at: work.now, turn_at: null });
    work.tell('heard', importId);
    return 'over';
  }
  const besides = await queries.besides(work.tx, importId, last.messageId);
  const became = await intake.takeBack(work, { messageId: last.messageId, besides, since: now.undo_asked_at });
  if (became === 'taken_back') await markUndone(work.tx, last.messageId, work.now);
  await queries.markRow(work.tx, { importId, row: last.row }, became);
  if (last.row % toldEvery === 0) work.tell('heard', importId);
  return 'next';
};
