import { describe, expect, it } from 'vitest';
import { minute } from '#base/clock.ts';
import { Allowances, networkOf, TooMany } from './allowance.ts';

const at = (seconds: number): Date => new Date(Date.UTC(2026, 10, 24, 9, 0, seconds));
const limit = { times: 3, within: minute };

describe('an allowance', () => {
  it('ends with the limit, says when the first use is over, and counts no refused one', () => {
    const allowances = new Allowances();
    for (const second of [0, 10, 20]) allowances.take('a', limit, at(second));
    const refused = (): number => {
      try {
        allowances.take('a', limit, at(30));
      } catch (error) {
        if (error instanceof TooMany) return error.retryAfterSeconds;
      }
      return 0;
    };
    expect([refused(), refused()]).toEqual([30, 30]);
    allowances.take('b', limit, at(30));
    allowances.take('a', limit, at(61));
    expect(() => allowances.take('a', limit, at(62))).toThrow(TooMany);
  });

  it('remembers of any number of strangers only so many, the latest', () => {
    const allowances = new Allowances();
    const one = { times: 1, within: minute };
    for (let stranger = 0; stranger < 10_001; stranger += 1) allowances.take(`stranger ${stranger}`, one, at(0));
    allowances.take('stranger 0', one, at(1));
    expect(() => allowances.take('stranger 10000', one, at(1))).toThrow(TooMany);
  });
});

describe('a network', () => {
  it('is an IPv4 address, also where it comes dressed as IPv6', () => {
    expect([networkOf('192.0.2.7'), networkOf('::ffff:192.0.2.7'), networkOf('::FFFF:192.0.2.7')]).toEqual(['192.0.2.7', '192.0.2.7', '192.0.2.7']);
  });

  it('is the /64 of an IPv6 address, however it is written', () => {
    const same = ['2001:db8:1:2::1', '2001:0db8:0001:0002:ffff:ffff:ffff:ffff', '2001:DB8:1:2:3:4:5:6', '2001:db8:1:2::'];
    expect(new Set(same.map(networkOf))).toEqual(new Set(['2001:db8:1:2::/64']));
    expect(networkOf('2001:db8:1:3::1')).not.toBe(networkOf('2001:db8:1:2::1'));
    expect([networkOf('2001:db8::1'), networkOf('::1'), networkOf('fe80::1%eth0')]).toEqual(['2001:db8:0:0::/64', '0:0:0:0::/64', 'fe80:0:0:0::/64']);
  });
});
