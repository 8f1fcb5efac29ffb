import { fileURLToPath } from 'node:url';
import { existsSync, readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { understandMail } from './understand.ts';
import { isUnderstood, type UnderstoodMail } from './understood-mail.ts';

const head = 'From: Elena Marchetti <elena@posta.example>\r\nTo: assistenza@casalumina.example\r\nSubject: Ordine\r\n';
const understand = async (raw: string | Uint8Array): Promise<UnderstoodMail> => {
  const mail = await understandMail(typeof raw === 'string' ? Buffer.from(raw) : raw);
  if (!isUnderstood(mail)) throw new Error(mail.notUnderstood);
  return mail;
};

test('a mail as most are', async () => {
  const mail = await understand(
    `${head}Cc: "Marchetti, Luca" <luca@posta.example>, Casa: uno@posta.example, due@posta.example;\r\nDate: Tue, 03 Mar 2026 10:15:00 +0100\r\n` +
      'Message-ID: <a1@posta.example>\r\nIn-Reply-To: <b1@casalumina.example>\r\nReferences: <b0@casalumina.example>\r\n <b1@casalumina.example>\r\nDelivered-To: Assistenza@casalumina.example\r\nX-Original-To: alias@casalumina.example\r\n\r\nDove sta?\r\n',
  );
  expect(mail).toMatchObject({
    messageId: 'a1@posta.example', inReplyTo: 'b1@casalumina.example', references: ['b0@casalumina.example', 'b1@casalumina.example'],
    from: { name: 'Elena Marchetti', address: 'elena@posta.example' },
    cc: [{ name: 'Marchetti, Luca' }, { address: 'uno@posta.example' }, { address: 'due@posta.example' }],
    deliveredTo: ['assistenza@casalumina.example', 'alias@casalumina.example'],
    sentAt: new Date('2026-03-03T09:15:00Z'), text: 'Dove sta?\n', html: null, attachments: [], reading: 'whole', shortened: false,
  });
});

describe('ids', () => {
  test.each([
    ['none', ''], ['empty', 'Message-ID:\r\nIn-Reply-To: \r\n'], ['empty brackets', 'Message-ID: <>\r\nIn-Reply-To: < >\r\n'], ['a word', 'Message-ID: ciao\r\n'],
  ])('%s: null, never an empty text that would join strangers', async (_name, headers) => {
    expect(await understand(`${head}${headers}\r\nciao`)).toMatchObject({ messageId: null, inReplyTo: null, references: [] });
  });
  test.each([
    ['without brackets', 'Message-ID: a@b.example'], ['folded inside', 'Message-ID: <a@\r\n b.example>'], ['with a comment', 'Message-ID: <a@b.example> (added)'],
  ])('%s', async (_name, header) => {
    expect((await understand(`${head}${header}\r\n\r\nciao`)).messageId).toBe('a@b.example');
  });
  test('a chain of thousands keeps its two ends', async () => {
    const ids = Array.from({ length: 400 }, (_, index) => `<${String(index)}@b.example>`);
    const { references } = await understand(`${head}References: ${ids.join('\r\n ')}\r\n\r\nciao`);
    expect(references).toHaveLength(200);
    expect([references[0], references.at(-1)]).toEqual(['0@b.example', '399@b.example']);
  });
});

describe('dates', () => {
  test.each([
    ['Tue, 3 Mar 2026 10:15:00 +0100', '2026-03-03T09:15:00.000Z'], ['3 Mar 26 10:15 CET', '2026-03-03T09:15:00.000Z'],
    ['Tue Mar  3 10:15:00 2026', '2026-03-03T10:15:00.000Z'], ['2026-03-03T10:15:00Z', '2026-03-03T10:15:00.000Z'], ['Tue, 03 Mar 2026 10:15:00', '2026-03-03T10:15:00.000Z'],
  ])('%s', async (date, instant) => {
    expect((await understand(`${head}Date: ${date}\r\n\r\nciao`)).sentAt?.toISOString()).toBe(instant);
  });
  test.each(['ieri', 'Pn, 29 paX 2007 21:13:00', '1 Jan 3609 10:00:00', '<HR>', '99 Mar 2026 10:15'])('%s is no date', async (date) => {
    expect((await understand(`${head}Date: ${date}\r\n\r\nciao`)).sentAt).toBeNull();
  });
});

describe('letters of every kind', () => {
  const latin = (label: string): Buffer => Buffer.from(`${head}${label}\r\nperché così`, 'latin1');
  test.each([
    ['Latin-1 without a label', latin('')], ['Latin-1 called ASCII', latin('Content-Type: text/plain; charset=us-ascii\r\n')],
    ['Latin-1 in an unknown set', latin('Content-Type: text/plain; charset=x-none\r\n')], ['UTF-8 called ASCII', Buffer.from(`${head}Content-Type: text/plain; charset=us-ascii\r\n\r\nperché così`)],
    ['UTF-8', Buffer.from(`${head}Content-Type: text/plain; charset=utf-8\r\n\r\nperché così`)],
    ['Latin-1 without a label in a part', Buffer.from(`${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nperché così\r\n--b--`, 'latin1')],
  ])('%s', async (_name, raw) => {
    expect((await understand(raw)).text.trim()).toBe('perché così');
  });
  test('NUL and half characters do not reach the database', async () => {
    const mail = await understand(`${head}X-A: a\0b\r\nContent-Type: text/html\r\n\r\nci\0ao &#xD800; fine`);
    expect(JSON.stringify({ ...mail, attachments: [] })).not.toMatch(/\\u0000|\\ud800/i);
    expect(mail.text).toContain('ciao');
  });
  test('a subject split within a letter, and one that turns the reading direction', async () => {
    const subject = async (value: string): Promise<string> => (await understand(`From: a@b.example\r\nSubject: ${value}\r\n\r\nx`)).subject;
    expect(await subject('=?utf-8?q?perch=C3?= =?utf-8?q?=A9?=')).toBe('perché');
    expect(await subject('fattura\u202efdp.exe')).toBe('fatturafdp.exe');
  });
});

describe('bodies', () => {
  test('HTML alone gives its words; what it shows is inline, the rest is a file', async () => {
    const mail = await understand(
      `${head}Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Ecco la <b>foto</b></p><img src="cid:f1@x"><blockquote>vecchio</blockquote>\r\n` +
        '--b\r\nContent-Type: image/png; name=a.png\r\nContent-ID: <f1@x>\r\n\r\nx\r\n--b\r\nContent-Type: image/png; name="../../b.png"\r\nContent-ID: <f2@x>\r\n\r\ny\r\n--b\r\nContent-Type: application/pdf\r\nContent-Disposition: inline\r\n\r\nz\r\n--b--',
    );
    expect(mail.text).toBe('Ecco la foto\n\n> vecchio');
    expect(mail.attachments.map(({ name, inline, contentId }) => ({ name, inline, contentId }))).toEqual([
      { name: 'a.png', inline: true, contentId: 'f1@x' }, { name: 'b.png', inline: false, contentId: 'f2@x' }, { name: '3.pdf', inline: false, contentId: null },
    ]);
  });
  test('a mail attached stays a file, whole', async () => {
    const mail = await understand(`${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nGuardate\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: luca@posta.example\r\nSubject: Rotta\r\n\r\nNon si accende.\r\n--b--`);
    expect(mail.text.trim()).toBe('Guardate');
    expect(mail.attachments).toMatchObject([{ type: 'message/rfc822', name: '1.eml', inline: false }]);
    expect(Buffer.from(mail.attachments[0]?.content ?? []).toString()).toContain('Non si accende.');
  });
  test('plain text with marks like HTML keeps them', async () => {
    expect((await understand(`${head}\r\n<Lumina 3> & <b>`)).text.trim()).toBe('<Lumina 3> & <b>');
  });
  test.each([
    ['a type without subtype', 'Content-Type: text; charset=utf-8'], ['a type that ends in a semicolon', 'Content-Type: text/plain;'], ['an unknown text type', 'Content-Type: text/enriched'],
    ['an unknown encoding', 'Content-Transfer-Encoding: 7-bit'], ['a multipart without boundary', 'Content-Type: multipart/mixed'],
  ])('%s loses no words', async (_name, header) => {
    const mail = await understand(`${head}${header}\r\n\r\nDove sta?`);
    expect(mail.text + mail.attachments.map((part) => Buffer.from(part.content).toString()).join('')).toContain('Dove sta?');
  });
  test('the line of an mbox file before the mail is no part of it', async () => {
    expect(await understand(`From elena Tue Mar  3 10:15:00 2026\n${head}\r\nciao`)).toMatchObject({ subject: 'Ordine', from: { address: 'elena@posta.example' } });
  });
});

describe('what is built to hurt', () => {
  const html = (body: string): string => `${head}Content-Type: text/html\r\n\r\n${body}`;
  const nested = Array.from({ length: 3_000 }, (_, index) => `Content-Type: multipart/mixed; boundary=b${String(index)}\r\n\r\n--b${String(index)}\r\n`).join('');
  test.each([
    ['twenty thousand levels of div', html(`${'<div>'.repeat(20_000)}ciao`)], ['twenty thousand levels of quotes', html(`${'<blockquote>'.repeat(20_000)}ciao`)],
    ['millions of blanks', html(`${' '.repeat(3_000_000)}ciao`)], ['a million open brackets', html(`${'<'.repeat(900_000)} ciao`)], ['two thousand links', html(`${'<a href="https://x.example/a">k</a> '.repeat(2_000)}ciao`)],
    ['five thousand tables', html(`${'<table><tr><td>'.repeat(5_000)}ciao`)], ['three thousand levels of parts', `${head}${nested}Content-Type: text/plain\r\n\r\nciao`],
    ['a header of megabytes', `${head}X-A: ${'a'.repeat(3_000_000)}\r\n\r\nciao`], ['a hundred thousand recipients', `${head}Cc: ${'"a" <a@b.example>, '.repeat(100_000)}\r\n\r\nciao`],
    ['a recipient of brackets', `${head}Cc: ${'<'.repeat(200_000)}\r\n\r\nciao`], ['a hundred thousand encoded words', `From: a@b.example\r\nSubject: ${'=?utf-8?q?a?= '.repeat(100_000)}\r\n\r\nciao`],
  ])('%s: the words come through, in time', async (_name, raw) => {
    const started = performance.now();
    const mail = await understand(raw);
    expect(mail.text).toContain('ciao');
    expect(performance.now() - started).toBeLessThan(5_000);
  });
  test('a structure beyond reading is said, and the original hangs on', async () => {
    const raw = `${head}${nested}Content-Type: text/plain\r\n\r\nciao`;
    const mail = await understand(raw);
    expect(mail).toMatchObject({ reading: 'partly', subject: 'Ordine', from: { address: 'elena@posta.example' }, attachments: [{ type: 'message/rfc822', size: raw.length }] });
  });
  test.each([['', 'empty'], [' \r\n\r\n', 'empty'], ['\u0001\u0002 nothing of a mail', 'no_mail_in_it']])('%j goes to quarantine', async (raw, reason) => {
    expect(await understandMail(Buffer.from(raw))).toEqual({ notUnderstood: reason });
  });
  test('no bytes make it throw', async () => {
    const line = fc.constantFrom('From: a@b.example', 'To: <', 'Subject: =?', 'Content-Type: multipart/mixed; boundary=b', '--b', '--b--', 'Content-Type: text/html; charset="', '', ' x', 'Message-ID: <', '\0', 'Content-Transfer-Encoding: base64', '====', 'Date: 32 Foo', '<div><p', 'Content-Type: message/rfc822');
    await fc.assert(fc.asyncProperty(fc.array(fc.oneof(line, fc.string()), { maxLength: 25 }), async (lines) => { expect(await understandMail(Buffer.from(lines.join('\r\n')))).toBeTypeOf('object'); }), { numRuns: 300 });
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => { expect(await understandMail(bytes)).toBeTypeOf('object'); }), { numRuns: 200 });
  });
});

const corpus = fileURLToPath(new URL('../../../../shared/data/mail', import.meta.url));
/** A corpus that is not on this machine is said, not passed over in silence. */
const withCorpus = existsSync(corpus) ? test : test.skip;

withCorpus('653 mails that others collected: every one but the empty file is read, and agrees with a second reader', async () => {
  interface Oracle { file: string; messageId?: string; subject?: string; bodyText?: string }
  const seen = { read: 0, unread: 0, partly: 0, idDiffers: 0, subjectDiffers: 0, wordsLost: 0 };
  for (const set of ['bounces-sisimai', 'mikel-mail', 'cpython-email', 'flanker', 'chatwoot', 'nodemailer', 'postal-mime']) {
    for (const oracle of JSON.parse(readFileSync(`${corpus}/${set}/oracle.json`, 'utf8')) as Oracle[]) {
      const mail = await understandMail(readFileSync(`${corpus}/${set}/${oracle.file}`));
      if (!isUnderstood(mail)) { seen.unread += 1; continue; }
      seen.read += 1;
      if (mail.reading === 'partly') seen.partly += 1;
      if (mail.messageId !== ((oracle.messageId ?? '').replace(/[<>\s]/g, '') || null)) seen.idDiffers += 1;
      if (mail.subject !== (oracle.subject ?? '').split(/\s+/).filter(Boolean).join(' ')) seen.subjectDiffers += 1;
      if (mail.text.trim() === '' && mail.attachments.length === 0 && (oracle.bodyText ?? '').trim() !== '') seen.wordsLost += 1;
    }
  }
  expect(seen).toMatchObject({ unread: 1 });
  expect(seen.read).toBeGreaterThanOrEqual(600);
  expect(seen.partly).toBeLessThanOrEqual(9);
  expect(seen.idDiffers).toBeLessThanOrEqual(3);
  expect(seen.subjectDiffers).toBeLessThanOrEqual(4);
  expect(seen.wordsLost).toBeLessThanOrEqual(1);
});
