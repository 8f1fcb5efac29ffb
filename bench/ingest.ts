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

// $1 is the case that the mail is in, $2 the mail itself, $3 the last event before. No index leads from a mail to its message.
const message = '(select id from messages where case_id = $1 and raw_mail_id = $2)';
const writer = '(select author_customer_id from messages where case_id = $1 and raw_mail_id = $2)';
const processed = '(select processed_at from raw_mails where id = $2)';
// In the order in which they can be written; what a mail has none of costs nothing.
const tables = [
  ['customers', `select t.* from customers t where t.id in ${writer} and t.created_at = ${processed} and $3::bigint is not null`],
  ['identities', `select t.* from identities t where t.customer_id in ${writer} and t.created_at = ${processed} and $3::bigint is not null`],
  ['cases', `select t.* from cases t where t.id = $1 and t.opened_at = ${processed} and $3::bigint is not null`],
  ['messages', `select t.* from messages t where t.case_id = $1 and t.raw_mail_id = $2 and $3::bigint is not null`],
  ['attachments', `select t.* from attachments t where t.message_id in ${message} and $3::bigint is not null`],
  ['mail_ids', `select t.* from mail_ids t where t.message_id in ${message} and $3::bigint is not null`],
  ['join_suggestions', `select t.* from join_suggestions t where t.case_id = $1 and t.created_at = ${processed} and $3::bigint is not null`],
  ['case_heat', `select t.* from case_heat t where t.case_id = $1 and t.computed_at = ${processed} and $3::bigint is not null`],
  ['notices', `select t.* from notices t where t.case_id = $1 and t.created_at = ${processed} and $3::bigint is not null`],
  ['events', `select t.* from events t where t.id > $3 and t.at = ${processed} and (t.case_id = $1 or t.case_id is null) and $2::uuid is not null`],
] as const;

/** What filing these mails has written: the raw row, and everything in the transaction after it. */
const writtenFor = async (client: pg.Client, rawId: string, lastEvent: number): Promise<{ raw: Row; rest: Written[] }> => {
  const raw = (await client.query<Row>('select * from raw_mails where id = $1', [rawId])).rows[0]!;
  const rest: Written[] = [];
  for (const [table, text] of tables) {
    const { rows } = await client.query<Row>({ name: `written_${table}`, text, values: [raw['case_id'], rawId, lastEvent] });
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
    // One row a case: the bare side writes that of the same case again.
    if (table === 'case_heat' && column === 'computed_at') return new Date();
    if (table === 'join_suggestions' && column === 'case_id') return row['other_id'];
    if (table === 'join_suggestions' && column === 'other_id') return row['case_id'];
    if (made.has(column)) return randomBytes(32).toString('hex');
    // The one list of PostgreSQL's own; every other is JSON.
    if (column === 'envelope_to' || value instanceof Date) return value;
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
  });
  return { name: `bare_${table}`, text: `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, place) => `$${place + 1}`).join(', ')}) ${table === 'case_heat' ? 'on conflict (case_id) do update set computed_at = excluded.computed_at, degrees = excluded.degrees, reasons = excluded.reasons' : 'on conflict do nothing'}`, values };
};

/** The jobs that were asked for, as rows: to number the words and to look at the heat. Whoever works on them is no part of this. */
const jobsOf = async (client: pg.Client, since: number): Promise<Row[]> =>
  (await client.query<Row>('select task_id, payload from graphile_worker._private_jobs where id > $1 order by id', [since])).rows;

const writeJob = (client: pg.Client, { task_id: task, payload }: Row): Promise<unknown> =>
  client.query({ name: 'bare_job', text: 'insert into graphile_worker._private_jobs (task_id, payload, key, run_at) values ($1, $2, $3, $4)', values: [task, JSON.stringify(payload), randomUUID(), new Date('2100-01-01')] });

/** Two durable commits a mail, as ours: one when it is stored, one when it is filed. */
const writeBare = async (client: pg.Client, { raw, rest }: { raw: Row; rest: readonly Written[] }, jobs: readonly Row[]): Promise<void> => {
  const stored = again({ table: 'raw_mails', row: { ...raw, state: 'waiting', outcome: null, processed_at: null, case_id: null, message_id_header: null } });
  const id = stored.values[Object.keys(raw).indexOf('id')];
  await client.query(stored);
  await client.query('begin');
  for (const one of rest) await client.query(again(one));
  for (const job of jobs) await writeJob(client, job);
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

/** Stores what arrived and files it, one worker, then writes the same rows bare; in turns. */
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
      const lastEvent = Number((await client.query('select coalesce(max(id), 0) as id from events')).rows[0].id);
      const lastJob = Number((await client.query('select coalesce(max(id), 0) as id from graphile_worker._private_jobs')).rows[0].id);
      const stored: string[] = [];
      const cpuBefore = process.cpuUsage();
      const began = performance.now();
      for (const mail of mails) stored.push(await store(mail));
      await fileMail(services, intake);
      const took = performance.now() - began;
      const { user, system } = process.cpuUsage(cpuBefore);
      const written = [];
      for (const id of stored) written.push(await writtenFor(client, id, lastEvent));
      const jobs = await jobsOf(client, lastJob);
      const bareBegan = performance.now();
      for (const [place, one] of written.entries()) {
        const [from, to] = [place, place + 1].map((at) => Math.round((jobs.length * at) / written.length));
        await writeBare(client, one, jobs.slice(from, to));
      }
      // The first round warms both sides up.
      if (round === 0) continue;
      bare.push(perSecond(mails.length, performance.now() - bareBegan));
      ours.push(perSecond(mails.length, took));
      cpu += (user + system) / 1e6 / mails.length / (rounds - 1);
      for (const { table } of [...written.flatMap(({ rest }) => [...rest, { table: 'raw_mails' }]), ...jobs.map(() => ({ table: 'jobs' }))]) counts[table] = (counts[table] ?? 0) + 1 / mails.length / (rounds - 1);
    }
  });
  const [oursMedian, bareMedian] = [quantile(ours, 0.5), quantile(bare, 0.5)];
  const rowsPerMail = Object.fromEntries(Object.entries(counts).map(([table, count]) => [table, Math.round(count * 100) / 100]));
  return { mails: perRound * (rounds - 1), rowsPerMail, ours: { perSecond: oursMedian, rounds: ours }, bare: { perSecond: bareMedian, rounds: bare }, cpuSecondsPerMail: Math.round(cpu * 1e5) / 1e5, share: oursMedian / bareMedian };
};
