import { newId } from '#base/ids.ts';
import { announce } from '#base/live/announce.ts';
import type { Services } from '#base/services.ts';

export interface ArrivedMail {
  readonly raw: Buffer;
  readonly via: 'imap' | 'smtp' | 'lmtp' | 'command';
  readonly mailboxId: string | null;
  readonly envelopeFrom: string | null;
  readonly envelopeTo: readonly string[];
}

/** The live topic that wakes whoever processes mail. */
export const mailTopic = 'mail';

/**
 * Law 10: what comes in is stored as it came before anything is done with it. Resolves when the bytes and their row survive a
 * power cut, and only then may the sender be told. The same bytes again are the same mail: a sender whose answer got lost sends
 * once more, and nothing doubles.
 */
export const storeRaw = async (services: Services, mail: ArrivedMail): Promise<{ id: string; isNew: boolean }> => {
  const sha256 = await services.files.put(mail.raw);
  const now = services.clock.now();
  const id = newId(now);
  return services.db.transaction().execute(async (tx) => {
    const row = await tx
      .insertInto('raw_mails')
      .values({
        id,
        sha256,
        size: mail.raw.length,
        received_at: now,
        via: mail.via,
        mailbox_id: mail.mailboxId,
        envelope_from: mail.envelopeFrom,
        envelope_to: [...mail.envelopeTo],
      })
      .onConflict((conflict) => conflict.column('sha256').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (row === undefined) {
      const known = await tx.selectFrom('raw_mails').where('sha256', '=', sha256).select('id').executeTakeFirstOrThrow();
      return { id: known.id, isNew: false };
    }
    if (mail.mailboxId !== null) await tx.updateTable('mailboxes').set({ last_mail_at: now }).where('id', '=', mail.mailboxId).execute();
    await announce(tx, [{ topic: mailTopic, id, version: 0 }]);
    return { id, isNew: true };
  });
};
