import { expect, it } from 'vitest';
import { bounceClassOf } from './bounce-class.ts';

const said = (words: string, status: string | null = null, delayed = false) => bounceClassOf({ words, status, delayed });

it.each([
  ['550 5.1.1 <luca@posta.example>: Recipient address rejected: User unknown in local recipient table', '5.1.1', 'address_wrong'],
  ['Host or domain name not found. Name service error for name=postta.example type=MX: Host not found', '5.4.4', 'address_wrong'],
  ['550 This account has been disabled', '5.2.1', 'address_wrong'],
  ['The domain posta.example does not receive mail', '4.0.0', 'address_wrong'],
  ['552 5.2.2 The mailbox of the recipient is over its quota', '5.2.2', 'box_full'],
  ['452 4.2.2 La casella di posta è piena', '4.2.2', 'box_full'],
  ['554 5.7.1 Service unavailable; client host [192.0.2.7] blocked using a block list', '5.7.1', 'spam_or_policy'],
  ['550 5.7.26 This mail is unauthenticated: neither SPF nor DKIM passed', '5.7.26', 'spam_or_policy'],
  // The address it speaks of is ours.
  ['553 5.1.8 <noi@casalumina.example>: domain of sender address does not exist', '5.1.8', 'spam_or_policy'],
  ['421 4.7.0 Temporarily deferred because of user complaints', '4.7.0', 'spam_or_policy'],
  ['connect to mx.posta.example[192.0.2.9]:25: Connection timed out', '4.4.1', 'temporary'],
  ['450 4.2.0 Greylisted, please try again later', '4.2.0', 'temporary'],
  // What is said first happened; the rest is about others.
  ['Host not reachable after 4 days; another recipient was told user unknown: no such user', null, 'temporary'],
  ['552 5.3.4 Message size exceeds fixed maximum message size', '5.3.4', 'other'],
  ['554 5.0.0 Something went wrong', '5.0.0', 'other'],
] as const)('«%s» (%s) is %s', (words, status, expected) => {
  expect(said(words, status)).toBe(expected);
});

it('what a server still tries is temporary, unless the box is full', () => {
  expect([said('User unknown', '4.1.1', true), said('over quota', null, true)]).toEqual(['temporary', 'box_full']);
});
