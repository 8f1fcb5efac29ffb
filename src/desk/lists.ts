import { z } from 'zod';
import type { HandledOf, OutputOf } from '#base/contract.ts';
import type { Services } from '#base/services.ts';
import { bandOf } from '#heat/rules.ts';
import type { CaseRow, Count, DeskCounts, listCases } from './contract.ts';
import { instantText, readCursor, writeCursor } from '#base/http/cursors.ts';
import { casesOfList, perPage, type ListedCase } from './queries/case-lists.ts';
import { countedTo, countsFor } from './queries/counts.ts';

const degreesText = /^\d{1,3}$/u;
const timePlace = z.object({ key: instantText, id: z.uuid(), isCold: z.boolean() });
const heatPlace = z.union([timePlace.extend({ isCold: z.literal(true) }), z.object({ key: z.string().regex(degreesText), id: z.uuid(), isCold: z.literal(false) })]);

/** From so many degrees on a case is no longer calm, and counts as about to boil. */
const boilingFrom = Array.from({ length: 101 }, (_, degrees) => degrees).find((degrees) => bandOf(degrees, false) !== 'calm') ?? 100;

const said = (at: Date | null): string | null => at?.toISOString() ?? null;

/** One page of a list. The cursor is the last row's place, so rows that come and go meanwhile shift nothing. */
export const pageOfCases = async (
  { pool, clock }: Services,
  memberId: string,
  { list, order, cursor }: HandledOf<typeof listCases>['query'],
): Promise<OutputOf<typeof listCases>> => {
  const byHeat = order === 'heat' && list !== 'done';
  const after = cursor === undefined ? null : readCursor(cursor, byHeat ? heatPlace : timePlace, 'cursor');
  const rows = await casesOfList(pool, { list, order, memberId, now: clock.now(), after });
  const shown = rows.slice(0, perPage);
  const last = shown.at(-1);
  return { items: shown.map(rowView), next: rows.length > perPage && last !== undefined ? writeCursor({ key: last.key, id: last.id, isCold: byHeat && !degreesText.test(last.key) }) : null };
};

const rowView = (row: ListedCase): CaseRow => ({
  id: row.id,
  number: row.number,
  subject: row.subject,
  customer: { id: row.customer_id, name: row.customer_name },
  status: row.status,
  channel: row.channel,
  owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? '' },
  heat: row.degrees === null ? null : { degrees: row.degrees, band: bandOf(row.degrees, row.boiled_at !== null), boilsAt: said(row.boils_at) },
  facts: {
    request: row.request_department === null || row.request_due_at === null ? null : { department: row.request_department, dueAt: row.request_due_at.toISOString() },
    promise: row.promise_text === null || row.promise_due_at === null ? null : { text: row.promise_text, dueAt: row.promise_due_at.toISOString(), isBroken: row.promise_broken === true },
    chases: row.chases,
    chaseChannels: row.chase_channels,
  },
  claimDueAt: said(row.claim_due_at),
  nextUpdateDueAt: said(row.next_update_due_at),
  waitingSince: said(row.waiting_since),
  resolvedAt: said(row.resolved_at),
  lastActivityAt: row.last_activity_at.toISOString(),
});

const upTo = (counted: number): Count => ({ count: Math.min(counted, countedTo), more: counted > countedTo });

export const countsOf = async ({ pool, clock }: Services, memberId: string): Promise<DeskCounts> => {
  const counted = await countsFor(pool, memberId, clock.now(), boilingFrom);
  return {
    mine: upTo(counted.mine),
    standingIn: upTo(counted.standingIn),
    queue: upTo(counted.queue),
    queueLate: upTo(counted.queueLate),
    boiling: upTo(counted.boiling),
    requestsOpen: upTo(counted.requestsOpen),
    requestsLate: upTo(counted.requestsLate),
    promisesToday: upTo(counted.promisesToday),
    notices: upTo(counted.notices),
    handovers: upTo(counted.handovers),
  };
};
