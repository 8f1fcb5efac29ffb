import type pg from 'pg';
import { bodies, fillBodies, planted } from './fill-words.ts';

export interface Size {
  readonly cases: number;
  /** Who the rows belong to. */
  readonly departmentId: string;
  readonly askedDepartmentId: string;
  readonly mailboxId: string;
}

const agents = 200;
/** How many messages the case of number n has, by n modulo ten: ten on average, and every tenth case has twenty. */
const messagesOfCase = `(array[20, 4, 6, 8, 12, 14, 10, 9, 7, 10])[1 + c % 10]`;
const threeYears = '94608000';

// Ids are told from numbers, so that no row has to be looked up to refer to it. The leading part is time, as in ours.
const ids = `
  create or replace function bench_id(at timestamptz, kind int, n bigint) returns uuid language sql immutable parallel safe as $$
    select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(kind), 3, '0') || '8000' || lpad(to_hex(n), 12, '0'))::uuid $$;
  create or replace function bench_chance(n bigint, salt int) returns float8 language sql immutable parallel safe as $$
    select ((hashint8(n * 31 + salt)::bigint + 2147483648) / 4294967296.0)::float8 $$`;

const people = ({ departmentId }: Size, customers: number): string => `
  insert into members (id, name, email, language, roles, level, department_id, created_at)
    select bench_id(to_timestamp(1600000000), 1, n), 'Collega ' || n, 'collega' || n || '@casalumina.example', 'it', '{agent}', 1, '${departmentId}', to_timestamp(1600000000) from generate_series(1, ${agents}) n;
  insert into sign_ins (id, member_id, name, email, created_at, updated_at)
    select bench_id(to_timestamp(1600000000), 2, n), bench_id(to_timestamp(1600000000), 1, n), 'Collega ' || n, 'collega' || n || '@casalumina.example', now(), now() from generate_series(1, ${agents}) n;
  insert into customers (id, name, language, created_at)
    select bench_id(to_timestamp(1600000000), 3, n), 'Cliente ' || n || ' ' || (array['Bianchi','Rossi','Ferrari','Colombo','Villa','Fumagalli'])[1 + n % 6], 'it', to_timestamp(1600000000) from generate_series(1, ${customers}) n;
  insert into identities (id, customer_id, kind, value, created_at)
    select bench_id(to_timestamp(1600000000), 4, n), bench_id(to_timestamp(1600000000), 3, n), 'email', 'cliente' || n || '@posta.example', to_timestamp(1600000000) from generate_series(1, ${customers}) n`;

const plan = ({ cases }: Size, customers: number): string => `
  create unlogged table bench_cases as
  select c, opened, bench_id(opened, 16, c) as id, bench_chance(c, 1) < 0.33 as is_open, bench_chance(c, 2) < 0.2 as queued, 1 + floor(bench_chance(c, 3) * ${customers})::int as customer,
         bench_id(to_timestamp(1600000000), 1, 1 + floor(bench_chance(c, 4) * ${agents})::int) as agent, ${messagesOfCase} as messages, opened + messages_last as last
  from (select c, now() - (${threeYears} * (1 - c::float8 / ${cases}) + 86400 * 2) * interval '1 second' as opened, interval '40 hours' as messages_last from generate_series(1, ${cases}) c) made`;

const caseRows = ({ departmentId }: Size): string => `
  insert into cases (id, number, subject, customer_id, department_id, channel, status, level, language, owner_id, claim_due_at, next_update_due_at, opened_at, taken_at, resolved_at, closed_at, waiting_since, chases, last_inbound_at, last_outbound_at, last_activity_at)
  select id, 10000 + c, (array['Collo mancante','Rimborso','Consegna','Montaggio','Fattura','Garanzia'])[1 + c % 6] || ' ordine ' || 80000 + c, bench_id(to_timestamp(1600000000), 3, customer), '${departmentId}', 'email',
    case when not is_open then case when c % 3 = 0 then 'resolved' else 'closed' end when queued then 'new' else (array['open','open','waiting_customer','waiting_department'])[1 + c % 4] end, 1, case when c % 10 < 7 then 'it' else 'en' end,
    case when is_open and queued then null else agent end, case when is_open and queued then now() + interval '60 days' end, case when is_open then now() + (30 + c % 30) * interval '1 day' end,
    opened, case when is_open and queued then null else opened + interval '1 hour' end, case when not is_open then last end, case when not is_open and c % 3 <> 0 then last end,
    case when is_open then last end, case when is_open and c % 7 = 0 then 1 else 0 end, last, case when queued and is_open then null else last - interval '1 hour' end, last
  from bench_cases;
  select setval('case_numbers', (select max(number) from cases))`;

// Even places are the customer's, odd ones ours; the words that searches plant stand in one in a thousand, one in fifty, three in twenty.
const messageRows = (from: number, to: number): string => `
  with m as (select b.*, k, b.c * 32 + k as n, b.opened + k * ((b.last - b.opened) / greatest(b.messages - 1, 1)) as at from bench_cases b, generate_series(0, b.messages - 1) k where b.c between ${from} and ${to}),
  t as (select m.*, bench_id(m.at, 17, n) as mid, (bench_chance(n, 5) * ${bodies})::int % ${bodies} as body,
      case when bench_chance(n, 6) < 0.001 then ' ${planted.rare}' else '' end || case when bench_chance(n, 7) < 0.02 then ' ${planted.some}' else '' end || case when bench_chance(n, 8) < 0.15 then ' ${planted.many}' else '' end as plant
    from m)
  insert into bench_messages select mid, id, c, k, n, at, k % 2 = 0, customer, agent, body, plant from t`;

const messageTables = ({ mailboxId }: Size): readonly string[] => [
  `insert into messages (id, case_id, direction, channel, at, author_customer_id, author_member_id, author_name, author_address, subject, text, folded, html, act, raw_mail_id)
   select mid, case_id, case when inbound then 'in' else 'out' end, 'email', at, case when inbound then bench_id(to_timestamp(1600000000), 3, customer) end, case when not inbound then agent end,
     case when inbound then 'Cliente ' || customer else 'Collega' end, case when inbound then 'cliente' || customer || '@posta.example' end, 'Ordine ' || 80000 + c, w.new_text || E'\\nRif. ' || n || plant, w.folded, case when inbound then w.html end,
     case when inbound then null when k % 4 = 1 then 'asks' else 'updates' end, case when inbound then bench_id(at, 18, n) end from bench_messages join bench_bodies w on w.i = body`,
  `insert into raw_mails (id, sha256, size, received_at, via, mailbox_id, envelope_from, envelope_to, state, outcome, message_id_header, processed_at, case_id, correspondence)
   select bench_id(at, 18, n), encode(sha256(n::text::bytea), 'hex'), 12000, at, 'smtp', '${mailboxId}', 'cliente' || customer || '@posta.example', '{assistenza@casalumina.example}', 'done', 'message', n || '@posta.example', at, case_id,
     jsonb_build_object('from', jsonb_build_array(jsonb_build_object('name', 'Cliente ' || customer, 'address', 'cliente' || customer || '@posta.example')), 'replyTo', '[]'::jsonb, 'to', '[{"name": "", "address": "assistenza@casalumina.example"}]'::jsonb, 'cc', '[]'::jsonb)
   from bench_messages where inbound`,
  `insert into mail_ids (header, direction, case_id, message_id, body_hash, at)
   select n || case when inbound then '@posta.example' else '@casalumina.example' end, case when inbound then 'in' else 'out' end, case_id, mid, null, at from bench_messages`,
  `insert into outbox (id, mailbox_id, message_id, purpose, case_id, message_id_header, mail, created_at)
   select bench_id(at, 19, n), '${mailboxId}', mid, 'reply', case_id, n || '@casalumina.example', jsonb_build_object('subject', 'Re: Ordine'), at from bench_messages where not inbound`,
  `insert into outbox_recipients (id, outbox_id, address, kind, state, attempts, sent_at)
   select bench_id(at, 20, n), bench_id(at, 19, n), 'cliente' || customer || '@posta.example', 'to', 'sent', 1, at from bench_messages where not inbound`,
  `insert into events (at, kind, case_id, actor, data)
   select at, case when k = 0 then 'case.opened' when inbound then 'case.contact_received' else 'case.replied' end, case_id,
     jsonb_build_object('kind', case when inbound then 'system' else 'member' end, 'id', case when inbound then null else agent end, 'name', 'Presa'), jsonb_build_object('messageId', mid, 'channel', 'email', 'isChase', false) from bench_messages`,
  `insert into attachments (id, case_id, message_id, sha256, name, type, size, created_at)
   select bench_id(at, 21, n), case_id, mid, encode(sha256(n::text::bytea), 'hex'), 'foto.jpg', 'image/jpeg', 50000, at from bench_messages where n % 10 = 0`,
  `insert into message_words (message_id, at, words) select mid, at, w.words || searchable_words('rif ' || n || plant) from bench_messages m join bench_bodies w on w.i = m.body`,
];

const commitments = ({ askedDepartmentId }: Size, slice: string): string => `
  insert into requests (id, number, case_id, department_id, asked_by, question, why, sent_to, asked_at, agreed_minutes, due_at, answered_at, next_climb_at)
    select bench_id(opened, 22, c), c, id, '${askedDepartmentId}', agent, 'Dov’è il secondo collo?', 'Il cliente lo aspetta da lunedì.', 'magazzino@casalumina.example', opened + interval '2 hours', 240, now() + interval '50 days',
      case when is_open and c % 4 = 3 then null else opened + interval '5 hours' end, case when is_open and c % 4 = 3 then now() + interval '40 days' end from ${slice} where c % 10 = 0 or (is_open and not queued and c % 4 = 3);
  insert into promises (id, case_id, text, made_by, made_at, message_id, first_due_at, due_at, warn_at, warned_at, kept_at, kept_how)
    select bench_id(b.opened, 23, b.c), b.id, 'Le scrivo entro giovedì alle 15', b.agent, m.at, m.mid, now() + interval '40 days', now() + interval '40 days', now() + interval '39 days', null,
      case when b.is_open then null else b.last end, case when b.is_open then null else 'Al telefono' end from ${slice} join bench_messages m on m.c = b.c and m.k = 1 where b.c % 5 = 0;
  insert into case_heat (case_id, degrees, reasons, boils_at, act, computed_at)
    select id, floor(bench_chance(c, 9) * 101)::int, '[{"code": "waiting", "facts": {"since": "2026-11-20T08:00:00.000Z", "workingMinutes": 600}, "degrees": 18}]', null, '{"code": "answer", "facts": {}}', now() from ${slice} where is_open`;

const indexesLater = ['message_words_gin'] as const;

/** Fills an empty, migrated database. Durable only after the checkpoint that the caller makes. Says how far it is. */
export const fill = async (client: pg.Client, size: Size, say: (step: string) => void): Promise<void> => {
  const customers = Math.ceil(size.cases * 0.3);
  const run = async (step: string, sql: string): Promise<void> => {
    const began = Date.now();
    await client.query(sql);
    say(`${step}: ${Math.round((Date.now() - began) / 100) / 10} s`);
  };
  await client.query("set session_replication_role = replica; set maintenance_work_mem = '512MB'; set work_mem = '256MB'; set synchronous_commit = off; select setseed(0.42)");
  const { rows } = await client.query<{ indexname: string; indexdef: string }>('select indexname, indexdef from pg_indexes where indexname = any($1)', [[...indexesLater]]);
  for (const { indexname } of rows) await client.query(`drop index ${indexname}`);
  await run('bodies', `${ids}; ${fillBodies}`);
  await run('people', people(size, customers));
  await run('cases', `${plan(size, customers)}; ${caseRows(size)}`);
  await client.query(`create unlogged table bench_messages (mid uuid, case_id uuid, c int, k int, n bigint, at timestamptz, inbound bool, customer int, agent uuid, body int, plant text)`);
  const step = 10_000;
  for (let from = 1; from <= size.cases; from += step) {
    await client.query('truncate bench_messages');
    await run(`messages of cases ${from} to ${Math.min(from + step - 1, size.cases)}`, messageRows(from, Math.min(from + step - 1, size.cases)));
    await client.query('analyze bench_messages');
    for (const sql of messageTables(size)) await run(/into (\w+)/u.exec(sql)?.[1] ?? '', sql);
    await run('requests, promises, heat', commitments(size, `(select * from bench_cases where c between ${from} and ${from + step - 1}) b`));
  }
  for (const { indexname, indexdef } of rows) await run(indexname, indexdef);
  await client.query('drop table bench_messages; drop table bench_bodies; set session_replication_role = origin');
  await run('vacuum', 'vacuum (analyze)');
};
