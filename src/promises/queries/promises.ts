import type { Selectable } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import type { Promises } from '#migrations/tables.ts';
import type { PromiseOnCase, PromiseView } from '../contract.ts';
import { promiseStateOf, type PromiseFacts } from '../rules.ts';

/** A promise as its rules see it, with what actions need besides. */
export interface LoadedPromise extends PromiseFacts {
  readonly id: string;
  readonly caseId: string;
  readonly text: string;
  readonly requestId: string | null;
  readonly messageId: string;
}

const loaded = (row: Selectable<Promises>): LoadedPromise => ({
  id: row.id,
  caseId: row.case_id,
  text: row.text,
  requestId: row.request_id,
  messageId: row.message_id,
  madeAt: row.made_at,
  firstDueAt: row.first_due_at,
  dueAt: row.due_at,
  warnAt: row.warn_at,
  warnedAt: row.warned_at,
  keptAt: row.kept_at,
  brokenAt: row.broken_at,
  releasedAt: row.released_at,
});

export const promiseById = async (reader: Reader, id: string): Promise<LoadedPromise | undefined> => {
  const row = await reader.selectFrom('promises').where('id', '=', id).selectAll().executeTakeFirst();
  return row === undefined ? undefined : loaded(row);
};

/** Those of `ids` that stand on the case, held until the transaction ends. */
export const lockPromises = async (tx: Tx, caseId: string, ids: readonly string[]): Promise<Map<string, LoadedPromise>> => {
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom('promises').where('id', 'in', [...ids]).where('case_id', '=', caseId).orderBy('id').selectAll().forUpdate().execute();
  return new Map(rows.map((row) => [row.id, loaded(row)]));
};

/** What is neither kept nor broken nor let off on a case, the nearest first. */
export const openOf = async (reader: Reader, caseId: string): Promise<LoadedPromise[]> => {
  const rows = await reader
    .selectFrom('promises')
    .where('case_id', '=', caseId)
    .where('kept_at', 'is', null)
    .where('broken_at', 'is', null)
    .where('released_at', 'is', null)
    .orderBy('due_at')
    .selectAll()
    .execute();
  return rows.map(loaded);
};

export interface NewPromise {
  readonly id: string;
  readonly caseId: string;
  readonly text: string;
  readonly memberId: string;
  readonly messageId: string;
  readonly requestId: string | null;
  readonly dueAt: Instant;
  readonly warnAt: Instant;
  readonly now: Instant;
}

export const insertPromise = async (tx: Tx, fresh: NewPromise): Promise<void> => {
  await tx
    .insertInto('promises')
    .values({
      id: fresh.id,
      case_id: fresh.caseId,
      text: fresh.text,
      made_by: fresh.memberId,
      made_at: fresh.now,
      message_id: fresh.messageId,
      request_id: fresh.requestId,
      first_due_at: fresh.dueAt,
      due_at: fresh.dueAt,
      warn_at: fresh.warnAt,
    })
    .execute();
};

type Change =
  | { kept_at: Date; kept_by_message_id: string }
  | { kept_at: Date; kept_how: string }
  | { released_at: Date; released_reason: string }
  | { due_at: Date; warn_at: Date; warned_at: null };

export const changePromise = async (tx: Tx, id: string, change: Change): Promise<void> => {
  await tx.updateTable('promises').set(change).where('id', '=', id).execute();
};

interface NewMove {
  readonly id: string;
  readonly promiseId: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly reason: string;
  readonly memberId: string;
  readonly messageId: string;
  readonly now: Instant;
}

export const insertMove = async (tx: Tx, move: NewMove): Promise<void> => {
  await tx
    .insertInto('promise_moves')
    .values({
      id: move.id, promise_id: move.promiseId, from_due_at: move.from, to_due_at: move.to, reason: move.reason, moved_by: move.memberId, moved_at: move.now,
      told_by_message_id: move.messageId,
    })
    .execute();
};

/** Puts every promise made on one of these cases where the message that made it stands now. Returns where any moved to or from. */
/** Returns the promises that moved, and to which case. */
export const followMessages = (tx: Tx, caseIds: readonly string[]): Promise<{ id: string; caseId: string }[]> =>
  tx
    .updateTable('promises')
    .from('messages')
    .set((eb) => ({ case_id: eb.ref('messages.case_id') }))
    .whereRef('messages.id', '=', 'promises.message_id')
    .whereRef('messages.case_id', '<>', 'promises.case_id')
    .where('promises.case_id', 'in', [...caseIds])
    .returning(['promises.id', 'promises.case_id as caseId'])
    .execute();

const seen = (reader: Reader) =>
  reader
    .selectFrom('promises')
    .innerJoin('members as maker', 'maker.id', 'promises.made_by')
    .selectAll('promises')
    .select('maker.name as makerName')
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('promise_moves as move')
          .innerJoin('members as mover', 'mover.id', 'move.moved_by')
          .whereRef('move.promise_id', '=', 'promises.id')
          .orderBy('move.moved_at')
          .select(['move.from_due_at', 'move.to_due_at', 'move.reason', 'move.moved_at', 'move.moved_by', 'move.told_by_message_id', 'mover.name']),
      ).as('moves'),
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof seen>['execute']>>[number];

const said = (at: Date | null): string | null => at?.toISOString() ?? null;
/** JSON made by the database carries its instants as text. */
const again = (at: Date | string): string => new Date(at).toISOString();

const viewOf = (row: Row, now: Instant): PromiseView => ({
  id: row.id,
  caseId: row.case_id,
  text: row.text,
  madeBy: { id: row.made_by, name: row.makerName },
  madeAt: row.made_at.toISOString(),
  messageId: row.message_id,
  requestId: row.request_id,
  firstDueAt: row.first_due_at.toISOString(),
  dueAt: row.due_at.toISOString(),
  state: promiseStateOf(loaded(row), now),
  keptAt: said(row.kept_at),
  keptByMessageId: row.kept_by_message_id,
  keptHow: row.kept_how,
  brokenAt: row.broken_at === null && row.kept_at === null && row.released_at === null && row.due_at <= now ? row.due_at.toISOString() : said(row.broken_at),
  releasedAt: said(row.released_at),
  releasedReason: row.released_reason,
  moves: row.moves.map((move) => ({
    from: again(move.from_due_at),
    to: again(move.to_due_at),
    reason: move.reason,
    by: { id: move.moved_by, name: move.name },
    at: again(move.moved_at),
    messageId: move.told_by_message_id,
  })),
});

export const promiseViews = async (reader: Reader, caseId: string, now: Instant): Promise<PromiseView[]> => {
  const rows = await seen(reader).where('promises.case_id', '=', caseId).orderBy('promises.made_at').orderBy('promises.id').execute();
  return rows.map((row) => viewOf(row, now));
};

export const promiseViewById = async (reader: Reader, id: string, now: Instant): Promise<PromiseView> =>
  viewOf(await seen(reader).where('promises.id', '=', id).executeTakeFirstOrThrow(), now);

interface Which {
  /** The owner of the cases; null for everybody's. */
  readonly keeperId: string | null;
  readonly limit: number;
}

/** What wants somebody: open promises, and broken ones of open cases that were not made good. The nearest first. */
export const promisesThatWant = async (reader: Reader, { keeperId, limit }: Which, now: Instant): Promise<PromiseOnCase[]> => {
  let query = seen(reader)
    .innerJoin('cases', 'cases.id', 'promises.case_id')
    .innerJoin('customers', 'customers.id', 'cases.customer_id')
    .leftJoin('members as keeper', 'keeper.id', 'cases.owner_id')
    .select(['cases.number', 'cases.subject', 'cases.owner_id as keeperId', 'keeper.name as keeperName', 'cases.customer_id as customerId', 'customers.name as customerName'])
    .where('promises.kept_at', 'is', null)
    .where('promises.released_at', 'is', null)
    .where((eb) => eb.or([eb('promises.broken_at', 'is', null), eb('cases.status', 'not in', ['resolved', 'closed'])]))
    .orderBy('promises.due_at')
    .orderBy('promises.id')
    .limit(limit);
  if (keeperId !== null) query = query.where('cases.owner_id', '=', keeperId);
  return (await query.execute()).map((row) => ({
    ...viewOf(row, now),
    case: {
      id: row.case_id,
      number: row.number,
      subject: row.subject,
      customer: { id: row.customerId, name: row.customerName },
      keeper: row.keeperId === null ? null : { id: row.keeperId, name: row.keeperName ?? '' },
    },
  }));
};
