import { sql, type Selectable } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import type { Incidents } from '#migrations/tables.ts';
import type { IncidentInput, IncidentState, InBoth } from '../contract.ts';
import type { Known } from '../rules.ts';

export type Incident = Selectable<Incidents>;

export const titleOf = ({ title_it: it, title_en: en }: Pick<Incident, 'title_it' | 'title_en'>): InBoth => ({ it, en });
export const knownOf = ({ known_it: it, known_en: en }: Pick<Incident, 'known_it' | 'known_en'>): InBoth => ({ it, en });

interface NewIncident extends IncidentInput {
  readonly id: string;
  readonly keeperId: string;
  readonly now: Instant;
}

export const insertIncident = async (tx: Tx, fresh: NewIncident): Promise<number> => {
  const row = await tx
    .insertInto('incidents')
    .values({
      id: fresh.id, title_it: fresh.title.it, title_en: fresh.title.en, known_it: fresh.known.it, known_en: fresh.known.en,
      department_id: fresh.departmentId, state: fresh.state, began_at: new Date(fresh.beganAt), next_update_due_at: new Date(fresh.nextUpdateAt),
      keeper_id: fresh.keeperId, opened_at: fresh.now,
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  return row.number;
};

/** Holds the incident for this transaction. */
export const lockIncident = (tx: Tx, id: string): Promise<Incident | undefined> => tx.selectFrom('incidents').where('id', '=', id).selectAll().forUpdate().executeTakeFirst();

/** As it stands, without holding it. */
export const readIncident = (reader: Reader, id: string): Promise<Incident | undefined> => reader.selectFrom('incidents').where('id', '=', id).selectAll().executeTakeFirst();

export const changeIncident = async (tx: Tx, id: string, { title, known, departmentId }: { title: InBoth; known: InBoth; departmentId: string }): Promise<void> => {
  await tx.updateTable('incidents').set({ title_it: title.it, title_en: title.en, known_it: known.it, known_en: known.en, department_id: departmentId }).where('id', '=', id).execute();
};

export const setPublished = async (tx: Tx, id: string, at: Instant | null): Promise<void> => {
  await tx.updateTable('incidents').set({ published_at: at }).where('id', '=', id).execute();
};

interface Stands {
  readonly state: IncidentState;
  readonly nextUpdateAt: Instant | null;
  readonly now: Instant;
}

/** What an update that leaves says about the incident is true from then on. */
export const standsFrom = async (tx: Tx, id: string, { state, nextUpdateAt, now }: Stands): Promise<void> => {
  await tx.updateTable('incidents').set({ state, next_update_due_at: nextUpdateAt, called_at: null, resolved_at: state === 'resolved' ? now : null }).where('id', '=', id).execute();
};

/** Incidents of which everybody should have heard by now and has not; each is claimed once. */
/** Of whose next update nobody was called yet. */
export const unwatched = (reader: Reader) => reader.selectFrom('incidents').where(sql<boolean>`state <> 'resolved'`).where('called_at', 'is', null);

export const claimLate = (tx: Tx, now: Instant): Promise<Incident[]> =>
  tx.updateTable('incidents').set({ called_at: now }).where('state', '<>', 'resolved').where('next_update_due_at', '<=', now).where('called_at', 'is', null).returningAll().execute();

export const hasOpenIncident = async (reader: Reader): Promise<boolean> =>
  (await reader.selectFrom('incidents').where('state', '<>', 'resolved').select('id').limit(1).executeTakeFirst()) !== undefined;

export const openIncidents = (reader: Reader): Promise<Incident[]> => reader.selectFrom('incidents').where('state', '<>', 'resolved').selectAll().execute();

const latestResolved = 50;

const rows = (reader: Reader) =>
  reader
    .selectFrom('incidents')
    .innerJoin('departments', 'departments.id', 'incidents.department_id')
    .innerJoin('members', 'members.id', 'incidents.keeper_id')
    .selectAll('incidents')
    .select(['departments.name as departmentName', 'members.name as keeperName'])
    .select((eb) => {
      const cases = eb.selectFrom('incident_cases').innerJoin('cases', 'cases.id', 'incident_cases.case_id').whereRef('incident_cases.incident_id', '=', 'incidents.id');
      const isOpen = sql<boolean>`cases.status not in ('resolved', 'closed') and cases.merged_into_id is null`;
      return [
        cases.where('incident_cases.state', '=', 'linked').select((e) => e.fn.countAll<number>().as('n')).as('linked'),
        cases.where('incident_cases.state', '=', 'linked').where(isOpen).select((e) => e.fn.countAll<number>().as('n')).as('open'),
        cases.where('incident_cases.state', '=', 'suggested').where(isOpen).select((e) => e.fn.countAll<number>().as('n')).as('suggested'),
        cases.where('incident_cases.state', '=', 'dismissed').select((e) => e.fn.countAll<number>().as('n')).as('dismissed'),
      ];
    });

export type ShownIncident = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>;

/** The open ones by when everybody is to hear next, then those that were resolved last. */
export const allIncidents = async (reader: Reader): Promise<ShownIncident[]> => [
  ...(await rows(reader).where('incidents.state', '<>', 'resolved').orderBy('next_update_due_at').execute()),
  ...(await rows(reader).where('incidents.state', '=', 'resolved').orderBy('incidents.resolved_at', 'desc').limit(latestResolved).execute()),
];

export const incidentById = (reader: Reader, id: string): Promise<ShownIncident | undefined> => rows(reader).where('incidents.id', '=', id).executeTakeFirst();

export const wordsOf = async (reader: Reader, incidentId: string): Promise<Known[]> => {
  const found = await reader.selectFrom('incident_words').where('incident_id', '=', incidentId).orderBy('word').select(['word', 'source']).execute();
  return found.map(({ word, source }) => ({ word, source: source as Known['source'] }));
};

/** Takes the place of all words of that source. A word that the keeper marked is not learnt as well. */
export const replaceWords = async (tx: Tx, incidentId: string, { source, words }: { source: Known['source']; words: readonly string[] }): Promise<void> => {
  await tx.deleteFrom('incident_words').where('incident_id', '=', incidentId).where('source', '=', source).execute();
  if (words.length === 0) return;
  await tx
    .insertInto('incident_words')
    .values(words.map((word) => ({ incident_id: incidentId, word, source })))
    .onConflict((conflict) => (source === 'marked' ? conflict.columns(['incident_id', 'word']).doUpdateSet({ source }) : conflict.doNothing()))
    .execute();
};
