import { z } from 'zod';
import type { Asking } from '#base/db/at-once.ts';
import type { Correspondence } from '../rules.ts';

const addresses = z.array(z.object({ name: z.string().nullable().default(''), address: z.string() }));
const stored = z.object({ from: addresses.default([]), replyTo: addresses.default([]), to: addresses.default([]), cc: addresses.default([]) });

// The last mail of somebody who takes part; what third parties sent in never decides whom we write to.
const statement = `select
  (select json_build_object('name', m.author_name, 'address', m.author_address, 'mail', rm.correspondence) from messages m left join raw_mails rm on rm.id = m.raw_mail_id
    where m.case_id = $1 and m.direction = 'in' and m.channel = 'email' and not m.is_third_party and not m.is_automatic order by m.at desc, m.id desc limit 1) as last,
  (select coalesce(json_agg(json_build_object('name', coalesce(r.name, ''), 'address', r.address) order by r.kind desc, r.address), '[]') from outbox_recipients r where r.kind <> 'bcc' and r.outbox_id =
    (select o.id from messages m join outbox o on o.message_id = m.id where m.case_id = $1 and m.direction = 'out' order by m.at desc, m.id desc limit 1)) as written,
  (select coalesce(json_agg(json_build_object('name', cu.name, 'address', i.value) order by i.created_at), '[]') from identities i join customers cu on cu.id = i.customer_id
    where i.customer_id = (select customer_id from cases where id = $1) and i.kind in ('email', 'pec')) as customer,
  (select coalesce(json_agg(a.address), '[]') from (select address from mailboxes union select address from departments where address is not null) a) as ours`;

interface Row {
  readonly last: { readonly name: string; readonly address: string; readonly mail: unknown } | null;
  readonly written: { readonly name: string; readonly address: string }[];
  readonly customer: { readonly name: string; readonly address: string }[];
  readonly ours: string[];
}

const named = (list: z.output<typeof addresses>) => list.map(({ name, address }) => ({ name: name ?? '', address }));

/** Who wrote to whom on a case, as far as it matters for the next answer. */
export const correspondenceOf = async (client: Asking, caseId: string): Promise<Correspondence> => {
  const { rows } = await client.query<Row>({ name: 'desk_recipients', text: statement, values: [caseId] });
  const row = rows[0];
  if (row === undefined) throw new Error('The question for recipients answered nothing.');
  const kept = row.last?.mail ?? null;
  const mail = kept === null ? null : stored.parse(kept);
  return {
    lastAuthor: row.last === null ? null : { name: row.last.name, address: row.last.address },
    lastMail: mail === null ? null : { from: named(mail.from), replyTo: named(mail.replyTo), to: named(mail.to), cc: named(mail.cc) },
    lastWrittenTo: row.written,
    customer: row.customer,
    ours: row.ours,
  };
};
