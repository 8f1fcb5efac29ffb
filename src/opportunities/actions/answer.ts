import { day, minute, plus } from '#base/clock.ts';
import { isRefusal, refuse, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { calendarOfDepartment } from '#calendar/index.ts';
import { addWorkingTime } from '#calendar/rules.ts';
import { survivorOf } from '#cases/index.ts';
import { named } from '../access.ts';
import { opportunityEvents, type ConclusionInput } from '../contract.ts';
import { updateOpportunity, type LoadedOpportunity, type OpportunityChange } from '../queries/opportunities.ts';
import { mayConclude, mayTake } from '../rules.ts';
import { nothingMoreToSay, tellWhoSawIt } from './calls.ts';

type Done = { id: string } | Refusal;

/** Whoever answers for the department: a member, or somebody by the name that they said. */
export interface Answerer {
  readonly name: string;
  readonly memberId: string | null;
}

/** Somebody of the department has opened it. The first who does is who has read it. */
export const noteRead = async (work: Work, found: LoadedOpportunity, { by, isNews = true }: { by: string; isNews?: boolean }): Promise<void> => {
  if (found.readAt !== null || found.leftAt === null) return;
  await updateOpportunity(work.tx, found.id, { read_at: work.now, read_by: by });
  work.emit(opportunityEvents['opportunity.read'](await survivorOf(work.tx, found.caseId), { ...named(found), by }));
  work.tell('opportunity', found.id);
  if (isNews) await tellWhoSawIt(work, found, { kind: 'opportunity_read', facts: { person: by } });
};

/** The first answer is kept, whatever comes later: by it one sees how soon somebody answered. */
const firstAnswer = (work: Work, found: LoadedOpportunity): OpportunityChange => (found.firstAnswerAt === null ? { first_answer_at: work.now } : {});

interface Taking {
  readonly by: Answerer;
  readonly over: boolean;
  readonly withinDays: number;
}

/** "I have it": from now on what is awaited is what came of it, by the day that the taker says. Taken again by the same person, that day moves, for all to see. */
export const take = async (work: Work, found: LoadedOpportunity, { by, over, withinDays }: Taking): Promise<Done> => {
  const refusal = mayTake(found, by.name, over);
  if (refusal !== null) return refusal;
  await noteRead(work, found, { by: by.name, isNews: false });
  const dueAt = plus(work.now, withinDays * day);
  await updateOpportunity(work.tx, found.id, { taken_at: work.now, taken_by: by.name, taken_by_member_id: by.memberId, due_at: dueAt, climbed_to: 0, next_climb_at: dueAt, ...firstAnswer(work, found) });
  const insteadOf = found.takenBy === by.name ? null : found.takenBy;
  work.emit(opportunityEvents['opportunity.taken'](await survivorOf(work.tx, found.caseId), { ...named(found), by: by.name, dueAt: dueAt.toISOString(), insteadOf }));
  work.tell('opportunity', found.id);
  await tellWhoSawIt(work, found, { kind: 'opportunity_taken', facts: { person: by.name, dueAt: dueAt.toISOString() } });
  return { id: found.id };
};

/** It waits for somebody again, with the agreed time from now on: the first due instant stays what it was. */
const awaitTaking = async (work: Work, found: LoadedOpportunity): Promise<Date> => {
  const calendar = await calendarOfDepartment(work.tx, found.department.id, work.now);
  const due = addWorkingTime(calendar, work.now, found.agreedMinutes * minute);
  return isRefusal(due) ? plus(work.now, found.agreedMinutes * minute) : due;
};

const nobodys: OpportunityChange = { taken_at: null, taken_by: null, taken_by_member_id: null };
const undecided: OpportunityChange = { outcome: null, outcome_at: null, outcome_by: null, won_cents: null, lost_reason: null, outcome_words: null };

export const letGo = async (work: Work, found: LoadedOpportunity, by: Answerer): Promise<Done> => {
  if (found.outcome !== null) return refuse('opportunity.settled');
  if (found.takenAt === null) return { id: found.id };
  const dueAt = await awaitTaking(work, found);
  await updateOpportunity(work.tx, found.id, { ...nobodys, due_at: dueAt, climbed_to: 0, next_climb_at: dueAt });
  work.emit(opportunityEvents['opportunity.let_go'](await survivorOf(work.tx, found.caseId), { ...named(found), by: by.name, dueAt: dueAt.toISOString() }));
  work.tell('opportunity', found.id);
  await nothingMoreToSay(work, found);
  return { id: found.id };
};

/** What came of it. Said again, it puts right what was said before. */
export const conclude = async (work: Work, found: LoadedOpportunity, { by, said }: { by: Answerer; said: ConclusionInput }): Promise<Done> => {
  const { outcome, words } = said;
  const conclusion = { outcome, words, wonCents: outcome === 'won' ? said.wonCents : null, lostReason: outcome === 'lost' ? said.lostReason : null };
  const refusal = mayConclude(found, conclusion);
  if (refusal !== null) return refusal;
  await noteRead(work, found, { by: by.name, isNews: false });
  await updateOpportunity(work.tx, found.id, {
    outcome, outcome_at: work.now, outcome_by: by.name, won_cents: conclusion.wonCents, lost_reason: conclusion.lostReason, outcome_words: words,
    climbed_to: 0, next_climb_at: null, ...firstAnswer(work, found),
  });
  await sayConclusion(work, found, { by: by.name, ...conclusion });
  work.tell('opportunity', found.id);
  return { id: found.id };
};

type Said = Pick<ConclusionInput, 'outcome' | 'wonCents' | 'lostReason' | 'words'> & { readonly by: string };

const sayConclusion = async (work: Work, found: LoadedOpportunity, { by, outcome, wonCents, lostReason, words }: Said): Promise<void> => {
  const caseId = await survivorOf(work.tx, found.caseId);
  const about = { ...named(found), by };
  const facts = { person: by, ...(words === null ? {} : { reason: words.slice(0, 300) }) };
  if (outcome === 'won') {
    work.emit(opportunityEvents['opportunity.won'](caseId, { ...about, wonCents }));
    await tellWhoSawIt(work, found, { kind: 'opportunity_won', facts: { ...facts, ...(wonCents === null ? {} : { cents: wonCents }) } });
  } else if (outcome === 'lost') {
    work.emit(opportunityEvents['opportunity.lost'](caseId, { ...about, reason: lostReason ?? 'other' }));
    await tellWhoSawIt(work, found, { kind: 'opportunity_lost', facts });
  } else {
    work.emit(opportunityEvents['opportunity.came_to_nothing'](caseId, about));
    await tellWhoSawIt(work, found, { kind: 'opportunity_nothing', facts });
  }
};

/** What was said of its outcome was not so: it is awaited again, by whoever had it or by the department. */
export const reopen = async (work: Work, found: LoadedOpportunity, by: Answerer): Promise<Done> => {
  if (found.outcome === null) return { id: found.id };
  const dueAt = await awaitTaking(work, found);
  await updateOpportunity(work.tx, found.id, { ...undecided, due_at: dueAt, climbed_to: 0, next_climb_at: dueAt });
  work.emit(opportunityEvents['opportunity.reopened'](await survivorOf(work.tx, found.caseId), { ...named(found), by: by.name, dueAt: dueAt.toISOString() }));
  work.tell('opportunity', found.id);
  await nothingMoreToSay(work, found);
  return { id: found.id };
};
