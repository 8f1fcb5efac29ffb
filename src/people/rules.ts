/**
 * Who may do what with people, and who stands in for whom.
 *
 * An absence names a deputy, and the deputy has to be here for all of it: not gone from the company, not away on any of those
 * days. That also rules out circles, because a circle needs a deputy who is away. A member has one absence at a time.
 *
 * Leads bring agents in; every other role is given by an administrator, and the last administrator can neither leave nor lose
 * the role, because nobody could then let anybody in. New roles end a member's sessions: what a screen still shows must not
 * outlive what its owner may do.
 */
import { day, hour, minute, type Instant } from '#base/clock.ts';
import { refuse, type Refusal } from '#base/refusal.ts';
import { serviceRoles, type Abilities, type Role } from './contract.ts';

export interface Period {
  readonly from: Instant;
  readonly until: Instant;
}

export type AbsenceRefusal = Refusal<
  'absence.ends_before_it_begins' | 'absence.over' | 'absence.overlaps' | 'absence.own_deputy' | 'absence.deputy_left' | 'absence.deputy_away'
>;

const overlap = (one: Period, other: Period): boolean => one.from < other.until && other.from < one.until;

interface AbsencePlan {
  readonly period: Period;
  readonly memberId: string;
  readonly memberAbsences: readonly Period[];
  readonly deputy: { readonly id: string; readonly name: string; readonly leftAt: Instant | null };
  readonly deputyAbsences: readonly Period[];
}

/** Why the absence cannot be planned so; null where it can. */
export const whyNotAway = ({ period, memberId, memberAbsences, deputy, deputyAbsences }: AbsencePlan, now: Instant): AbsenceRefusal | null => {
  if (period.until <= period.from) return refuse('absence.ends_before_it_begins');
  if (period.until <= now) return refuse('absence.over');
  if (deputy.id === memberId) return refuse('absence.own_deputy');
  if (deputy.leftAt !== null) return refuse('absence.deputy_left', { deputy: deputy.name });
  if (memberAbsences.some((other) => overlap(period, other))) return refuse('absence.overlaps');
  if (deputyAbsences.some((other) => overlap(period, other))) return refuse('absence.deputy_away', { deputy: deputy.name });
  return null;
};

/** Whether somebody with `own` roles may give all of `wanted` to a new colleague. */
export const mayGrant = (own: readonly string[], wanted: readonly Role[]): boolean =>
  own.includes('admin') || (own.includes('lead') && wanted.every((role) => role === 'agent'));

/** Whether somebody with `own` roles may plan an absence for others, or end one of theirs. */
export const mayPlanForOthers = (own: readonly string[]): boolean => own.includes('admin') || own.includes('lead');

/** Roles are a set: the same ones in another order are no change. */
export const haveRolesChanged = (before: readonly Role[], after: readonly Role[]): boolean =>
  before.length !== after.length || before.some((role) => !after.includes(role));

/** What the screens offer. */
export const abilitiesOf = (own: readonly Role[]): Abilities => {
  const has = (...wanted: readonly Role[]): boolean => wanted.some((role) => own.includes(role));
  return {
    serve: has(...serviceRoles),
    lead: has('lead', 'admin'),
    invite: has('lead', 'admin'),
    decide: has('decider', 'management', 'admin'),
    readDigest: has('management', 'head', 'lead', 'admin'),
    administer: has('admin'),
  };
};

/** A session ends two weeks after it was last used; that it was used is written once an hour, or every click would be a write. */
export const sessionLife = 14 * day;
export const sessionWrittenEvery = hour;
export const invitationLife = 72 * hour;
export const setupLinkLife = 24 * hour;

/** Within a window: ten tries at one account are somebody looking for the right password; sixty from one address are a machine. */
export const attemptWindow = 15 * minute;
export const attemptLimits = { account: 10, address: 60 } as const;

/** Long enough to find the mail and think of a sentence; short for whoever finds the mailbox open. */
export const recoveryLife = 30 * minute;

/** Within a window: nobody forgets a password more than five times an hour, and their mailbox is nobody's toy. */
export const recoveryWindow = hour;
export const recoveryLimits = { account: 5, address: 30 } as const;

const countries: Readonly<Record<string, string>> = {
  'Europe/Rome': 'IT', 'Europe/San_Marino': 'SM', 'Europe/Vatican': 'VA', 'Europe/Zurich': 'CH', 'Europe/Paris': 'FR', 'Europe/Berlin': 'DE',
  'Europe/Vienna': 'AT', 'Europe/Madrid': 'ES', 'Europe/London': 'GB', 'Europe/Dublin': 'IE', 'Europe/Lisbon': 'PT', 'Europe/Amsterdam': 'NL',
  'Europe/Brussels': 'BE', 'Europe/Luxembourg': 'LU', 'Europe/Ljubljana': 'SI', 'Europe/Zagreb': 'HR', 'Europe/Malta': 'MT', 'Europe/Athens': 'GR',
  'Europe/Warsaw': 'PL', 'Europe/Prague': 'CZ', 'Europe/Copenhagen': 'DK', 'Europe/Stockholm': 'SE', 'Europe/Oslo': 'NO', 'Europe/Helsinki': 'FI',
};

/** The country whose public holidays a new company most likely keeps; null where the zone does not say. Anybody can change it. */
export const countryOfZone = (timeZone: string): string | null => countries[timeZone] ?? null;
