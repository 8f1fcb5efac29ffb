import { plus, second } from '#base/clock.ts';
import { firstOf, type Due } from '#base/due.ts';
import { isRefusal } from '#base/refusal.ts';
import type { Services } from '#base/services.ts';
import { inWork, type Actor, type Work } from '#base/work.ts';
import { accessCaseToRead, tellOneOfMany, toldOnAnotherCase } from '#cases/index.ts';
import { customerById } from '#customers/index.ts';
import { notify } from '#notices/index.ts';
import { companyOf } from '#people/index.ts';
import { accessUpdate, accessUpdateToRead, named } from '../access.ts';
import { incidentCaseEvents, incidentEvents, type IncidentState, type UntoldReason } from '../contract.ts';
import { letterOf } from '../letter.ts';
import { ownersOfOpen } from '../queries/cases.ts';
import { standsFrom, type Incident } from '../queries/incidents.ts';
import * as tellings from '../queries/tellings.ts';
import * as updates from '../queries/updates.ts';

/** Whoever watches hears once for each of these, not for each customer: three hundred are told in seconds. */
const batch = 24;
const longestRun = 1_000;
/** Another reply on the case leaves within this time, or was taken back. */
const letItLeave = 15 * second;
/** Customers side by side: most of it is waiting for the database. */
const atOnce = 4;

export const tellingsDue: Due = (reader) => [
  { at: firstOf(updates.toBegin(reader), 'send_at') },
  { at: firstOf(tellings.toTell(reader), 'send_at') },
];

const asMember = ({ memberId, memberName }: { readonly memberId: string; readonly memberName: string }): Actor => ({ kind: 'member', id: memberId, name: memberName });

/**
 * Lets updates leave whose time to be taken back is over, and tells everybody whom they are to reach, each case in a transaction of
 * its own. What was told is settled with the mail in the outbox: killed at any moment it goes on where it was, and tells nobody twice.
 */
export const tellIncidents = async (services: Services): Promise<void> => {
  for (const due of await updates.dueUpdates(services.db, services.clock.now())) await inWork(services, asMember(due), (work) => beginUpdate(work, due.id));
  for (let told = 0; told < longestRun; ) {
    const due = await tellings.dueTellings(services.db, services.clock.now(), batch);
    const customers = [...Map.groupBy(due, ({ customerId }) => customerId).values()];
    for (let from = 0; from < customers.length; from += atOnce) {
      await Promise.all(customers.slice(from, from + atOnce).map((theirs) => tellCustomer(services, theirs, due.at(-1))));
    }
    if (due.length < batch) return;
    told += due.length;
  }
};

/** One case after the other: the letter stands on the one that came first, and the others are noted. */
const tellCustomer = async (services: Services, theirs: readonly tellings.DueTelling[], last: tellings.DueTelling | undefined): Promise<void> => {
  for (const due of theirs) await tellAndSay(services, due, due === last);
};

const tellAndSay = (services: Services, due: tellings.DueTelling, isNews: boolean): Promise<void> =>
  inWork(services, asMember(due), async (work) => {
    await tellOne(work, due);
    if (isNews) work.tell('incident', due.incidentId);
  });

/** From now on the incident stands as the update says, and it can no longer be taken back. */
const beginUpdate = async (work: Work, id: string): Promise<void> => {
  const { update, incident } = await accessUpdate(work, id);
  if (update.begun_at !== null || update.taken_back_at !== null) return;
  const state = update.state as IncidentState;
  await updates.begin(work.tx, id, work.now);
  await standsFrom(work.tx, incident.id, { state, nextUpdateAt: update.next_update_at, now: work.now });
  work.emit(incidentEvents['incident.update_begun'](null, { ...named(incident), updateId: id, state, nextUpdateAt: update.next_update_at?.toISOString() ?? null }));
  if (state === 'resolved') await offerToResolve(work, incident);
  work.tell('incident', incident.id);
};

/** It is over: each owner hears once, with how many of their cases wait for them. Nothing is closed for them. */
const offerToResolve = async (work: Work, incident: Incident): Promise<void> => {
  const what = incident.title_it ?? incident.title_en ?? '';
  for (const { ownerId, count } of await ownersOfOpen(work.tx, incident.id)) await notify(work, { memberId: ownerId, kind: 'incident_resolved', caseId: null, facts: { key: incident.id, what, count } });
};

const untoldBecause: Readonly<Record<string, UntoldReason>> = { 'case.is_merged': 'merged', 'case.is_resolved': 'over', 'reply.no_address': 'no_address' };

const tellOne = async (work: Work, due: tellings.DueTelling): Promise<void> => {
  const held = await tellings.holdTelling(work.tx, due);
  if (held === undefined) return;
  const { update, incident } = await accessUpdateToRead(work.tx, due.updateId);
  const about = { ...named(incident), updateId: update.id };
  if (held.toldOnId !== null) {
    await toldOnAnotherCase(work, due.caseId, update.next_update_at);
    const { number: onNumber } = await accessCaseToRead(work.tx, held.toldOnId);
    await tellings.settle(work.tx, due, { outcome: 'noted', now: work.now });
    work.emit(incidentCaseEvents['incident.noted'](due.caseId, { ...about, onNumber }));
    return;
  }
  const text = updates.textsOf(update)[held.language];
  if (text === null) return cannotTell(work, due, 'language_missing', about);
  const told = await tellOneOfMany(work, due.caseId, { text: await letterFor(work, due.caseId, { text, update, language: held.language }), nextUpdateAt: update.next_update_at });
  if (!isRefusal(told)) {
    await tellings.settle(work.tx, due, { outcome: 'told', messageId: told.messageId, now: work.now });
    work.emit(incidentCaseEvents['incident.told'](due.caseId, about));
    return;
  }
  if (told.refused === 'reply.other_in_flight') return tellings.postpone(work.tx, due, plus(work.now, letItLeave));
  const reason = untoldBecause[told.refused];
  if (reason === undefined) throw new Error(`A case could not be told for a reason that nobody knows: ${told.refused}.`);
  return cannotTell(work, due, reason, about);
};

type About = ReturnType<typeof named> & { readonly updateId: string };

const cannotTell = async (work: Work, due: tellings.DueTelling, ...[reason, about]: [UntoldReason, About]): Promise<void> => {
  await tellings.settle(work.tx, due, { outcome: 'not_told', reason, now: work.now });
  work.emit(incidentCaseEvents['incident.not_told'](due.caseId, { ...about, reason }));
};

interface Letter {
  readonly text: string;
  readonly update: updates.Update;
  readonly language: 'it' | 'en';
}

const letterFor = async (work: Work, caseId: string, { text, update, language }: Letter): Promise<string> => {
  const { customerId, owner } = await accessCaseToRead(work.tx, caseId);
  const [customer, company] = [await customerById(work.tx, customerId), await companyOf(work.tx)];
  return letterOf({
    language, text, nextUpdateAt: update.next_update_at, customerName: customer?.name ?? '', ownerName: owner?.name ?? null,
    writerName: work.actor.name, companyName: company.name, now: work.now, timeZone: company.timeZone,
  });
};
