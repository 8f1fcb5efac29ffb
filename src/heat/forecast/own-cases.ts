import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { timelineOfCase, type CaseMessage } from './case-timeline.ts';
import { sourceOf, type Source } from './examples.ts';
import type { Told } from './thread.ts';

interface Row {
  readonly id: string;
  readonly said: readonly CaseMessage[];
  readonly past_cases: number;
  readonly past_chased: number;
  readonly elsewhere: readonly string[];
}

const batch = 50;
/** So many times as long as it reads it rests: the database answers screens meanwhile, and the night is long. */
const rests = 6;

// The same columns as one case is read by when it is refreshed, so that what was learnt fits what is asked.
const statement = `
  select c.id, coalesce((
      select json_agg(json_build_object('at', m.at, 'direction', m.direction, 'memberId', m.author_member_id, 'text', left(m.text, 2000)) order by m.at, m.id)
      from messages m where m.case_id = c.id and not m.is_automatic and not m.is_third_party and (m.direction = 'in' or m.act <> 'updates')
    ), '[]') as said,
    (select count(*)::int from cases p where p.customer_id = c.customer_id and p.opened_at < c.opened_at) as past_cases,
    (select count(*)::int from cases p where p.customer_id = c.customer_id and p.opened_at < c.opened_at
       and exists (select from messages m where m.case_id = p.id and m.is_chase and m.at < c.opened_at)) as past_chased,
    coalesce((select json_agg(m.at order by m.at) from messages m join cases p on p.id = m.case_id
       where p.customer_id = c.customer_id and p.id <> c.id and m.direction = 'in'), '[]') as elsewhere
  from cases c where c.id > $1 and c.opened_at >= $2 order by c.id limit ${batch}`;

const nobody = '00000000-0000-0000-0000-000000000000';

/** The cases of the house opened since then, as timelines, in the order in which they were opened. Texts are looked at and let go. */
export const ownCases = async (client: Pick<pg.ClientBase, 'query'>, since: Date): Promise<Source> => {
  const told: Told[] = [];
  let after = nobody;
  for (;;) {
    const began = performance.now();
    const { rows } = await client.query<Row>(statement, [after, since]);
    await pause(rests * (performance.now() - began));
    for (const { id, said, past_cases, past_chased, elsewhere } of rows) {
      const timeline = timelineOfCase({ said, past: { cases: past_cases, chased: past_chased }, elsewhere });
      if (timeline !== null) told.push({ id, timeline });
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) break;
    after = last.id;
  }
  return sourceOf(told.toSorted((one, other) => one.timeline.said[0]!.at - other.timeline.said[0]!.at));
};
