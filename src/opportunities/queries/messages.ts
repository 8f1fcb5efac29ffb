import { sql } from 'kysely';
import type { Reader } from '#base/db/db.ts';

/** A message of a case, or of one that was merged into it. */
export const messageOnCase = (reader: Reader, caseId: string, messageId: string): Promise<{ text: string; direction: string } | undefined> =>
  reader.selectFrom('messages').where('messages.id', '=', messageId)
    .where(sql<boolean>`messages.case_id = any(array(with recursive family as (
      select ${caseId}::uuid as id union select cases.id from cases join family on cases.merged_into_id = family.id) select id from family))`)
    .select(['text', 'direction']).executeTakeFirst();
