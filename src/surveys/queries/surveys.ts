import { sql, type Selectable } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import type { Surveys, SurveyVersions } from '#migrations/tables.ts';
import { content, rule, type Content, type Rule, type SurveyState } from '../contract.ts';

export interface Survey extends Omit<Selectable<Surveys>, 'rule'> {
  readonly rule: Rule;
}

export interface Version extends Omit<Selectable<SurveyVersions>, 'content'> {
  readonly content: Content;
}

const surveyOf = (row: Selectable<Surveys>): Survey => ({ ...row, rule: rule.parse(row.rule) });
const versionOf = (row: Selectable<SurveyVersions>): Version => ({ ...row, content: content.parse(row.content) });

export const stateOf = ({ running_since: since, first_run_at: first }: Pick<Survey, 'running_since' | 'first_run_at'>): SurveyState =>
  since !== null ? 'running' : first === null ? 'draft' : 'stopped';

interface NewSurvey {
  readonly id: string;
  readonly name: string;
  readonly rule: Rule;
  readonly key: string;
  readonly by: string;
  readonly now: Instant;
}

export const insertSurvey = async (tx: Tx, { id, name, rule: fresh, key, by, now }: NewSurvey): Promise<void> => {
  await tx.insertInto('surveys').values({ id, name, rule: JSON.stringify(fresh), public_key: key, created_at: now, created_by: by }).execute();
};

interface NewVersion {
  readonly id: string;
  readonly surveyId: string;
  readonly number: number;
  readonly content: Content;
  readonly by: string;
  readonly now: Instant;
}

export const insertVersion = async (tx: Tx, { id, surveyId, number, content: fresh, by, now }: NewVersion): Promise<void> => {
  await tx.insertInto('survey_versions').values({ id, survey_id: surveyId, number, content: JSON.stringify(fresh), written_at: now, written_by: by }).execute();
};

/** Only of a version that nobody was shown. */
export const rewriteVersion = async (tx: Tx, id: string, { content: fresh, by, now }: Pick<NewVersion, 'content' | 'by' | 'now'>): Promise<void> => {
  await tx.updateTable('survey_versions').set({ content: JSON.stringify(fresh), written_at: now, written_by: by }).where('id', '=', id).execute();
};

export const lockSurvey = async (tx: Tx, id: string): Promise<Survey | undefined> => {
  const row = await tx.selectFrom('surveys').where('id', '=', id).selectAll().forUpdate().executeTakeFirst();
  return row && surveyOf(row);
};

export const surveyById = async (reader: Reader, id: string): Promise<Survey | undefined> => {
  const row = await reader.selectFrom('surveys').where('id', '=', id).selectAll().executeTakeFirst();
  return row && surveyOf(row);
};

export const allSurveys = async (reader: Reader): Promise<Survey[]> =>
  (await reader.selectFrom('surveys').selectAll().orderBy(sql`running_since is null`).orderBy('created_at', 'desc').execute()).map(surveyOf);

export const runningSurveys = async (reader: Reader): Promise<Survey[]> => (await reader.selectFrom('surveys').where('running_since', 'is not', null).selectAll().execute()).map(surveyOf);

export const surveyByKey = async (reader: Reader, key: string): Promise<Survey | undefined> => {
  const row = await reader.selectFrom('surveys').where('public_key', '=', key).where('running_since', 'is not', null).selectAll().executeTakeFirst();
  return row && surveyOf(row);
};

type Change = Partial<{ name: string; public_key: string; running_since: Instant | null; first_run_at: Instant }>;

export const changeSurvey = async (tx: Tx, id: string, change: Change): Promise<void> => {
  await tx.updateTable('surveys').set(change).where('id', '=', id).execute();
};

export const writeRule = async (tx: Tx, id: string, fresh: Rule): Promise<void> => {
  await tx.updateTable('surveys').set({ rule: JSON.stringify(fresh) }).where('id', '=', id).execute();
};

/** The questions that are asked now. */
export const latestVersion = async (reader: Reader, surveyId: string): Promise<Version> =>
  versionOf(await reader.selectFrom('survey_versions').where('survey_id', '=', surveyId).selectAll().orderBy('number', 'desc').limit(1).executeTakeFirstOrThrow());

export const versionById = async (reader: Reader, id: string): Promise<Version> => versionOf(await reader.selectFrom('survey_versions').where('id', '=', id).selectAll().executeTakeFirstOrThrow());

export const versionsOf = async (reader: Reader, surveyId: string): Promise<Version[]> =>
  (await reader.selectFrom('survey_versions').where('survey_id', '=', surveyId).selectAll().orderBy('number').execute()).map(versionOf);

/** Somebody was sent it, or has begun to answer it: from then on it stays as it is. */
export const isShown = async (reader: Reader, versionId: string): Promise<boolean> => {
  const { rows } = await sql<{ shown: boolean }>`
    select exists (select 1 from survey_invitations where version_id = ${versionId}) or exists (select 1 from survey_responses where version_id = ${versionId}) as shown`.execute(reader);
  return rows[0]?.shown ?? false;
};
