import { z } from 'zod';
import type { Instant } from '#base/clock.ts';
import type { OutputOf } from '#base/contract.ts';
import { atOnce, type Asking, type OneConnection } from '#base/db/at-once.ts';
import { NotFound } from '#base/http/failures.ts';
import type { Services } from '#base/services.ts';
import { awaitedFrom } from '#customer-page/rules.ts';
import { heatOf } from '#heat/index.ts';
import { deputyFor } from '#people/index.ts';
import { promisesOf } from '#promises/index.ts';
import { viewsOnCase } from '#requests/index.ts';
import type { earlierMessages, OpenedCase } from './contract.ts';
import { instantText, readCursor, writeCursor } from '#base/http/cursors.ts';
import { customerOf } from './queries/customer.ts';
import { messagesOf, notesOf, type Before } from './queries/messages.ts';
import { caseRow, type CaseRow } from './queries/opened-case.ts';
import { correspondenceOf } from './queries/recipients.ts';
import { proposeRecipients } from './rules.ts';

const said = (at: Date | null): string | null => at?.toISOString() ?? null;
/** Instants inside JSON come in the database's spelling; screens compare them as text, so all have one. */
const respell = (at: string): string => new Date(at).toISOString();

/** Everything that opening a case needs, in one answer. */
export const openedCaseFor = ({ pool, clock }: Services, caseId: string, memberId: string): Promise<OpenedCase> =>
  atOnce(pool, (one) => read(one, { caseId, memberId, now: clock.now() }));

/**
 * The case itself is asked for first: the number of the last event that it knows must never be newer than the messages that are read
 * after it, or a reply would not notice that somebody has answered.
 */
const read = async ({ client, db }: OneConnection, { caseId, memberId, now }: { caseId: string; memberId: string; now: Instant }): Promise<OpenedCase> => {
  const [row, conversation, heat, customer, correspondence, requests, promises] = await Promise.all([
    caseRow(client, caseId, memberId, now),
    conversationOf(client, caseId, null),
    heatOf(db, [caseId]),
    customerOf(client, caseId),
    correspondenceOf(client, caseId),
    viewsOnCase(db, caseId, now),
    promisesOf(db, caseId, now),
  ]);
  if (row === undefined || customer === undefined) throw new NotFound();
  const standIn = row.owner_id === null || row.owner_is_away !== true ? null : await deputyFor(db, row.owner_id, now);
  return {
    case: viewOf(row),
    seenEventId: row.seen_event_id,
    ...conversation,
    requests,
    promises,
    heat: heat.get(caseId) ?? null,
    customer,
    otherOpenCases: row.other_open,
    handover: row.handover === null ? null : { ...row.handover, offeredAt: respell(row.handover.offeredAt) },
    pendingReply: row.pending === null ? null : { ...row.pending, sendAt: respell(row.pending.sendAt) },
    preparedReplies: row.prepared.map((prepared) => ({ ...prepared, createdAt: respell(prepared.createdAt) })),
    drafts: row.drafts.map((draft) => ({ ...draft, updatedAt: respell(draft.updatedAt) })),
    suggestions: row.suggestions,
    undoable: row.undoable.map((step) => ({ ...step, at: respell(step.at) })),
    replyTo: proposeRecipients(correspondence),
    standIn: standIn === null ? null : { id: standIn.id, name: standIn.name },
    tellsByItself: row.tells_by_itself,
    page: pageStateOf(row, now),
  };
};

type Conversation = Pick<OpenedCase, 'messages' | 'earlier' | 'notes'>;

/**
 * A hundred messages, with the notes that were written while they came. Hardly a case has more, so its notes are asked for at the
 * same time; where it has, those between the messages of this page are asked for again.
 */
const conversationOf = async (client: Asking, caseId: string, before: Before | null): Promise<Conversation> => {
  const [{ messages, earlier }, notes] = await Promise.all([messagesOf(client, caseId, before), notesOf(client, caseId, null, before)]);
  if (earlier === null) return { messages, notes, earlier: null };
  return { messages, notes: await notesOf(client, caseId, earlier, before), earlier: writeCursor(earlier) };
};

const place = z.object({ at: instantText, id: z.uuid() });

export const earlierOf = async (services: Services, caseId: string, before: string): Promise<OutputOf<typeof earlierMessages>> => {
  const known = await services.db.selectFrom('cases').where('id', '=', caseId).select('id').executeTakeFirst();
  if (known === undefined) throw new NotFound();
  return conversationOf(services.pool, caseId, readCursor(before, place, 'before'));
};

/** How the customer's page is doing. What it says comes of the same rule as on the page itself. */
const pageStateOf = (row: CaseRow, now: Instant): OpenedCase['page'] => {
  const requests = row.open_requests.map((request) => ({ ...request, dueAt: new Date(request.dueAt) }));
  const awaited = awaitedFrom({ status: row.status, hasOwner: row.owner_id !== null, nextUpdateDueAt: row.next_update_due_at, requests }, now);
  return {
    openings: row.openings,
    openedToday: row.opened_today,
    lastOpenedAt: said(row.last_opened_at),
    nextUpdateDueAt: said(row.next_update_due_at),
    awaited: awaited.map((one) => ({ ...one, dueAt: said(one.dueAt) })),
  };
};

const viewOf = (row: CaseRow): OpenedCase['case'] => ({
  id: row.id,
  number: row.number,
  subject: row.subject,
  customer: { id: row.customer_id, name: row.customer_name },
  departmentId: row.department_id,
  departmentName: row.department_name,
  channel: row.channel,
  status: row.status,
  level: row.level,
  language: row.language,
  owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? '' },
  claimDueAt: said(row.claim_due_at),
  nextUpdateDueAt: said(row.next_update_due_at),
  openedAt: row.opened_at.toISOString(),
  takenAt: said(row.taken_at),
  resolvedAt: said(row.resolved_at),
  closedAt: said(row.closed_at),
  waitingSince: said(row.waiting_since),
  chases: row.chases,
  lastInboundAt: said(row.last_inbound_at),
  lastOutboundAt: said(row.last_outbound_at),
  lastActivityAt: row.last_activity_at.toISOString(),
  mergedIntoId: row.merged_into_id,
  mergedInto: row.merged_into,
});
