import { expect, it } from 'vitest';
import { hears } from './live-topics.ts';

const who = (role: 'agent' | 'head' | 'admin' | 'decider') => ({ memberId: 'm1', roles: [role], departmentId: 'd1' });

it.each([
  ['case', { agent: true, head: false, admin: true, decider: false }],
  ['presence', { agent: true, head: false, admin: true, decider: false }],
  ['request', { agent: true, head: true, admin: true, decider: false }],
  ['mailbox', { agent: false, head: false, admin: true, decider: false }],
  ['mail', { agent: false, head: false, admin: true, decider: false }],
  ['outbox', { agent: false, head: false, admin: false, decider: false }],
  ['member:m1', { agent: true, head: true, admin: true, decider: true }],
  ['department:d1', { agent: true, head: true, admin: true, decider: true }],
  ['department:d2', { agent: false, head: false, admin: false, decider: false }],
  ['member:m2', { agent: false, head: false, admin: false, decider: false }],
] as const)('who hears of %s', (topic, expected) => {
  const heard = Object.fromEntries((['agent', 'head', 'admin', 'decider'] as const).map((role) => [role, hears(who(role), topic)]));
  expect(heard).toEqual(expected);
});
