import { NotFound } from '#base/http/failures.ts';
import { sendDownload } from '#base/http/from-outside.ts';
import type { Served } from '#base/http/serve.ts';
import { refuse } from '#base/refusal.ts';
import { inWork } from '#base/work.ts';
import { checkMailbox } from './admin/check-mailbox.ts';
import { addMailbox, changeMailbox, closeMailbox } from './admin/mailbox-actions.ts';
import { mailboxRoutes, rawMailRoutes, readMessageSource, sendAgain as sendAgainRoute, type MailboxView } from './contract.ts';
import { openMailboxes, serverShape, type Mailbox } from './mailboxes.ts';
import { mailTopic } from './receiving/store-raw.ts';
import { sendAgain } from './sending/send-again.ts';

export const serveEmail = (served: Served): void => {
  serveMailboxes(served);
  serveRawMails(served);
  served.member(readMessageSource, async ({ services, params, reply }) => {
    const row = await services.db
      .selectFrom('messages')
      .innerJoin('raw_mails', 'raw_mails.id', 'messages.raw_mail_id')
      .where('messages.id', '=', params.id)
      .select('raw_mails.sha256')
      .executeTakeFirst();
    if (row === undefined) throw new NotFound();
    await sendDownload(services, { sha256: row.sha256, name: `${row.sha256.slice(0, 12)}.eml` }, reply);
  });
  served.member(sendAgainRoute, ({ services, caller, params }) =>
    inWork(services, caller.actor, async (work) => {
      const message = await work.tx.selectFrom('messages').where('id', '=', params.id).where('direction', '=', 'out').select('case_id').executeTakeFirst();
      if (message === undefined) throw new NotFound();
      return sendAgain(work, params.id, message.case_id);
    }),
  );
};

const serveMailboxes = (served: Served): void => {
  served.member(mailboxRoutes.list, async ({ services }) => ({ items: (await openMailboxes(services.db)).map(viewOf) }));
  served.member(mailboxRoutes.add, ({ services, caller, body }) => inWork(services, caller.actor, (work) => addMailbox(work, body)));
  served.member(mailboxRoutes.check, ({ services, body: { id, ...input }, language }) => checkMailbox(services, input, id, language));
  served.member(mailboxRoutes.change, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => changeMailbox(work, params.id, body)));
  served.member(mailboxRoutes.close, ({ services, caller, params }) => inWork(services, caller.actor, (work) => closeMailbox(work, params.id)));
};

const viewOf = (mailbox: Mailbox): MailboxView => ({
  id: mailbox.id,
  address: mailbox.address,
  senderName: mailbox.sender_name,
  departmentId: mailbox.department_id,
  imap: serverShape.nullable().parse(mailbox.imap),
  smtp: serverShape.nullable().parse(mailbox.smtp),
  connectedAt: mailbox.connected_at?.toISOString() ?? null,
  lastMailAt: mailbox.last_mail_at?.toISOString() ?? null,
  lastError: mailbox.last_error,
  lastErrorAt: mailbox.last_error_at?.toISOString() ?? null,
});

const pageSize = 50;

const serveRawMails = (served: Served): void => {
  served.member(rawMailRoutes.list, async ({ services, query }) => {
    let select = services.db.selectFrom('raw_mails').leftJoin('mailboxes', 'mailboxes.id', 'raw_mails.mailbox_id').where('state', '=', query.state);
    if (query.outcome !== undefined) select = select.where('outcome', '=', query.outcome);
    if (query.before !== undefined) select = select.where('received_at', '<', new Date(query.before));
    const rows = await select.orderBy('received_at', 'desc').limit(pageSize).selectAll('raw_mails').select('mailboxes.address').execute();
    const items = rows.map((row) => ({
      id: row.id,
      receivedAt: row.received_at.toISOString(),
      via: row.via,
      size: row.size,
      mailbox: row.address,
      envelopeFrom: row.envelope_from,
      sender: row.sender,
      subject: row.subject,
      state: row.state as 'waiting',
      outcome: row.outcome,
      reason: row.reason,
      caseId: row.case_id,
    }));
    return { items, next: items.length < pageSize ? null : (items.at(-1)?.receivedAt ?? null) };
  });
  served.member(rawMailRoutes.again, ({ services, caller, params }) =>
    inWork(services, caller.actor, async (work) => {
      const row = await work.tx.selectFrom('raw_mails').where('id', '=', params.id).select('state').forUpdate().executeTakeFirst();
      if (row === undefined) throw new NotFound();
      if (row.state === 'done') return refuse('raw_mail.not_waiting');
      await work.tx.updateTable('raw_mails').set({ state: 'waiting', reason: null, attempts: 0, next_attempt_at: null }).where('id', '=', params.id).execute();
      work.tell(mailTopic, params.id);
      return { id: params.id };
    }),
  );
  served.member(rawMailRoutes.source, async ({ services, params, reply }) => {
    const row = await services.db.selectFrom('raw_mails').where('id', '=', params.id).select('sha256').executeTakeFirst();
    if (row === undefined) throw new NotFound();
    await sendDownload(services, { sha256: row.sha256, name: `${row.sha256.slice(0, 12)}.eml` }, reply);
  });
};
