import type { Work } from '#base/work.ts';
import { emailEvents } from '../contract.ts';

/** Sends a message again to whom it did not reach; a person decided that twice is better than never. */
export const sendAgain = async (work: Work, messageId: string, caseId: string): Promise<{ again: number }> => {
  const rows = await work.tx
    .updateTable('outbox_recipients')
    .set({ state: 'waiting', next_attempt_at: work.now, attempts: 0 })
    .where('state', 'in', ['failed', 'held', 'bounced'])
    .where('outbox_id', 'in', (eb) => eb.selectFrom('outbox').where('message_id', '=', messageId).select('id'))
    .returning('address')
    .execute();
  const addresses = rows.map((row) => row.address);
  if (addresses.length > 0) work.emit(emailEvents['email.sent_again'](caseId, { messageId, addresses }));
  work.tell('outbox', messageId);
  return { again: addresses.length };
};
