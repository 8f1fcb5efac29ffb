import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { composeMail, isSendable, UnusableAddress, type OutboundMail } from './compose.ts';
import { machineMail } from './machine.ts';
import { separateReply } from './separate-reply.ts';
import { bareSubject, replyReferences, replySubject } from './thread-headers.ts';
import { understandMail } from './understand.ts';
import { headerOf, isUnderstood, type UnderstoodMail } from './understood-mail.ts';

const mail: OutboundMail = {
  from: { name: 'Giulia Serra · Casa Lumina', address: 'assistenza@casalumina.example' },
  to: [{ name: 'Elena Marchetti', address: 'elena@posta.example' }],
  cc: [{ name: '', address: 'luca@posta.example' }],
  bcc: [{ name: '', address: 'archivio@casalumina.example' }, { name: '', address: 'ELENA@posta.example' }],
  replyTo: { name: 'Casa Lumina', address: 'risposte+c41.abcdefghijklmnopqrstuvwxyz@casalumina.example' },
  messageId: '019a8e7c-1234-7abc-8def-0123456789ab.presa@casalumina.example',
  inReplyTo: 'b@posta.example',
  references: ['a@posta.example', 'b@posta.example'],
  subject: 'Re: Ordine 88213: perché?',
  text: 'Gentile Elena,\nil secondo collo <parte> domani: https://casalumina.example/c/41?a=1&b=2.\n\nA presto',
  quoted: { attribution: 'Il 3 marzo 2026 alle 10:15 Elena Marchetti ha scritto:', text: 'Dove sta?\n<b>' },
  language: 'it',
  asksForReply: true,
  attachments: [{ name: 'fattura n° 12 perché.pdf', type: 'application/pdf', content: Buffer.from('%PDF') }],
  automatic: 'no',
  instance: 'casalumina-1',
  date: new Date('2026-03-03T09:15:00Z'),
};

const readBack = async (outbound: OutboundMail): Promise<UnderstoodMail> => {
  const understood = await understandMail((await composeMail(outbound)).raw);
  if (!isUnderstood(understood)) throw new Error(understood.notUnderstood);
  return understood;
};

test('what goes out reads as it was meant', async () => {
  const seen = await readBack(mail);
  expect(seen).toMatchObject({
    from: mail.from, to: mail.to, cc: [{ address: 'luca@posta.example' }], replyTo: [mail.replyTo], subject: mail.subject,
    messageId: mail.messageId, inReplyTo: 'b@posta.example', references: ['a@posta.example', 'b@posta.example'], sentAt: mail.date,
  });
  expect(seen.attachments).toMatchObject([{ name: 'fattura n° 12 perché.pdf', type: 'application/pdf', size: 4 }]);
  expect(seen.html).toContain('il secondo collo &lt;parte&gt; domani: <a href="https://casalumina.example/c/41?a=1&amp;b=2"');
  expect(seen.html).not.toContain('<b>');
});

test('those in Bcc get it and no byte of it names them; everybody gets it once', async () => {
  const { raw, recipients } = await composeMail(mail);
  expect(recipients).toEqual(['elena@posta.example', 'luca@posta.example', 'archivio@casalumina.example']);
  expect(raw.toString('latin1')).not.toMatch(/archivio|bcc/i);
});

test('an answer written above our line is told from what we wrote', async () => {
  const { text } = await readBack({ ...mail, quoted: null });
  expect(separateReply(`Grazie!\n\n${text}`).newText).toBe('Grazie!');
});

test('mails of machines say so, and ours are known when they come back', async () => {
  const ack = await readBack({ ...mail, automatic: 'auto-replied', asksForReply: false, quoted: null });
  expect(headerOf(ack, 'auto-submitted')).toBe('auto-replied');
  expect(headerOf(await readBack(mail), 'auto-submitted')).toBeNull();
  expect(machineMail(ack, { instance: 'casalumina-1', isOurs: () => false, envelopeFrom: null })).toEqual({ kind: 'our_own_loop' });
});

describe('nothing that people write becomes a header or a recipient', () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('x\r\nBcc: evil@evil.example', 'x\nX-Evil: 1', 'x\r\n\r\n<script>', '"; <evil@evil.example>,', 'a\u2028b\0c', '=?utf-8?q?=0D=0ABcc:_evil@evil.example?='));
  const known = new Set(['from', 'to', 'cc', 'reply-to', 'in-reply-to', 'references', 'subject', 'message-id', 'date', 'x-presa-instance', 'mime-version', 'content-type', 'content-transfer-encoding', 'thread-topic', 'thread-index', 'auto-submitted', 'x-auto-response-suppress']);
  test('whatever stands in names, subject, ids, files and instance', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, text, text, async (name, subject, id, file) => {
        const outbound: OutboundMail = {
          ...mail, subject, from: { ...mail.from, name }, to: [{ name, address: 'elena@posta.example' }], cc: [], inReplyTo: id, references: [id, 'a@b.example'],
          instance: name, threadTopic: subject, threadIndex: id, attachments: [{ name: file, type: id, content: Buffer.from('x') }],
          quoted: { attribution: name, text: subject },
        };
        const { raw, recipients } = await composeMail(outbound);
        expect(recipients).toEqual(['elena@posta.example', 'archivio@casalumina.example']);
        const head = raw.toString('latin1').split('\r\n\r\n')[0] ?? '';
        const names = head.split('\r\n').filter((line) => !/^[ \t]/.test(line)).map((line) => line.split(':')[0]?.toLowerCase() ?? '');
        expect(names.filter((one) => !known.has(one))).toEqual([]);
        expect(new Set(names).size).toBe(names.length);
        const seen = await readBack(outbound);
        expect(seen.to.map((one) => one.address)).toEqual(['elena@posta.example']);
        expect(seen.from?.address).toBe('assistenza@casalumina.example');
      }),
      { numRuns: 200 },
    );
  });

  test.each(['', 'elena', 'a@b', 'a b@c.example', 'a@c.example\r\nBcc: x@y.example', 'a@c.example,x@y.example', '<a@c.example>', '"a"@c.example', 'a@@c.example', 'a@-c.example', `${'a'.repeat(65)}@c.example`])('%j is refused', async (address) => {
    expect(isSendable(address)).toBe(false);
    await expect(composeMail({ ...mail, to: [{ name: '', address }] })).rejects.toThrow(UnusableAddress);
  });
  test.each(["o'brien+x=1@posta.example", 'è@perché.example', 'a.b_c-d@sub.posta.example'])('%s is fine', (address) => {
    expect(isSendable(address)).toBe(true);
  });
});

describe('threads', () => {
  test.each([
    ['Ordine', 'Re: Ordine'], ['Re: R: RE: I: Ordine', 'Re: Ordine'], ['Re[2]: Ordine', 'Re: Ordine'], ['RIF: Ordine: perché', 'Re: Ordine: perché'], ['Rossi: ordine', 'Re: Rossi: ordine'], ['', 'Re:'],
  ])('the answer to "%s" is "%s"', (subject, expected) => {
    expect(replySubject(subject)).toBe(expected);
    expect(replySubject(replySubject(subject))).toBe(expected);
  });
  test('a subject of nothing but prefixes ends', () => {
    expect(bareSubject('Re: '.repeat(10_000)).length).toBeLessThanOrEqual(250);
  });
  test('a long chain keeps its first and its last', () => {
    const references = Array.from({ length: 100 }, (_, index) => `${String(index)}@b.example`);
    const kept = replyReferences({ messageId: 'last@b.example', references });
    expect(kept).toHaveLength(20);
    expect([kept[0], kept[2], kept[3], kept.at(-1)]).toEqual(['0@b.example', '2@b.example', '84@b.example', 'last@b.example']);
    expect(replyReferences({ messageId: null, references: [] })).toEqual([]);
  });
});
