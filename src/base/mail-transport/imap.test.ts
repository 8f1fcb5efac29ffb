import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

import { ImapFlow } from 'imapflow';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

import { startDovecot, type Dovecot } from '#test/dovecot.ts';

import type { ImapAccount } from './imap-account.ts';
import { watchMailbox, type FetchedMail, type MailboxCursor, type MailboxState, type WatchOptions } from './imap-reader.ts';

let dovecot: Dovecot;
let user = '';
let counter = 0;
const users = Array.from({ length: 20 }, (_, index) => `casella${String(index)}`);
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  dovecot = await startDovecot({ users });
});
afterAll(() => dovecot.stop());
beforeEach(() => {
  user = users[counter] ?? '';
  counter += 1;
});
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const account = (extra: Partial<ImapAccount> = {}): ImapAccount => ({ host: dovecot.host, port: dovecot.port, security: 'none', auth: { user, pass: dovecot.password }, ...extra });
const mail = (subject: string, size = 10): Buffer => Buffer.from(`From: elena@posta.example\r\nSubject: ${subject}\r\n\r\n${'x'.repeat(size)}\r\n`);
const subjectOf = (fetched: FetchedMail): string => /Subject: (.*)\r\n/.exec(fetched.raw.toString())?.[1] ?? '';

interface Watched { subjects: string[]; mails: FetchedMail[]; cursor: () => MailboxCursor | null; states: MailboxState[]; stop: () => Promise<void> }

const watch = (extra: Partial<WatchOptions> = {}): Watched => {
  const controller = new AbortController();
  const mails: FetchedMail[] = [];
  const states: MailboxState[] = [];
  let cursor: MailboxCursor | null = extra.cursor ?? null;
  const ended = watchMailbox({
    account: account(), cursor: null, startFrom: 'all', log: { info: () => undefined, warn: () => undefined },
    signal: controller.signal, backOff: { first: 20, longest: 200 },
    onState: (state) => void states.push(state),
    ...extra,
    saveCursor: async (next) => { cursor = next; await extra.saveCursor?.(next); },
    store: async (fetched) => { await extra.store?.(fetched); mails.push(fetched); },
  });
  const stop = async (): Promise<void> => { controller.abort(); await ended; };
  stops.push(stop);
  return { get subjects() { return mails.map(subjectOf); }, mails, cursor: () => cursor, states, stop };
};

const until = async (holds: () => boolean, what: string): Promise<void> => {
  for (let tries = 0; tries < 400; tries += 1) {
    if (holds()) return;
    await pause(20);
  }
  throw new Error(`It did not come about: ${what}`);
};

const client = async (): Promise<ImapFlow> => {
  const made = new ImapFlow({ host: dovecot.host, port: dovecot.port, secure: false, auth: { user, pass: dovecot.password }, logger: false });
  await made.connect();
  await made.mailboxOpen('INBOX');
  return made;
};

test('what is there and what comes is read once, in order, byte for byte', async () => {
  for (const subject of ['1', '2', '3']) await dovecot.deliver(user, mail(subject));
  const seen = watch();
  await until(() => seen.mails.length === 3, 'three mails');
  expect(seen.subjects.toSorted()).toEqual(['1', '2', '3']);
  for (const subject of ['4', '5']) {
    await dovecot.deliver(user, mail(subject));
    await until(() => seen.subjects.includes(subject), `mail ${subject} by IDLE`);
  }
  expect(seen.mails.map(({ uid }) => uid)).toEqual([1, 2, 3, 4, 5]);
  expect(seen.mails[3]?.raw.toString()).toBe(mail('4').toString());
  expect(seen.cursor()).toEqual({ uidValidity: seen.mails[0]?.uidValidity, lastUid: 5 });
  expect(seen.states.at(-1)).toMatchObject({ status: 'connected', connectedSince: expect.any(Date) as Date, lastMailAt: expect.any(Date) as Date, lastProblem: null });
  await seen.stop();
  expect(seen.states.at(-1)?.status).toBe('stopped');
});

test('thirty mails that come while it idles all arrive', async () => {
  const seen = watch();
  await until(() => seen.states.some(({ status }) => status === 'connected'), 'a connection');
  await Promise.all(Array.from({ length: 30 }, (_, index) => dovecot.deliver(user, mail(String(index)))));
  await until(() => seen.mails.length === 30, 'thirty mails');
  expect(new Set(seen.subjects).size).toBe(30);
});

test('from now on: what was there before the first connection stays where it is', async () => {
  await dovecot.deliver(user, mail('vecchia'));
  const seen = watch({ startFrom: 'now' });
  await until(() => seen.cursor()?.lastUid === 1, 'a starting point');
  await dovecot.deliver(user, mail('nuova'));
  await until(() => seen.mails.length > 0, 'the new mail');
  expect(seen.subjects).toEqual(['nuova']);
});

test('after days away, everything since the cursor is read, and nothing before it', async () => {
  await dovecot.deliver(user, mail('1'));
  const first = watch();
  await until(() => first.mails.length === 1, 'the first mail');
  await first.stop();
  for (const subject of ['2', '3']) await dovecot.deliver(user, mail(subject));
  const second = watch({ cursor: first.cursor() });
  await until(() => second.mails.length === 2, 'both mails');
  expect(second.subjects.toSorted()).toEqual(['2', '3']);
});

test('a mail that cannot be stored is not passed over: it comes again, and then the next', async () => {
  await dovecot.deliver(user, mail('1'));
  await dovecot.deliver(user, mail('2'));
  let refusals = 3;
  const seen = watch({ store: async ({ uid }) => { if (uid === 1 && refusals > 0) { refusals -= 1; throw new Error('no database'); } } });
  await until(() => seen.mails.length === 2, 'both mails');
  expect(seen.mails.map(({ uid }) => uid)).toEqual([1, 2]);
  expect(seen.states).toContainEqual(expect.objectContaining({ status: 'waiting', retryAt: expect.any(Date) as Date, lastProblem: expect.objectContaining({ problem: 'not_stored', detail: 'no database' }) as object }));
});

test('a cursor that cannot be saved lets the mail come twice rather than never', async () => {
  await dovecot.deliver(user, mail('1'));
  let refusals = 1;
  const seen = watch({ saveCursor: async ({ lastUid }) => { if (lastUid === 1 && refusals > 0) { refusals -= 1; throw new Error('no database'); } } });
  await until(() => seen.mails.length === 2, 'the mail twice');
  expect(seen.subjects).toEqual(['1', '1']);
});

test('when the mailbox is numbered anew, all is read again, but for what was there before our time', async () => {
  await dovecot.deliver(user, mail('1'));
  await dovecot.deliver(user, mail('2'));
  const seen = watch();
  await until(() => seen.mails.length === 2, 'both mails');
  await seen.stop();
  const old = seen.cursor();
  await dovecot.bumpUidValidity(user);
  const again = watch({ cursor: old });
  await until(() => again.mails.length === 2, 'both mails again');
  expect(again.cursor()?.uidValidity).not.toBe(old?.uidValidity);
  await again.stop();
  const later = watch({ cursor: old, notBefore: new Date(Date.now() + 3_600_000) });
  await until(() => later.cursor()?.lastUid === 2, 'the end of the mailbox');
  expect(later.mails).toEqual([]);
});

/** A way to the server that can be cut. */
const cuttable = async (): Promise<{ port: number; cut: () => void }> => {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(dovecot.port, dovecot.host);
    for (const [socket, other] of [[near, far], [far, near]] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, dovecot.host, () => resolve()));
  stops.push(() => new Promise((resolve) => server.close(() => resolve())));
  return { port: (server.address() as AddressInfo).port, cut: () => { for (const socket of sockets) socket.destroy(); } };
};

test('a connection that breaks is made again, and nothing is missed', async () => {
  const way = await cuttable();
  const seen = watch({ account: account({ port: way.port }) });
  await dovecot.deliver(user, mail('1'));
  await until(() => seen.mails.length === 1, 'the first mail');
  way.cut();
  await dovecot.deliver(user, mail('2'));
  await until(() => seen.mails.length === 2, 'the second mail');
  expect(seen.subjects).toEqual(['1', '2']);
  expect(seen.states.find(({ lastProblem }) => lastProblem !== null)).toMatchObject({ status: 'waiting', connectedSince: null, lastProblem: { problem: 'connection_lost' } });
  await seen.stop();
});

test('flags are left as they are; what was thrown away is not read', async () => {
  for (const subject of ['letta', 'buttata', 'nuova']) {
    await dovecot.deliver(user, mail(subject));
    await pause(30);
  }
  const other = await client();
  await other.messageFlagsAdd('1', ['\\Seen'], { uid: true });
  await other.messageFlagsAdd('2', ['\\Deleted'], { uid: true });
  const seen = watch();
  await until(() => seen.mails.length === 2, 'two mails');
  expect(seen.mails.map(({ uid }) => uid)).toEqual([1, 3]);
  const flags = await other.fetchOne('3', { flags: true }, { uid: true });
  expect(flags && [...(flags.flags ?? [])].filter((flag) => flag === '\\Seen')).toEqual([]);
  await other.logout();
});

test('a mail beyond the bound is fetched as far as it goes, and said to be cut', async () => {
  await dovecot.deliver(user, mail('grande', 300_000));
  await dovecot.deliver(user, mail('piccola'));
  const seen = watch({ maxBytes: 10_000 });
  await until(() => seen.mails.length === 2, 'two mails');
  const large = seen.mails.find((one) => subjectOf(one) === 'grande');
  expect(large).toMatchObject({ cut: true });
  expect(large?.raw.byteLength).toBe(10_000);
  expect(large?.bytes).toBeGreaterThan(300_000);
  expect(seen.mails.find((one) => subjectOf(one) === 'piccola')).toMatchObject({ cut: false });
});

test.each([
  ['login_refused', (): Partial<ImapAccount> => ({ auth: { user, pass: 'sbagliata' } })],
  ['unreachable', (): Partial<ImapAccount> => ({ port: 1 })],
  ['no_such_folder', (): Partial<ImapAccount> => ({ folder: 'Cartella' })],
  ['not_secure', (): Partial<ImapAccount> => ({ security: 'starttls' })],
] as const)('what is wrong has a name: %s', async (problem, extra) => {
  const seen = watch({ account: account(extra()) });
  await until(() => seen.states.some(({ lastProblem }) => lastProblem !== null), 'a problem');
  expect(seen.states.find(({ lastProblem }) => lastProblem !== null)).toMatchObject({ status: 'waiting', lastProblem: { problem } });
  await seen.stop();
  expect(seen.states.at(-1)?.status).toBe('stopped');
});
