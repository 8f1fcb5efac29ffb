import type { Reader } from '#base/db/db.ts';
import type { RequestView } from './contract.ts';
import { stepNames } from './queries/climbs.ts';
import { requestsOnCase, type LoadedRequest } from './queries/requests.ts';
import { storiesOf, type Story } from './queries/stories.ts';
import { isLate, nextClimb, settledAt, stateOf, type Step } from './rules.ts';
import { namesOf, targetsOf } from './actions/targets.ts';

/** Requests as the screens show them, in the order given. Heads and directors are looked up once for all of them. */
export const viewsOf = async (reader: Reader, requests: readonly LoadedRequest[], now: Date): Promise<RequestView[]> =>
  toldBy(reader, { requests, stories: await storiesOf(reader, requests.map(({ id }) => id)) }, now);

/** All that was asked on a case, also on those that were merged into it, the oldest first. */
export const viewsOnCase = async (reader: Reader, caseId: string, now: Date): Promise<RequestView[]> => {
  const [requests, stories] = await Promise.all([requestsOnCase(reader, caseId), storiesOf(reader, { caseId })]);
  return toldBy(reader, { requests, stories }, now);
};

interface Told {
  readonly requests: readonly LoadedRequest[];
  readonly stories: ReadonlyMap<string, Story>;
}

const toldBy = async (reader: Reader, { requests, stories }: Told, now: Date): Promise<RequestView[]> => {
  const names = new Map<string, string>();
  const nameOf = async (request: LoadedRequest, step: Step): Promise<string> => {
    const key = step === 3 ? 'directors' : `${request.department.id} ${request.sentTo} ${step}`;
    const known = names.get(key) ?? namesOf(await targetsOf(reader, request, step, now));
    names.set(key, known);
    return known;
  };
  const views: RequestView[] = [];
  for (const request of requests) {
    const next = nextClimb(request, now);
    const story = stories.get(request.id);
    // Asked in the instant between the two statements: it is there at the next look.
    if (story === undefined) continue;
    views.push({
      ...facts(request, now),
      caseId: story.livesOn,
      sentBack: request.sentBackAt === null ? null : story.lastSentBack,
      sentBackTimes: story.sentBackTimes,
      turns: story.turns,
      climbs: story.climbs,
      nextClimb: next === null ? null : { at: next.at.toISOString(), step: stepNames[next.step], toName: await nameOf(request, next.step) },
    });
  }
  return views;
};

const facts = (request: LoadedRequest, now: Date) => ({
  id: request.id,
  department: { id: request.department.id, name: request.department.name },
  askedBy: { id: request.askedBy.id, name: request.askedBy.name },
  question: request.question,
  why: request.why,
  choices: request.choices.map(({ label, asksDate }) => ({ label, asksDate })),
  kind: request.kind,
  urgency: request.urgency,
  fields: [...request.fields],
  clock: request.department.isSupplier ? ('contract' as const) : ('agreement' as const),
  contractReference: request.contractReference,
  sentTo: request.sentTo,
  askedAt: request.askedAt.toISOString(),
  dueAt: request.dueAt.toISOString(),
  state: stateOf(request, now),
  isLate: isLate(request, now),
  seenAt: request.seenAt?.toISOString() ?? null,
  seenBy: request.seenBy,
  takenAt: request.takenAt?.toISOString() ?? null,
  takenBy: request.takenBy,
  settledAt: settledAt(request)?.toISOString() ?? null,
  withdrawnReason: request.withdrawnReason,
});
