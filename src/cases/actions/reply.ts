import { newId } from '#base/ids.ts';
import { plus, second } from '#base/clock.ts';
import { NotFound } from '#base/http/failures.ts';
import { isRefusal, refuse, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { accessCase } from '../access.ts';
import { caseEvents, replyInput, type ReplyInput } from '../contract.ts';
import { updateCase, type LoadedCase } from '../queries/case.ts';
import { answeredAfter, insertMessage } from '../queries/messages.ts';
import * as pendings from '../queries/replies.ts';
import { answersTheWait, hasSubstance, isOpen, mayReply, nextUpdateAfter, statusAfterReply } from '../rules.ts';
import { attachToMessage, uploadsOf } from './attachments.ts';
import { clocksOf, moveNextUpdate } from './clocks.ts';
import { channelOf, leadsSomewhere, sendOnWay, wayOf, type Way } from './roads.ts';
import { becomeOwner, memberOf } from './take-charge.ts';

/**
 * Puts a reply on its way: checked now, sent when the time to take it back is over. Everything it commits us to is checked now as
 * well, by whoever owns promises (they hear `case.reply_prepared` and may refuse), so that no reply fails after "send".
 */
export const prepareReply = async (work: Work, caseId: string, reply: ReplyInput): Promise<{ pendingId: string; sendAt: string } | Refusal> => {
  const found = await accessCase(work, caseId);
  const refusal = await whyNot(work, found, reply, memberOf(work));
  if (refusal !== null) return refusal;
  const due = await nextDue(work, found, reply);
  if (isRefusal(due)) return due;
  const uploads = await uploadsOf(work, caseId, reply.attachmentIds);
  if (isRefusal(uploads)) return uploads;
  const pendingId = newId(work.now);
  const sendAt = plus(work.now, reply.undoSeconds * second);
  await pendings.insertPending(work.tx, { id: pendingId, caseId, memberId: memberOf(work), reply, now: work.now, sendAt });
  await pendings.clearDraft(work.tx, caseId, memberOf(work), 'reply');
  const { act, commitments, nextUpdateAt } = reply;
  work.emit(caseEvents['case.reply_prepared'](caseId, { pendingId, act, commitments, nextUpdateAt }));
  return { pendingId, sendAt: sendAt.toISOString() };
};

/** Takes a reply back before it leaves, and puts its words where they were: in the draft. */
export const takeReplyBack = async (work: Work, pendingId: string): Promise<{ id: string; text: string } | Refusal> => {
  const pending = await pendings.pendingById(work.tx, pendingId);
  if (pending === undefined || pending.member_id !== memberOf(work)) throw new NotFound();
  if (pending.sent_at !== null || pending.stopped_at !== null) return refuse('reply.too_late_to_take_back');
  const { text, seenEventId } = replyInput.parse(pending.reply);
  if (pending.taken_back_at === null) {
    await pendings.settlePending(work.tx, pendingId, { taken_back_at: work.now });
    await pendings.putDraft(work.tx, { id: newId(work.now), caseId: pending.case_id, memberId: pending.member_id, kind: 'reply', text, seenEventId, now: work.now });
    work.emit(caseEvents['case.reply_taken_back'](pending.case_id, { pendingId }));
  }
  return { id: pendingId, text };
};

/**
 * Sends a reply whose time has come: the message, its mail and everything that follows, in one transaction. If somebody else
 * answered in the meantime it stops instead, its words return to the draft, and its author is told.
 */
export const dispatchReply = async (work: Work, pendingId: string): Promise<void> => {
  const pending = await pendings.pendingById(work.tx, pendingId);
  if (pending === undefined || pending.sent_at !== null || pending.taken_back_at !== null || pending.stopped_at !== null) return;
  const reply = replyInput.parse(pending.reply);
  const found = await accessCase(work, pending.case_id);
  const refusal = await whyNot(work, found, reply, pending.member_id);
  const due = refusal ?? (await nextDue(work, found, reply));
  if (isRefusal(due)) return stop(work, pending, due.refused);
  await pendings.settlePending(work.tx, pendingId, { sent_at: work.now });
  await send(work, found, { reply, due, byItself: false });
};

const whyNot = async (work: Work, found: LoadedCase, reply: ReplyInput, memberId: string): Promise<Refusal | null> =>
  mayReply({
    state: found,
    isReachable: leadsSomewhere(await wayOf(work, found, reply)),
    answeredBy: await answeredAfter(work.tx, found.id, reply.seenEventId, memberId),
    inFlightBy: await pendings.inFlightBy(work.tx, found.id, memberId),
  });

const nextDue = async (work: Work, found: LoadedCase, reply: ReplyInput) => {
  const { lookAgainAt } = await clocksOf(work, found.departmentId);
  const promised = [...reply.commitments.makes, ...reply.commitments.moves].map(({ dueAt }) => new Date(dueAt));
  const chosen = reply.nextUpdateAt === null ? null : new Date(reply.nextUpdateAt);
  return nextUpdateAfter({ act: reply.act, chosen, promised, lookAgainAt, now: work.now });
};

const stop = async (work: Work, pending: pendings.Pending, reason: string): Promise<void> => {
  const { text, seenEventId } = replyInput.parse(pending.reply);
  await pendings.settlePending(work.tx, pending.id, { stopped_at: work.now });
  await pendings.putDraft(work.tx, { id: newId(work.now), caseId: pending.case_id, memberId: pending.member_id, kind: 'reply', text, seenEventId, now: work.now });
  work.emit(caseEvents['case.reply_stopped'](pending.case_id, { pendingId: pending.id, memberId: pending.member_id, reason }));
};

interface Sending {
  readonly reply: ReplyInput;
  readonly due: Date | null;
  /** Nobody pressed a key: the case was set to keep its customer informed. */
  readonly byItself: boolean;
  /** One letter to many cases: whoever has the case keeps it, whose move it is stays as it is, and a case in the queue stays there. */
  readonly toMany?: boolean;
  /** Not about the case: no clock of it hears, and nothing that waits for an answer is answered. */
  readonly isBeside?: boolean;
}

/** Sends at once what nobody could take back, and says which message it became. Refused where there is no address to send it to. */
export const sendNow = async (work: Work, found: LoadedCase, sending: Sending): Promise<string | Refusal> => {
  if (!leadsSomewhere(await wayOf(work, found, sending.reply))) return refuse('reply.no_address');
  return send(work, found, sending);
};

const send = async (work: Work, found: LoadedCase, { reply, due, byItself, toMany = false, isBeside = false }: Sending): Promise<string> => {
  if (found.owner === null && isOpen(found.status) && !toMany) await becomeOwner(work, found);
  const messageId = newId(work.now);
  const substantial = hasSubstance(reply.text, reply.commitments.makes.length > 0 || reply.nextUpdateAt !== null);
  const way = await wayOf(work, found, reply);
  await writeMessage(work, found, { id: messageId, reply, substantial, byItself, isBeside, way });
  const files = await attachToMessage(work, found.id, messageId, reply.attachmentIds);
  await sendOnWay(work, found, way, { messageId, text: reply.text, cc: reply.cc, files, byItself });
  if (!isBeside) await (toMany ? settleTold(work, found, due) : settleClocks(work, found, reply, due));
  if (reply.preparedId !== null) await pendings.usePrepared(work.tx, reply.preparedId, found.id, work.now);
  work.emit(
    caseEvents['case.replied'](found.id, {
      messageId,
      act: reply.act,
      hasSubstance: substantial,
      commitments: reply.commitments,
      nextUpdateAt: due?.toISOString() ?? null,
      preparedId: reply.preparedId,
      byItself,
      ...(toMany && { toMany }),
      ...(isBeside && { isBeside }),
    }),
  );
  return messageId;
};

interface Written {
  readonly id: string;
  readonly reply: ReplyInput;
  readonly substantial: boolean;
  readonly byItself: boolean;
  readonly isBeside: boolean;
  readonly way: Way;
}

const writeMessage = (work: Work, found: LoadedCase, { id, reply, substantial, byItself, isBeside, way }: Written): Promise<void> =>
  insertMessage(work.tx, {
    id,
    caseId: found.id,
    direction: 'out',
    channel: channelOf(way),
    at: work.now,
    customerId: null,
    memberId: memberOf(work),
    authorName: work.actor.name,
    authorAddress: null,
    isThirdParty: false,
    subject: found.subject,
    text: reply.text,
    folded: '',
    html: null,
    act: reply.act,
    hasSubstance: substantial,
    isAutomatic: false,
    isByItself: byItself,
    isBeside,
    isChase: false,
    rawMailId: null,
  });

const settleTold = async (work: Work, { id }: LoadedCase, due: Date | null): Promise<void> => {
  await updateCase(work.tx, id, work.now, { last_outbound_at: work.now });
  if (due !== null) await moveNextUpdate(work, id, due, 'reply');
};

const settleClocks = async (work: Work, found: LoadedCase, reply: ReplyInput, due: Date | null): Promise<void> => {
  const from = found.status;
  const to = statusAfterReply(reply.act, isOpen(from) ? from : 'open');
  const ends = answersTheWait(reply.act);
  await updateCase(work.tx, found.id, work.now, {
    status: to,
    last_outbound_at: work.now,
    ...(ends ? { waiting_since: null, chases: 0 } : {}),
    ...(to === 'resolved' ? { resolved_at: work.now, next_update_due_at: null, claim_due_at: null } : {}),
    ...(to !== 'resolved' && !isOpen(from) ? reopened(found, memberOf(work), due) : {}),
  });
  if (to === 'resolved') work.emit(caseEvents['case.resolved'](found.id, { how: 'reply', reason: null }));
  else if (from !== to && from !== 'new') work.emit(caseEvents['case.status_changed'](found.id, { from, to, why: 'answered' }));
  if (due !== null) await moveNextUpdate(work, found.id, due, 'reply');
};

/** Writing to the customer of a resolved case opens it again: whatever we say next must have an owner and a date. */
const reopened = (found: LoadedCase, memberId: string, due: Date | null) => ({
  resolved_at: null,
  closed_at: null,
  owner_id: found.owner?.id ?? memberId,
  next_update_due_at: due,
});
