import { sql, type Selectable } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import type { IncidentUpdates } from '#migrations/tables.ts';
import type { InBoth, UntoldCase, UntoldReason, UpdateInput } from '../contract.ts';

export type Update = Selectable<IncidentUpdates>;

export const textsOf = ({ text_it: it, text_en: en }: Pick<Update, 'text_it' | 'text_en'>): InBoth => ({ it, en });
export const languagesOf = (texts: InBoth): ('it' | 'en')[] => (['it', 'en'] as const).filter((language) => texts[language] !== null);

interface NewUpdate extends Omit<UpdateInput, 'undoSeconds'> {
  readonly id: string;
  readonly incidentId: string;
  readonly by: string;
  readonly now: Instant;
  readonly sendAt: Instant;
}

export const insertUpdate = async (tx: Tx, fresh: NewUpdate): Promise<void> => {
  await tx
    .insertInto('incident_updates')
    .values({
      id: fresh.id, incident_id: fresh.incidentId, state: fresh.state, text_it: fresh.texts.it, text_en: fresh.texts.en,
      next_update_at: fresh.nextUpdateAt === null ? null : new Date(fresh.nextUpdateAt), written_by: fresh.by, written_at: fresh.now, send_at: fresh.sendAt,
    })
    .execute();
};

export const updateById = (reader: Reader, id: string): Promise<Update | undefined> => reader.selectFrom('incident_updates').where('id', '=', id).selectAll().executeTakeFirst();
export const lockUpdate = (tx: Tx, id: string): Promise<Update | undefined> => tx.selectFrom('incident_updates').where('id', '=', id).selectAll().forUpdate().executeTakeFirst();

/** Can an update of it still be taken back, or is one still going out? */
export const isLeaving = async (reader: Reader, incidentId: string): Promise<boolean> => {
  const row = await reader
    .selectFrom('incident_updates')
    .where('incident_id', '=', incidentId)
    .where('taken_back_at', 'is', null)
    .where((eb) => eb.or([
      eb('begun_at', 'is', null),
      eb.exists(eb.selectFrom('incident_tellings').whereRef('update_id', '=', 'incident_updates.id').where('outcome', 'is', null).select('case_id')),
    ]))
    .select('id')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
};

export const latestBegunId = async (reader: Reader, incidentId: string): Promise<string | undefined> =>
  (await reader.selectFrom('incident_updates').where('incident_id', '=', incidentId).where('begun_at', 'is not', null).orderBy('begun_at', 'desc').orderBy('id', 'desc').limit(1).select('id').executeTakeFirst())?.id;

export const takeBack = async (tx: Tx, id: string, now: Instant): Promise<void> => {
  await tx.updateTable('incident_updates').set({ taken_back_at: now }).where('id', '=', id).execute();
  await tx.deleteFrom('incident_tellings').where('update_id', '=', id).execute();
};

export const begin = async (tx: Tx, id: string, now: Instant): Promise<void> => {
  await tx.updateTable('incident_updates').set({ begun_at: now }).where('id', '=', id).execute();
};

/** Adds what was missing; what was told is never changed. */
export const addTexts = async (tx: Tx, id: string, texts: InBoth): Promise<void> => {
  await tx.updateTable('incident_updates').set((eb) => ({ text_it: eb.fn.coalesce('text_it', eb.val(texts.it)), text_en: eb.fn.coalesce('text_en', eb.val(texts.en)) })).where('id', '=', id).execute();
};

/** Updates whose time to be taken back is over and that have not begun to leave, with who wrote them. */
/** Written, and still to leave. */
export const toBegin = (reader: Reader) => reader.selectFrom('incident_updates').where('begun_at', 'is', null).where('taken_back_at', 'is', null);

export const dueUpdates = (reader: Reader, now: Instant) =>
  toBegin(reader)
    .innerJoin('members', 'members.id', 'incident_updates.written_by')
    .where('send_at', '<=', now)
    .orderBy('send_at')
    .select(['incident_updates.id', 'members.id as memberId', 'members.name as memberName'])
    .execute();

export const updatesOf = (reader: Reader, incidentId: string) =>
  reader
    .selectFrom('incident_updates')
    .innerJoin('members', 'members.id', 'incident_updates.written_by')
    .where('incident_id', '=', incidentId)
    .where('taken_back_at', 'is', null)
    .orderBy('written_at', 'desc')
    .orderBy('incident_updates.id', 'desc')
    .selectAll('incident_updates')
    .select(['members.name as writtenByName', sql<boolean>`exists (select from incident_tellings t where t.update_id = incident_updates.id and t.outcome is null)`.as('isLeaving')])
    .execute();

// Why a linked case was not told by an update, as it is now: a mail that came back later counts, and so does a case that was linked later.
const reason = sql<UntoldReason | null>`case
  when t.case_id is null then case when c.status not in ('resolved', 'closed') and c.merged_into_id is null and u.begun_at is not null then 'linked_afterwards' end
  when t.outcome = 'not_told' then t.reason
  when t.outcome = 'told' and exists (select from outbox o join outbox_recipients r on r.outbox_id = o.id where o.message_id = t.message_id and r.state in ('failed', 'bounced', 'held')) then 'delivery_failed'
  end`;
const linkedAndTold = sql`incident_updates u join incident_cases ic on ic.incident_id = u.incident_id and ic.state = 'linked' join cases c on c.id = ic.case_id
  left join incident_tellings t on t.update_id = u.id and t.case_id = ic.case_id`;

export interface Figures {
  readonly updateId: string;
  readonly outcome: 'told' | 'noted' | 'not_told' | null;
  readonly language: 'it' | 'en';
  readonly reason: UntoldReason | null;
  readonly isWaiting: boolean;
  readonly count: number;
}

/** How many of its linked cases each update reached, and why not the others. */
export const figuresOf = async (reader: Reader, incidentId: string): Promise<Figures[]> => {
  const { rows } = await sql<Figures>`
    select u.id as "updateId", t.outcome, coalesce(t.language, c.language) as language, ${reason} as reason, (t.case_id is not null and t.outcome is null) as "isWaiting", count(*)::int as count
    from ${linkedAndTold} where u.incident_id = ${incidentId} and u.taken_back_at is null group by 1, 2, 3, 4, 5`.execute(reader);
  return rows;
};

const longestList = 500;

/** Who was not told by that update. Whoever is being told now after all is not in it. */
export const untoldOf = async (reader: Reader, updateId: string): Promise<{ items: UntoldCase[]; total: number }> => {
  const { rows } = await sql<{ caseId: string; number: number; customerId: string; customerName: string; language: 'it' | 'en'; reason: UntoldReason; total: number }>`
    select c.id as "caseId", c.number, cu.id as "customerId", cu.name as "customerName", c.language, ${reason} as reason, count(*) over ()::int as total
    from ${linkedAndTold} join customers cu on cu.id = c.customer_id
    where u.id = ${updateId} and ${reason} is not null order by ${reason}, c.number limit ${longestList}`.execute(reader);
  return {
    total: rows[0]?.total ?? 0,
    items: rows.map(({ caseId, number, customerId, customerName, language, reason: why }) => ({ caseId, number, customer: { id: customerId, name: customerName }, language, reason: why })),
  };
};
