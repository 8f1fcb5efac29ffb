import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

import nodemailer from 'nodemailer';
import { afterEach, describe, expect, test } from 'vitest';

import { startReceiver, type ReceivedMail, type Receiver, type ReceiverOptions } from './smtp-receiver.ts';

const host = '127.0.0.1';
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const raw = Buffer.from('From: elena@posta.example\r\nSubject: Ordine\r\n\r\nDove sta?\r\n.una riga col punto\r\n');
const silent = { info: () => undefined, warn: () => undefined };

const receive = async (extra: Partial<ReceiverOptions> = {}): Promise<{ receiver: Receiver; mails: ReceivedMail[] }> => {
  const mails: ReceivedMail[] = [];
  const receiver = await startReceiver({
    protocol: 'smtp', host, port: 0, maxBytes: 100_000, log: silent,
    accepts: async (address) => address.endsWith('@casalumina.example'),
    store: async (mail) => void mails.push(mail),
    ...extra,
  });
  closers.push(() => receiver.close());
  return { receiver, mails };
};

const deliver = async (port: number, to: readonly string[], message: Buffer = raw, lmtp = false, from = 'elena@posta.example'): Promise<{ accepted: unknown; rejected: unknown; response: string }> => {
  const transport = nodemailer.createTransport({ host, port, lmtp, ignoreTLS: true });
  try {
    return await transport.sendMail({ envelope: { from, to: [...to] }, raw: message });
  } finally {
    transport.close();
  }
};

/** Speaks line by line, for what a polite client would never do. */
const talk = async (port: number, lines: readonly string[]): Promise<string> => {
  const socket = connect(port, host);
  let heard = '';
  socket.on('data', (data) => { heard += data.toString(); });
  const answered = async (): Promise<void> => {
    const before = heard.length;
    for (let tries = 0; tries < 100 && heard.length === before; tries += 1) await pause(5);
  };
  await answered();
  for (const line of lines) {
    const answer = answered();
    socket.write(`${line}\r\n`);
    await answer;
  }
  socket.destroy();
  return heard;
};

describe('mail comes in', () => {
  test.each(['smtp', 'lmtp'] as const)('by %s, byte for byte, with its envelope', async (protocol) => {
    const { receiver, mails } = await receive({ protocol });
    await deliver(receiver.port, ['assistenza@casalumina.example', 'hotel@casalumina.example'], raw, protocol === 'lmtp');
    expect(mails).toHaveLength(1);
    expect(mails[0]?.raw.equals(raw)).toBe(true);
    expect(mails[0]).toMatchObject({ envelopeFrom: 'elena@posta.example', envelopeTo: ['assistenza@casalumina.example', 'hotel@casalumina.example'], remote: host });
  });

  test('250 is said only when it is stored', async () => {
    let stored = false;
    const { receiver } = await receive({ store: async () => { await pause(150); stored = true; } });
    const sent = deliver(receiver.port, ['assistenza@casalumina.example']);
    await pause(70);
    expect(stored).toBe(false);
    expect((await sent).response).toMatch(/^250/);
    expect(stored).toBe(true);
  });

  test.each(['smtp', 'lmtp'] as const)('what cannot be stored stays with its sender (%s)', async (protocol) => {
    const { receiver } = await receive({ protocol, store: () => Promise.reject(new Error('disk full')) });
    const refused = await talk(receiver.port, [protocol === 'lmtp' ? 'LHLO x' : 'EHLO x', 'MAIL FROM:<a@b.example>', 'RCPT TO:<assistenza@casalumina.example>', 'DATA', `${raw.toString()}\r\n.`]);
    expect(refused).toMatch(/^451 /m);
    expect(refused).not.toContain('disk full');
  });

  test('strangers are refused, whoever asks; nobody can log in; a bounce has no sender', async () => {
    const { receiver, mails } = await receive();
    await expect(deliver(receiver.port, ['someone@elsewhere.example'])).rejects.toMatchObject({ responseCode: 550 });
    expect(await deliver(receiver.port, ['assistenza@casalumina.example', 'x@elsewhere.example'])).toMatchObject({ rejected: ['x@elsewhere.example'] });
    const heard = await talk(receiver.port, ['EHLO x', 'AUTH PLAIN AGEAYg==', 'MAIL FROM:<>', 'RCPT TO:<assistenza@casalumina.example>', 'DATA', 'Subject: x\r\n\r\nx\r\n.']);
    expect(heard).toMatch(/SIZE 100000/);
    expect(heard).not.toMatch(/^250-AUTH|^235|STARTTLS/m);
    expect(mails.map((mail) => mail.envelopeFrom)).toEqual(['elena@posta.example', '']);
  });

  test('when nobody can tell whose an address is, the sender tries again', async () => {
    const { receiver } = await receive({ accepts: () => Promise.reject(new Error('no database')) });
    await expect(deliver(receiver.port, ['assistenza@casalumina.example'])).rejects.toMatchObject({ responseCode: 451 });
  });

  test('too large is refused for good, announced or not', async () => {
    const { receiver, mails } = await receive({ maxBytes: 1_000 });
    const large = Buffer.from(`Subject: x\r\n\r\n${'x'.repeat(70)}\r\n`.repeat(100));
    await expect(deliver(receiver.port, ['assistenza@casalumina.example'], large)).rejects.toThrow(/larger than|maximum|size/i);
    const unannounced = await talk(receiver.port, ['EHLO x', 'MAIL FROM:<a@b.example>', 'RCPT TO:<assistenza@casalumina.example>', 'DATA', `${large.toString()}\r\n.`]);
    expect(unannounced).toMatch(/^552 /m);
    expect(mails).toEqual([]);
  });

  test('half a mail is no mail', async () => {
    const { receiver, mails } = await receive();
    await talk(receiver.port, ['EHLO x', 'MAIL FROM:<a@b.example>', 'RCPT TO:<assistenza@casalumina.example>', 'DATA', 'Subject: x\r\n\r\nhalf']);
    await pause(100);
    expect(mails).toEqual([]);
  });

  test('too many recipients come in another transaction', async () => {
    const { receiver } = await receive({ maxRecipients: 2 });
    const heard = await talk(receiver.port, ['EHLO x', 'MAIL FROM:<a@b.example>', ...['a', 'b', 'c'].map((one) => `RCPT TO:<${one}@casalumina.example>`)]);
    expect(heard).toMatch(/^452 /m);
  });

  test('too many connections wait outside', async () => {
    const { receiver } = await receive({ maxConnections: 1 });
    const first = connect(receiver.port, host);
    await new Promise((resolve) => first.once('data', resolve));
    expect(await talk(receiver.port, [])).toMatch(/^421/);
    first.destroy();
  });

  test('many mails over one connection', async () => {
    const { receiver, mails } = await receive();
    const heard = await talk(receiver.port, ['EHLO x', ...Array.from({ length: 15 }, () => ['MAIL FROM:<a@b.example>', 'RCPT TO:<assistenza@casalumina.example>', 'DATA', 'Subject: x\r\n\r\nx\r\n.']).flat()]);
    expect(mails).toHaveLength(15);
    expect(heard).not.toMatch(/^421/m);
  }, 15_000);

  test('a port that is taken is said at once', async () => {
    const { receiver } = await receive();
    await expect(receive().then(() => startReceiver({ protocol: 'smtp', host, port: receiver.port, maxBytes: 1, log: silent, accepts: async () => true, store: async () => undefined }))).rejects.toThrow('EADDRINUSE');
  });
});
