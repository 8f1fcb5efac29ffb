import { readFile, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { minute } from '#base/clock.ts';
import { openEmbedded, type EmbeddedPostgres } from '#base/postgres/embedded.ts';
import { openDatabase } from '#base/db/db.ts';
import { migrate } from '#base/db/migrate.ts';
import { migrateJobs } from '#base/jobs.ts';
import type { Services } from '#base/services.ts';
import { inWork, system } from '#base/work.ts';
import { queueNoticeMail, sendMail } from '#channels/email/index.ts';
import { startDovecot } from './dovecot.ts';
import { killAlong } from './kill/along.ts';
import { openGrounds, seedOfRun, until, type Installation } from './kill/grounds.ts';
import { recipients, storedMails, totals } from './kill/looked-at.ts';
import { handOver, startSink } from './kill/mail-server.ts';
import { planMails, type PlannedMail } from './kill/mails.ts';
import { freePort, scripts, type Program } from './kill/program.ts';
import { seeded, type Seeded } from './kill/seeded.ts';
import { freshDatabase } from './postgres.ts';
import { signInForTests } from './sign-in.ts';

const grounds = openGrounds();
afterEach(() => grounds.clear());

/** What must be true of every mail, and of all of them together, however often the program died. */
const expectEveryMailOnce = async ({ services, folder }: Installation, mails: readonly PlannedMail[]): Promise<void> => {
  const stored = await storedMails(services.db);
  const byId = new Map(stored.map((mail) => [mail.messageId, mail]));
  const openers = new Set(mails.map(({ opener }) => opener));
  const caseOf = (messageId: string): string | null | undefined => byId.get(messageId)?.caseId;
  for (const mail of mails) {
    const expected = { messageId: mail.messageId, sha256: mail.sha256, state: 'done', outcome: 'message', reason: null, messages: 1, told: 1, files: mail.hasFile ? 1 : 0 };
    expect({ ...byId.get(mail.messageId) }).toMatchObject({ ...expected, caseId: caseOf(mail.opener) });
    expect(await readFile(path.join(folder, 'files', mail.sha256.slice(0, 2), mail.sha256))).toEqual(mail.raw);
  }
  expect(new Set([...openers].map(caseOf)).size).toBe(openers.size);
  const writers = new Set(mails.map(({ from }) => from)).size;
  expect(stored).toHaveLength(mails.length);
  expect(await totals(services.db)).toEqual({
    cases: openers.size, messages: mails.length, customers: writers, identities: writers, mailIds: mails.length, waiting: 0,
  });
};

const nothingWaits = async ({ db }: Services): Promise<boolean> => (await totals(db)).waiting === 0 && (await recipients(db)).every(({ state }) => state !== 'waiting');

/** Kills the program at those counts of acknowledged mails, a few milliseconds on, and starts it again; sometimes kills the start too. */
const killer = (program: Program, random: Seeded, points: readonly number[]) => {
  const left = [...points];
  let busy: Promise<void> = Promise.resolve();
  let isDown = false;
  const strike = async (): Promise<void> => {
    await pause(random.between(0, 40));
    await program.kill();
    if (random.next() < 0.2) {
      const early = program.start();
      await pause(random.between(50, 700));
      await program.kill();
      await early;
    }
    await program.start();
    isDown = false;
  };
  return {
    note: (acknowledged: number): void => {
      if (isDown || left[0] === undefined || acknowledged < left[0]) return;
      left.shift();
      isDown = true;
      busy = strike();
      busy.catch(() => undefined);
    },
    done: async (): Promise<number> => {
      await busy;
      return points.length - left.length;
    },
  };
};

test('killed with -9 twelve times during 400 deliveries: nothing acknowledged is lost, nothing is doubled', { timeout: 480_000 }, async () => {
  const seed = seedOfRun();
  const random = seeded(seed);
  const database = await freshDatabase();
  grounds.afterwards(() => database.drop());
  const sink = await startSink();
  grounds.afterwards(() => sink.close());
  const smtp = { host: '127.0.0.1', port: sink.port, security: 'none' as const, user: '', password: '' };
  const presa = await grounds.install({ script: scripts.mailParts, connection: database.connection, servers: { imap: null, smtp } });
  const mails = planMails(400, random, `posta-${seed}`);
  const kills = killer(presa.program, random, Array.from({ length: 12 }, (_, place) => place * 31 + random.between(3, 30)));
  await presa.program.start();

  let written = 0;
  const writeNotice = async (): Promise<void> => {
    written += 1;
    const to = { address: `collega-${written}@casalumina.example`, name: `Collega ${written}` };
    const notice = { purpose: 'notice' as const, to, subject: 'Un avviso', text: 'C’è un caso che aspetta.', language: 'it' as const };
    await inWork(presa.services, system, (work) => queueNoticeMail(work, { ...notice, departmentId: presa.departments.servizio }));
  };
  const notices: Promise<void>[] = [];
  const handed = await handOver({
    port: presa.smtpPort, mails, connections: 6, within: 240_000,
    onAcknowledged: (count) => {
      kills.note(count);
      if (count % 4 === 0) notices.push(writeNotice());
    },
  });
  await Promise.all(notices);
  expect(handed.acknowledged.size).toBe(mails.length);
  expect(await kills.done()).toBe(12);
  await until('everything is filed and sent', 180_000, () => nothingWaits(presa.services));
  await presa.program.kill();

  // What was on its way when the program died is held for a person, a while later; nothing of it was sent twice.
  presa.clock.push(16 * minute);
  await sendMail(presa.services);
  for (const { address, state, told } of await recipients(presa.services.db)) {
    expect({ address, told }).toEqual({ address, told: 1 });
    expect(['sent', 'held']).toContain(state);
    if (state === 'sent') expect({ address, taken: sink.taken.get(address) }).toEqual({ address, taken: 1 });
    else expect(sink.taken.get(address) ?? 0).toBeLessThanOrEqual(1);
  }
  expect(written).toBe(100);
  await expectEveryMailOnce(presa, mails);
  expect(presa.program.defects).toEqual([]);
});

test('killed while it reads a mailbox: every mail of it is filed once, and the cursor stands behind the last', { timeout: 240_000 }, async () => {
  const seed = seedOfRun();
  const random = seeded(seed);
  const database = await freshDatabase();
  grounds.afterwards(() => database.drop());
  const dovecot = await startDovecot({ users: ['assistenza'] });
  grounds.afterwards(() => dovecot.stop());
  const imap = { host: dovecot.host, port: dovecot.port, security: 'none' as const, user: 'assistenza', password: dovecot.password };
  const presa = await grounds.install({ script: scripts.mailParts, connection: database.connection, servers: { imap, smtp: null } });
  const mails = planMails(75, random, `casella-${seed}`);
  const deliver = async (): Promise<void> => {
    for (const mail of mails) await dovecot.deliver('assistenza', mail.raw);
  };
  const stored = async (): Promise<number> => (await storedMails(presa.services.db)).length;
  const [deaths] = await Promise.all([killAlong({ program: presa.program, random, done: stored, all: mails.length, kills: 5 }), deliver()]);
  expect(deaths.filter((read) => read > 0 && read < mails.length).length).toBeGreaterThanOrEqual(2);
  await until('every mail is read', 40_000, async () => (await stored()) === mails.length);
  await until('every mail is filed', 60_000, () => nothingWaits(presa.services));
  await expectEveryMailOnce(presa, mails);
  const cursor = async () => presa.services.db.selectFrom('mailboxes').select('last_uid').executeTakeFirstOrThrow();
  await until('the cursor is behind the last mail', 10_000, async () => (await cursor()).last_uid === mails.length);
  expect(presa.program.defects).toEqual([]);
});

test('the database goes away and comes back: mail stays with its sender meanwhile, requests fail plainly, all goes on by itself', { timeout: 240_000 }, async () => {
  const seed = seedOfRun();
  const random = seeded(seed);
  const dataFolder = await grounds.temporaryFolder();
  // The socket's folder is another one at each start of the database; an address that stays is what a server elsewhere would have.
  const place = path.join(await grounds.temporaryFolder(), 'database');
  const settings = { fsync: 'off' };
  const log = { debug: () => undefined, info: () => undefined, warn: () => undefined };
  let database: EmbeddedPostgres | undefined;
  const startDatabase = async (): Promise<void> => {
    database = await openEmbedded({ dataFolder, log, settings });
    await rm(place, { force: true });
    await symlink(database.connection.host, place);
  };
  const stopDatabase = async (): Promise<void> => database?.stop();
  grounds.afterwards(stopDatabase);
  await startDatabase();
  const connection = { host: place, database: 'presa', user: 'presa' };
  await prepare(connection);
  const port = await freePort();
  const presa = await grounds.install({ script: scripts.presa, connection, env: { PRESA_ROLES: 'web,jobs,mail', PRESA_PORT: String(port) } });
  const headers = await signInForTests(presa.services, presa.people.giulia.id);
  const ask = async (address: string): Promise<{ status: number; code?: string }> => {
    const answer = await fetch(`http://127.0.0.1:${port}${address}`, { headers });
    return { ...((await answer.json()) as { code?: string }), status: answer.status };
  };
  await presa.program.start();
  expect(await ask('/api/me')).toMatchObject({ status: 200 });

  const mails = planMails(120, random, `database-${seed}`);
  let wentAway: Promise<void> | undefined;
  const goAway = async (): Promise<void> => {
    await stopDatabase();
    expect(await ask('/api/me')).toMatchObject({ status: 503, code: 'database_away' });
    expect(await ask('/health')).toMatchObject({ status: 503 });
    await pause(1_500);
    await startDatabase();
  };
  const handed = await handOver({
    port: presa.smtpPort, mails, connections: 4, within: 90_000,
    onAcknowledged: (count) => {
      if (count < 50) return;
      wentAway ??= goAway();
      wentAway.catch(() => undefined);
    },
  });
  expect(presa.program.ends).toEqual([]);
  await wentAway;
  expect(handed.acknowledged.size).toBe(mails.length);
  // Refused for now, and nothing else: a 5xx would have sent the mail back to its writer.
  expect([...handed.refusals.keys()]).toEqual([451]);
  await until('everything is filed', 120_000, () => nothingWaits(presa.services));
  await until('requests are answered', 15_000, async () => (await ask('/api/me')).status === 200 && (await ask('/health')).status === 200);
  await expectEveryMailOnce(presa, mails);
  // It lived through all of it: nobody had to start it again.
  expect(presa.program.ends).toEqual([]);
});

/** The schema, in a database that holds nothing yet. */
const prepare = async (connection: { host: string; database: string; user: string }): Promise<void> => {
  const { pool, close } = openDatabase(connection, () => undefined);
  await migrate(pool);
  await migrateJobs(pool);
  await close();
};
