import type { Work } from '#base/work.ts';
import { accessCaseToRead, survivorOf } from '#cases/index.ts';
import { customerById } from '#customers/index.ts';
import { doneFor, notify, type Notice } from '#notices/index.ts';
import { directors, headOf, leadsOf, type MemberRow } from '#people/index.ts';
import type { LoadedOpportunity } from '../queries/opportunities.ts';
import type { Step } from '../rules.ts';

type NewsKind = 'opportunity_read' | 'opportunity_taken' | 'opportunity_won' | 'opportunity_lost' | 'opportunity_nothing' | 'opportunity_late';
const news: readonly NewsKind[] = ['opportunity_read', 'opportunity_taken', 'opportunity_won', 'opportunity_lost', 'opportunity_nothing', 'opportunity_late'];

const longestFact = 200;
const cut = (text: string): string => (text.length <= longestFact ? text : `${text.slice(0, longestFact - 1)}…`);

type Facts = Omit<Notice['facts'], 'key'>;

const factsOf = async (work: Work, found: LoadedOpportunity): Promise<Notice['facts']> => {
  const customer = await customerById(work.tx, found.customerId);
  return { key: found.id, department: found.department.name, what: cut(found.words), ...(customer === undefined ? {} : { customer: customer.name }) };
};

/** What called for whoever saw it is overtaken by the next news, and what called for the department by its answer. */
const settleCalls = async (work: Work, found: LoadedOpportunity, caseId: string): Promise<void> => {
  await doneFor(work, { caseId, kinds: news, key: found.id });
  await doneFor(work, { caseId: null, kinds: ['opportunity_waits', 'opportunity_late'], key: found.id });
};

/** Whoever saw it hears of a step, in place of the one before; but for who took the step themselves. That it was read settles nothing. */
export const tellWhoSawIt = async (work: Work, found: LoadedOpportunity, { kind, facts = {} }: { kind: NewsKind; facts?: Facts }): Promise<void> => {
  const caseId = await survivorOf(work.tx, found.caseId);
  if (kind !== 'opportunity_read') await settleCalls(work, found, caseId);
  if (work.actor.id === found.seenBy.id) return;
  const { number } = await accessCaseToRead(work.tx, caseId);
  await notify(work, { memberId: found.seenBy.id, kind, caseId, facts: { ...(await factsOf(work, found)), caseNumber: number, ...facts } });
};

/** Nothing of it is news any more. */
export const nothingMoreToSay = async (work: Work, found: LoadedOpportunity): Promise<void> => settleCalls(work, found, await survivorOf(work.tx, found.caseId));

/** Whom a step reaches: the head of the department, then the leads and the management; the leads where there is nobody else. */
export const targetsOf = async (work: Work, { department }: LoadedOpportunity, step: Step): Promise<MemberRow[]> => {
  const leads = await leadsOf(work.tx);
  if (step === 2) return [...new Map([...leads, ...(await directors(work.tx))].map((one) => [one.id, one])).values()];
  const head = await headOf(work.tx, department.id, work.now);
  return head === null ? leads : [head];
};

/** Calls those whom a step reaches. They may have no access to the case, so it leads to the opportunity. */
export const callHigher = async (work: Work, found: LoadedOpportunity, { kind, targets, dueAt }: { kind: 'opportunity_waits' | 'opportunity_late'; targets: readonly MemberRow[]; dueAt: Date }): Promise<void> => {
  const facts = { ...(await factsOf(work, found)), person: found.seenBy.name, dueAt: dueAt.toISOString() };
  for (const { id: memberId } of targets) await notify(work, { memberId, kind, caseId: null, facts });
};

/** A department without an address of its own: its head is called instead of being written to. */
export const callWithoutLetter = async (work: Work, found: LoadedOpportunity): Promise<void> =>
  callHigher(work, found, { kind: 'opportunity_waits', targets: await targetsOf(work, found, 1), dueAt: found.dueAt });
