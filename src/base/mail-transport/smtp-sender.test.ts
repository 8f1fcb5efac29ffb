import { createServer, type AddressInfo, type Server } from 'node:net';

import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';

import type { SmtpAccount } from './smtp-account.ts';
import { createSmtpSender, type DeliveryOutcome } from './smtp-sender.ts';

const host = '127.0.0.1';
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const raw = Buffer.from('From: elena@posta.example\r\nSubject: Ordine\r\n\r\nDove sta?\r\n.una riga col punto\r\n');

interface Sink { account: SmtpAccount; mails: { from: string; to: string[]; raw: Buffer }[]; connections: () => number }

const sink = async (answers: { rcpt?: number; data?: number; sender?: number; auth?: boolean } = {}): Promise<Sink> => {
  const mails: Sink['mails'] = [];
  let connections = 0;
  const refuse = (code: number | undefined): Error | null => (code === undefined ? null : Object.assign(new Error('5.7.1 as you wish'), { responseCode: code }));
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], allowInsecureAuth: true, logger: false,
    onConnect: (_session, done) => { connections += 1; done(); },
    onAuth: (auth, _session, done) => (auth.password === 'giusta' ? done(null, { user: 'x' }) : done(new Error('no'))),
    onMailFrom: (_address, _session, done) => done(refuse(answers.sender)),
    onRcptTo: (_address, _session, done) => done(refuse(answers.rcpt)),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks) });
        done(refuse(answers.data));
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, host, () => resolve()));
  closers.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return { account: { host, port, security: 'none', auth: null, silenceMs: 700 }, mails, connections: () => connections };
};

const sender = (): ReturnType<typeof createSmtpSender> => {
  const made = createSmtpSender();
  closers.push(() => made.close());
  return made;
};
const delivery = { envelope: { from: 'assistenza@casalumina.example', to: ['elena@posta.example'] as [string] }, raw };

/** A server that follows `script`: what it says after each line it hears; undefined hangs up, null keeps silent. */
const scripted = async (script: (line: string, heard: number) => string | undefined | null): Promise<SmtpAccount> => {
  const server: Server = createServer((socket) => {
    socket.write('220 x\r\n');
    let pending = '';
    let data = false;
    let heard = 0;
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      pending += bytes.toString();
      const lines = pending.split('\r\n');
      pending = lines.pop() ?? '';
      for (const line of lines) {
        if (data && line !== '.') continue;
        data = line === 'DATA';
        heard += 1;
        const answer = script(line, heard);
        if (answer === undefined) socket.destroy();
        else if (answer !== null) socket.write(`${answer}\r\n`);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, host, () => resolve()));
  closers.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { host, port: (server.address() as AddressInfo).port, security: 'none', auth: null, silenceMs: 500 };
};

describe('mail goes out', () => {
  test('byte for byte, many over one connection', async () => {
    const { account, mails, connections } = await sink();
    const send = sender();
    for (let count = 0; count < 5; count += 1) expect(await send.sendVia(account, delivery)).toMatchObject({ accepted: true, response: expect.stringMatching(/^250/) as string });
    expect(mails).toHaveLength(5);
    expect(mails[0]).toEqual({ from: 'assistenza@casalumina.example', to: ['elena@posta.example'], raw });
    expect(connections()).toBe(1);
  });

  test('never over more connections at a time than the provider allows, and to the null sender', async () => {
    const { account, mails, connections } = await sink();
    const send = sender();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => send.sendVia(account, { ...delivery, envelope: { from: '', to: ['elena@posta.example'] } })));
    expect(outcomes.every((outcome) => outcome.accepted === true)).toBe(true);
    expect(mails).toHaveLength(20);
    expect(mails[0]?.from).toBe('');
    expect(connections()).toBeLessThanOrEqual(2);
  });

  test.each<[string, Parameters<typeof sink>[0], Partial<Extract<DeliveryOutcome, { accepted: false }>>]>([
    ['nobody of that name', { rcpt: 550 }, { temporary: false, stage: 'recipient' }],
    ['come again', { rcpt: 451 }, { temporary: true, stage: 'recipient' }],
    ['not your address to send from', { sender: 553 }, { temporary: false, stage: 'sender' }],
    ['that looks like spam', { data: 554 }, { temporary: false, stage: 'data' }],
    ['the disk is full', { data: 452 }, { temporary: true, stage: 'data' }],
  ])('%s', async (_name, answers, expected) => {
    const { account } = await sink(answers);
    const send = sender();
    expect(await send.sendVia(account, delivery)).toMatchObject({ accepted: false, ...expected });
  });

  test('a wrong password and a server that is away are no fault of the mail', async () => {
    const { account } = await sink();
    const send = sender();
    expect(await send.sendVia({ ...account, auth: { user: 'a', pass: 'sbagliata' } }, delivery)).toMatchObject({ accepted: false, temporary: true, stage: 'login' });
    expect(await send.sendVia({ ...account, auth: { user: 'a', pass: 'giusta' } }, delivery)).toMatchObject({ accepted: true });
    expect(await send.sendVia({ ...account, port: 1 }, delivery)).toMatchObject({ accepted: false, temporary: true, stage: 'connect' });
    expect(await send.sendVia({ ...account, security: 'starttls' }, delivery)).toMatchObject({ accepted: false, temporary: true });
    expect(await send.tryOut({ ...account, auth: { user: 'a', pass: 'sbagliata' } })).toMatchObject({ accepted: false, stage: 'login' });
    expect(await send.tryOut(account)).toMatchObject({ accepted: true });
  });

  const polite = (line: string): string => (line === 'DATA' ? '354 go' : '250 ok');
  test.each([['hangs up', undefined], ['keeps silent', null]])('a server that %s after the last byte: nobody knows, so nobody sends again', async (_name, end) => {
    const account = await scripted((line) => (line === '.' ? end : polite(line)));
    expect(await sender().sendVia(account, delivery)).toMatchObject({ accepted: 'unknown' });
  });
  test.each(['MAIL', 'RCPT', 'DATA'])('a server that hangs up at %s has no mail: try again', async (word) => {
    const account = await scripted((line) => (line.startsWith(word) ? undefined : polite(line)));
    expect(await sender().sendVia(account, delivery)).toMatchObject({ accepted: false, temporary: true });
  });
  test('a server that closed a kept connection gets a fresh one', async () => {
    let mails = 0;
    const account = await scripted((line, heard) => {
      if (line === '.') mails += 1;
      return heard > 5 ? undefined : polite(line);
    });
    const send = sender();
    expect(await send.sendVia(account, delivery)).toMatchObject({ accepted: true });
    expect(await send.sendVia(account, delivery)).toMatchObject({ accepted: true });
    expect(mails).toBe(2);
  });
});
