import { sql } from 'kysely';
import type { Reader } from '#base/db/db.ts';
import type { MailHealth } from './contract.ts';

interface Counted {
  readonly mailboxId: string | null;
  readonly waiting: number;
  readonly quarantined: number;
  readonly oldest: Date | null;
}

/** How mail is, for whoever watches the installation. Reads only what is not done, by the indexes that are there for it. */
export const mailHealth = async (reader: Reader): Promise<MailHealth> => {
  const [mailboxes, counted, leaving] = await Promise.all([
    reader.selectFrom('mailboxes').where('closed_at', 'is', null).orderBy('address').selectAll().execute(),
    reader.selectFrom('raw_mails').where('state', 'in', ['waiting', 'quarantined']).groupBy('mailbox_id')
      .select(['mailbox_id as mailboxId',
        sql<number>`count(*) filter (where state = 'waiting')::int`.as('waiting'),
        sql<number>`count(*) filter (where state = 'quarantined')::int`.as('quarantined'),
        sql<Date | null>`min(received_at) filter (where state = 'waiting')`.as('oldest')]).execute(),
    reader.selectFrom('outbox_recipients').innerJoin('outbox', 'outbox.id', 'outbox_recipients.outbox_id').where('state', '=', 'waiting')
      .select([sql<number>`count(*)::int`.as('waiting'), sql<Date | null>`min(outbox.created_at)`.as('oldest')]).executeTakeFirstOrThrow(),
  ]);
  const of = (id: string): Counted | undefined => counted.find(({ mailboxId }) => mailboxId === id);
  const sum = (count: (one: Counted) => number): number => counted.reduce((total, one) => total + count(one), 0);
  const oldest = counted.flatMap((one) => one.oldest ?? []).toSorted((one, other) => one.getTime() - other.getTime())[0];
  return {
    waiting: sum(({ waiting }) => waiting),
    oldestWaitingAt: oldest?.toISOString() ?? null,
    quarantined: sum(({ quarantined }) => quarantined),
    toLeave: leaving.waiting,
    oldestToLeaveAt: leaving.oldest?.toISOString() ?? null,
    mailboxes: mailboxes.map((mailbox) => ({
      address: mailbox.address,
      isRead: mailbox.imap !== null,
      sends: mailbox.smtp !== null,
      connectedAt: mailbox.connected_at?.toISOString() ?? null,
      lastMailAt: mailbox.last_mail_at?.toISOString() ?? null,
      wrong: mailbox.last_error,
      wrongAt: mailbox.last_error === null ? null : (mailbox.last_error_at?.toISOString() ?? null),
      waiting: of(mailbox.id)?.waiting ?? 0,
      quarantined: of(mailbox.id)?.quarantined ?? 0,
    })),
  };
};
