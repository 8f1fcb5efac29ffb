import { sql } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';

export const caseOfMessage = async (reader: Reader, messageId: string): Promise<string | undefined> =>
  (await reader.selectFrom('messages').where('id', '=', messageId).select('case_id').executeTakeFirst())?.case_id;

export const messagesOn = async (reader: Reader, caseId: string): Promise<number> =>
  Number((await reader.selectFrom('messages').where('case_id', '=', caseId).select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n);

/** What follows from a contact by itself, in the name of whoever brought it. */
const follows = ['case.opened', 'case.contact_received', 'case.join_suggested', 'case.reopened'];

interface Asked {
  readonly caseId: string;
  readonly messageId: string;
  readonly besides: readonly string[];
  readonly since: Instant;
}

/** Whether, since that message was filed, somebody has acted on its case, or begun to write, or the customer has said something else. */
export const hasActed = async (reader: Reader, { caseId, messageId, besides, since }: Asked): Promise<boolean> => {
  const { rows } = await sql<{ acted: boolean }>`
    select exists (
        select from events e where e.case_id = ${caseId} and e.id > coalesce((select max(f.id) from events f where f.case_id = ${caseId} and f.data->>'messageId' = ${messageId}), 0)
          and e.actor->>'kind' <> 'system' and e.kind <> all (${follows})
          and coalesce(e.data->>'why', e.data->>'because', '') <> 'customer_wrote'
          and not (e.kind = 'case.split' and e.at >= ${since})
      ) or exists (select from messages m where m.case_id = ${caseId} and m.id > ${messageId} and m.id <> all (${[...besides]}::uuid[]))
      or exists (select from drafts d where d.case_id = ${caseId} and d.text <> '')
      or exists (select from notes n where n.case_id = ${caseId} and n.id > ${messageId}) as acted`.execute(reader);
  return rows[0]!.acted;
};
