import { firstOf, type Due } from '#base/due.ts';
import type { Services } from '#base/services.ts';
import { inWork, system, type Work } from '#base/work.ts';
import { notify } from '#notices/index.ts';
import { leadsOf } from '#people/index.ts';
import { named } from '../access.ts';
import { incidentEvents } from '../contract.ts';
import { claimLate, unwatched } from '../queries/incidents.ts';
import { toldOn } from '../queries/tellings.ts';

export const incidentsDue: Due = (reader) => [{ at: firstOf(unwatched(reader), 'next_update_due_at') }];

/** Law 2: everybody should have heard by now and has not. Its keeper is called, and the leads. */
export const watchIncidents = (services: Services): Promise<void> =>
  inWork(services, system, async (work) => {
    for (const late of await claimLate(work.tx, work.now)) {
      const dueAt = (late.next_update_due_at ?? work.now).toISOString();
      work.emit(incidentEvents['incident.update_late'](null, { ...named(late), dueAt }));
      work.tell('incident', late.id);
      const called = new Set([late.keeper_id, ...(await leadsOf(work.tx)).map(({ id }) => id)]);
      for (const memberId of called) await notify(work, { memberId, kind: 'incident_late', caseId: null, facts: { key: late.id, what: late.title_it ?? late.title_en ?? '', dueAt } });
    }
  });

/** A mail came back: whoever looks at the incident sees that this customer was not told. Hears `email.delivery_failed`. */
export const showUndelivered = async (work: Work, { caseId }: { readonly caseId: string | null }): Promise<void> => {
  if (caseId === null) return;
  for (const id of await toldOn(work.tx, caseId)) work.tell('incident', id);
};
