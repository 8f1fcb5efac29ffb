import { z } from 'zod';
import { defineJob } from '#base/job-queue.ts';
import { inWork, system, type Work } from '#base/work.ts';
import { suggest } from '../queries/cases.ts';
import { hasOpenIncident, openIncidents, readIncident, replaceWords, wordsOf, type Incident } from '../queries/incidents.ts';
import { casesWithWords, departmentsOfLinked, ordinaryUse, saidOnLinked } from '../queries/resemblance.ts';
import { learntWords, resembles, sharedWords } from '../rules.ts';

/** Notes which cases look like it, by the words that it has now: all of them, or the one that somebody has just written on. */
const look = async (work: Work, incident: Incident, caseId?: string): Promise<void> => {
  if (incident.state === 'resolved') return;
  const known = await wordsOf(work.tx, incident.id);
  const departments = await departmentsOfLinked(work.tx, incident.id);
  const candidates = await casesWithWords(work.tx, { beganAt: incident.began_at, known, ...(caseId !== undefined && { caseId }) });
  const alike = candidates
    .map((one) => ({ ...one, sameDepartment: departments.size === 0 || departments.has(one.departmentId) }))
    .filter((one) => resembles({ found: known.filter(({ word }) => one.words.includes(word)), known, sameDepartment: one.sameDepartment }));
  const fresh = await suggest(work.tx, incident.id, alike, work.now);
  if (fresh.length > 0) work.tell('incident', incident.id);
  for (const id of fresh) work.tell('case', id);
};

/** Learns what its linked cases have in common, and looks for others. Asked for whenever its words or its cases change. */
export const lookForCases = defineJob({
  name: 'look-for-incident-cases',
  payload: z.object({ incidentId: z.uuid() }),
  attempts: 10,
  run: (services, { incidentId }) =>
    inWork(services, system, async (work) => {
      const incident = await readIncident(work.tx, incidentId);
      if (incident === undefined) return;
      const shared = sharedWords(await saidOnLinked(work.tx, incidentId, incident.began_at));
      const words = shared.length === 0 ? [] : learntWords(shared, await ordinaryUse(work.tx, shared, incident.began_at));
      await replaceWords(work.tx, incidentId, { source: 'learnt', words });
      await look(work, incident);
    }),
});

/** Looks whether a case that its customer has just written on belongs to an incident. */
export const lookAtCase = defineJob({
  name: 'look-at-case-for-incidents',
  payload: z.object({ caseId: z.uuid() }),
  attempts: 10,
  run: async (services, { caseId }) => {
    for (const incident of await openIncidents(services.db)) await inWork(services, system, (work) => look(work, incident, caseId));
  },
});

/** A customer wrote: while something is wrong, their case is looked at. Hears `case.opened` and `case.contact_received`. */
export const lookWhenHeard = async (work: Work, { caseId, data }: { readonly caseId: string | null; readonly data: { readonly messageId: string | null } }): Promise<void> => {
  if (caseId !== null && data.messageId !== null && (await hasOpenIncident(work.tx))) work.enqueue(lookAtCase, { caseId }, `incidents ${caseId}`);
};
