import { BadInput, NotFound } from '#base/http/failures.ts';
import { isRefusal, refuse, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { departmentById, memberById } from '#people/index.ts';
import { accessComplaint, calendarFor, factsOf, named, record } from '../access.ts';
import { complaintEvents, type Details, type DetailsInput, type EscalatedTo, type EscalationResult, type PaidFor } from '../contract.ts';
import { entriesOf } from '../queries/entries.ts';
import type { LoadedComplaint } from '../queries/complaints.ts';
import { localDateAt, mayAnnul, mayClose, mayWorkOn } from '../rules.ts';
import { standingOf } from '../standing.ts';
import { settleCalls } from './leaving.ts';

type Done = { id: string } | Refusal;

const unknownMember = { it: 'Scegli un collega che lavora ancora qui.', en: 'Choose a colleague who still works here.' };
const unknownDepartment = { it: 'Scegli un reparto dell’azienda.', en: 'Choose a department of the company.' };

/** The gate, and that it still stands. */
const accessStanding = async (work: Work, id: string): Promise<LoadedComplaint | Refusal> => {
  const found = await accessComplaint(work, id);
  return mayWorkOn(factsOf(found)) ?? found;
};

const colleague = async (work: Work, id: string, field: string): Promise<{ id: string; name: string }> => {
  const member = await memberById(work.tx, id);
  if (member === null || member.leftAt !== null) throw new BadInput(field, unknownMember);
  return { id: member.id, name: member.name };
};

export const detailsOf = (found: LoadedComplaint): Details => ({
  complainant: found.complainant, onBehalfOf: found.on_behalf_of, contractCode: found.contract_code, product: found.product, topic: found.topic, subTopic: found.sub_topic,
  remedy: found.remedy, severity: found.severity as Details['severity'],
});

const columnsOf = (details: Details) => ({
  complainant: details.complainant, on_behalf_of: details.onBehalfOf, contract_code: details.contractCode, product: details.product, topic: details.topic, sub_topic: details.subTopic,
  remedy: details.remedy, severity: details.severity,
});

/** How it is described, put right; the entry says what was there before and why. */
export const correct = async (work: Work, id: string, { reason, ...to }: DetailsInput & { reason: string }): Promise<Done> => {
  const found = await accessStanding(work, id);
  if (isRefusal(found)) return found;
  const before = detailsOf(found);
  const changed = (Object.keys(before) as (keyof Details)[]).filter((key) => before[key] !== to[key]);
  if (changed.length === 0) return { id };
  const only = (details: Details) => Object.fromEntries(changed.map((key) => [key, details[key]]));
  await record(work, found, { kind: 'corrected', data: { from: only(before), to: only(to), reason }, change: columnsOf(to) });
  work.emit(complaintEvents['complaint.corrected'](found.case_id, { ...named(found), reason }));
  return { id };
};

/** Who has it. Law 1 holds all the same: the case keeps its owner, and without a name the complaint is the owner's. */
export const setResponsible = async (work: Work, id: string, { memberId, departmentId, reason }: { memberId: string | null; departmentId: string; reason: string }): Promise<Done> => {
  const found = await accessStanding(work, id);
  if (isRefusal(found)) return found;
  const department = await departmentById(work.tx, departmentId);
  if (department === null || department.closedAt !== null) throw new BadInput('departmentId', unknownDepartment);
  const member = memberId === null ? null : await colleague(work, memberId, 'memberId');
  const data = { member, department: { id: department.id, name: department.name }, reason };
  await record(work, found, { kind: 'responsible_set', data, change: { responsible_id: memberId, department_id: departmentId } });
  work.emit(complaintEvents['complaint.responsible_set'](found.case_id, { ...named(found), name: member?.name ?? null, department: department.name }));
  return { id };
};

export const notePayment = async (work: Work, id: string, payment: { what: PaidFor; cents: number; paidOn: string; reference: string | null }): Promise<Done> => {
  const found = await accessStanding(work, id);
  if (isRefusal(found)) return found;
  const { timeZone } = await calendarFor(work.tx, found, work.now);
  if (payment.paidOn > localDateAt(timeZone, work.now)) return refuse('complaint.paid_in_the_future');
  const entryId = await record(work, found, { kind: 'paid', data: payment });
  work.emit(complaintEvents['complaint.paid'](found.case_id, { ...named(found), what: payment.what, cents: payment.cents }));
  return { id: entryId };
};

/** Something is to be done or goes on elsewhere: whatever was closed is open again. */
const openAgain = (found: LoadedComplaint) => (found.closed_at === null ? {} : { change: { closed_at: null } });

export const planAction = async (work: Work, id: string, { text, ownerId, dueOn }: { text: string; ownerId: string; dueOn: string }): Promise<Done> => {
  const found = await accessStanding(work, id);
  if (isRefusal(found)) return found;
  const owner = await colleague(work, ownerId, 'ownerId');
  const entryId = await record(work, found, { kind: 'action_planned', data: { text, owner, dueOn }, ...openAgain(found) });
  work.emit(complaintEvents['complaint.action_planned'](found.case_id, { ...named(found), text, owner: owner.name, dueOn }));
  return { id: entryId };
};

export const escalate = async (work: Work, id: string, data: { to: EscalatedTo; body: string; on: string; reference: string | null }): Promise<Done> => {
  const found = await accessStanding(work, id);
  if (isRefusal(found)) return found;
  const entryId = await record(work, found, { kind: 'escalated', data, ...openAgain(found) });
  work.emit(complaintEvents['complaint.escalated'](found.case_id, { ...named(found), to: data.to, body: data.body }));
  return { id: entryId };
};

export const actionDone = async (work: Work, id: string, entryId: string, how: string): Promise<Done> => {
  const found = await accessStanding(work, id);
  if (isRefusal(found)) return found;
  const action = standingOf(await entriesOf(work.tx, id)).actions.find((one) => one.id === entryId);
  if (action === undefined) throw new NotFound();
  if (action.doneAt !== null) return { id: entryId };
  await record(work, found, { kind: 'action_done', data: { entryId, how } });
  work.emit(complaintEvents['complaint.action_done'](found.case_id, { ...named(found), text: action.text }));
  return { id: entryId };
};

export const escalationEnded = async (work: Work, id: string, entryId: string, { result, words }: { result: EscalationResult; words: string }): Promise<Done> => {
  const found = await accessStanding(work, id);
  if (isRefusal(found)) return found;
  const escalation = standingOf(await entriesOf(work.tx, id)).escalations.find((one) => one.id === entryId);
  if (escalation === undefined) throw new NotFound();
  // A later result is a later line: what an appeal decides does not undo what was decided before it.
  await record(work, found, { kind: 'escalation_ended', data: { entryId, result, words } });
  work.emit(complaintEvents['complaint.escalation_ended'](found.case_id, { ...named(found), body: escalation.body, result }));
  return { id: entryId };
};

/** A payment, an action or an escalation was noted by mistake. It stays where it is, and no longer counts. */
export const withdraw = async (work: Work, id: string, entryId: string, reason: string): Promise<Done> => {
  const found = await accessStanding(work, id);
  if (isRefusal(found)) return found;
  const entries = await entriesOf(work.tx, id);
  const entry = entries.find((one) => one.id === entryId);
  if (entry === undefined) throw new NotFound();
  if (entry.kind !== 'paid' && entry.kind !== 'action_planned' && entry.kind !== 'escalated') return refuse('complaint.nothing_to_withdraw');
  if (standingOf(entries).withdrawn.has(entryId)) return refuse('complaint.withdrawn_already');
  await record(work, found, { kind: 'withdrawn', data: { entryId, reason } });
  work.emit(complaintEvents['complaint.entry_withdrawn'](found.case_id, { ...named(found), what: entry.kind, reason }));
  return { id: entryId };
};

/** It was registered by mistake. The number stays in the register with the reason, and its message can be registered anew. */
export const annul = async (work: Work, id: string, reason: string): Promise<Done> => {
  const found = await accessComplaint(work, id);
  const refusal = mayAnnul(factsOf(found));
  if (refusal !== null) return refusal;
  await record(work, found, { kind: 'annulled', data: { reason }, change: { annulled_at: work.now } });
  await settleCalls(work, found);
  work.emit(complaintEvents['complaint.annulled'](found.case_id, { ...named(found), reason }));
  return { id };
};

export const close = async (work: Work, id: string): Promise<Done> => {
  const found = await accessComplaint(work, id);
  const { actions, escalations, payments } = standingOf(await entriesOf(work.tx, id));
  const indemnityPaid = payments.filter(({ what }) => what === 'indemnity').reduce((sum, { cents }) => sum + cents, 0);
  const refusal = mayClose(factsOf(found), {
    actions: actions.filter(({ doneAt }) => doneAt === null).length, escalations: escalations.filter(({ result }) => result === null).length, owedCents: Math.max(0, found.indemnity_cents - indemnityPaid),
  });
  if (refusal !== null) return refusal;
  await record(work, found, { kind: 'closed', data: {}, change: { closed_at: work.now } });
  work.emit(complaintEvents['complaint.closed'](found.case_id, named(found)));
  return { id };
};

export const reopen = async (work: Work, id: string, reason: string): Promise<Done> => {
  const found = await accessStanding(work, id);
  if (isRefusal(found)) return found;
  if (found.closed_at === null) return { id };
  await record(work, found, { kind: 'reopened', data: { reason }, change: { closed_at: null } });
  work.emit(complaintEvents['complaint.reopened'](found.case_id, { ...named(found), reason }));
  return { id };
};
