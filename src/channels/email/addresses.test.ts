import { describe, expect, test } from 'vitest';

import { authorOf, isOwnAddress, isSameAddress, normaliseAddress, replyRecipients, type OwnAddresses } from './addresses.ts';
import type { MailAddress, UnderstoodMail } from './understood-mail.ts';

const own: OwnAddresses = { addresses: ['assistenza@casalumina.example', 'hotel@casalumina.example'], domains: ['reply.casalumina.example'] };
const at = (address: string, name = ''): MailAddress => ({ name, address });
const elena = at('Elena@Posta.example', 'Elena');

const mail = (extra: Partial<UnderstoodMail>): UnderstoodMail => ({
  messageId: null, inReplyTo: null, references: [], from: elena, replyTo: [], to: [at('assistenza@casalumina.example')], cc: [], deliveredTo: [], subject: '', sentAt: null,
  text: '', html: null, attachments: [], headers: [], shortened: false, reading: 'whole', ...extra,
});

test('the domain is lower case, the local part stays as its owner writes it, and neither matters in comparing', () => {
  expect(normaliseAddress(' Elena@POSTA.example ')).toBe('Elena@posta.example');
  expect(isSameAddress('ELENA@posta.example', 'elena@Posta.example')).toBe(true);
});

test.each([
  ['ASSISTENZA@casalumina.example', true], ['assistenza+c41.x@casalumina.example', true], ['anything@reply.casalumina.example', true],
  ['giulia@casalumina.example', false], ['assistenza@casalumina.example.evil.example', false], ['+@casalumina.example', false],
])('%s is ours: %s', (address, expected) => {
  expect(isOwnAddress(address, own)).toBe(expected);
});

describe('a reply to everybody', () => {
  test('goes to the sender and all others but us, each once', () => {
    const set = replyRecipients(mail({ to: [at('assistenza@casalumina.example'), at('luca@posta.example')], cc: [at('LUCA@posta.example'), at('elena@posta.example'), at('hotel+x@casalumina.example'), at('zia@posta.example')] }), own);
    expect(set).toEqual({ to: [elena], cc: [at('luca@posta.example'), at('zia@posta.example')] });
  });
  test('goes where the sender asks for answers, unless that is us', () => {
    expect(replyRecipients(mail({ replyTo: [at('casa@posta.example')] }), own).to).toEqual([at('casa@posta.example')]);
    expect(replyRecipients(mail({ replyTo: [at('assistenza@casalumina.example')] }), own).to).toEqual([elena]);
  });
  test('from our own address goes to the others', () => {
    expect(replyRecipients(mail({ from: at('hotel@casalumina.example'), cc: [elena] }), own)).toEqual({ to: [elena], cc: [] });
    expect(replyRecipients(mail({ from: at('hotel@casalumina.example') }), own)).toEqual({ to: [], cc: [] });
  });
});

describe('who wrote it', () => {
  test('is From; another Reply-To is shown, not believed', () => {
    expect(authorOf(mail({ replyTo: [at('capo@altrove.example')] }), own)).toEqual({ address: elena, verbatim: true, answersElsewhere: at('capo@altrove.example') });
    expect(authorOf(mail({ replyTo: [at('elena@posta.example')] }), own)?.answersElsewhere).toBeNull();
  });
  test('is not us when a group rewrote From, and is marked as guessed', () => {
    const rewritten = { from: at('assistenza@casalumina.example', 'Elena via Assistenza') };
    expect(authorOf(mail({ ...rewritten, headers: [{ name: 'x-original-from', value: 'Elena <elena@posta.example>' }] }), own)).toMatchObject({ address: { address: 'elena@posta.example' }, verbatim: false });
    expect(authorOf(mail({ ...rewritten, replyTo: [elena] }), own)).toMatchObject({ address: elena, verbatim: false });
    expect(authorOf(mail(rewritten), own)).toMatchObject({ address: rewritten.from, verbatim: true });
  });
  test('is nobody without From', () => {
    expect(authorOf(mail({ from: null }), own)).toBeNull();
  });
});
