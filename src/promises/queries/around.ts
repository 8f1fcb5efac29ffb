import type { Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';

/** Which of these requests were asked on the case. */
export const requestsOnCase = async (reader: Reader, caseId: string, ids: readonly string[]): Promise<Set<string>> => {
  if (ids.length === 0) return new Set();
  const rows = await reader.selectFrom('requests').where('case_id', '=', caseId).where('id', 'in', [...ids]).select('id').execute();
  return new Set(rows.map((row) => row.id));
};

/** When a department that still owes an answer has to give it; null where it owes none. */
export const requestDueAt = async (reader: Reader, id: string | null): Promise<Instant | null> => {
  if (id === null) return null;
  const row = await stillOwed(reader).where('requests.id', '=', id).select('requests.due_at').executeTakeFirst();
  return row?.due_at ?? null;
};

const stillOwed = (reader: Reader) =>
  reader.selectFrom('requests').where('answered_at', 'is', null).where('refused_at', 'is', null).where('withdrawn_at', 'is', null);

/** The request that an update speaks of: the named one, else the one of the case that has been owed for longest. */
export const requestToExplain = async (reader: Reader, caseId: string, requestId: string | null) => {
  let query = stillOwed(reader)
    .innerJoin('departments', 'departments.id', 'requests.department_id')
    .where('requests.case_id', '=', caseId)
    .orderBy('requests.due_at')
    .limit(1)
    .select(['requests.id', 'departments.name as department', 'departments.kind', 'asked_at as askedAt', 'seen_at as seenAt', 'questioned_at as questionedAt', 'climbed_to as climbedTo']);
  if (requestId !== null) query = query.where('requests.id', '=', requestId);
  return query.executeTakeFirst();
};

/** How many updates of ours the customer has had, and whether a reply already waits for somebody to send it. */
export const updatesOf = async (reader: Reader, caseId: string): Promise<{ sent: number; waits: boolean }> => {
  const row = await reader
    .selectFrom('cases')
    .where('cases.id', '=', caseId)
    .select((eb) => [
      eb.selectFrom('messages').where('messages.case_id', '=', caseId).where('direction', '=', 'out').where('act', '=', 'updates').where('is_automatic', '=', false).where('is_beside', '=', false)
        .select((e) => e.fn.countAll<number>().as('sent')).as('sent'),
      eb.exists(eb.selectFrom('prepared_replies').where('prepared_replies.case_id', '=', caseId).where('used_at', 'is', null).where('discarded_at', 'is', null).select('prepared_replies.id')).as('waits'),
    ])
    .executeTakeFirstOrThrow();
  return { sent: row.sent ?? 0, waits: Boolean(row.waits) };
};

/** What was last written on the case by people: the latest first. */
export const latestWords = async (reader: Reader, caseId: string): Promise<{ ours: string[]; theirs: string[] }> => {
  const rows = await reader
    .selectFrom('messages')
    .where('case_id', '=', caseId)
    .where('is_automatic', '=', false)
    .where('sent_by_itself', '=', false)
    .where('is_third_party', '=', false)
    .orderBy('at', 'desc')
    .limit(20)
    .select((eb) => ['direction', eb.fn<string>('left', ['text', eb.val(5_000)]).as('text')])
    .execute();
  const of = (direction: 'in' | 'out'): string[] => rows.filter((row) => row.direction === direction).map(({ text }) => text);
  return { ours: of('out'), theirs: of('in') };
};
