import { day, plus } from '#base/clock.ts';
import { newId } from '#base/ids.ts';
import { hashToken, newToken } from '#base/secrets.ts';
import type { Reader } from '#base/db/db.ts';
import type { Work } from '#base/work.ts';
import { caseEvents } from '../contract.ts';

/** A link lives this long from the message that carried it; every message carries a fresh one. */
const lives = 60 * day;
/** After a case is resolved its pages stay open long enough to say "not solved" and to rate. */
const livesAfterResolution = 14 * day;

/** `chat`: shown to somebody who only says who they are; `mail`: whoever has it reads the customer's mailbox. */
type GivenIn = 'mail' | 'chat';

/** A new token for the customer's page of a case. Only its hash is kept: whoever reads the database opens no page. */
export const issueLink = async (work: Work, caseId: string, customerId: string, givenIn: GivenIn = 'mail'): Promise<string> => {
  const token = newToken();
  await work.tx
    .insertInto('case_links')
    .values({ id: newId(work.now), case_id: caseId, customer_id: customerId, token_hash: hashToken(token), created_at: work.now, expires_at: plus(work.now, lives), given_in: givenIn })
    .execute();
  return token;
};

/** Ends the links that were shown in a chat: the case now holds more than its visitor said. */
export const endLinksOfChat = async (work: Work, caseId: string): Promise<void> => {
  await work.tx.updateTable('case_links').set({ revoked_at: work.now }).where('case_id', '=', caseId).where('given_in', '=', 'chat').where('revoked_at', 'is', null).execute();
};

export interface OpenedLink {
  readonly id: string;
  readonly caseId: string;
  readonly customerId: string;
}

/** The case that a token opens now, or undefined: unknown, expired, revoked, or its case resolved too long ago. */
export const linkByToken = async (reader: Reader, token: string, now: Date): Promise<OpenedLink | undefined> => {
  const row = await reader
    .selectFrom('case_links')
    .innerJoin('cases', 'cases.id', 'case_links.case_id')
    .where('token_hash', '=', hashToken(token))
    .where('expires_at', '>', now)
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('cases.resolved_at', 'is', null), eb('cases.merged_into_id', 'is not', null), eb('cases.resolved_at', '>', plus(now, -livesAfterResolution))]))
    .select(['case_links.id', 'case_links.case_id as caseId', 'case_links.customer_id as customerId'])
    .executeTakeFirst();
  return row;
};

/** Counts an opening, at most one a minute, so that the agent sees that the customer has looked. */
export const countOpening = async (work: Work, link: OpenedLink): Promise<void> => {
  const minute = 60_000;
  const { numUpdatedRows } = await work.tx
    .updateTable('case_links')
    .set((eb) => ({ last_opened_at: work.now, openings: eb('openings', '+', 1) }))
    .where('id', '=', link.id)
    .where((eb) => eb.or([eb('last_opened_at', 'is', null), eb('last_opened_at', '<', plus(work.now, -minute))]))
    .executeTakeFirst();
  if (numUpdatedRows > 0n) work.emit(caseEvents['case.page_opened'](link.caseId, { linkId: link.id }));
};
