import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import type { AccessTokenView } from '../contract.ts';

export const accessTokensOf = async (reader: Reader, memberId: string, now: Instant): Promise<AccessTokenView[]> => {
  const rows = await reader.selectFrom('access_tokens').selectAll()
    .where('member_id', '=', memberId).where('revoked_at', 'is', null).where('expires_at', '>', now).orderBy('created_at', 'desc').execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    scope: row.scope === 'write' ? 'write' as const : 'read' as const,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  }));
};

interface NewRow {
  readonly id: string;
  readonly memberId: string;
  readonly name: string;
  readonly scope: 'read' | 'write';
  readonly tokenHash: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

export const insertAccessToken = async (tx: Tx, row: NewRow): Promise<void> => {
  await tx.insertInto('access_tokens')
    .values({
      id: row.id, member_id: row.memberId, name: row.name, scope: row.scope, token_hash: row.tokenHash,
      created_at: row.createdAt, expires_at: row.expiresAt,
    })
    .execute();
};

/** False where the member has no such key, or it is revoked already. */
export const revokeAccessToken = async (tx: Tx, memberId: string, id: string, now: Instant): Promise<boolean> => {
  const { numUpdatedRows } = await tx.updateTable('access_tokens').set({ revoked_at: now })
    .where('id', '=', id).where('member_id', '=', memberId).where('revoked_at', 'is', null).executeTakeFirst();
  return numUpdatedRows === 1n;
};

export const revokeAccessTokensOf = async (tx: Tx, memberId: string, now: Instant): Promise<void> => {
  await tx.updateTable('access_tokens').set({ revoked_at: now }).where('member_id', '=', memberId).where('revoked_at', 'is', null).execute();
};
