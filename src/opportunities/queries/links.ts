import { plus } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import { hashToken } from '#base/secrets.ts';
import { policy } from '../rules.ts';

interface NewLink {
  readonly id: string;
  readonly opportunityId: string;
  readonly token: string;
  readonly for: { readonly name: string; readonly address: string };
  readonly now: Date;
}

/** Only the hash of the token is kept: whoever reads the database opens no page. */
export const insertLink = async (tx: Tx, { id, opportunityId, token, for: { name, address }, now }: NewLink): Promise<void> => {
  await tx.insertInto('opportunity_links').values({ id, opportunity_id: opportunityId, token_hash: hashToken(token), for_name: name, for_address: address, created_at: now, expires_at: plus(now, policy.linkLives) }).execute();
};

export interface OpenedLink {
  readonly opportunityId: string;
  readonly forName: string;
  readonly forAddress: string;
}

/** What a token opens now; undefined whether it is unknown or expired. */
export const linkByToken = (reader: Reader, token: string, now: Date): Promise<OpenedLink | undefined> =>
  reader.selectFrom('opportunity_links').where('token_hash', '=', hashToken(token)).where('expires_at', '>', now)
    .select(['opportunity_id as opportunityId', 'for_name as forName', 'for_address as forAddress']).executeTakeFirst();
