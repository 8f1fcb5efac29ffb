import type pg from 'pg';
import { migrationNames } from '#base/db/migrate.ts';
import { minute, type Clock } from '#base/clock.ts';
import { plural } from '#base/texts.ts';
import { inTrouble, look, well, type Finding } from './finding.ts';

const mostDrift = 2_000;

/** What the database tells. Reads only; of a schema that is not at this version it says so, and reads no further. */
export const lookAtDatabase = async (pool: pg.Pool, clock: Clock): Promise<Finding[]> => {
  const about = [await version(pool), await drift(pool, clock)];
  const schema = await migrations(pool);
  if (schema.state === 'in_trouble') return [...about, schema];
  return [...about, schema, await jobs(pool, clock), await mails(pool, clock), ...(await mailboxes(pool))];
};

const version = async (pool: pg.Pool): Promise<Finding> => {
  const { rows } = await pool.query<{ version: string }>("select current_setting('server_version') as version");
  const facts = { version: rows[0]?.version ?? '' };
  return well('database', { it: `Il database risponde: PostgreSQL ${facts.version}.`, en: `The database answers: PostgreSQL ${facts.version}.` }, facts);
};

const drift = async (pool: pg.Pool, clock: Clock): Promise<Finding> => {
  const before = clock.now().getTime();
  const { rows } = await pool.query<{ at: Date }>('select clock_timestamp() as at');
  const here = (before + clock.now().getTime()) / 2;
  const milliseconds = Math.round((rows[0]?.at.getTime() ?? here) - here);
  const facts = { milliseconds };
  if (Math.abs(milliseconds) <= mostDrift) return well('clock', { it: 'L’orologio va come quello del database.', en: 'The clock agrees with the database’s.' }, facts);
  return inTrouble('clock', {
    it: `L’orologio del database è a ${milliseconds} ms dal nostro: le scadenze sarebbero sbagliate. Attivi la sincronizzazione (NTP).`,
    en: `The database’s clock is ${milliseconds} ms off ours: deadlines would be wrong. Turn time synchronisation (NTP) on.`,
  }, facts);
};

const migrations = async (pool: pg.Pool): Promise<Finding> => {
  const { rows } = await pool.query<{ there: boolean }>("select to_regclass('migrations') is not null and to_regclass('graphile_worker.jobs') is not null as there");
  const applied = rows[0]?.there === true ? (await pool.query<{ name: string }>('select name from migrations')).rows.map(({ name }) => name) : [];
  const missing = (await migrationNames()).filter((name) => !applied.includes(name));
  const facts = { applied: applied.length, missing: missing.length };
  if (missing.length === 0) return well('schema', { it: 'Lo schema è quello di questa versione.', en: 'The schema is this version’s.' }, facts);
  return inTrouble('schema', {
    it: `Allo schema mancano ${missing.length} passi: esegua "presa migrate" o avvii Presa.`,
    en: `The schema lacks ${missing.length} steps: run "presa migrate" or start Presa.`,
  }, facts);
};

const jobs = async (pool: pg.Pool, clock: Clock): Promise<Finding> => {
  const now = clock.now();
  const { rows } = await pool.query<{ waiting: number; given_up: number; stuck: number }>(
    `select count(*) filter (where attempts < max_attempts and locked_at is null and run_at < $1) as waiting,
            count(*) filter (where attempts >= max_attempts) as given_up,
            count(*) filter (where locked_at < $2) as stuck
     from graphile_worker.jobs`,
    [new Date(now.getTime() - 5 * minute), new Date(now.getTime() - 60 * minute)],
  );
  const { waiting = 0, given_up: givenUp = 0, stuck = 0 } = rows[0] ?? {};
  const facts = { waiting, givenUp, stuck };
  if (waiting + givenUp + stuck === 0) return well('jobs', { it: 'Nessun lavoro è fermo.', en: 'No job is held up.' }, facts);
  return look('jobs', {
    it: `Lavori: ${waiting} in attesa da più di cinque minuti, ${stuck} in corso da più di un’ora, ${givenUp} abbandonati dopo troppi tentativi.`,
    en: `Jobs: ${waiting} waiting for more than five minutes, ${stuck} running for more than an hour, ${givenUp} given up after too many attempts.`,
  }, facts);
};

const mails = async (pool: pg.Pool, clock: Clock): Promise<Finding> => {
  const { rows } = await pool.query<{ quarantined: number; waiting: number; failed: number }>(
    `select (select count(*) from raw_mails where state = 'quarantined') as quarantined,
            (select count(*) from raw_mails where state = 'waiting' and received_at < $1) as waiting,
            (select count(*) from outbox_recipients where state in ('failed', 'bounced', 'held')) as failed`,
    [new Date(clock.now().getTime() - 5 * minute)],
  );
  const { quarantined = 0, waiting = 0, failed = 0 } = rows[0] ?? {};
  const facts = { quarantined, waiting, failed };
  if (quarantined + waiting + failed === 0) return well('mail', { it: 'Tutta la posta è stata letta e consegnata.', en: 'All mail was read and delivered.' }, facts);
  return look('mail', {
    it: `Posta: ${quarantined} in quarantena, ${waiting} non ancora ${plural(waiting, 'letto', 'letti')}, ${failed} non ${plural(failed, 'consegnato', 'consegnati')}.`,
    en: `Mail: ${quarantined} in quarantine, ${waiting} not read yet, ${failed} not delivered.`,
  }, facts);
};

const mailboxes = async (pool: pg.Pool): Promise<Finding[]> => {
  const { rows } = await pool.query<{ address: string; error: string | null }>(
    `select address, case when last_error_at > coalesce(connected_at, '-infinity') then last_error end as error
     from mailboxes where closed_at is null order by address`,
  );
  return rows.map(({ address, error }) =>
    error === null
      ? well('mailbox', { it: `La casella ${address} funziona.`, en: `Mailbox ${address} works.` }, { address })
      : inTrouble('mailbox', { it: `La casella ${address} è ferma: ${error}`, en: `Mailbox ${address} is held up: ${error}` }, { address, error }),
  );
};
