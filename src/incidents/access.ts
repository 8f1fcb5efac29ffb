import { NotFound } from '#base/http/failures.ts';
import type { Reader } from '#base/db/db.ts';
import type { Work } from '#base/work.ts';
import { incidentById, lockIncident, readIncident, titleOf, type Incident, type ShownIncident } from './queries/incidents.ts';
import { lockUpdate, updateById, type Update } from './queries/updates.ts';

/** The gate to an incident: whoever changes it holds it, so that two who act at once act one after the other. */
export const accessIncident = async (work: Work, id: string): Promise<Incident> => {
  const found = await lockIncident(work.tx, id);
  if (found === undefined) throw new NotFound();
  return found;
};

/** The same for reading, by everybody in the company. */
export const accessIncidentToRead = async (reader: Reader, id: string): Promise<ShownIncident> => {
  const found = await incidentById(reader, id);
  if (found === undefined) throw new NotFound();
  return found;
};

/** An update with its incident, both held: the incident first, as in everything that happens to it. */
export const accessUpdate = async (work: Work, id: string): Promise<{ update: Update; incident: Incident }> => {
  const found = await updateById(work.tx, id);
  if (found === undefined) throw new NotFound();
  const incident = await accessIncident(work, found.incident_id);
  const update = await lockUpdate(work.tx, id);
  if (update === undefined) throw new NotFound();
  return { update, incident };
};

/** The same for reading: nothing is held. */
export const accessUpdateToRead = async (reader: Reader, id: string): Promise<{ update: Update; incident: Incident }> => {
  const update = await updateById(reader, id);
  const incident = update === undefined ? undefined : await readIncident(reader, update.incident_id);
  if (update === undefined || incident === undefined) throw new NotFound();
  return { update, incident };
};

/** What every event of an incident says. */
export const named = (incident: Pick<Incident, 'id' | 'number' | 'title_it' | 'title_en'>) => ({ incidentId: incident.id, number: incident.number, title: titleOf(incident) });
