import type { Reader } from '#base/db/db.ts';
import type { Caller } from '#base/http/caller.ts';
import { accessCaseToRead, survivorOf } from '#cases/index.ts';
import { mayAct, serves } from './access.ts';
import type { OpportunityView } from './contract.ts';
import { customersShown, type ShownCustomer } from './queries/customer.ts';
import type { ListedOpportunity } from './queries/lists.ts';
import { opportunitiesOn, type LoadedOpportunity } from './queries/opportunities.ts';
import { isLate, stateOf } from './rules.ts';

type Reading = Pick<Caller, 'memberId' | 'departmentId' | 'roles'> & { readonly now: Date };

/** What the screens and the page have in common. Of an idea for a product nobody has to know whose it was. */
export const standingOf = (found: LoadedOpportunity, { customer, now }: { customer: ShownCustomer | undefined; now: Date }) => ({
  number: found.number,
  kind: found.kind,
  words: found.words,
  customer: found.kind === 'product_idea' || customer === undefined ? null : customer,
  valueCents: found.valueCents,
  department: { id: found.department.id, name: found.department.name },
  handedOverAt: found.handedOverAt.toISOString(),
  dueAt: found.dueAt.toISOString(),
  state: stateOf(found),
  isLate: isLate(found, now),
  readBy: found.readBy,
  readAt: found.readAt?.toISOString() ?? null,
  takenBy: found.takenBy,
  takenAt: found.takenAt?.toISOString() ?? null,
  outcomeBy: found.outcomeBy,
  outcomeAt: found.outcomeAt?.toISOString() ?? null,
  wonCents: found.wonCents,
  lostReason: found.lostReason,
  outcomeWords: found.outcomeWords,
});

/** Opportunities as the screens show them, in the order given. Customers are looked up once for all of them. */
export const viewsOf = async (reader: Reader, listed: readonly ListedOpportunity[], reading: Reading): Promise<OpportunityView[]> => {
  const customers = await customersShown(reader, listed.map(({ opportunity }) => opportunity.customerId));
  const works = serves(reading);
  return listed.map(({ opportunity: found, caseId, caseNumber }) => ({
    ...standingOf(found, { customer: customers.get(found.customerId), now: reading.now }),
    id: found.id,
    caseId: works ? caseId : null,
    caseNumber,
    seenBy: { id: found.seenBy.id, name: found.seenBy.name },
    leavesAt: found.leavesAt.toISOString(),
    firstDueAt: found.firstDueAt.toISOString(),
    messageId: works ? found.messageId : null,
    nextClimbAt: found.nextClimbAt?.toISOString() ?? null,
    climbedTo: (['head', 'management'] as const).slice(0, found.climbedTo),
    isMine: found.takenByMemberId === reading.memberId,
    mayAct: mayAct(found, reading),
  }));
};

export const viewsOnCase = async (reader: Reader, caseId: string, reading: Reading): Promise<OpportunityView[]> => {
  const { number: caseNumber } = await accessCaseToRead(reader, caseId);
  return viewsOf(reader, (await opportunitiesOn(reader, caseId)).map((opportunity) => ({ opportunity, caseId, caseNumber })), reading);
};

export const viewOf = async (reader: Reader, found: LoadedOpportunity, reading: Reading): Promise<OpportunityView> => {
  const caseId = await survivorOf(reader, found.caseId);
  const { number: caseNumber } = await accessCaseToRead(reader, caseId);
  const [view] = await viewsOf(reader, [{ opportunity: found, caseId, caseNumber }], reading);
  if (view === undefined) throw new Error(`Opportunity ${found.id} was just read and has no view.`);
  return view;
};
