import { hour, minute, type Instant } from '#base/clock.ts';
import type { HeatReason } from '../contract.ts';
import type { HeatFacts, WorkingTime } from './facts.ts';

// How many degrees each fact adds. They are a judgement, not a measurement: how a service lead of many years would order a list of
// cases, tuned until the invented company's cases stand in that order. A forecast trained on a team's own chases replaces them.
const weights = {
  /** Waiting tends to 30: a third after half a working day, two thirds after a day and a half. */
  waiting: { most: 30, hours: 12 },
  /** That nothing of substance came from us, on top of it. */
  silence: { most: 12, hours: 12 },
  chases: [14, 12, 8, 4],
  newChannel: 12,
  inPublic: 22,
  broken: [24, 12],
  moved: [6, 6],
  emptyReplies: [6, 5, 3],
  irritated: 8,
  angry: 15,
  threats: [20, 5],
  handovers: [4, 4],
  reopenings: [10, 5],
  requestLate: 6,
  nobodyTookIt: 8,
  updateMissed: 12,
  lowRating: 25,
  formalComplaint: 20,
} as const;

export const boilsFrom = 85;

const sumOf = (steps: readonly number[], count: number): number => steps.slice(0, count).reduce((sum, step) => sum + step, 0);
/** Rises at once and tends to `most`; never falls. */
const tending = ({ most, hours }: { readonly most: number; readonly hours: number }, working: number): number => most * (1 - Math.exp(-Math.max(0, working) / (hours * hour)));
const minutes = (milliseconds: number): number => Math.floor(Math.max(0, milliseconds) / minute);
const oldest = (instants: readonly Instant[]): Instant | undefined => instants.toSorted((one, other) => one.getTime() - other.getTime())[0];

export interface Reading {
  readonly degrees: number;
  readonly reasons: HeatReason[];
}

type Made = HeatReason | null;

/**
 * The degrees of a case at `at`, if nobody does anything until then: what falls due by then counts as missed. So one function says
 * how hot it is now and how hot it will be.
 */
export const readAt = (facts: HeatFacts, at: Instant, working: WorkingTime): Reading => {
  const reasons = [...ofTheWait(facts, at, working), ...ofOurWord(facts, at), ...ofTheHouse(facts, at)]
    .filter((reason) => reason !== null && reason.degrees > 0)
    .toSorted((one, other) => other!.degrees - one!.degrees) as HeatReason[];
  return { degrees: Math.min(100, reasons.reduce((sum, reason) => sum + reason.degrees, 0)), reasons };
};

const fewestStars = ({ inPublic }: HeatFacts): { stars?: number } => {
  const given = inPublic.flatMap(({ stars }) => stars ?? []);
  return given.length === 0 ? {} : { stars: Math.min(...given) };
};

const ofTheWait = (facts: HeatFacts, at: Instant, working: WorkingTime): Made[] => {
  const { waitingSince, chases, tone } = facts;
  if (waitingSince === null || waitingSince > at) return [];
  const waited = working(waitingSince, at);
  const lastWord = facts.lastSubstantialOutboundAt;
  const silentSince = lastWord === null || lastWord < facts.openedAt ? facts.openedAt : lastWord;
  const silent = working(silentSince, at);
  const newChannel = chases.find((chase) => chase.channel !== facts.firstChannel)?.channel ?? null;
  const chased = sumOf(weights.chases, chases.length) + (newChannel === null ? 0 : weights.newChannel);
  const loudest = facts.inPublic[0];
  // What they announced and did is no threat any more: it stands as what it is.
  const { formalComplaint } = facts;
  const threats = facts.threats.filter(({ kind }) => kind !== 'complaint' || formalComplaint === null);
  const threat = threats[0];
  return [
    { code: 'waiting', facts: { since: waitingSince.toISOString(), workingMinutes: minutes(waited) }, degrees: tending(weights.waiting, waited) },
    { code: 'silence', facts: { since: lastWord?.toISOString() ?? null, workingMinutes: minutes(silent) }, degrees: tending(weights.silence, silent) },
    chases.length === 0 ? null : { code: 'chased', facts: { count: chases.length, since: waitingSince.toISOString(), newChannel }, degrees: chased },
    loudest === undefined ? null : { code: 'in_public', facts: { channel: loudest.channel, count: facts.inPublic.length, ...fewestStars(facts) }, degrees: weights.inPublic },
    tone === null || tone.band === 'calm' ? null : { code: 'tone', facts: { band: tone.band, phrases: [...tone.phrases] }, degrees: weights[tone.band] },
    threat === undefined ? null : { code: 'threat', facts: { kind: threat.kind, words: threat.words }, degrees: sumOf(weights.threats, new Set(threats.map(({ kind }) => kind)).size) },
    facts.emptyReplies === 0 ? null : { code: 'empty_replies', facts: { count: facts.emptyReplies }, degrees: sumOf(weights.emptyReplies, facts.emptyReplies) },
    facts.lowRating === null ? null : { code: 'low_rating', facts: { score: facts.lowRating.score, at: facts.lowRating.at.toISOString() }, degrees: weights.lowRating },
    formalComplaint === null ? null : { code: 'formal_complaint', facts: { label: formalComplaint.label, dueAt: formalComplaint.dueAt.toISOString() }, degrees: weights.formalComplaint },
  ];
};

const ofOurWord = ({ broken, moved, promisesDueAt, nextUpdateDueAt }: HeatFacts, at: Instant): Made[] => {
  const missed = [...broken.map(({ dueAt }) => dueAt), ...promisesDueAt.filter((dueAt) => dueAt <= at)];
  const worst = oldest(missed);
  const lastMove = moved.at(-1);
  return [
    worst === undefined ? null : { code: 'promise_broken', facts: { dueAt: worst.toISOString(), count: missed.length }, degrees: sumOf(weights.broken, missed.length) },
    lastMove === undefined
      ? null
      : { code: 'promise_moved', facts: { from: lastMove.from.toISOString(), to: lastMove.to.toISOString(), count: moved.length }, degrees: sumOf(weights.moved, moved.length) },
    // A promise that was missed is the same silence: it is not counted twice.
    nextUpdateDueAt === null || nextUpdateDueAt > at || missed.some((dueAt) => dueAt.getTime() === nextUpdateDueAt.getTime())
      ? null
      : { code: 'update_missed', facts: { dueAt: nextUpdateDueAt.toISOString() }, degrees: weights.updateMissed },
  ];
};

const ofTheHouse = ({ handovers, reopenings, requests, hasOwner, claimDueAt, waitingSince }: HeatFacts, at: Instant): Made[] => {
  const late = requests.find(({ dueAt, isPaused }) => !isPaused && dueAt <= at);
  return [
    handovers === 0 ? null : { code: 'handed_over', facts: { count: handovers }, degrees: sumOf(weights.handovers, handovers) },
    reopenings === 0 ? null : { code: 'reopened', facts: { count: reopenings }, degrees: sumOf(weights.reopenings, reopenings) },
    late === undefined ? null : { code: 'request_late', facts: { department: late.department, dueAt: late.dueAt.toISOString() }, degrees: weights.requestLate },
    hasOwner || claimDueAt === null || claimDueAt > at || waitingSince === null ? null : { code: 'nobody_took_it', facts: { dueAt: claimDueAt.toISOString() }, degrees: weights.nobodyTookIt },
  ];
};
