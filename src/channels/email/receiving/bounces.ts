import type { Work } from '#base/work.ts';
import { bounceClassOf } from '../bounce-class.ts';
import { emailEvents } from '../contract.ts';
import type { MachineMail } from '../machine.ts';

type Bounce = Extract<MachineMail, { kind: 'bounce' }>;

/**
 * A bounce lands on the mail that it killed, and only if we really sent that mail to that address: anybody can write a bounce.
 * Returns the case it belongs to.
 */
export const fileBounce = async (work: Work, bounce: Bounce): Promise<string | null> => {
  if (bounce.originalMessageId === null) return null;
  const sent = await work.tx
    .selectFrom('outbox')
    .leftJoin('messages', 'messages.id', 'outbox.message_id')
    .where('message_id_header', '=', bounce.originalMessageId)
    .select(['outbox.id', 'outbox.purpose', 'outbox.message_id', 'outbox.request_id', 'outbox.case_id', 'messages.case_id as messageCase'])
    .executeTakeFirst();
  if (sent === undefined) return null;
  const caseId = sent.messageCase ?? sent.case_id;
  for (const failed of bounce.failedRecipients.filter((recipient) => !recipient.delayed && recipient.address !== '')) {
    const marked = await work.tx
      .updateTable('outbox_recipients')
      .set({ state: 'bounced', last_response: failed.status ?? 'bounced', next_attempt_at: null })
      .where('outbox_id', '=', sent.id)
      .where((eb) => eb(eb.fn<string>('lower', ['address']), '=', failed.address.toLowerCase()))
      .where('state', 'in', ['sent', 'waiting', 'held'])
      .returning('address')
      .executeTakeFirst();
    if (marked === undefined) continue;
    work.emit(
      emailEvents['email.delivery_failed'](caseId, {
        outboxId: sent.id,
        purpose: sent.purpose,
        messageId: sent.message_id,
        requestId: sent.request_id,
        address: marked.address,
        how: 'bounced',
        response: failed.status ?? '',
        why: bounceClassOf(failed),
      }),
    );
  }
  return caseId;
};
