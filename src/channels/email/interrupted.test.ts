import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inWork, system } from '#base/work.ts';
import { elena, rawMail, serviceAddress, startWorld, type World } from '#test/world.ts';
import { queueNoticeMail, sendMail, storeRaw } from './index.ts';

/** What another process that was killed, or only works beside us, may leave half-done. Killed for real: test/kill.test.ts. */
let world: World;
let sink: SMTPServer;
/** A server that has taken the mail and does not say so yet. */
const unanswered: (() => void)[] = [];

beforeAll(async () => {
  sink = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], disableReverseLookup: true, closeTimeout: 100,
    onData: (stream, _session, done) => void stream.on('end', () => void unanswered.push(() => done())).resume(),
  });
  await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve));
  world = await startWorld({ servers: { imap: null, smtp: { host: '127.0.0.1', port: (sink.server.address() as AddressInfo).port, security: 'none', user: '' } } });
});
afterAll(async () => {
  await world.stop();
  await new Promise<void>((resolve) => sink.close(() => resolve()));
});

it('an answer waits while somebody else still files the mail that it answers', async () => {
  const { app } = world;
  const write = (text: string, messageId: string, inReplyTo?: string) =>
    storeRaw(app.services, { raw: rawMail({ from: elena, subject: 'Il collo', text, messageId, ...(inReplyTo === undefined ? {} : { inReplyTo }) }), via: 'command', mailboxId: null, envelopeFrom: null, envelopeTo: [serviceAddress] });
  const { id } = await write('Manca un collo.', 'prima@posta.example');
  await write('Anzi, ne mancano due.', 'poi@posta.example', 'prima@posta.example');
  let letGo = (): void => undefined;
  const dying = app.db.transaction().execute(async (tx) => {
    await tx.selectFrom('raw_mails').where('id', '=', id).select('id').forUpdate().execute();
    await new Promise<void>((resolve) => void (letGo = resolve));
  });
  const filing = app.sweep();
  await pause(300);
  expect(await app.db.selectFrom('raw_mails').select('state').execute()).toEqual([{ state: 'waiting' }, { state: 'waiting' }]);
  letGo();
  await Promise.all([dying, filing]);
  expect(await app.db.selectFrom('messages').select(['text', 'case_id']).execute()).toHaveLength(2);
  expect(await app.db.selectFrom('cases').select('id').execute()).toHaveLength(1);
});

it('of many mails that wait to leave, only the one that a server has is in doubt', async () => {
  const { app } = world;
  const names = ['uno', 'due', 'tre', 'quattro'];
  await inWork(app.services, system, async (work) => {
    for (const name of names) await queueNoticeMail(work, { purpose: 'notice', to: { address: `${name}@casalumina.example`, name }, subject: 'Un avviso', text: 'C’è un caso.', language: 'it', departmentId: world.departments.servizio });
  });
  const states = async (): Promise<string[]> => (await app.db.selectFrom('outbox_recipients').where('address', 'in', names.map((name) => `${name}@casalumina.example`)).select('state').execute()).map(({ state }) => state).toSorted();
  const sending = sendMail(app.services);
  for (const left of [3, 2, 1, 0]) {
    await expect.poll(() => unanswered.length, { timeout: 10_000 }).toBe(1);
    expect((await states()).filter((state) => state === 'waiting')).toHaveLength(left);
    expect((await states()).filter((state) => state === 'sending')).toHaveLength(1);
    unanswered.pop()?.();
  }
  await sending;
  expect(await states()).toEqual(['sent', 'sent', 'sent', 'sent']);
});
