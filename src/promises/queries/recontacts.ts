import { sql } from 'kysely';
import { hour, plus, type Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import { recontactWithin } from '../rules.ts';

export interface UpdateCount {
  readonly sent: number;
  /** After which the customer wrote within the term, before we wrote again. */
  readonly recontacted: number;
  /** The term still runs, and nobody wrote yet. */
  readonly undecided: number;
}

interface Between {
  readonly from: Instant;
  /** Not included. */
  readonly to: Instant;
}

/**
 * The updates that left between two instants, and after how many of them the customer had to ask all the same. A contact is counted
 * against the last word that went before it and against no other; a thank you, and a third party's mail, is none.
 */
export const updatesAndRecontacts = async (reader: Reader, { from, to }: Between, now: Instant): Promise<{ byHand: UpdateCount; byItself: UpdateCount }> => {
  const { rows } = await sql<{ itself: boolean } & UpdateCount>`
    with judged as (
      select u.sent_by_itself as itself, u.at, exists (
        select from events e where e.case_id = u.case_id and e.kind = 'case.contact_received' and e.at > u.at and e.at <= u.at + make_interval(hours => ${recontactWithin / hour}::int)
          and not (e.data ->> 'isThanks')::boolean and not (e.data ->> 'isThirdParty')::boolean
          and not exists (select from messages n where n.case_id = u.case_id and n.direction = 'out' and not n.is_automatic and n.at > u.at and n.at < e.at)) as recontacted
      from messages u where u.direction = 'out' and u.act = 'updates' and not u.is_automatic and u.at >= ${from} and u.at < ${to})
    select itself, count(*)::int as sent, count(*) filter (where recontacted)::int as recontacted,
      count(*) filter (where not recontacted and at > ${plus(now, -recontactWithin)})::int as undecided
    from judged group by itself`.execute(reader);
  const of = (itself: boolean): UpdateCount => {
    const { sent = 0, recontacted = 0, undecided = 0 } = rows.find((row) => row.itself === itself) ?? {};
    return { sent, recontacted, undecided };
  };
  return { byHand: of(false), byItself: of(true) };
};
