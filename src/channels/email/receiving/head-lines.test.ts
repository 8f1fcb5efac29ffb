import { expect, it } from 'vitest';
import { headLinesIn, headLinesOf } from './head-lines.ts';

const raw = (...lines: string[]): Buffer => Buffer.from(lines.join('\r\n'), 'utf8');

it('reads sender and subject of a mail, folded and encoded', () => {
  expect(headLinesIn(raw('Received: x', 'From: =?utf-8?q?Ren=C3=A9e?= <renee@posta.example>', 'Subject: =?utf-8?b?w4ggYXJyaXZhdG8=?=', ' il collo', '', 'From: altro@posta.example')))
    .toEqual({ sender: 'Renée <renee@posta.example>', subject: 'È arrivato il collo' });
  expect(headLinesIn(raw('Subject: Perché così', 'From: elena@posta.example', '', 'x'))).toEqual({ sender: 'elena@posta.example', subject: 'Perché così' });
});

it('says what stands there where it is no address, and nothing where nothing does', () => {
  expect(headLinesIn(raw('From: Ufficio acquisti', '', 'x'))).toEqual({ sender: 'Ufficio acquisti', subject: null });
  for (const nothing of ['', '\0\0\0', 'From:\r\nSubject: \r\n', 'nessuna intestazione']) expect(headLinesIn(Buffer.from(nothing))).toEqual({ sender: null, subject: null });
  expect(headLinesOf(null, '')).toEqual({ sender: null, subject: null });
});

it('shows no control character, no turned reading direction and no novel', () => {
  const { sender, subject } = headLinesIn(raw(`From: "\u202Egnp.exe" <a@posta.example>`, `Subject: a\u0007b${'c'.repeat(5_000)}`, '', ''));
  expect(sender).toBe('gnp.exe <a@posta.example>');
  expect(subject?.startsWith('abc')).toBe(true);
  expect(subject?.length).toBe(300);
});
