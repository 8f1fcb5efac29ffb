import { sql, type RawBuilder } from 'kysely';

/** A case and every case that was merged into it, directly or over others. As an array: the planner else reads all requests. */
export const familyOf = (caseId: string): RawBuilder<string[]> =>
  sql<string[]>`array(with recursive family as (select ${caseId}::uuid as id union select cases.id from cases join family on cases.merged_into_id = family.id)
    select id from family)`;
