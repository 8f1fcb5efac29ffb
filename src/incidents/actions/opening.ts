import { BadInput } from '#base/http/failures.ts';
import { newId } from '#base/ids.ts';
import { isRefusal, refuse, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { memberOf } from '#cases/index.ts';
import { departmentById } from '#people/index.ts';
import { accessIncident, named } from '../access.ts';
import { incidentEvents, type IncidentChange, type IncidentInput } from '../contract.ts';
import * as queries from '../queries/incidents.ts';
import { isSaid, mayOpen } from '../rules.ts';
import { lookForCases } from './looking.ts';
import { sortSome } from './sorting.ts';

type Done = { id: string } | Refusal;

const unknownDepartment = { it: 'Scegli un reparto dell’azienda.', en: 'Choose a department of the company.' };

const checkDepartment = async (work: Work, id: string): Promise<void> => {
  if ((await departmentById(work.tx, id)) === null) throw new BadInput('departmentId', unknownDepartment);
};

const once = (words: readonly string[]): string[] => [...new Set(words.map((word) => word.toLowerCase()))];

/** Opens an incident: whoever opens it keeps it. The case with which it came to light is its first. */
export const openIncident = async (work: Work, input: IncidentInput): Promise<Done> => {
  const refusal = mayOpen({ title: input.title, beganAt: new Date(input.beganAt), nextUpdateAt: new Date(input.nextUpdateAt), now: work.now });
  if (refusal !== null) return refusal;
  await checkDepartment(work, input.departmentId);
  const id = newId(work.now);
  const number = await queries.insertIncident(work.tx, { ...input, id, keeperId: memberOf(work), now: work.now });
  await queries.replaceWords(work.tx, id, { source: 'marked', words: once(input.words) });
  work.emit(incidentEvents['incident.opened'](null, { incidentId: id, number, title: input.title, state: input.state, departmentId: input.departmentId }));
  if (input.caseId !== null) {
    const sorted = await sortSome(work, id, { caseIds: [input.caseId], stands: 'linked' });
    if (isRefusal(sorted)) return sorted;
  }
  work.enqueue(lookForCases, { incidentId: id }, `incident ${id}`);
  work.tell('incident', id);
  return { id };
};

/** Changes what is known. When everybody hears next is changed by an update that they get, and not here. */
export const changeIncident = async (work: Work, id: string, change: IncidentChange): Promise<Done> => {
  const found = await accessIncident(work, id);
  if (!isSaid(change.title)) return refuse('incident.no_words');
  await checkDepartment(work, change.departmentId);
  await queries.changeIncident(work.tx, id, change);
  await queries.replaceWords(work.tx, id, { source: 'marked', words: once(change.words) });
  work.emit(incidentEvents['incident.changed'](null, { ...named(found), title: change.title }));
  work.enqueue(lookForCases, { incidentId: id }, `incident ${id}`);
  work.tell('incident', id);
  return { id };
};

/** Shows it on the public page, or no longer. Saying the same twice changes nothing. */
export const showInPublic = async (work: Work, id: string, shown: boolean): Promise<Done> => {
  const found = await accessIncident(work, id);
  if ((found.published_at !== null) === shown) return { id };
  await queries.setPublished(work.tx, id, shown ? work.now : null);
  work.emit(incidentEvents[shown ? 'incident.published' : 'incident.unpublished'](null, named(found)));
  work.tell('incident', id);
  return { id };
};
