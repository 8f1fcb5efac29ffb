import { plus } from '#base/clock.ts';
import { newId } from '#base/ids.ts';
import type { Services } from '#base/services.ts';
import { hashSessionTokens } from './hashed-sessions.ts';
import { hashPassword, isPassword } from './passwords.ts';
import { sessionLife } from './rules.ts';

// The library reckons in seconds.
const sessionSeconds = sessionLife / 1_000;

const timestamps = { createdAt: 'created_at', updatedAt: 'updated_at' };

const optionsFor = (services: Services) => ({
  secret: services.secrets.keyFor('sign-in').toString('base64'),
  baseURL: services.config.publicUrl,
  telemetry: { enabled: false },
  // What it would log is either said to the person already or thrown.
  logger: { disabled: true },
  advanced: {
    database: { generateId: () => newId(services.clock.now()) },
    ipAddress: { ipAddressHeaders: ['x-presa-address'] },
  },
  emailAndPassword: {
    enabled: true,
    password: { hash: hashPassword, verify: ({ hash, password }: { hash: string; password: string }) => isPassword(hash, password) },
  },
  user: { modelName: 'sign_ins', fields: { ...timestamps, emailVerified: 'email_verified' } },
  session: {
    modelName: 'sessions',
    expiresIn: sessionSeconds,
    fields: { ...timestamps, userId: 'sign_in_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent' },
  },
  account: {
    modelName: 'credentials',
    fields: {
      ...timestamps, userId: 'sign_in_id', accountId: 'account_id', providerId: 'provider_id', accessToken: 'access_token',
      refreshToken: 'refresh_token', idToken: 'id_token', accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
    },
  },
  verification: { modelName: 'verifications', fields: { ...timestamps, expiresAt: 'expires_at' } },
});

/**
 * better-auth as an engine inside: its handler is mounted nowhere, so that every route stands in our contract and passes our
 * gate. It compares passwords and makes sessions; members, roles and what ends a session are ours.
 */
const build = async (services: Services) => {
  // 0.7 s and 50 MB to load, measured on Node 24: jobs and the receiver of mail, where nobody signs in, do without.
  const [{ betterAuth }, { getAdapter }] = await Promise.all([import('better-auth/minimal'), import('better-auth/db/adapter')]);
  const options = optionsFor(services);
  const inner = await getAdapter({ ...options, database: { db: services.db, type: 'postgres', transaction: true } });
  return betterAuth({ ...options, database: () => hashSessionTokens(inner, stamp(services)) });
};

/** The library reads the machine's clock; a session is dated by ours, which tests move. */
const stamp = ({ clock }: Services) => () => {
  const now = clock.now();
  return { createdAt: now, updatedAt: now, expiresAt: plus(now, sessionLife) };
};

const engines = new WeakMap<Services, ReturnType<typeof build>>();

const engineFor = (services: Services): ReturnType<typeof build> => {
  const known = engines.get(services) ?? build(services);
  engines.set(services, known);
  return known;
};

/** Where somebody signs in from, as they will find it in the list of their sessions. */
export interface From {
  readonly address: string;
  readonly browser: string | null;
}

/** The token of a new session; null where address and password do not belong together, in the same time whichever is wrong. */
export const signInByPassword = async (services: Services, email: string, password: string, from: From): Promise<string | null> => {
  const engine = await engineFor(services);
  const { isAPIError } = await import('better-auth/api');
  const headers = new Headers({ 'x-presa-address': from.address, ...(from.browser === null ? {} : { 'user-agent': from.browser }) });
  try {
    return (await engine.api.signInEmail({ body: { email, password }, headers })).token;
  } catch (error) {
    if (isAPIError(error) && error.statusCode === 401) return null;
    throw error;
  }
};

/** The token of a session for somebody who has proved themselves otherwise: by an invitation or the set-up link. */
export const openSession = async (services: Services, signInId: string, from: From): Promise<string> => {
  const { internalAdapter } = await (await engineFor(services)).$context;
  const session = await internalAdapter.createSession(signInId, false, { ipAddress: from.address, userAgent: from.browser ?? '' });
  return session.token;
};
