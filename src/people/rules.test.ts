import { describe, expect, it } from 'vitest';
import { abilitiesOf, countryOfZone, haveRolesChanged, mayGrant, mayPlanForOthers, whyNotAway, type Period } from './rules.ts';

const now = new Date('2026-09-14T06:00:00Z');
const from = (first: string, last: string): Period => ({ from: new Date(`2026-09-${first}T06:00:00Z`), until: new Date(`2026-09-${last}T06:00:00Z`) });
const marco = { id: 'marco', name: 'Marco Neri', leftAt: null };

const plan = (period: Period, more: Partial<Parameters<typeof whyNotAway>[0]> = {}) =>
  whyNotAway({ period, memberId: 'giulia', memberAbsences: [], deputy: marco, deputyAbsences: [], ...more }, now)?.refused ?? 'planned';

describe('an absence', () => {
  it('is planned where the deputy is here for all of it', () => expect(plan(from('20', '25'))).toBe('planned'));
  it('may have begun already: people fall ill', () => expect(plan(from('12', '25'))).toBe('planned'));
  it.each([
    ['ends before it begins', from('25', '20'), {}, 'absence.ends_before_it_begins'],
    ['is over', from('10', '14'), {}, 'absence.over'],
    ['names oneself', from('20', '25'), { deputy: { ...marco, id: 'giulia' } }, 'absence.own_deputy'],
    ['names somebody who left', from('20', '25'), { deputy: { ...marco, leftAt: now } }, 'absence.deputy_left'],
    ['names somebody who is away on the last day', from('20', '25'), { deputyAbsences: [from('24', '28')] }, 'absence.deputy_away'],
    ['stands beside another', from('20', '25'), { memberAbsences: [from('18', '21')] }, 'absence.overlaps'],
  ] as const)('is refused where it %s', (_case, period, more, expected) => expect(plan(period, more)).toBe(expected));
  it('may follow another without a gap', () =>
    expect(plan(from('20', '25'), { memberAbsences: [from('16', '20')], deputyAbsences: [from('25', '28')] })).toBe('planned'));
});

describe('roles', () => {
  it('are given by leads to agents, by administrators to anybody', () => {
    expect(mayGrant(['lead'], ['agent'])).toBe(true);
    expect(mayGrant(['lead'], ['agent', 'lead'])).toBe(false);
    expect(mayGrant(['admin'], ['management', 'admin'])).toBe(true);
    expect(mayGrant(['agent', 'head'], ['agent'])).toBe(false);
  });
  it('let leads and administrators plan for others', () => {
    expect([['agent', 'lead'], ['admin'], ['agent', 'management']].map(mayPlanForOthers)).toEqual([true, true, false]);
  });
  it('are a set', () => {
    expect(haveRolesChanged(['agent', 'lead'], ['lead', 'agent'])).toBe(false);
    expect(haveRolesChanged(['agent'], ['agent', 'lead'])).toBe(true);
    expect(haveRolesChanged(['agent'], ['lead'])).toBe(true);
  });
  it('decide what the screens offer', () => {
    expect(abilitiesOf(['agent'])).toEqual({ serve: true, lead: false, invite: false, decide: false, readDigest: false, administer: false });
    expect(abilitiesOf(['management'])).toMatchObject({ serve: false, decide: true, readDigest: true });
    expect(abilitiesOf(['admin'])).toEqual({ serve: true, lead: true, invite: true, decide: true, readDigest: true, administer: true });
  });
});

it('guesses the country from the time zone, or does not', () => {
  expect(countryOfZone('Europe/Rome')).toBe('IT');
  expect(countryOfZone('Etc/UTC')).toBeNull();
});
