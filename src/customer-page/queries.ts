import { sql } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import type { OpenRequest } from './rules.ts';

/** The case that lives on and those that were merged into it: what was asked and promised on them is its own. */
const family = (caseId: string) => sql<string>`(
  with recursive merged(id) as (select ${caseId}::uuid union select c.id from cases c join merged m on c.merged_into_id = m.id)
  select id from merged)`;

export const caseFacts = (reader: Reader, caseId: string, readerId: string) =>
  reader
    .selectFrom('cases')
    .innerJoin('customers as reader', (join) => join.on('reader.id', '=', readerId))
    .leftJoin('members as owner', 'owner.id', 'cases.owner_id')
    .where('cases.id', '=', caseId)
    .select(['cases.id', 'cases.number', 'cases.subject', 'cases.language', 'cases.status', 'cases.customer_id as customerId', 'cases.waiting_since as waitingSince'])
    .select(['cases.next_update_due_at as nextUpdateDueAt', 'cases.opened_at as openedAt', 'cases.resolved_at as resolvedAt', 'cases.owner_id as ownerId'])
    .select(['owner.name as ownerName', 'reader.name as readerName'])
    .executeTakeFirstOrThrow();
export type CaseFacts = Awaited<ReturnType<typeof caseFacts>>;

const longestPage = 200;

/** The reader's own messages and our answers, the latest two hundred, in order. */
export const messageFacts = async (reader: Reader, caseId: string, readerId: string) => {
  const rows = await reader
    .selectFrom('messages')
    .where('case_id', '=', caseId)
    .where((eb) =>
      eb.or([
        eb.and([eb('direction', '=', 'in'), eb('author_customer_id', '=', readerId), eb('is_third_party', '=', false)]),
        eb.and([eb('direction', '=', 'out'), eb('is_automatic', '=', false)]),
      ]),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(longestPage)
    .select(['id', 'direction', 'channel', 'at', 'author_name as authorName', 'act', 'is_chase as isChase'])
    .select((eb) => eb.selectFrom('attachments').whereRef('attachments.message_id', '=', 'messages.id').where('is_inline', '=', false).select((e) => e.fn.countAll<number>().as('n')).as('files'))
    .execute();
  return rows.toReversed();
};
export type MessageFact = Awaited<ReturnType<typeof messageFacts>>[number];

export const requestFacts = (reader: Reader, caseId: string) =>
  reader
    .selectFrom('requests')
    .innerJoin('departments', 'departments.id', 'requests.department_id')
    .where('requests.case_id', 'in', family(caseId))
    .where('withdrawn_at', 'is', null)
    .orderBy('asked_at')
    .select(['departments.name', 'departments.kind', 'asked_at as askedAt', 'due_at as dueAt', 'seen_at as seenAt'])
    .select(['questioned_at as questionedAt', 'answered_at as answeredAt', 'refused_at as refusedAt'])
    .execute();
export type RequestFact = Awaited<ReturnType<typeof requestFacts>>[number];

export const openRequests = (facts: readonly RequestFact[]): OpenRequest[] =>
  facts
    .filter((fact) => fact.answeredAt === null && fact.refusedAt === null)
    .map((fact) => ({ department: fact.name, isSupplier: fact.kind === 'supplier', dueAt: fact.dueAt, isPaused: fact.questionedAt !== null }));

export const promiseFacts = (reader: Reader, caseId: string) =>
  reader
    .selectFrom('promises')
    .where('case_id', 'in', family(caseId))
    .orderBy('made_at')
    .select(['text', 'made_at as madeAt', 'due_at as dueAt', 'kept_at as keptAt', 'broken_at as brokenAt', 'released_at as releasedAt'])
    .execute();
export type PromiseFact = Awaited<ReturnType<typeof promiseFacts>>[number];

const told = ['case.taken', 'case.handover_accepted', 'case.resolved', 'case.reopened'] as const;

/** Who took the case and when it was over, from its history. */
export const eventFacts = async (reader: Reader, caseId: string) => {
  const rows = await reader.selectFrom('events').where('case_id', '=', caseId).where('kind', 'in', [...told]).orderBy('id').select(['at', 'kind', 'data']).execute();
  return rows.map((row) => ({ at: row.at, kind: row.kind as (typeof told)[number], data: row.data as Readonly<Record<string, unknown>> }));
};
export type EventFact = Awaited<ReturnType<typeof eventFacts>>[number];

/** When somebody other than the case's customer began to take part; their page begins there. */
export const tookPartAt = async (reader: Reader, caseId: string, readerId: string, linkId: string): Promise<Instant> => {
  const row = await reader
    .selectFrom('case_links')
    .where('id', '=', linkId)
    .select((eb) => [
      'created_at as given',
      eb.selectFrom('messages').where('case_id', '=', caseId).where('author_customer_id', '=', readerId).select((e) => e.fn.min('at').as('first')).as('first'),
    ])
    .executeTakeFirstOrThrow();
  return row.first !== null && row.first < row.given ? row.first : row.given;
};

export const lastRating = (reader: Reader, caseId: string) =>
  reader.selectFrom('ratings').where('case_id', '=', caseId).orderBy('at', 'desc').limit(1).select(['id', 'score', 'words', 'at']).executeTakeFirst();
export type RatingFact = NonNullable<Awaited<ReturnType<typeof lastRating>>>;

interface NewRating {
  readonly id: string;
  readonly caseId: string;
  readonly linkId: string;
  readonly score: number;
  readonly words: string | null;
  readonly at: Instant;
}

export const insertRating = async (tx: Tx, rating: NewRating): Promise<void> => {
  await tx.insertInto('ratings').values({ id: rating.id, case_id: rating.caseId, link_id: rating.linkId, score: rating.score, words: rating.words, at: rating.at }).execute();
};

export const changeRating = async (tx: Tx, id: string, change: { score: number; words: string | null; at: Instant }): Promise<void> => {
  await tx.updateTable('ratings').set({ score: change.score, words: change.words, changed_at: change.at }).where('id', '=', id).execute();
};

/** One identity by which the customer is known, an address before a number; what they add on the page is from it. */
export const identityOf = (reader: Reader, customerId: string) =>
  reader
    .selectFrom('identities')
    .where('customer_id', '=', customerId)
    .orderBy((eb) => eb.case().when('kind', '=', 'email').then(0).when('kind', '=', 'pec').then(1).else(2).end())
    .orderBy('created_at')
    .select(['kind', 'value'])
    .executeTakeFirst();
