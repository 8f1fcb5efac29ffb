import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#base/db/db.ts';
import type { RequestView, TurnView } from '../contract.ts';
import { stepNames } from './climbs.ts';
import { familyOf } from './family.ts';
import type { Step } from '../rules.ts';

/** What happened to a request: who said what, how it climbed, how often its answer was sent back. */
export interface Story {
  readonly turns: TurnView[];
  readonly climbs: RequestView['climbs'];
  /** How often an answer was sent back, not counting what was brought back. */
  readonly sentBackTimes: number;
  readonly lastSentBack: RequestView['sentBack'];
  /** The case on which it lives: the one it was asked on, or the one that this was merged into. */
  readonly livesOn: string;
}

type SentBack = NonNullable<RequestView['sentBack']>;

interface Row {
  readonly id: string;
  readonly turns: TurnView[];
  readonly climbs: { readonly at: string; readonly step: Step; readonly toName: string; readonly byHand: boolean }[];
  readonly returns: SentBack[];
  readonly livesOn: string;
}

const list = (object: RawBuilder<unknown>, rows: RawBuilder<unknown>, order: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(select coalesce(json_agg(${object} order by ${order}), '[]') from ${rows})`;

const files = list(sql`json_build_object('id', f.id, 'name', f.name, 'type', f.type, 'size', f.size)`, sql`request_files f where f.turn_id = t.id`, sql`f.id`);
const turns = list(
  sql`json_build_object('id', t.id, 'kind', t.kind, 'by', t.by_name, 'via', t.via, 'text', t.text, 'folded', t.folded, 'choice', t.choice,
    'promisedFor', t.promised_for, 'whoseIsIt', t.whose_is_it, 'at', t.at, 'files', ${files})`,
  sql`request_turns t where t.request_id = r.id`,
  sql`t.at, t.id`,
);
const climbs = list(sql`json_build_object('at', cl.at, 'step', cl.step, 'toName', cl.to_name, 'byHand', cl.by_member_id is not null)`, sql`request_climbs cl where cl.request_id = r.id`, sql`cl.at, cl.id`);
const returns = list(
  sql`json_build_object('at', b.at, 'by', b.by_name, 'missing', b.missing, 'leavesAt', case when b.left_at is null then b.leaves_at end)`,
  sql`request_returns b where b.request_id = r.id and b.undone_at is null`,
  sql`b.at`,
);
const livesOn = sql`(with recursive chain as (select c.id, c.merged_into_id from cases c where c.id = r.case_id
  union all select n.id, n.merged_into_id from cases n join chain on n.id = chain.merged_into_id) select id from chain where merged_into_id is null)`;

/** Instants inside JSON come in the database's spelling; screens compare them as text, so all have one. */
const respell = (at: string): string => new Date(at).toISOString();

const storyOf = (row: Row): Story => {
  const last = row.returns.at(-1) ?? null;
  return {
    turns: row.turns.map((turn) => ({ ...turn, at: respell(turn.at) })),
    climbs: row.climbs.map(({ at, step, ...climb }) => ({ ...climb, at: respell(at), step: stepNames[step] })),
    sentBackTimes: row.returns.length,
    lastSentBack: last === null ? null : { ...last, at: respell(last.at), leavesAt: last.leavesAt === null ? null : respell(last.leavesAt) },
    livesOn: row.livesOn,
  };
};

/** By whose ids the requests are named, or the case that they were asked on, with those that were merged into it. */
export type Which = readonly string[] | { readonly caseId: string };

/** The stories of many requests by their ids, in one statement. */
export const storiesOf = async (reader: Reader, which: Which): Promise<ReadonlyMap<string, Story>> => {
  const named = 'caseId' in which ? sql`r.case_id = any(${familyOf(which.caseId)})` : sql`r.id = any(${[...which]}::uuid[])`;
  const { rows } = await sql<Row>`select r.id, ${turns} as turns, ${climbs} as climbs, ${returns} as returns, ${livesOn} as "livesOn" from requests r where ${named}`.execute(reader);
  return new Map(rows.map((row) => [row.id, storyOf(row)]));
};
