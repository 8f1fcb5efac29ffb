import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { withClient } from '#base/postgres/joining.ts';
import { fileMail, storeRaw } from '#channels/email/index.ts';
import { intake } from '../src/app/intake.ts';
import { serviceAddress } from '../src/demo/company.ts';
import type { Filled } from './filled.ts';
import { mailsOf, type BenchMail } from './mails.ts';
import { quantile } from './measure.ts';

type Row = Readonly<Record<string, unknown>>;
interface Written {
  readonly table: string;
  readonly row: Row;
}

// In the order in which they can be written; what a mail has none of costs nothing.
const tables = [
  ['customers', 'select t.* from customers t where t.id in (select author_customer_id from messages where raw_mail_id = $1) and t.created_at >= $2'],
  ['identities', 'select t.* from identities t where t.customer_id in (select author_customer_id from messages where raw_mail_id = $1) and t.created_at >= $2'],
  ['cases', 'select t.* from cases t where t.id in (select case_id from messages where raw_mail_id = $1) and t.opened_at >= $2 and (select count(*) from messages m where m.case_id = t.id) = 1'],
  ['messages', 'select t.* from messages t where t.raw_mail_id = $1 and t.at >= $2'],
  ['attachments', 'select t.* from attachments t where t.message_id in (select id from messages where raw_mail_id = $1) and t.created_at >= $2'],
  ['mail_ids', 'select t.* from mail_ids t where t.message_id in (select id from messages where raw_mail_id = $1) and t.at >= $2'],
  ['join_suggestions', 'select t.* from join_suggestions t where t.case_id in (select case_id from messages where raw_mail_id = $1) and t.created_at >= $2'],
  ['events', "select t.* from events t where (t.case_id in (select case_id from messages where raw_mail_id = $1) or t.data ->> 'customerId' in (select author_customer_id::text from messages where raw_mail_id = $1)) and t.at = (select processed_at from raw_mails where id = $1) and t.at >= $2"],
] as const;

/** What filing these mails has written: the raw row, and everything in the transaction after it. */
const writtenFor = async (client: pg.Client, rawId: string, since: Date): Promise<{ raw: Row; rest: Written[] }> => {
  const raw = (await client.query<Row>('select * from raw_mails where id = $1', [rawId])).rows[0]!;
  const rest: Written[] = [];
  for (const [table, text] of tables) {
    const { rows } = await client.query<Row>({ name: `written_${table}`, text, values: [rawId, since] });
    rest.push(...rows.map((row) => ({ table, row })));
  }
  return { raw, rest };
};

// What the database itself gives: numbers from sequences.
const givenByDatabase: Readonly<Record<string, readonly string[]>> = { cases: ['number'], events: ['id'] };
const made = new Set(['id', 'sha256', 'header', 'value']);

/** The same row once more, under other names where a name must be unique. What it refers to is there already. */
const again = ({ table, row }: Written): { name: string; text: string; values: unknown[] } => {
  const columns = Object.keys(row).filter((column) => givenByDatabase[table]?.includes(column) !== true);
  const values = columns.map((column) => {
    const value = row[column];
    if (column === 'id') return randomUUID();
    if (table === 'join_suggestions' && column === 'case_id') return row['other_id'];
    if (table === 'join_suggestions' && column === 'other_id') return row['case_id'];
    if (made.has(column)) return randomBytes(32).toString('hex');
    return typeof value === 'object' && value !== null && !(value instanceof Date) && !Array.isArray(value) ? JSON.stringify(value) : value;
  });
  return { name: `bare_${table}`, text: `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, place) => `$${place + 1}`).join(', ')}) on conflict do nothing`, values };
};

/** Two durable commits a mail, as ours: one when it is stored, one when it is filed. */
const writeBare = async (client: pg.Client, { raw, rest }: { raw: Row; rest: readonly Written[] }): Promise<void> => {
  const stored = again({ table: 'raw_mails', row: { ...raw, state: 'waiting', outcome: null, processed_at: null, case_id: null, message_id_header: null } });
  const id = stored.values[Object.keys(raw).indexOf('id')];
  await client.query(stored);
  await client.query('begin');
  for (const one of rest) await client.query(again(one));
  await client.query({ name: 'bare_done', text: "update raw_mails set state = 'done', outcome = $2, processed_at = $3, case_id = $4, message_id_header = $5 where id = $1", values: [id, raw['outcome'], raw['processed_at'], raw['case_id'], raw['message_id_header']] });
  await client.query('commit');
};

export interface Ingested {
  readonly mails: number;
  readonly rowsPerMail: Readonly<Record<string, number>>;
  /** Mails a second: the median of the rounds, and the rounds. */
  readonly ours: { readonly perSecond: number; readonly rounds: readonly number[] };
  readonly bare: { readonly perSecond: number; readonly rounds: readonly number[] };
  /** Seconds of processor time of our process for each mail; that of the database is not in it. */
  readonly cpuSecondsPerMail: number;
  readonly share: number;
}

const perSecond = (mails: number, milliseconds: number): number => Math.round((mails * 10_000) / milliseconds) / 10;

/** Stores and files, one worker, then writes the same rows bare; in turns. */
export const ingest = async ({ services, connection }: Filled, seconds: number): Promise<Ingested> => {
  const rounds = 4;
  const perRound = Math.max(50, Math.round(seconds * 8));
  const counts: Record<string, number> = {};
  const [ours, bare]: [number[], number[]] = [[], []];
  let cpu = 0;
  const store = async (mail: BenchMail): Promise<string> =>
    (await storeRaw(services, { raw: mail.raw, via: 'smtp', mailboxId: null, envelopeFrom: mail.from, envelopeTo: [serviceAddress] })).id;
  await withClient(connection, async (client) => {
    for (let round = 0; round < rounds; round += 1) {
      const mails = mailsOf(perRound, `${Date.now()}`);
      const since = services.clock.now();
      const stored: string[] = [];
      const cpuBefore = process.cpuUsage();
      const began = performance.now();
      for (const mail of mails) {
        stored.push(await store(mail));
        await fileMail(services, intake);
      }
      const took = performance.now() - began;
      const { user, system } = process.cpuUsage(cpuBefore);
      const written = [];
      for (const id of stored) written.push(await writtenFor(client, id, since));
      const bareBegan = performance.now();
      for (const one of written) await writeBare(client, one);
      // The first round warms both sides up.
      if (round === 0) continue;
      bare.push(perSecond(mails.length, performance.now() - bareBegan));
      ours.push(perSecond(mails.length, took));
      cpu += (user + system) / 1e6 / mails.length / (rounds - 1);
      for (const { table } of written.flatMap(({ rest }) => [...rest, { table: 'raw_mails' }])) counts[table] = (counts[table] ?? 0) + 1 / mails.length / (rounds - 1);
    }
  });
  const [oursMedian, bareMedian] = [quantile(ours, 0.5), quantile(bare, 0.5)];
  const rowsPerMail = Object.fromEntries(Object.entries(counts).map(([table, count]) => [table, Math.round(count * 100) / 100]));
  return { mails: perRound * (rounds - 1), rowsPerMail, ours: { perSecond: oursMedian, rounds: ours }, bare: { perSecond: bareMedian, rounds: bare }, cpuSecondsPerMail: Math.round(cpu * 1e5) / 1e5, share: oursMedian / bareMedian };
};
