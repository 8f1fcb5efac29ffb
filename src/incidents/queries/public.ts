import type { Reader } from '#base/db/db.ts';
import type { IncidentState } from '../contract.ts';
import type { PublicIncident } from '../status-page.ts';
import { knownOf, titleOf } from './incidents.ts';
import { textsOf } from './updates.ts';

const mostShown = 20;

/** Open incidents that are shown in public, with what everybody was told. Of cases and customers nothing is read at all. */
export const publicIncidents = async (reader: Reader): Promise<PublicIncident[]> => {
  const incidents = await reader.selectFrom('incidents').where('published_at', 'is not', null).where('state', '<>', 'resolved').orderBy('began_at', 'desc').limit(mostShown).selectAll().execute();
  if (incidents.length === 0) return [];
  const updates = await reader.selectFrom('incident_updates').where('incident_id', 'in', incidents.map(({ id }) => id)).where('begun_at', 'is not', null).orderBy('begun_at', 'desc').selectAll().execute();
  return incidents.map((one) => ({
    number: one.number, title: titleOf(one), known: knownOf(one), state: one.state as IncidentState, beganAt: one.began_at, nextUpdateDueAt: one.next_update_due_at,
    updates: updates.filter(({ incident_id: id }) => id === one.id).map((update) => ({ at: update.begun_at ?? update.send_at, state: update.state as IncidentState, texts: textsOf(update) })),
  }));
};
