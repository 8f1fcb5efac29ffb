import { plus, type Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import { isRefusal } from '#base/refusal.ts';
import { survivorOf, type OpenedLink } from '#cases/index.ts';
import { companyOf } from '#people/index.ts';
import { surveyWaiting } from '#surveys/index.ts';
import type { Awaited, CustomerPageView, Step } from './contract.ts';
import * as queries from './queries.ts';
import { awaitedFrom, ratingChangeableFor, ratingMeans } from './rules.ts';

const said = (at: Instant | null): string | null => at?.toISOString() ?? null;

/** What the page of a link shows at `now`. */
export const pageOf = async (reader: Reader, link: OpenedLink, now: Instant): Promise<CustomerPageView> => {
  const caseId = await survivorOf(reader, link.caseId);
  const [company, found, messages, requests, promises, events, rating] = await Promise.all([
    companyOf(reader),
    queries.caseFacts(reader, caseId, link.customerId),
    queries.messageFacts(reader, caseId, link.customerId),
    queries.requestFacts(reader, caseId),
    queries.promiseFacts(reader, caseId),
    queries.eventFacts(reader, caseId),
    queries.lastRating(reader, caseId),
  ]);
  const isCustomer = found.customerId === link.customerId;
  const since = isCustomer ? null : await queries.tookPartAt(reader, caseId, link.customerId, link.id);
  const steps = [
    ...messages.map(stepOfMessage),
    ...events.flatMap(stepsOfEvent),
    ...requests.flatMap(stepsOfRequest),
    // A promise is between us and whoever it was made to.
    ...(isCustomer ? promises.map(stepOfPromise) : []),
  ];
  const means = ratingMeans(rateable({ found, events, messages, last: rating }), now);
  return {
    companyName: company.name,
    caseNumber: found.number,
    subject: found.subject,
    language: found.language as CustomerPageView['language'],
    timeZone: company.timeZone,
    customerName: found.readerName,
    isSolved: found.resolvedAt !== null,
    ownerName: found.ownerName,
    nextUpdateDueAt: said(found.nextUpdateDueAt),
    awaited: awaitedIn(found, requests, now),
    steps: steps.filter((step) => since === null || new Date(step.at) >= since).toSorted(inOrder),
    canRate: !isRefusal(means),
    rating: rating === undefined || means === 'new' ? null : ratingView(rating),
    survey: found.resolvedAt === null ? null : await surveyWaiting(reader, link),
  };
};

// What happens in one transaction has one instant: then a cause stands before what follows from it.
const causes: readonly Step['kind'][] = ['you_wrote', 'you_called', 'reopened', 'taken', 'asked', 'department_answered', 'we_answered', 'promised', 'resolved'];

const inOrder = (one: Step, other: Step): number => one.at.localeCompare(other.at) || causes.indexOf(one.kind) - causes.indexOf(other.kind);

const awaitedIn = (found: queries.CaseFacts, requests: readonly queries.RequestFact[], now: Instant): Awaited[] =>
  awaitedFrom({ status: found.status, hasOwner: found.ownerId !== null, nextUpdateDueAt: found.nextUpdateDueAt, requests: queries.openRequests(requests) }, now).map(
    (awaited) => ({ ...awaited, dueAt: said(awaited.dueAt) }),
  );

interface RatedCase {
  readonly found: Pick<queries.CaseFacts, 'resolvedAt' | 'openedAt'>;
  readonly events: readonly queries.EventFact[];
  readonly messages: readonly queries.MessageFact[];
  readonly last: queries.RatingFact | undefined;
}

/** What the rule about ratings looks at. */
export const rateable = ({ found, events, messages, last }: RatedCase) => ({
  resolvedAt: found.resolvedAt,
  openedAt: events.findLast((event) => event.kind === 'case.reopened')?.at ?? found.openedAt,
  wasAnswered: messages.some((message) => message.direction === 'out'),
  last: last ?? null,
});

export const ratingView = ({ score, words, at }: Omit<queries.RatingFact, 'id'>) => ({
  score,
  words,
  at: at.toISOString(),
  changeableUntil: plus(at, ratingChangeableFor).toISOString(),
});

const stepOfMessage = (message: queries.MessageFact): Step => {
  const at = message.at.toISOString();
  if (message.direction === 'out') return { kind: 'we_answered', at, name: message.authorName, asksYou: message.act === 'asks' };
  if (message.channel === 'phone') return { kind: 'you_called', at, isChase: message.isChase };
  return { kind: 'you_wrote', at, channel: message.channel as 'email', isChase: message.isChase, files: message.files ?? 0 };
};

const stepsOfEvent = ({ at, kind, data }: queries.EventFact): Step[] => {
  const when = at.toISOString();
  if (kind === 'case.taken') return [{ kind: 'taken', at: when, name: String(data['name']), isHandover: false }];
  if (kind === 'case.handover_accepted') return [{ kind: 'taken', at: when, name: String(data['toName']), isHandover: true }];
  if (kind === 'case.reopened') return [{ kind: 'reopened', at: when }];
  return [{ kind: 'resolved', at: when, by: data['how'] === 'by_customer' ? 'you' : 'us' }];
};

const stepsOfRequest = (fact: queries.RequestFact): Step[] => {
  const department = fact.kind === 'supplier' ? null : fact.name;
  const asked: Step = { kind: 'asked', at: fact.askedAt.toISOString(), department, seenAt: said(fact.seenAt) };
  return fact.answeredAt === null ? [asked] : [asked, { kind: 'department_answered', at: fact.answeredAt.toISOString(), department }];
};

const stepOfPromise = (fact: queries.PromiseFact): Step => ({
  kind: 'promised',
  at: fact.madeAt.toISOString(),
  what: fact.text,
  dueAt: fact.dueAt.toISOString(),
  state: fact.keptAt !== null ? 'kept' : fact.releasedAt !== null ? 'released' : fact.brokenAt !== null ? 'broken' : 'open',
});
