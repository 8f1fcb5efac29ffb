import { plus, day } from '#base/clock.ts';
import type { Authenticate } from '#base/http/serve.ts';
import type { Caller } from '#base/http/caller.ts';
import { newId } from '#base/ids.ts';
import { hashToken, newToken } from '#base/secrets.ts';
import type { Services } from '#base/services.ts';

/** A key for that member, as their settings page would make it, without the page. */
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

/** Reads such a key. */
export const authenticateTests = (services: Services): Authenticate => async (request) => {
  const token = /^Bearer (\S+)$/u.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) return null;
  const row = await services.db
    .selectFrom('access_tokens')
    .innerJoin('members', 'members.id', 'access_tokens.member_id')
    .where('token_hash', '=', hashToken(token))
    .where('revoked_at', 'is', null)
    .where('left_at', 'is', null)
    .select(['members.id', 'members.name', 'members.roles', 'members.department_id', 'members.language', 'access_tokens.id as throughId'])
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    memberId: row.id,
    actor: { kind: 'member', id: row.id, name: row.name },
    roles: row.roles,
    departmentId: row.department_id,
    language: row.language as Caller['language'],
    through: 'token',
    mayWrite: true,
    throughId: row.throughId,
  };
};
