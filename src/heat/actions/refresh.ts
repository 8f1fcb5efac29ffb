import { minute, plus, type Instant } from '#base/clock.ts';
import { firstOf, type Due } from '#base/due.ts';
import type { Services } from '#base/services.ts';
import { inWork, system, type Work } from '#base/work.ts';
import { calendarOfDepartment } from '#calendar/index.ts';
import { workingTimeBetween, type WorkCalendar } from '#calendar/rules.ts';
import { labelOf } from '#complaints/rules.ts';
import { heatEvents, type HeatRisks } from '../contract.ts';
import type { Shows } from '../queries/nights.ts';
import { claimToLookAt, dropHeat, putHeat } from '../queries/heat.ts';
import { becauseOf } from '../forecast/because.ts';
import { timelineOfCase } from '../forecast/case-timeline.ts';
import { risksAt, type Risks } from '../forecast/model.ts';
import { loadHeat, type LoadedHeat } from '../queries/load.ts';
import { forecast, heard, savedByActing, type Forecast, type HeatFacts } from '../rules.ts';
import { forecastInUse, type ForecastInUse } from './forecast-in-use.ts';

const isOver = (status: string): boolean => status === 'resolved' || status === 'closed';

/**
 * Reads a case anew and writes its heat: one question and one row. A resolved case has none. Says so to open screens only where the
 * number is another, and tells once per wait that a customer has boiled over.
 */
export const refreshHeat = async (work: Work, caseId: string): Promise<void> => {
  const found = await loadHeat(work.tx, caseId);
  if (found === undefined) return;
  if (isOver(found.status)) {
    if (found.before === null) return;
    await dropHeat(work.tx, caseId);
    work.tell('case', caseId);
    return;
  }
  const calendar = await calendarInUse(work, found.departmentId);
  const next = forecast(factsOf(found), work.now, (from, to) => workingTimeBetween(calendar, from, to));
  const learnt = learntOf(found, await forecastInUse(work.services, work.tx, work.now), work.now);
  await putHeat(work.tx, caseId, { found: { ...next, ...learnt, saves: savedByActing({ degrees: next.degrees, risks: learnt.all, yearlyValueCents: found.yearlyValueCents }) }, now: work.now });
  if (isNewBoil(found, next)) work.emit(heatEvents['heat.boiled'](caseId, { why: next.boiled!.why, at: next.boiled!.at.toISOString(), degrees: next.degrees }));
  else if (found.before?.degrees !== next.degrees) work.tell('case', caseId);
};

const noRisk = { risks: null, all: null };

/** What was learnt says something of open waits only. `all` is for the order of lists, `risks` is what may be seen. */
const learntOf = (found: LoadedHeat, { model, shows }: ForecastInUse, now: Instant): { risks: HeatRisks | null; all: Risks | null } => {
  const timeline = found.waitingSince === null ? null : timelineOfCase({ said: found.said, past: { cases: found.pastCases, chased: found.pastChased }, elsewhere: found.elsewhere });
  // A case that was split or merged may wait by an act of ours while its last word is an answer: no thread was like that.
  if (timeline === null || timeline.said.at(-1)?.by !== 'customer') return noRisk;
  const all = risksAt(model, timeline, now.getTime());
  const seen = (name: keyof Shows): number | null => (shows?.[name] === true ? Number(all[name].toFixed(4)) : null);
  const risks = { chase24: seen('chase24'), chase72: seen('chase72'), leaves: seen('leaves'), because: becauseOf(model, timeline, now.getTime()) };
  return { risks, all: shows === null || shows.chase72 ? all : null };
};

/** Once per wait: what boiled over in an earlier wait may do so again. */
const isNewBoil = ({ before, waitingSince }: LoadedHeat, { boiled }: Forecast): boolean =>
  boiled !== null && (before === null || before.boiledAt === null || (waitingSince !== null && new Date(before.boiledAt) < waitingSince));

const factsOf = (found: LoadedHeat): HeatFacts => ({
  waitingSince: found.waitingSince,
  ...heard(found.inbound.map((one) => ({ ...one, at: new Date(one.at) }))),
  broken: found.promises.filter(({ broken }) => broken).map(({ dueAt }) => ({ dueAt: new Date(dueAt) })),
  moved: found.promises.filter(({ broken }) => !broken).flatMap(({ moves }) => moves.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }))),
  promisesDueAt: found.promises.filter(({ broken }) => !broken).map(({ dueAt }) => new Date(dueAt)),
  lastSubstantialOutboundAt: found.lastSubstantialOutboundAt,
  openedAt: found.openedAt,
  emptyReplies: found.emptyReplies,
  handovers: found.handovers,
  reopenings: found.reopenings,
  requests: found.requests.map((request) => ({ ...request, dueAt: new Date(request.dueAt) })),
  hasOwner: found.ownerId !== null,
  claimDueAt: found.claimDueAt,
  nextUpdateDueAt: found.nextUpdateDueAt,
  formalComplaint: found.complaint === null
    ? null : { label: labelOf(found.complaint.year, found.complaint.number), dueAt: new Date(found.complaint.dueAt), registeredAt: new Date(found.complaint.registeredAt) },
  lowRating: found.rating === null ? null : { score: found.rating.score, at: new Date(found.rating.at) },
});

interface InUse {
  readonly calendar: WorkCalendar;
  readonly until: Instant;
}

// Calendars change once a year and heat is read a hundred times a minute: a calendar that is a minute old is as good.
const calendars = new WeakMap<Services, Map<string, InUse>>();
const keptFor = minute;

const calendarInUse = async (work: Work, departmentId: string): Promise<WorkCalendar> => {
  const known = calendars.get(work.services) ?? new Map<string, InUse>();
  calendars.set(work.services, known);
  const kept = known.get(departmentId);
  if (kept !== undefined && kept.until > work.now) return kept.calendar;
  const calendar = await calendarOfDepartment(work.tx, departmentId, work.now);
  known.set(departmentId, { calendar, until: plus(work.now, keptFor) });
  return calendar;
};

const batch = 100;

export const heatDue: Due = (reader) => [{ at: firstOf(reader.selectFrom('case_heat'), 'look_again_at') }];

/** Reads anew the cases whose heat changes because time passes. */
export const lookAtHeatAgain = (services: Services): Promise<void> =>
  inWork(services, system, async (work) => {
    for (const caseId of await claimToLookAt(work.tx, work.now, batch)) await refreshHeat(work, caseId);
  });
