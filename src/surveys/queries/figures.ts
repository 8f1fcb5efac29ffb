import { sql } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import type { Said, WhyNot } from '../contract.ts';
import type { Counts, ScaleKind } from '../rules.ts';

/** A stretch of time, and one survey or all of them. */
export interface Asked {
  readonly surveyId: string | null;
  readonly from: Instant;
  readonly to: Instant;
}

const of = ({ surveyId, from, to }: Asked) => sql`r.settled_at >= ${from} and r.settled_at < ${to} ${surveyId === null ? sql`` : sql`and r.survey_id = ${surveyId}`}`;

interface ScoreRow {
  readonly surveyId: string;
  readonly kind: ScaleKind;
  readonly score: number;
  readonly count: number;
}

export type ScoreCounts = Readonly<Record<ScaleKind, Counts>>;

/** Adds up rows into how often each score of each kind was given. */
export const countsOf = (rows: readonly Pick<ScoreRow, 'kind' | 'score' | 'count'>[]): ScoreCounts => {
  const counts: Record<ScaleKind, Map<number, number>> = { csat: new Map(), nps: new Map(), ces: new Map() };
  for (const { kind, score, count } of rows) counts[kind].set(score, (counts[kind].get(score) ?? 0) + count);
  return counts;
};

/** Every score that counts, by survey. */
export const scoreRows = async (reader: Reader, asked: Asked): Promise<ScoreRow[]> => {
  const { rows } = await sql<ScoreRow>`
    select r.survey_id as "surveyId", a.kind, a.score, count(*)::int as count from survey_answers a join survey_responses r on r.id = a.response_id
    where a.score is not null and ${of(asked)} group by 1, 2, 3`.execute(reader);
  return rows;
};

export interface Reached {
  readonly surveyId: string;
  readonly sent: number;
  readonly delivered: number;
  readonly answered: number;
}

/** How many were sent, reached, and have answered, by survey. Delivered is what a mail server took and no server sent back. */
export const reachedRows = async (reader: Reader, { surveyId, from, to }: Asked): Promise<Reached[]> => {
  const { rows } = await sql<Reached>`
    select i.survey_id as "surveyId", count(*)::int as sent,
      count(*) filter (where r.id is not null or i.way = 'page' or exists (select 1 from outbox_recipients o where o.outbox_id = i.outbox_id and o.state = 'sent'))::int as delivered,
      count(*) filter (where r.settled_at is not null and exists (select 1 from survey_answers a where a.response_id = r.id))::int as answered
    from survey_invitations i left join survey_responses r on r.invitation_id = i.id
    where i.token_hash is not null and i.settled_at >= ${from} and i.settled_at < ${to} ${surveyId === null ? sql`` : sql`and i.survey_id = ${surveyId}`}
    group by 1`.execute(reader);
  return rows;
};

export const lowRows = async (reader: Reader, asked: Asked): Promise<{ surveyId: string; count: number }[]> => {
  const { rows } = await sql<{ surveyId: string; count: number }>`select r.survey_id as "surveyId", count(*)::int as count from survey_responses r where r.became is not null and ${of(asked)} group by 1`.execute(reader);
  return rows;
};

export const notAskedRows = async (reader: Reader, { surveyId, from, to }: Asked): Promise<{ because: WhyNot; count: number }[]> => {
  const { rows } = await sql<{ because: WhyNot; count: number }>`
    select not_asked_because as because, count(*)::int as count from survey_invitations
    where survey_id = ${surveyId} and not_asked_because is not null and settled_at >= ${from} and settled_at < ${to} group by 1 order by 2 desc`.execute(reader);
  return rows;
};

export interface QuestionCount {
  readonly question: string;
  readonly kind: string;
  /** A score, a choice, or nothing for words. */
  readonly value: string | null;
  readonly count: number;
}

/** How often each answer was given to each question, whatever version asked it. */
export const questionRows = async (reader: Reader, asked: Asked): Promise<QuestionCount[]> => {
  const { rows } = await sql<QuestionCount>`
    select a.question, a.kind, v.value, count(*)::int as count from survey_answers a join survey_responses r on r.id = a.response_id
    left join lateral (select a.score::text as value where a.score is not null union all select unnest(a.chosen)) v on true
    where ${of(asked)} group by 1, 2, 3`.execute(reader);
  return rows;
};

/** How many people answered each question. */
export const answeredRows = async (reader: Reader, asked: Asked): Promise<{ question: string; count: number }[]> => {
  const { rows } = await sql<{ question: string; count: number }>`
    select a.question, count(*)::int as count from survey_answers a join survey_responses r on r.id = a.response_id where ${of(asked)} group by 1`.execute(reader);
  return rows;
};

interface WeekRow extends Pick<ScoreRow, 'kind' | 'score' | 'count'> {
  readonly monday: string;
}

export const weekRows = async (reader: Reader, asked: Asked, timeZone: string): Promise<{ scores: WeekRow[]; answered: { monday: string; count: number }[] }> => {
  const monday = sql`date_trunc('week', r.settled_at at time zone ${timeZone}::text)::date`;
  const [scores, answered] = [
    await sql<WeekRow>`select ${monday} as monday, a.kind, a.score, count(*)::int as count from survey_answers a join survey_responses r on r.id = a.response_id where a.score is not null and ${of(asked)} group by 1, 2, 3`.execute(reader),
    await sql<{ monday: string; count: number }>`select ${monday} as monday, count(*)::int as count from survey_responses r where ${of(asked)} and exists (select 1 from survey_answers a where a.response_id = r.id) group by 1 order by 1`.execute(reader),
  ];
  return { scores: scores.rows, answered: answered.rows };
};

export interface SaidRow {
  readonly id: string;
  readonly versionId: string;
  readonly at: Date;
  readonly way: Said['way'];
  readonly email: string | null;
  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly caseId: string | null;
  readonly caseNumber: number | null;
  readonly isLow: boolean;
  readonly became: 'joined' | 'opened' | null;
  readonly becameCaseId: string | null;
  readonly becameNumber: number | null;
  readonly language: string;
  readonly answers: readonly { readonly question: string; readonly kind: string; readonly score: number | null; readonly chosen: readonly string[]; readonly words: string | null }[];
}

interface SaidAsked {
  readonly surveyId: string;
  readonly before?: string | undefined;
  readonly only?: 'all' | 'words' | 'low';
  readonly from?: Instant;
  readonly to?: Instant;
  readonly limit: number;
}

/** What was said, the latest first, with everything that was answered. */
export const saidRows = async (reader: Reader, { surveyId, before, only = 'all', from, to, limit }: SaidAsked): Promise<SaidRow[]> => {
  const { rows } = await sql<SaidRow>`
    select r.id, r.version_id as "versionId", r.settled_at as at, r.way, r.email, r.language, cu.id as "customerId", cu.name as "customerName", c.id as "caseId", c.number as "caseNumber",
      r.low is not null as "isLow", r.became, b.id as "becameCaseId", b.number as "becameNumber", said.answers
    from survey_responses r
    cross join lateral (select json_agg(json_build_object('question', a.question, 'kind', a.kind, 'score', a.score, 'chosen', a.chosen, 'words', a.words)) as answers, bool_or(a.words is not null) as with_words
      from survey_answers a where a.response_id = r.id) said
    left join customers cu on cu.id = r.customer_id left join cases c on c.id = r.case_id left join cases b on b.id = r.became_case_id
    where r.survey_id = ${surveyId} and r.settled_at is not null and said.answers is not null
      ${before === undefined ? sql`` : sql`and r.id < ${before}`} ${only === 'words' ? sql`and said.with_words` : only === 'low' ? sql`and r.low is not null` : sql``}
      ${from === undefined ? sql`` : sql`and r.settled_at >= ${from}`} ${to === undefined ? sql`` : sql`and r.settled_at < ${to}`}
    order by r.id desc limit ${limit}`.execute(reader);
  return rows;
};
