import { day, hour, plus, type Instant } from '#base/clock.ts';
import type { Rule, WhyNot } from '../contract.ts';

/**
 * Whom we ask, and when. Some hours after a case is resolved, in the company's opening hours: nobody is asked at night. The same case
 * always falls into the sample or out of it. Nobody is asked who said that they want no questions, whom any survey asked a short while
 * ago, who has just rated the case on its page, or who has another case that boils: to be asked how satisfied one is while one waits is
 * an insult. No machine is asked, no certified address, no address that we have never exchanged a mail with, and nobody who prefers the phone.
 */
export interface Audience {
  readonly channel: string;
  readonly departmentId: string;
  readonly language: string;
  /** Of the customer or of their company, a year, in cents; null where nobody knows. */
  readonly yearlyValueCents: number | null;
}

type Whom = Pick<Rule, 'channels' | 'departmentIds' | 'languages' | 'valueFromCents' | 'valueToCents'>;

const among = (list: readonly string[], one: string): boolean => list.length === 0 || list.includes(one);

/** Is somebody of this kind meant by the survey? A bound on value leaves out whoever has none that we know. */
export const isMeant = (whom: Whom, { channel, departmentId, language, yearlyValueCents: value }: Audience): boolean => {
  if (!among(whom.channels, channel) || !among(whom.departmentIds, departmentId) || !among(whom.languages, language)) return false;
  if (whom.valueFromCents !== null && (value === null || value < whom.valueFromCents)) return false;
  return whom.valueToCents === null || (value !== null && value <= whom.valueToCents);
};

/** A number from 0 to 99 that a text always has, and that neighbouring texts do not share: FNV-1a with the finaliser of MurmurHash3. */
const hundredthOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % 100;
};

/** Does this case fall into the sample? The same case always does or never; a larger sample holds the smaller one. */
export const isSampled = (surveyId: string, caseId: string, percent: number): boolean => hundredthOf(`${surveyId} ${caseId}`) < percent;

/** When somebody is asked whose case was resolved then, before opening hours have their say. */
export const plannedFor = (rule: Pick<Rule, 'afterHours'>, resolvedAt: Instant): Instant => plus(resolvedAt, rule.afterHours * hour);

/** An address by which no person reads. */
const ofMachines = /^(?:no-?reply|do-?not-?reply|non-?rispondere|mailer-daemon|postmaster|bounces?|notifications?|notifiche|newsletter|automatic)(?:[+._-].*)?@/iu;

export const isMachinesAddress = (address: string): boolean => ofMachines.test(address);

/** What is known of somebody at the instant at which they would be asked. */
export interface Standing {
  readonly isSampled: boolean;
  readonly isRunning: boolean;
  readonly isMerged: boolean;
  readonly isResolved: boolean;
  readonly hasRefused: boolean;
  /** When any survey asked them last. */
  readonly lastAskedAt: Instant | null;
  /** They rated this case on its page since it was last opened. */
  readonly hasRated: boolean;
  /** Any of their open cases boils. */
  readonly isBoiling: boolean;
  /** Nobody but programs wrote on this case. */
  readonly isMachine: boolean;
  readonly prefersPhone: boolean;
  readonly hasPec: boolean;
  readonly address: { readonly value: string; /** A mail went between us and it. */ readonly isProven: boolean; readonly hasBounced: boolean } | null;
}

/** Why they are not asked at `now`; null where they are. */
export const whyNotAsked = (rule: Pick<Rule, 'restDays'>, standing: Standing, now: Instant): WhyNot | null => {
  const { address, lastAskedAt } = standing;
  if (!standing.isRunning) return 'stopped';
  if (!standing.isSampled) return 'not_sampled';
  if (standing.isMerged) return 'merged';
  if (!standing.isResolved) return 'reopened';
  if (standing.hasRefused) return 'refused';
  if (lastAskedAt !== null && rule.restDays > 0 && plus(lastAskedAt, rule.restDays * day) > now) return 'asked_lately';
  if (standing.hasRated) return 'rated';
  if (standing.isBoiling) return 'boiling';
  if (standing.isMachine || (address !== null && isMachinesAddress(address.value))) return 'machine';
  if (standing.prefersPhone) return 'prefers_phone';
  if (address === null) return standing.hasPec ? 'pec' : 'no_address';
  if (address.hasBounced) return 'bounced';
  return address.isProven ? null : 'unproven';
};
