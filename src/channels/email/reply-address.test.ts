import { randomBytes } from 'node:crypto';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { isGenuine, isOurs, messageIdFor, ourMessage, parseReplyAddress, signedReplyAddress, whoWasGiven, type ReplyAddress } from './reply-address.ts';

const key = Buffer.alloc(32, 7);
const mailbox = 'risposte@reply.casalumina.example';
const id = '019a8e7c-1234-7abc-8def-0123456789ab';
const parsed = (address: string): ReplyAddress => {
  const found = parseReplyAddress(address);
  if (found === null) throw new Error(`${address} was not read`);
  return found;
};

test('what we give out comes back, whatever servers do to the letters', () => {
  const address = signedReplyAddress({ kind: 'case', id }, mailbox, key);
  expect(address).toMatch(/^risposte\+c[a-z2-7]{26}\.[a-z2-7]{26}@reply\.casalumina\.example$/);
  for (const seen of [address, address.toUpperCase(), ` ${address} `]) {
    expect(parsed(seen)).toMatchObject({ kind: 'case', id, mailbox });
    expect(isGenuine(parsed(seen), key)).toBe(true);
  }
});

test('every UUID and every short id returns as it was', () => {
  const ids = fc.oneof(fc.uuid().map((one) => one.toLowerCase()), fc.stringMatching(/^[a-z0-9]{1,20}$/));
  fc.assert(
    fc.property(ids, fc.constantFrom('case' as const, 'request' as const), (one, kind) => {
      const subject = kind === 'case' ? { kind, id: one } : { kind, id: one, recipient: 'dario@casalumina.example' };
      const back = parsed(signedReplyAddress(subject, 'r@casalumina.example', key));
      expect(back).toMatchObject({ kind, id: one });
      expect(isGenuine(back, key, kind === 'case' ? undefined : 'Dario@CasaLumina.example')).toBe(true);
    }),
  );
});

describe('what we did not give out', () => {
  const address = signedReplyAddress({ kind: 'case', id: '41' }, mailbox, key);
  test('one letter changed anywhere is not ours', () => {
    const local = address.slice(0, address.indexOf('@'));
    for (let index = local.indexOf('+') + 1; index < local.length - 1; index += 1) {
      const other = local[index] === 'a' ? 'b' : 'a';
      const found = parseReplyAddress(`${local.slice(0, index)}${other}${local.slice(index + 1)}@reply.casalumina.example`);
      if (found?.kind === 'case') expect(isGenuine(found, key)).toBe(false);
      else expect(found).toBeNull();
    }
  });
  test('under another key, or for another kind, nothing is proven', () => {
    expect(isGenuine(parsed(address), randomBytes(32))).toBe(false);
    expect(isGenuine(parsed(address.replace('+c', '+r')), key, 'dario@casalumina.example')).toBe(false);
  });
  test.each(['assistenza@casalumina.example', 'risposte+c41@x.example', 'risposte+c41.short@x.example', 'risposte+x41.aaaaaaaaaaaaaaaaaaaaaaaaaa@x.example', ''])('%s is no reply address', (other) => {
    expect(parseReplyAddress(other)).toBeNull();
  });
});

test('a request is answered by the colleague who was given the address, whoever else was asked', () => {
  const asked = ['dario@casalumina.example', 'ilaria@casalumina.example'];
  const address = parsed(signedReplyAddress({ kind: 'request', id, recipient: 'dario@casalumina.example' }, 'r@casalumina.example', key));
  expect(whoWasGiven(address, key, asked)).toBe('dario@casalumina.example');
  expect(whoWasGiven(address, key, ['ilaria@casalumina.example'])).toBeNull();
});

test('a mailbox too long for it is refused before the mail goes out', () => {
  expect(() => signedReplyAddress({ kind: 'case', id }, 'assistenza@casalumina.example', key)).toThrow(RangeError);
  expect(signedReplyAddress({ kind: 'case', id: '88213' }, 'assistenza@casalumina.example', key)).toMatch(/^assistenza\+c88213\.[a-z2-7]{26}@casalumina\.example$/);
  expect(() => signedReplyAddress({ kind: 'case', id: 'a.b@c' }, mailbox, key)).toThrow(TypeError);
});

test('our Message-IDs are known by our domain', () => {
  const made = messageIdFor(id, 'CasaLumina.example');
  expect(made).toBe(`${id}.presa@casalumina.example`);
  expect(ourMessage(`<${made.toUpperCase()}>`, ['casalumina.example'])).toBe(id);
  expect(isOurs(made, ['other.example'])).toBe(false);
  expect(isOurs('x.presa@casalumina.example', ['casalumina.example'])).toBe(false);
  expect(() => messageIdFor('x\r\nBcc: a', 'casalumina.example')).toThrow(TypeError);
});
