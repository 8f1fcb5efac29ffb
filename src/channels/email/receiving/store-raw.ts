import { sql } from 'kysely';
import { newId } from '#base/ids.ts';
import { announcing } from '#base/live/announce.ts';
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
  // One statement is one transaction and one round trip: nobody may be told that we have it before both are over.
  const { rows } = await sql<{ id: string }>`
    with stored as (
      insert into raw_mails (id, sha256, size, received_at, via, mailbox_id, envelope_from, envelope_to)
      values (${id}, ${sha256}, ${mail.raw.length}, ${now}, ${mail.via}, ${mail.mailboxId}::uuid, ${mail.envelopeFrom}, ${[...mail.envelopeTo]})
      on conflict (sha256) do nothing returning id, mailbox_id
    ), of_mailbox as (
      update mailboxes set last_mail_at = ${now} from stored where mailboxes.id = stored.mailbox_id
    )
    select id, ${sql.join(announcing([{ topic: mailTopic, id, version: 0 }]))} from stored`.execute(services.db);
  if (rows[0] !== undefined) return { id: rows[0].id, isNew: true };
  const known = await services.db.selectFrom('raw_mails').where('sha256', '=', sha256).select('id').executeTakeFirstOrThrow();
  return { id: known.id, isNew: false };
};
