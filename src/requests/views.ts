import type { Reader } from '#base/db/db.ts';
import { survivorOf } from '#cases/index.ts';
import type { RequestView } from './contract.ts';
import { climbsOf, stepNames } from './queries/climbs.ts';
import type { LoadedRequest } from './queries/requests.ts';
import { sentBackOf, type SentBack } from './queries/returns.ts';
import { turnsOf } from './queries/turns.ts';
import { isLate, nextClimb, settledAt, stateOf, type Step } from './rules.ts';
import { namesOf, targetsOf } from './actions/targets.ts';

/** Requests as the screens show them, in the order given. Heads and directors are looked up once for all of them. */
export const viewsOf = async (reader: Reader, requests: readonly LoadedRequest[], now: Date): Promise<RequestView[]> => {
  const ids = requests.map(({ id }) => id);
  const caseIds = [...new Set(requests.map(({ caseId }) => caseId))];
  const [turns, climbs, returns, survivors] = await Promise.all([turnsOf(reader, ids), climbsOf(reader, ids), sentBackOf(reader, ids), Promise.all(caseIds.map((id) => survivorOf(reader, id)))]);
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
    views.push({
      ...facts(request, now),
      caseId: survivors[caseIds.indexOf(request.caseId)] ?? request.caseId,
      ...sentBack(request, returns.get(request.id)),
      turns: turns.get(request.id) ?? [],
      climbs: climbs.get(request.id) ?? [],
      nextClimb: next === null ? null : { at: next.at.toISOString(), step: stepNames[next.step], toName: await nameOf(request, next.step) },
    });
  }
  return views;
};

const sentBack = (request: LoadedRequest, returns: SentBack | undefined): Pick<RequestView, 'sentBack' | 'sentBackTimes'> => ({
  sentBack: request.sentBackAt === null ? null : (returns?.last ?? null),
  sentBackTimes: returns?.times ?? 0,
});

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
