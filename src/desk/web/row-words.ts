import { hour } from '#base/clock.ts';
import type { Tone } from '#ui/Pill.tsx';
import type { Voice } from '#ui/say-exactly.ts';
import { sayShortDay, sayDistance, saySpan, sayWhen } from '#ui/say-when.ts';
import type { CaseRow } from '../contract.ts';
import type { ListWords } from './texts/list.ts';

/** In which words, and seen from when. */
export interface Saying {
  texts: ListWords;
  now: Date;
  voice: Voice;
}

type Heat = NonNullable<CaseRow['heat']>;

/** Below this one counts hours; beyond it the day says more. */
const soon = 10 * hour;

/** How hot, in words: «bolle tra 5 h», «oggi 18:00», «domani», «tranquillo». The tone colours; the words carry the meaning. */
export const sayHeat = ({ band, boilsAt }: Pick<Heat, 'band' | 'boilsAt'>, { texts, now, voice }: Saying): { tone: Tone; words: string } => {
  if (band === 'boil') return { tone: 'boil', words: texts.heat.boils };
  if (boilsAt === null || band === 'calm') return { tone: band, words: texts.heat[band] };
  const at = new Date(boilsAt);
  const away = at.getTime() - now.getTime();
  if (away <= 0) return { tone: band, words: texts.heat.boils };
  if (away < soon) return { tone: band, words: texts.heat.boilsIn(sayDistance(at, now, voice)) };
  const day = sayShortDay(at, now, voice);
  return { tone: band, words: day === sayShortDay(now, now, voice) ? sayWhen(at, now, voice) : day };
};

const isPast = (at: string, now: Date): boolean => new Date(at) <= now;

const sayQueue = ({ claimDueAt }: CaseRow, { texts: { row }, now, voice }: Saying): string[] => {
  if (claimDueAt === null) return [row.queue, row.nobody];
  const due = new Date(claimDueAt);
  return [row.queue, due <= now ? row.claimLate(sayDistance(due, now, voice)) : row.claim(sayWhen(due, now, voice))];
};

const sayRequest = (request: NonNullable<CaseRow['facts']['request']>, { texts: { row }, now, voice }: Saying): string => {
  const when = sayWhen(new Date(request.dueAt), now, voice);
  return isPast(request.dueAt, now) ? row.departmentLate(request.department, when) : row.department(request.department, when);
};

/** Whose move it is: the one fact that decides what to do about the case. */
const sayMove = (found: CaseRow, saying: Saying): string => {
  const { texts: { row }, now, voice } = saying;
  const { request, promise } = found.facts;
  if (promise?.isBroken) return row.promiseBroken(promise.text);
  if (request !== null) return sayRequest(request, saying);
  if (found.status === 'waiting_customer') return row.waitsCustomer;
  if (promise !== null) return row.promised(sayWhen(new Date(promise.dueAt), now, voice), promise.text);
  if (found.status === 'waiting_third_party') return row.waitsOutside;
  if (found.nextUpdateDueAt !== null && isPast(found.nextUpdateDueAt, now)) return row.nextLate(sayWhen(new Date(found.nextUpdateDueAt), now, voice));
  if (found.waitingSince !== null) return row.waits(saySpan(now.getTime() - new Date(found.waitingSince).getTime(), voice));
  return found.nextUpdateDueAt === null ? row.calm : row.next(sayWhen(new Date(found.nextUpdateDueAt), now, voice));
};

/** The third line of a row: what is awaited and from whom, and how often the customer has asked again. */
export const sayDetail = (found: CaseRow, saying: Saying, withOwner: boolean): string => {
  const { texts: { row }, now, voice } = saying;
  const { chases, chaseChannels } = found.facts;
  if (found.status === 'resolved' || found.status === 'closed') {
    const end = found.resolvedAt === null ? row.closed : row.done(sayWhen(new Date(found.resolvedAt), now, voice));
    return [end, found.owner?.name].filter(Boolean).join(' · ');
  }
  const parts = [
    ...(withOwner && found.owner !== null ? [found.owner.name] : []),
    ...(found.owner === null ? sayQueue(found, saying) : [sayMove(found, saying)]),
    ...(chases > 0 ? [row.chases(chases, chaseChannels.length)] : []),
  ];
  return parts.join(' · ');
};
