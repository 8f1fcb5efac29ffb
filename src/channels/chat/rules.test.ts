import { describe, expect, it } from 'vitest';
import { minute, plus, second } from '#base/clock.ts';
import { deliveryState, isMailDue, isPresent, isTyping, mayFollow, mayShow, policy, roadFor, whyNotProven } from './rules.ts';

const now = new Date('2026-11-24T10:00:00Z');
const alone = { mixedAt: null, provenAt: null };
const mixed = { mixedAt: now, provenAt: null };
const proven = { mixedAt: now, provenAt: now };

describe('who is there', () => {
  it('for half a minute after the last sign', () => {
    expect([0, 29, 30, 300].map((seconds) => isPresent(plus(now, -seconds * second), now))).toEqual([true, true, false, false]);
  });
  it('writes for six seconds after the last key', () => {
    expect([isTyping(null, now), isTyping(plus(now, -5 * second), now), isTyping(plus(now, -7 * second), now)]).toEqual([false, true, false]);
  });
});

describe('the road of a reply', () => {
  const going = { standing: alone, isPresent: true, hasAddress: true, needsMail: false };
  it.each([
    ['stands in the chat while they look on', {}, 'chat_then_mail'],
    ['goes to their address once they are gone', { isPresent: false }, 'both'],
    ['waits in the chat where there is no address', { hasAddress: false }, 'chat'],
    ['also where they have gone without one', { hasAddress: false, isPresent: false }, 'chat'],
    ['goes by mail with its files, and is told in the chat', { needsMail: true }, 'both'],
    ['goes by mail alone once others have spoken', { standing: mixed }, 'mail'],
    ['is shown again to whoever proved the address', { standing: proven }, 'chat_then_mail'],
  ])('%s', (_when, change, road) => expect(roadFor({ ...going, ...change })).toBe(road));
});

describe('what stands in the chat', () => {
  const shown = { readAt: null, mailedAt: null, mailDueAt: plus(now, policy.readWithin) };
  it('is mailed when the time is over, or the visitor gone', () => {
    expect(isMailDue(shown, now, plus(now, minute))).toBe(true);
    expect(isMailDue(shown, plus(now, minute), plus(now, minute))).toBe(false);
    expect(isMailDue(shown, plus(now, 3 * minute), plus(now, 3 * minute))).toBe(true);
  });
  it('is never mailed once it was read, nor twice, nor to nobody', () => {
    const late = plus(now, 10 * minute);
    expect([{ ...shown, readAt: now }, { ...shown, mailedAt: now }, { ...shown, mailDueAt: null }].map((one) => isMailDue(one, now, late))).toEqual([false, false, false]);
  });
  it('is told to whoever wrote it', () => {
    expect([shown, { ...shown, readAt: now }, { ...shown, mailedAt: now }, { ...shown, mailDueAt: null }].map(deliveryState)).toEqual(['shown', 'read', 'mailed', 'waits']);
  });
});

describe('an address that nobody has proven', () => {
  it('shows nothing of what others said', () => expect([alone, mixed, proven].map(mayShow)).toEqual([true, false, true]));
  it('opens the page only under the name that was given', () => {
    expect(mayFollow(alone, { given: 'elena  marchétti', ofCustomer: 'Elena Marchetti' })).toBe(true);
    expect(mayFollow(alone, { given: 'Qualcuno', ofCustomer: 'Elena Marchetti' })).toBe(false);
    expect(mayFollow(alone, { given: null, ofCustomer: 'Elena Marchetti' })).toBe(false);
    expect(mayFollow(mixed, { given: 'Elena Marchetti', ofCustomer: 'Elena Marchetti' })).toBe(false);
    expect(mayFollow(proven, { given: 'E.', ofCustomer: 'Elena Marchetti' })).toBe(true);
  });
  it('is proven by the code as people type it, within five tries', () => {
    expect(whyNotProven(' 482 913', { code: '482913', tries: 4 })).toBeNull();
    expect(whyNotProven('482914', { code: '482913', tries: 0 })).toEqual({ refused: 'chat.wrong_code', facts: { left: 4 } });
    expect(whyNotProven('482913', { code: '482913', tries: 5 })).toMatchObject({ refused: 'chat.no_tries_left' });
  });
});
