import { ImapFlow } from 'imapflow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDovecot, type Dovecot } from './dovecot.ts';

const user = 'assistenza@casalumina.example';
let dovecot: Dovecot;

beforeAll(async () => {
  dovecot = await startDovecot({ users: [user] });
});
afterAll(() => dovecot.stop());

const logIn = async (name = user): Promise<ImapFlow> => {
  const client = new ImapFlow({
    host: dovecot.host, port: dovecot.port, secure: false, logger: false, auth: { user: name, pass: dovecot.password },
  });
  client.on('error', () => undefined);
  await client.connect();
  return client;
};

const mail = (subject: string): Buffer =>
  Buffer.from(`From: elena.marchetti@example.it\r\nTo: ${user}\r\nSubject: ${subject}\r\n\r\nDov'è il secondo collo?\r\n`);

test('a delivered message is seen, with its words as they were', async () => {
  await dovecot.deliver(user, mail('Ordine 88213'));
  const client = await logIn();
  const box = await client.mailboxOpen('INBOX');
  expect(box.exists).toBe(1);
  const message = await client.fetchOne('1', { source: true, envelope: true });
  expect(message && message.envelope?.subject).toBe('Ordine 88213');
  expect(message && message.source?.toString('utf8')).toBe(mail('Ordine 88213').toString('utf8'));
  await client.logout();
});

test('whoever idles hears of a new message', async () => {
  const client = await logIn();
  const { exists } = await client.mailboxOpen('INBOX');
  const heard = new Promise<number>((resolve) => client.once('exists', ({ count }: { count: number }) => resolve(count)));
  const idling = client.idle();
  await dovecot.deliver(user, mail('Ancora niente'));
  expect(await heard).toBe(exists + 1);
  await client.logout();
  await idling;
});

test('a bumped UIDVALIDITY cuts connections, and is another number afterwards with the same messages', async () => {
  const client = await logIn();
  const before = await client.mailboxOpen('INBOX');
  const closed = new Promise<void>((resolve) => client.once('close', () => resolve()));
  await dovecot.bumpUidValidity(user);
  await closed;
  const again = await logIn();
  const after = await again.mailboxOpen('INBOX');
  expect(after.uidValidity).not.toBe(before.uidValidity);
  expect(after.exists).toBe(before.exists);
  await again.logout();
});

test('somebody without a mailbox is not let in', async () => {
  await expect(logIn('nessuno@casalumina.example')).rejects.toThrow();
  await expect(dovecot.deliver('nessuno@casalumina.example', mail('?'))).rejects.toThrow('no mailbox');
});
