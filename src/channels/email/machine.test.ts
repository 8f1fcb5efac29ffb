import { fileURLToPath } from 'node:url';
import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { machineMail, type MachineMail, type MachinePolicy } from './machine.ts';
import { understandMail } from './understand.ts';
import { isUnderstood, type UnderstoodMail } from './understood-mail.ts';

const policy: MachinePolicy = { instance: 'casalumina-1', isOurs: (address) => address.endsWith('@casalumina.example'), envelopeFrom: null };

const understood = async (raw: string | Uint8Array): Promise<UnderstoodMail> => {
  const mail = await understandMail(typeof raw === 'string' ? Buffer.from(raw.replaceAll('\n', '\r\n')) : raw);
  if (!isUnderstood(mail)) throw new Error(mail.notUnderstood);
  return mail;
};

const person = ['From: Elena Marchetti <elena@posta.example>', 'To: assistenza@casalumina.example', 'Subject: Ordine 88213', 'Message-ID: <1@posta.example>'];
const mailWith = (extra: readonly string[], body = 'Dove sta il secondo collo?'): Promise<UnderstoodMail> =>
  understood(`${[...person.filter((line) => !extra.some((other) => other.startsWith(`${line.split(':')[0] ?? ''}:`))), ...extra].join('\n')}\n\n${body}`);
const kindOf = async (extra: readonly string[], body?: string, own = policy): Promise<MachineMail['kind']> => machineMail(await mailWith(extra, body), own).kind;

const report = `From: Mail Delivery System <mailer-daemon@relay.example>
To: assistenza@casalumina.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

Non è stato possibile consegnare il messaggio.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; relay.example

Final-Recipient: rfc822; nessuno@posta.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 No such user

Final-Recipient: rfc822; piena@posta.example
Action: failed
Status: 5.2.2
Diagnostic-Code: smtp; 552 5.2.2 Mailbox full
--b
Content-Type: message/rfc822

From: assistenza@casalumina.example
Message-ID: <our-7@casalumina.example>
Subject: Ordine 88213

Gentile Elena
--b--
`;

describe('bounces', () => {
  test('a delivery report names who was not reached, why, and by which mail of ours', async () => {
    expect(machineMail(await understood(report), policy)).toEqual({
      kind: 'bounce',
      originalMessageId: 'our-7@casalumina.example',
      failedRecipients: [
        { address: 'nessuno@posta.example', status: '5.1.1', hard: true, delayed: false, words: '550 5.1.1 No such user' },
        { address: 'piena@posta.example', status: '5.2.2', hard: false, delayed: false, words: '552 5.2.2 Mailbox full' },
      ],
    });
  });

  test('a server that is still trying has not failed', async () => {
    const waiting = machineMail(await understood(report.replaceAll('Action: failed', 'Action: delayed').replace('Status: 5.1.1', 'Status: 4.4.1')), policy);
    expect(waiting).toMatchObject({ kind: 'bounce', failedRecipients: [{ delayed: true, hard: false }, { delayed: true, hard: false }] });
  });

  test('news of arrival is a receipt', async () => {
    expect(machineMail(await understood(report.replaceAll('Action: failed', 'Action: delivered')), policy)).toEqual({
      kind: 'receipt', stage: 'delivered', originalMessageId: 'our-7@casalumina.example',
    });
  });

  test('a report in prose, as qmail writes it', async () => {
    const bounce = machineMail(
      await mailWith(
        ['From: MAILER-DAEMON@relay.example', 'Subject: failure notice', 'Return-Path: <>'],
        "Hi. This is the qmail-send program.\nI'm afraid I wasn't able to deliver your message.\n\n<nessuno@posta.example>:\n550 5.1.1 user unknown\n\n--- Below this line is a copy of the message.\n\nMessage-ID: <our-8@casalumina.example>\nTo: nessuno@posta.example\n",
      ),
      policy,
    );
    expect(bounce).toMatchObject({ kind: 'bounce', originalMessageId: 'our-8@casalumina.example', failedRecipients: [{ address: 'nessuno@posta.example', status: '5.1.1', hard: true }] });
  });

  test.each([
    ['a postmaster who writes as a person', ['From: postmaster@hotel.example', 'Subject: Preventivo per dodici lampade']],
    ['a customer whose subject speaks of delivery', ['Subject: Mancata consegna del secondo collo']],
    ['a customer who quotes what their program told them', ['Subject: Delivery Status Notification']],
  ])('%s does not bounce', async (_name, extra) => {
    expect(await kindOf(extra, 'Il corriere dice che non è stato possibile consegnare.')).toBe('person');
  });
});

describe('certified mail (PEC)', () => {
  test.each([
    ['accettazione', 'accepted'], ['avvenuta-consegna', 'delivered'], ['preavviso-errore-consegna', 'delayed'],
    ['errore-consegna', 'failed'], ['non-accettazione', 'failed'], ['presa-in-carico', 'other'], ['qualcosa-di-nuovo', 'other'],
  ])('the receipt "%s" belongs to the mail it speaks of', async (type, stage) => {
    const mail = await mailWith([`X-Ricevuta: ${type}`, 'X-Riferimento-Message-ID: <our-9@casalumina.example>', 'Return-Path: <>']);
    expect(machineMail(mail, policy)).toEqual({ kind: 'receipt', stage, originalMessageId: 'our-9@casalumina.example' });
  });

  test('what a person sends by it is from a person', async () => {
    expect(await kindOf(['X-Trasporto: posta-certificata', 'Return-Path: <>'])).toBe('person');
  });
});

describe('answers of machines', () => {
  test.each([
    [['Auto-Submitted: auto-replied']], [['Auto-Submitted: auto-generated (rejected)']], [['X-Autoreply: yes']], [['Precedence: auto_reply']],
    [['Return-Path: <>']], [['Subject: Risposta automatica: Ordine 88213', 'X-Auto-Response-Suppress: All']],
    [['Subject: Automatic reply: Ordine', 'In-Reply-To: <our-7@casalumina.example>']],
  ])('%j', async (extra) => {
    expect(await kindOf(extra)).toBe('auto_reply');
  });

  test('the null sender of the envelope suffices', async () => {
    expect(await kindOf([], undefined, { ...policy, envelopeFrom: '' })).toBe('auto_reply');
  });

  test.each([
    ['no is no', ['Auto-Submitted: no']],
    ['a subject alone proves nothing', ['Subject: Fuori ufficio fino a lunedì, mandate il collo al bar']],
    ['an absence in the words of an answer', ['Subject: Re: Ordine', 'In-Reply-To: <our-7@casalumina.example>']],
  ])('%s', async (_name, extra) => {
    expect(await kindOf(extra)).toBe('person');
  });
});

describe('lists', () => {
  test.each([
    ['a newsletter', ['List-Unsubscribe: <https://news.example/u>', 'List-Id: <news.example>'], { kind: 'list_or_bulk', sign: 'List-Unsubscribe' }],
    ['bulk', ['Precedence: bulk'], { kind: 'list_or_bulk', sign: 'Precedence: bulk' }],
    ['a person who writes through a list', ['List-Post: <mailto:lampade@liste.example>', 'Precedence: list', 'List-Unsubscribe: <x>'], { kind: 'person', mayAnswer: false }],
    ['a group that is our own mailbox', ['List-Post: <mailto:assistenza@casalumina.example>', 'Precedence: list', 'List-Unsubscribe: <x>'], { kind: 'person', mayAnswer: true }],
    ['an answer from a sales program', ['List-Unsubscribe: <x>', 'In-Reply-To: <our-7@casalumina.example>'], { kind: 'person', mayAnswer: false }],
    ['a person who asks for silence', ['X-Auto-Response-Suppress: DR, OOF, AutoReply'], { kind: 'person', mayAnswer: false }],
    ['a person', [], { kind: 'person', mayAnswer: true }],
  ])('%s', async (_name, extra, expected) => {
    expect(machineMail(await mailWith(extra), policy)).toEqual(expected);
  });
});

test('our own mail that comes back is a loop, the mail of another house is not', async () => {
  expect(await kindOf(['X-Presa-Instance: casalumina-1', 'Auto-Submitted: auto-generated'])).toBe('our_own_loop');
  expect(await kindOf(['X-Presa-Instance: another-house'])).toBe('person');
});

const corpus = fileURLToPath(new URL('../../../../shared/data/mail', import.meta.url));
/** A corpus that is not on this machine is said, not passed over in silence. */
const withCorpus = existsSync(corpus) ? test : test.skip;

interface Expected { file: string; isBounce: boolean; isAutoReply: boolean; isFeedbackLoop?: boolean; recipients?: { hardBounce: boolean }[] }
const expectedOf = (path: string): Expected[] => JSON.parse(readFileSync(`${corpus}/${path}`, 'utf8')) as Expected[];

describe('against mails that others collected', () => {
  withCorpus('bounces: 366 of 371 found, none invented, 354 with the address; every absence and every complaint', async () => {
    const seen = { bounces: 0, invented: 0, addressed: 0, hardRight: 0, absences: 0, complaints: 0 };
    for (const expected of expectedOf('bounces-sisimai/expected.json')) {
      const found = machineMail(await understood(readFileSync(`${corpus}/bounces-sisimai/${expected.file}`)), policy);
      if (found.kind === 'bounce' && !expected.isBounce) seen.invented += 1;
      if (found.kind === 'bounce' && expected.isBounce) {
        seen.bounces += 1;
        if (found.failedRecipients.every((one) => one.address.includes('@'))) seen.addressed += 1;
        if (found.failedRecipients.some((one) => one.hard) === expected.recipients?.some((one) => one.hardBounce)) seen.hardRight += 1;
      }
      if (found.kind === 'auto_reply' && expected.isAutoReply) seen.absences += 1;
      if (found.kind === 'feedback_report' && expected.isFeedbackLoop) seen.complaints += 1;
    }
    expect(seen).toMatchObject({ invented: 0, absences: 5, complaints: 10 });
    expect(seen.bounces).toBeGreaterThanOrEqual(366);
    expect(seen.addressed).toBeGreaterThanOrEqual(354);
    expect(seen.hardRight).toBeGreaterThanOrEqual(312);
  });

  withCorpus('mails to a help desk: all as marked, but for one whose header says auto-replied', async () => {
    const wrong: string[] = [];
    for (const expected of expectedOf('chatwoot/expected-flags.json')) {
      const { kind } = machineMail(await understood(readFileSync(`${corpus}/chatwoot/${expected.file}`)), policy);
      if (kind !== (expected.isBounce ? 'bounce' : expected.isAutoReply ? 'auto_reply' : 'person')) wrong.push(expected.file);
    }
    expect(wrong).toEqual(['non_utf_encoded_mail.eml']);
  });
});
