import { day, plus } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import { hashToken } from '#base/secrets.ts';

/** From the mail that carried it; every mail carries a fresh one. */
const lives = 60 * day;
/** After the answer, for what is added to it. */
const livesAfterAnswer = 14 * day;

interface NewLink {
  readonly id: string;
  readonly requestId: string;
  readonly token: string;
  readonly for: { readonly name: string; readonly address: string };
  readonly now: Date;
}

/** Only the hash of the token is kept: whoever reads the database opens no page. */
export const insertLink = async (tx: Tx, link: NewLink): Promise<void> => {
  await tx
    .insertInto('request_links')
    .values({
      id: link.id,
      request_id: link.requestId,
      token_hash: hashToken(link.token),
      for_name: link.for.name,
      for_address: link.for.address,
      created_at: link.now,
      expires_at: plus(link.now, lives),
    })
    .execute();
};

export interface OpenedLink {
  readonly requestId: string;
  readonly forName: string;
  readonly forAddress: string;
}

/** What a token opens now. Undefined whether it is unknown, expired or revoked, or the request was settled too long ago or withdrawn. */
export const linkByToken = async (reader: Reader, token: string, now: Date): Promise<OpenedLink | undefined> =>
  reader
    .selectFrom('request_links')
    .innerJoin('requests', 'requests.id', 'request_links.request_id')
    .where('token_hash', '=', hashToken(token))
    .where('expires_at', '>', now)
    .where('revoked_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where((eb) => eb.or([eb('answered_at', 'is', null), eb('answered_at', '>', plus(now, -livesAfterAnswer))]))
    .where((eb) => eb.or([eb('refused_at', 'is', null), eb('refused_at', '>', plus(now, -livesAfterAnswer))]))
    .select(['request_links.request_id as requestId', 'for_name as forName', 'for_address as forAddress'])
    .executeTakeFirst();

export const revokeLinks = async (tx: Tx, requestId: string, now: Date): Promise<void> => {
  await tx.updateTable('request_links').set({ revoked_at: now }).where('request_id', '=', requestId).where('revoked_at', 'is', null).execute();
};

/** Who was written to about a request, with the name they were called by. */
export const givenTo = async (reader: Reader, requestId: string): Promise<{ name: string; address: string }[]> =>
  reader.selectFrom('request_links').where('request_id', '=', requestId).select(['for_name as name', 'for_address as address']).orderBy('created_at', 'desc').execute();
