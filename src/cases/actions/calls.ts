import type { Work } from '#base/work.ts';
import { customerById } from '#customers/index.ts';
import { doneFor, notify } from '#notices/index.ts';
import type { NoticeKind } from '#notices/contract.ts';
import { leadsOf } from '#people/index.ts';
import { accessCase } from '../access.ts';

/** What calls nobody any more once something has happened: a list that keeps what is done soon is read by nobody. */
const endedBy = {
  taking: ['claim_late'],
  answering: ['customer_wrote', 'call_customer', 'next_update_near', 'next_update_missed', 'reply_stopped', 'customer_says_unsolved', 'survey_low'],
  tellingMany: ['next_update_near', 'next_update_missed'],
  newDate: ['call_customer', 'next_update_near', 'next_update_missed'],
  sendingAgain: ['delivery_failed'],
  resolving: ['customer_wrote', 'call_customer', 'next_update_near', 'next_update_missed', 'claim_late', 'handover_offered', 'request_late', 'survey_low'],
} as const satisfies Record<string, readonly NoticeKind[]>;

/** A handler that ends the calls of a case that `by` makes needless. */
export const endCalls =
  (by: keyof typeof endedBy) =>
  async (work: Work, { caseId }: { readonly caseId: string | null }): Promise<void> => {
    if (caseId !== null) await doneFor(work, { caseId, kinds: endedBy[by] });
  };

/** A mail of a case did not arrive: whoever owns the case hears of it; where nobody does, the leads. */
export const callAboutDelivery = async (work: Work, caseId: string, failed: { outboxId: string; address: string; purpose: string; response: string; why?: string | undefined }): Promise<void> => {
  const found = await accessCase(work, caseId);
  const called = found.owner === null ? (await leadsOf(work.tx)).map((lead) => lead.id) : [found.owner.id];
  // What is no reply went to a department: the customer was told nothing less by it.
  const toDepartment = failed.purpose === 'reply' ? {} : { department: failed.address };
  const facts = { key: `${failed.outboxId} ${failed.address}`.slice(0, 100), caseNumber: found.number, address: failed.address, reason: failed.response.slice(0, 300), ...(failed.why !== undefined && { why: failed.why }), ...toDepartment };
  for (const memberId of called) await notify(work, { memberId, kind: 'delivery_failed', caseId, facts });
};

/** A reply stopped because somebody answered first: its author hears of it. */
export const callAboutStop = async (work: Work, caseId: string, stopped: { pendingId: string; memberId: string; reason: string }): Promise<void> => {
  const found = await accessCase(work, caseId);
  await notify(work, { memberId: stopped.memberId, kind: 'reply_stopped', caseId, facts: { key: stopped.pendingId, caseNumber: found.number, reason: stopped.reason } });
};

/** The customer was heard on a case that somebody has: that person is called, by name, not a queue; but for who noted it themselves. */
export const callAboutMessage = async (work: Work, caseId: string, { messageId, loggedBy }: { messageId: string; loggedBy: string | null }): Promise<void> => {
  const found = await accessCase(work, caseId);
  if (found.owner === null || found.owner.id === loggedBy) return;
  await notify(work, { memberId: found.owner.id, kind: 'customer_wrote', caseId, facts: { key: messageId, caseNumber: found.number } });
};

/** The customer is to hear soon, and asked to hear it on the phone: their owner is given the number, once for each date. */
export const callInsteadOfWriting = async (work: Work, caseId: string, dueAt: string): Promise<void> => {
  const found = await accessCase(work, caseId);
  const customer = await customerById(work.tx, found.customerId);
  if (found.owner === null || customer === undefined || customer.prefers !== 'phone' || customer.prefers_number === null) return;
  const facts = { key: dueAt, caseNumber: found.number, customer: customer.name, address: customer.prefers_number, dueAt };
  await notify(work, { memberId: found.owner.id, kind: 'call_customer', caseId, facts });
};
