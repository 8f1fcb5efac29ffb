import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import type { Language } from '#base/texts.ts';
import type { Digest } from '../contract.ts';

/** Makes the week's row; false where another process, or an earlier start, has made it. */
export const claimWeek = async (tx: Tx, digest: Digest, now: Instant): Promise<boolean> => {
  const made = await tx.insertInto('digests').values({ week: digest.week, made_at: now, figures: JSON.stringify(digest) }).onConflict((conflict) => conflict.doNothing()).returning('week').executeTakeFirst();
  return made !== undefined;
};

export const isMade = async (reader: Reader, week: string): Promise<boolean> => (await reader.selectFrom('digests').where('week', '=', week).select('week').executeTakeFirst()) !== undefined;

export const sentWeeks = (reader: Reader) =>
  reader
    .selectFrom('digests')
    .orderBy('week', 'desc')
    .limit(60)
    .select(['week', 'made_at as madeAt', (eb) => eb.selectFrom('digest_links').whereRef('digest_links.week', '=', 'digests.week').select((e) => e.fn.countAll<number>().as('n')).as('recipients')])
    .execute();

export interface Recipient {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

export const recipientsNow = async (reader: Reader): Promise<(Recipient & { readonly addedAt: Instant })[]> => {
  const rows = await reader.selectFrom('digest_recipients').where('removed_at', 'is', null).orderBy('name').select(['id', 'name', 'email', 'language', 'added_at as addedAt']).execute();
  return rows.map((row) => ({ ...row, language: row.language as Language }));
};

/** Null where somebody of that address gets it already. */
export const insertRecipient = async (tx: Tx, { id, name, email, language, by, now }: Recipient & { readonly by: string; readonly now: Instant }): Promise<boolean> => {
  const row = await tx.insertInto('digest_recipients').values({ id, name, email, language, added_by: by, added_at: now }).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst();
  return row !== undefined;
};

/** Ends it, and with it every link that they were sent; false where there is none. */
export const endRecipient = async (tx: Tx, id: string, now: Instant): Promise<boolean> => {
  const { numUpdatedRows } = await tx.updateTable('digest_recipients').set({ removed_at: now }).where('id', '=', id).where('removed_at', 'is', null).executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await tx.updateTable('digest_links').set({ expires_at: now }).where('recipient_id', '=', id).where('expires_at', '>', now).execute();
  return true;
};

interface NewLink {
  readonly tokenHash: string;
  readonly week: string;
  readonly recipientId: string | null;
  readonly memberId: string | null;
  readonly language: Language;
  readonly now: Instant;
  readonly expiresAt: Instant;
}

export const insertLink = async (tx: Tx, { tokenHash, week, recipientId, memberId, language, now, expiresAt }: NewLink): Promise<void> => {
  await tx.insertInto('digest_links').values({ token_hash: tokenHash, week, recipient_id: recipientId, member_id: memberId, language, created_at: now, expires_at: expiresAt }).execute();
};

/** The week that a link opens, for as long as it opens and whoever has it is still to read it. */
export const linkByHash = async (reader: Reader, tokenHash: string, now: Instant): Promise<{ figures: unknown; language: Language } | undefined> => {
  const row = await reader
    .selectFrom('digest_links')
    .innerJoin('digests', 'digests.week', 'digest_links.week')
    .leftJoin('members', 'members.id', 'digest_links.member_id')
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .where('members.left_at', 'is', null)
    .select(['digests.figures', 'digest_links.language'])
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, language: row.language as Language };
};
