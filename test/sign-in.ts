import { plus, day } from '#base/clock.ts';
import { newId } from '#base/ids.ts';
import { hashToken, newToken } from '#base/secrets.ts';
import type { Services } from '#base/services.ts';

/** A key for that member, as their settings page would make it, without the page; it outlives whatever time a test lets pass. */
export const signInForTests = async (services: Services, memberId: string): Promise<Record<string, string>> => {
  const now = services.clock.now();
  const token = newToken();
  await services.db
    .insertInto('access_tokens')
    .values({
      id: newId(now), member_id: memberId, name: 'test', token_hash: hashToken(token), scope: 'write',
      created_at: now, expires_at: plus(now, 3_650 * day), last_used_at: null, revoked_at: null,
    })
    .execute();
  return { authorization: `Bearer ${token}` };
};
