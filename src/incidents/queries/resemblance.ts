import { sql } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import { lowestIdAt } from '#base/ids.ts';
import type { Language } from '#base/texts.ts';
import type { Known, Ordinary, Said } from '../rules.ts';

/** A text of this length is a mail; beyond it stands what somebody pasted. */
const longestRead = 20_000;
/** So many linked cases say what they have in common as well as all of them. */
const mostLearntFrom = 100;
/** The latest messages before it began, as ordinary ones. */
const ordinarySample = 1_000;

// A word of the incident in both forms in which words are stored; one of several words is a phrase. Empty for words that say nothing.
const question = sql`phraseto_tsquery('italian', plain_letters(word)) || phraseto_tsquery('english', plain_letters(word))`;

interface Candidate {
  readonly caseId: string;
  readonly departmentId: string;
  readonly heardAt: Instant;
  readonly words: readonly string[];
}

interface Looking {
  readonly beganAt: Instant;
  readonly known: readonly Known[];
  /** Only this case; all of them without it. */
  readonly caseId?: string;
}

/** Open cases whose customers, since it began, wrote words by which it is recognised. The index of words may lag behind a moment. */
export const casesWithWords = async (reader: Reader, { beganAt, known, caseId }: Looking): Promise<Candidate[]> => {
  if (known.length === 0) return [];
  const { rows } = await sql<Candidate>`
    with forms as (
      select word, phraseto_tsquery('italian', plain_letters(word)) as italian, phraseto_tsquery('english', plain_letters(word)) as english
      from unnest(${known.map(({ word }) => word)}::text[]) word
    ),
    -- "errore" and "error" have one stem: who writes one of them has said one word, not two.
    asked as materialized (
      select distinct on (english::text) word, italian || english as question
      from (select distinct on (italian::text) * from forms order by italian::text, length(word) desc, word) by_italian
      order by english::text, length(word) desc, word
    )
    select c.id as "caseId", c.department_id as "departmentId", min(m.at) as "heardAt", array_agg(distinct asked.word order by asked.word) as words
    from messages m join cases c on c.id = m.case_id
    left join message_words indexed on indexed.message_id = m.id
    cross join lateral (select coalesce(indexed.words, searchable_words(left(coalesce(m.subject, '') || ' ' || m.text, ${longestRead}))) as said offset 0) read
    join asked on read.said @@ asked.question
    where m.id >= ${lowestIdAt(beganAt)}::uuid and m.at >= ${beganAt} and m.direction = 'in' and not m.is_automatic and not m.is_third_party
      and c.status not in ('resolved', 'closed') and c.merged_into_id is null ${caseId === undefined ? sql`` : sql`and c.id = ${caseId}`}
    group by c.id, c.department_id`.execute(reader);
  return rows;
};

/** What the customers of linked cases wrote since it began. */
export const saidOnLinked = async (reader: Reader, incidentId: string, beganAt: Instant): Promise<Said[]> => {
  const { rows } = await sql<{ language: Language; text: string }>`
    select c.language, string_agg(left(coalesce(m.subject, '') || ' ' || m.text, 2000), ' ') as text
    from (select case_id from incident_cases where incident_id = ${incidentId} and state = 'linked' order by at desc, case_id limit ${mostLearntFrom}) linked
    join cases c on c.id = linked.case_id
    join messages m on m.case_id = c.id and m.direction = 'in' and not m.is_automatic and not m.is_third_party and m.at >= ${beganAt}
    group by c.id, c.language`.execute(reader);
  return rows;
};

export const saidOnCase = async (reader: Reader, caseId: string): Promise<string> => {
  const { rows } = await sql<{ text: string | null }>`
    select string_agg(left(coalesce(m.subject, '') || ' ' || m.text, 4000), ' ' order by m.at) as text
    from messages m where m.case_id = ${caseId} and m.direction = 'in' and not m.is_automatic and not m.is_third_party`.execute(reader);
  return rows[0]?.text ?? '';
};

/** How usual each word was before `before`; words that say nothing by themselves are left out. */
export const ordinaryUse = async (reader: Reader, words: readonly string[], before: Instant): Promise<Ordinary> => {
  const { rows } = await sql<{ word: string | null; having: number; total: number }>`
    with sample as materialized (select words from message_words where at < ${before} order by at desc, message_id desc limit ${ordinarySample}),
    asked as materialized (select word, ${question} as question from unnest(${[...words]}::text[]) word),
    counted as (select count(*)::int as total from sample)
    select asked.word, (select count(*)::int from sample where sample.words @@ asked.question) as having, counted.total
    from counted left join asked on numnode(asked.question) > 0`.execute(reader);
  const total = rows[0]?.total ?? 0;
  return { total, having: new Map(rows.flatMap(({ word, having }): [string, number][] => (word === null ? [] : [[word, having]]))) };
};

/** The departments in whose queues its linked cases stand. */
export const departmentsOfLinked = async (reader: Reader, incidentId: string): Promise<Set<string>> => {
  const rows = await reader.selectFrom('incident_cases').innerJoin('cases', 'cases.id', 'incident_cases.case_id')
    .where('incident_id', '=', incidentId).where('incident_cases.state', '=', 'linked').select('cases.department_id').distinct().execute();
  return new Set(rows.map(({ department_id: id }) => id));
};
