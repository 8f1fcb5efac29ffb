import { sql } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import type { CaseOfIncident, IncidentOfCase, Standing } from '../contract.ts';
import { titleOf } from './incidents.ts';

interface Found {
  readonly caseId: string;
  readonly words: readonly string[];
  readonly sameDepartment: boolean;
  readonly heardAt: Instant;
}

/** Notes cases that look like it; what a person decided stays decided. Returns those that were not known yet. */
export const suggest = async (tx: Tx, incidentId: string, found: readonly Found[], now: Instant): Promise<string[]> => {
  if (found.length === 0) return [];
  const rows = await tx
    .insertInto('incident_cases')
    .values(found.map((one) => ({
      incident_id: incidentId, case_id: one.caseId, state: 'suggested' as const, words: JSON.stringify(one.words), same_department: one.sameDepartment, heard_at: one.heardAt, at: now, by: null,
    })))
    .onConflict((conflict) => conflict.columns(['incident_id', 'case_id']).doUpdateSet((eb) => ({ words: eb.ref('excluded.words'), same_department: eb.ref('excluded.same_department'), heard_at: eb.ref('excluded.heard_at') })))
    .returning(['case_id', sql<boolean>`xmax = 0`.as('isNew')])
    .execute();
  return rows.filter(({ isNew }) => isNew).map(({ case_id: id }) => id);
};

interface Sorting {
  readonly caseIds: readonly string[];
  readonly stands: Standing;
  readonly by: string;
  readonly now: Instant;
}

/** Those of the named cases that are open, or already known to it: the others cannot be linked. In order, so that no two wait for each other. */
export const sortableCases = async (tx: Tx, incidentId: string, caseIds: readonly string[]): Promise<string[]> => {
  const rows = await tx
    .selectFrom('cases')
    .where('cases.id', 'in', [...caseIds])
    .where((eb) => eb.or([
      eb.and([eb('status', 'not in', ['resolved', 'closed']), eb('merged_into_id', 'is', null)]),
      eb.exists(eb.selectFrom('incident_cases').whereRef('incident_cases.case_id', '=', 'cases.id').where('incident_id', '=', incidentId).where('state', '<>', 'suggested').select('case_id')),
    ]))
    .orderBy('cases.id')
    .select('cases.id')
    .execute();
  return rows.map(({ id }) => id);
};

interface Sorted {
  readonly caseId: string;
  readonly words: string[];
}

/** Changes how cases stand to it; returns those that stood otherwise before. */
export const sortCases = async (tx: Tx, incidentId: string, { caseIds, stands, by, now }: Sorting): Promise<Sorted[]> => {
  if (caseIds.length === 0) return [];
  const rows = await tx
    .insertInto('incident_cases')
    .values(caseIds.map((caseId) => ({ incident_id: incidentId, case_id: caseId, state: stands, words: '[]', same_department: false, heard_at: null, at: now, by })))
    .onConflict((conflict) => conflict.columns(['incident_id', 'case_id']).doUpdateSet({ state: stands, at: now, by }).where('incident_cases.state', '<>', stands))
    .returning(['case_id', 'words'])
    .execute();
  return rows.map(({ case_id: caseId, words }) => ({ caseId, words: words as string[] }));
};

/** How these cases stand to it now. */
export const standingOf = async (reader: Reader, incidentId: string, caseIds: readonly string[]): Promise<Map<string, Standing>> => {
  const rows = await reader.selectFrom('incident_cases').where('incident_id', '=', incidentId).where('case_id', 'in', [...caseIds]).select(['case_id', 'state']).execute();
  return new Map(rows.map(({ case_id: id, state }) => [id, state as Standing]));
};

const longestList = 500;

/** Its cases that stand like that, the first who wrote first; of the suggested ones those that are still open. */
export const casesStanding = async (reader: Reader, incidentId: string, stands: Standing): Promise<{ items: CaseOfIncident[]; total: number }> => {
  const all = reader
    .selectFrom('incident_cases')
    .innerJoin('cases', 'cases.id', 'incident_cases.case_id')
    .where('incident_cases.incident_id', '=', incidentId)
    .where('incident_cases.state', '=', stands)
    .$if(stands === 'suggested', (query) => query.where('cases.status', 'not in', ['resolved', 'closed']).where('cases.merged_into_id', 'is', null));
  const { total } = await all.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await all
    .innerJoin('customers', 'customers.id', 'cases.customer_id')
    .leftJoin('members as owner', 'owner.id', 'cases.owner_id')
    .orderBy('cases.number')
    .limit(longestList)
    .select(['cases.id', 'cases.number', 'cases.subject', 'cases.status', 'cases.language', 'cases.merged_into_id', 'customers.id as customerId', 'customers.name as customerName', 'owner.id as ownerId', 'owner.name as ownerName'])
    .select(['incident_cases.words', 'incident_cases.same_department', 'incident_cases.heard_at'])
    .execute();
  return {
    total,
    items: rows.map((row) => ({
      caseId: row.id, number: row.number, subject: row.subject, customer: { id: row.customerId, name: row.customerName }, language: row.language as 'it' | 'en',
      owner: row.ownerId === null || row.ownerName === null ? null : { id: row.ownerId, name: row.ownerName },
      isOpen: row.status !== 'resolved' && row.status !== 'closed' && row.merged_into_id === null,
      words: row.words as string[], sameDepartment: row.same_department, heardAt: row.heard_at?.toISOString() ?? null,
    })),
  };
};

/** The incidents that a case belongs to, and the open ones that it looks like. */
export const incidentsOfCase = async (reader: Reader, caseId: string): Promise<IncidentOfCase[]> => {
  const rows = await reader
    .selectFrom('incident_cases')
    .innerJoin('incidents', 'incidents.id', 'incident_cases.incident_id')
    .where('case_id', '=', caseId)
    .where((eb) => eb.or([eb('incident_cases.state', '=', 'linked'), eb.and([eb('incident_cases.state', '=', 'suggested'), eb('incidents.state', '<>', 'resolved')])]))
    .orderBy('incidents.opened_at', 'desc')
    .limit(5)
    .select(['incidents.id', 'incidents.number', 'incidents.title_it', 'incidents.title_en', 'incidents.state', 'incidents.next_update_due_at', 'incident_cases.state as stands', 'incident_cases.words'])
    .execute();
  return rows.map((row) => ({
    id: row.id, number: row.number, title: titleOf(row), state: row.state as IncidentOfCase['state'], stands: row.stands as IncidentOfCase['stands'],
    words: row.words as string[], nextUpdateDueAt: row.next_update_due_at?.toISOString() ?? null,
  }));
};

/** Whose linked cases are still open, and how many of each. */
export const ownersOfOpen = (reader: Reader, incidentId: string) =>
  reader
    .selectFrom('incident_cases')
    .innerJoin('cases', 'cases.id', 'incident_cases.case_id')
    .where('incident_cases.incident_id', '=', incidentId)
    .where('incident_cases.state', '=', 'linked')
    .where('cases.status', 'not in', ['resolved', 'closed'])
    .where('cases.merged_into_id', 'is', null)
    .where('cases.owner_id', 'is not', null)
    .groupBy('cases.owner_id')
    .select((eb) => [eb.ref('cases.owner_id').$notNull().as('ownerId'), eb.fn.countAll<number>().as('count')])
    .execute();
