import type pg from 'pg';
import { plus, type Instant } from '#base/clock.ts';
import type { Caller } from '#base/http/caller.ts';
import type { Authenticate } from '#base/http/serve.ts';
import { hashToken } from '#base/secrets.ts';
import type { Services } from '#base/services.ts';
import type { Language } from '#base/texts.ts';
import { sessionLife, sessionWrittenEvery } from './rules.ts';

export const sessionCookie = 'presa_session';
/** Lets a key be recognised where it does not belong: in a commit, in a mail. */
export const accessTokenPrefix = 'presa_';

interface Found {
  readonly through_id: string;
  readonly may_write: boolean;
  readonly used_at: Instant | null;
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly roles: string[];
  readonly department_id: string;
}

// One question by a unique index for every request of every screen: named, so that PostgreSQL plans it once per connection.
const member = 'm.id, m.name, m.language, m.roles, m.department_id';
const bySession = `select s.id as through_id, true as may_write, s.updated_at as used_at, ${member}
  from sessions s join sign_ins i on i.id = s.sign_in_id join members m on m.id = i.member_id
  where s.token = $1 and s.expires_at > $2 and m.left_at is null`;
const byAccessToken = `select t.id as through_id, t.scope = 'write' as may_write, t.last_used_at as used_at, ${member}
  from access_tokens t join members m on m.id = t.member_id
  where t.token_hash = $1 and t.expires_at > $2 and t.revoked_at is null and m.left_at is null`;

interface Way {
  readonly through: Caller['through'];
  readonly query: pg.QueryConfig;
  readonly used: string;
}

const session: Way = {
  through: 'session',
  query: { name: 'caller_by_session', text: bySession },
  used: 'update sessions set updated_at = $2, expires_at = $3 where id = $1',
};
const accessToken: Way = {
  through: 'token',
  query: { name: 'caller_by_access_token', text: byAccessToken },
  // The third value is the session's new end; a key for a program ends when it was said to.
  used: 'update access_tokens set last_used_at = $2 where id = $1 and $3::timestamptz is not null',
};

const callerFrom = (found: Found, through: Caller['through']): Caller => ({
  memberId: found.id,
  actor: { kind: 'member', id: found.id, name: found.name },
  roles: found.roles,
  departmentId: found.department_id,
  language: found.language as Language,
  through,
  mayWrite: found.may_write,
  throughId: found.through_id,
});

const bearer = /^Bearer (\S+)$/iu;

/**
 * Who calls: by the key of a program in `Authorization`, else by the cookie of a session. A wrong key is nobody, even with a
 * good cookie beside it. Costs one indexed query; that the session was used is written once an hour.
 */
export const authenticate = ({ pool, clock }: Services): Authenticate => {
  const find = async (way: Way, token: string): Promise<Caller | null> => {
    const now = clock.now();
    const { rows } = await pool.query<Found>({ ...way.query, values: [hashToken(token), now] });
    const found = rows[0];
    if (found === undefined) return null;
    if (found.used_at === null || found.used_at <= plus(now, -sessionWrittenEvery)) {
      await pool.query(way.used, [found.through_id, now, plus(now, sessionLife)]);
    }
    return callerFrom(found, way.through);
  };

  return async (request) => {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const key = bearer.exec(authorization)?.[1];
      return key === undefined ? null : find(accessToken, key);
    }
    const cookie = request.cookies[sessionCookie];
    return cookie === undefined || cookie === '' ? null : find(session, cookie);
  };
};
