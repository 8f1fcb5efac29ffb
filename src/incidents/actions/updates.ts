import { plus, second } from '#base/clock.ts';
import { newId } from '#base/ids.ts';
import { refuse, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { memberOf, survivorOf } from '#cases/index.ts';
import { accessIncident, accessUpdate, named } from '../access.ts';
import { incidentEvents, type InBoth, type UpdateInput } from '../contract.ts';
import { plan, reachable, stopWaiting, type ReachableCase } from '../queries/tellings.ts';
import * as queries from '../queries/updates.ts';
import { mayTell, whyNotTold } from '../rules.ts';
import { sortSome } from './sorting.ts';

/** Puts an update on its way to all linked cases; whom it cannot reach is noted now, with the reason, as the preview said. */
export const writeUpdate = async (work: Work, incidentId: string, input: UpdateInput): Promise<{ id: string; sendAt: string } | Refusal> => {
  const incident = await accessIncident(work, incidentId);
  const nextUpdateAt = input.nextUpdateAt === null || input.state === 'resolved' ? null : new Date(input.nextUpdateAt);
  const refusal = mayTell({ texts: input.texts, state: input.state, nextUpdateAt, otherIsLeaving: await queries.isLeaving(work.tx, incidentId), now: work.now });
  if (refusal !== null) return refusal;
  const id = newId(work.now);
  const sendAt = plus(work.now, input.undoSeconds * second);
  const { texts, state } = input;
  await queries.insertUpdate(work.tx, { texts, state, nextUpdateAt: nextUpdateAt?.toISOString() ?? null, id, incidentId, by: memberOf(work), now: work.now, sendAt });
  await plan(work.tx, id, planned(await reachable(work.tx, incidentId), input.texts), { sendAt, now: work.now });
  work.emit(incidentEvents['incident.update_written'](null, { ...named(incident), updateId: id, state: input.state }));
  work.tell('incident', incidentId);
  return { id, sendAt: sendAt.toISOString() };
};

const planned = (all: readonly ReachableCase[], texts: InBoth) =>
  all.map((one) => ({ caseId: one.caseId, customerId: one.customerId, language: one.language, reason: whyNotTold(one, queries.languagesOf(texts)) }));

export const takeUpdateBack = async (work: Work, id: string): Promise<{ id: string } | Refusal> => {
  const { update, incident } = await accessUpdate(work, id);
  if (update.begun_at !== null) return refuse('incident.update_has_left');
  if (update.taken_back_at !== null) return { id };
  await queries.takeBack(work.tx, id, work.now);
  work.emit(incidentEvents['incident.update_taken_back'](null, { ...named(incident), updateId: id }));
  work.tell('incident', incident.id);
  return { id };
};

interface TellNow {
  readonly caseIds: readonly string[];
  readonly texts: InBoth;
  readonly undoSeconds: number;
}

/**
 * Tells after all who was not told: linked later, an address that was put right, a language that was missing. Only what the latest
 * update says: older ones are old. Somebody asks for it by name, so an address from which mail came back is tried again.
 */
export const tellNow = async (work: Work, updateId: string, { caseIds, texts, undoSeconds }: TellNow): Promise<{ telling: number; sendAt: string } | Refusal> => {
  const { update, incident } = await accessUpdate(work, updateId);
  if (update.begun_at === null) return refuse('incident.update_not_begun');
  if ((await queries.latestBegunId(work.tx, incident.id)) !== updateId) return refuse('incident.update_is_old');
  const said = queries.textsOf(update);
  const both: InBoth = { it: said.it ?? texts.it, en: said.en ?? texts.en };
  await queries.addTexts(work.tx, updateId, texts);
  const survivors = await followMerges(work, incident.id, caseIds);
  const untold = new Set((await queries.untoldOf(work.tx, updateId)).items.map(({ caseId }) => caseId));
  const found = (await reachable(work.tx, incident.id, survivors)).filter(({ caseId }) => untold.has(caseId)).map((one) => ({ ...one, lastCameBack: false }));
  const all = planned(found, both);
  const telling = all.filter(({ reason }) => reason === null);
  if (telling.length === 0) return refuse(all.some(({ reason }) => reason === 'language_missing') ? 'incident.language_missing' : 'incident.nobody_to_tell');
  const sendAt = plus(work.now, undoSeconds * second);
  await plan(work.tx, updateId, telling, { sendAt, now: work.now });
  work.tell('incident', incident.id);
  return { telling: telling.length, sendAt: sendAt.toISOString() };
};

/** Where a linked case was merged into another, that other one is its case now. */
const followMerges = async (work: Work, incidentId: string, caseIds: readonly string[]): Promise<string[]> => {
  const survivors: string[] = [];
  for (const caseId of new Set(caseIds)) survivors.push(await survivorOf(work.tx, caseId));
  const moved = survivors.filter((id) => !caseIds.includes(id));
  if (moved.length > 0) await sortSome(work, incidentId, { caseIds: moved, stands: 'linked' });
  return [...new Set(survivors)];
};

export const stopTelling = async (work: Work, updateId: string): Promise<{ stopped: number } | Refusal> => {
  const { update, incident } = await accessUpdate(work, updateId);
  if (update.begun_at === null) return refuse('incident.update_not_begun');
  const stopped = await stopWaiting(work.tx, updateId, work.now);
  work.tell('incident', incident.id);
  return { stopped };
};
