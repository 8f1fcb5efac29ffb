import type { FastifyRequest } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day, hour, minute } from '#base/clock.ts';
import { hashToken } from '#base/secrets.ts';
import { addressOf, cookieOf, password, startPeopleApp, type PeopleApp } from '#test/people-app.ts';
import { authenticate } from './authenticate.ts';
import { accessTokenRoutes, memberRoutes, sessionRoutes } from './contract.ts';

let app: PeopleApp;
let giulia: string;
const address = addressOf('Giulia Serra');

beforeAll(async () => {
  app = await startPeopleApp();
  giulia = await app.add({ name: 'Giulia Serra' });
  await app.add({ name: 'Paolo Greco', roles: ['admin'] });
}, 60_000);
afterAll(() => app.stop());

const statuses = (answers: readonly { status: number }[]): number[] => answers.map(({ status }) => status);

describe('signing in', () => {
  it('gives a cookie that scripts cannot read and other sites do not send', async () => {
    const answer = await app.visitor({ 'user-agent': 'Browser di prova' }).try(sessionRoutes.signIn, { body: { email: address.toUpperCase(), password } });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ id: giulia, name: 'Giulia Serra', company: { name: 'Casa Lumina' }, may: { serve: true, administer: false } });
    expect(String(answer.headers['set-cookie'])).toMatch(/^presa_session=[^;]{30,}; .*HttpOnly; Secure; SameSite=Lax$/u);
  });

  it('stores the token only as its hash', async () => {
    const answer = await app.visitor().try(sessionRoutes.signIn, { body: { email: address, password } });
    const token = decodeURIComponent(cookieOf(answer.headers)['cookie']!.replace('presa_session=', ''));
    const stored = await app.services.db.selectFrom('sessions').select('token').execute();
    expect(stored.map((row) => row.token)).toContain(hashToken(token));
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  it('answers an unknown address and a wrong password with the same words', async () => {
    const visitor = app.visitor();
    const wrong = await visitor.try(sessionRoutes.signIn, { body: { email: address, password: 'non-la-sua' } });
    const unknown = await visitor.try(sessionRoutes.signIn, { body: { email: addressOf('Nessuno'), password: 'non-la-sua' } });
    expect(statuses([wrong, unknown])).toEqual([401, 401]);
    const words = ({ body }: { body: unknown }) => ({ ...(body as object), id: '' });
    expect(words(wrong)).toEqual(words(unknown));
  });

  it('spends as much work on an unknown address as on a wrong password', async () => {
    const took = async (email: string): Promise<number> => {
      const times: number[] = [];
      for (let turn = 0; turn < 5; turn += 1) {
        const before = performance.now();
        await app.visitor().try(sessionRoutes.signIn, { body: { email, password: 'non-la-sua' } });
        times.push(performance.now() - before);
      }
      // The quickest of them: whatever else the machine does only ever adds.
      return Math.min(...times);
    };
    app.clock.advance(16 * minute);
    const [known, unknown] = [await took(address), await took(addressOf('Altro Nessuno'))];
    // Without the hash an unknown address would be answered in a tenth of the time.
    expect(unknown / known).toBeGreaterThan(0.4);
  });

  it('counts guesses that are sent at the same moment, each of them', async () => {
    app.clock.advance(16 * minute);
    const guess = () => app.visitor().try(sessionRoutes.signIn, { body: { email: addressOf('Paolo Greco'), password: 'indovino' } });
    const answers = await Promise.all(Array.from({ length: 20 }, guess));
    expect(statuses(answers).filter((status) => status === 401)).toHaveLength(10);
    expect(statuses(answers).filter((status) => status === 429)).toHaveLength(10);
    expect((await app.visitor().try(sessionRoutes.signIn, { body: { email: addressOf('Paolo Greco'), password } })).status).toBe(429);
    app.clock.advance(16 * minute);
    expect((await app.visitor().try(sessionRoutes.signIn, { body: { email: addressOf('Paolo Greco'), password } })).status).toBe(200);
  });

  it('stops a machine that tries many accounts from one address', async () => {
    app.clock.advance(16 * minute);
    const tries = await Promise.all(Array.from({ length: 62 }, (_, place) =>
      app.visitor().try(sessionRoutes.signIn, { body: { email: `tentativo.${place}@casalumina.example`, password: 'indovino' } })));
    expect(statuses(tries).filter((status) => status === 429)).toHaveLength(2);
    app.clock.advance(16 * minute);
  });
});

describe('a session', () => {
  it('lasts two weeks from its last use, and its use is written once an hour', async () => {
    const screen = await app.enter(address);
    const uses = async () => (await screen.call(sessionRoutes.list)).find(({ current }) => current)!;
    const first = await uses();
    app.clock.advance(59 * minute);
    expect((await uses()).lastSeenAt).toBe(first.lastSeenAt);
    app.clock.advance(2 * minute);
    const second = await uses();
    expect(Date.parse(second.lastSeenAt) - Date.parse(first.lastSeenAt)).toBe(61 * minute);
    expect(Date.parse(second.expiresAt) - Date.parse(second.lastSeenAt)).toBe(14 * day);
    app.clock.advance(13 * day);
    expect((await screen.try(sessionRoutes.me)).status).toBe(200);
    app.clock.advance(14 * day + hour);
    expect((await screen.try(sessionRoutes.me)).status).toBe(401);
  });

  it('is refused without the header that other sites cannot send', async () => {
    const signedIn = await app.visitor().try(sessionRoutes.signIn, { body: { email: address, password } });
    const response = await app.http.inject({ method: 'DELETE', url: '/api/session', headers: cookieOf(signedIn.headers) });
    expect(response.statusCode).toBe(403);
    expect(response.json()).toMatchObject({ code: 'forged_origin' });
  });

  it('ends at sign-out, and by its owner alone', async () => {
    const [one, two] = [await app.enter(address), await app.enter(address)];
    const other = (await two.call(sessionRoutes.list)).find(({ current }) => current)!;
    const paolo = await app.enter(addressOf('Paolo Greco'));
    expect((await paolo.try(sessionRoutes.end, { params: { id: other.id } })).status).toBe(404);
    await one.call(sessionRoutes.end, { params: { id: other.id } });
    expect((await two.try(sessionRoutes.me)).status).toBe(401);
    await one.call(sessionRoutes.signOut);
    expect((await one.try(sessionRoutes.me)).status).toBe(401);
  });

  it('ends with the password, all but the one that changed it', async () => {
    const [here, elsewhere] = [await app.enter(address), await app.enter(address)];
    expect(await here.try(sessionRoutes.changePassword, { body: { current: 'non-la-sua', next: 'nuova-e-lunga-123' } }))
      .toMatchObject({ status: 409, body: { code: 'password.wrong' } });
    await here.call(sessionRoutes.changePassword, { body: { current: password, next: 'nuova-e-lunga-123' } });
    expect((await here.try(sessionRoutes.me)).status).toBe(200);
    expect((await elsewhere.try(sessionRoutes.me)).status).toBe(401);
    expect((await app.visitor().try(sessionRoutes.signIn, { body: { email: address, password } })).status).toBe(401);
    const again = await app.enter(address, 'nuova-e-lunga-123');
    await again.call(sessionRoutes.changePassword, { body: { current: 'nuova-e-lunga-123', next: password } });
  });

  it('ends when the roles change, and the new ones count at once', async () => {
    const marco = await app.add({ name: 'Marco Neri' });
    const screen = await app.enter(addressOf('Marco Neri'));
    const admin = await app.enter(addressOf('Paolo Greco'));
    const body = { roles: ['agent' as const], level: 2, departmentId: app.departmentId, deputyId: giulia };
    await admin.call(memberRoutes.change, { params: { id: marco }, body });
    expect((await screen.call(sessionRoutes.me)).level).toBe(2);
    await admin.call(memberRoutes.change, { params: { id: marco }, body: { ...body, roles: ['agent', 'lead'] } });
    expect((await screen.try(sessionRoutes.me)).status).toBe(401);
    expect((await (await app.enter(addressOf('Marco Neri'))).call(sessionRoutes.me)).may.lead).toBe(true);
  });

  it('costs one question, answered by an index', async () => {
    const signedIn = await app.visitor().try(sessionRoutes.signIn, { body: { email: address, password } });
    const { services } = app;
    const asked: { text: string; values: unknown[] }[] = [];
    const pool = new Proxy(services.pool, {
      get: (target, key) => key !== 'query' ? Reflect.get(target, key) : (question: { text: string; values: unknown[] }) => {
        asked.push(question);
        return target.query(question);
      },
    });
    const request = { headers: {}, cookies: { presa_session: cookieOf(signedIn.headers)['cookie']!.slice('presa_session='.length) } };
    const caller = await authenticate({ ...services, pool })(request as unknown as FastifyRequest);
    expect(caller).toMatchObject({ memberId: giulia, through: 'session', mayWrite: true });
    expect(asked).toHaveLength(1);
    const { rows } = await services.pool.query<{ 'QUERY PLAN': string }>({ text: `explain ${asked[0]!.text}`, values: asked[0]!.values });
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('sessions_token_key');
  });
});

describe('a key for a program', () => {
  it('acts for its owner, within its scope, until it is revoked', async () => {
    const screen = await app.enter(address);
    const made = await screen.call(accessTokenRoutes.make, { body: { name: 'foglio di calcolo', scope: 'read', days: 30 } });
    expect(made.token).toMatch(/^presa_.{40,}$/u);
    expect(JSON.stringify(await app.services.db.selectFrom('access_tokens').selectAll().execute())).not.toContain(made.token);
    const program = app.visitor({ authorization: `Bearer ${made.token}` });
    expect((await program.call(sessionRoutes.me)).id).toBe(giulia);
    expect(await program.try(sessionRoutes.changeMe, { body: { name: 'Altra', language: 'it' } })).toMatchObject({ status: 403, body: { code: 'read_only' } });
    expect((await screen.call(accessTokenRoutes.list))[0]).toMatchObject({ name: 'foglio di calcolo', lastUsedAt: app.clock.now().toISOString() });
    await screen.call(accessTokenRoutes.revoke, { params: { id: made.accessToken.id } });
    expect((await program.try(sessionRoutes.me)).status).toBe(401);
  });

  it('runs out on its day', async () => {
    const screen = await app.enter(address);
    const { token } = await screen.call(accessTokenRoutes.make, { body: { name: 'breve', scope: 'write', days: 1 } });
    const program = app.visitor({ authorization: `Bearer ${token}` });
    expect((await program.call(sessionRoutes.changeMe, { body: { name: 'Giulia Serra', language: 'it' } })).name).toBe('Giulia Serra');
    app.clock.advance(day);
    expect((await program.try(sessionRoutes.me)).status).toBe(401);
  });

  it('can neither make keys, nor change the password, even where it may write', async () => {
    const screen = await app.enter(address);
    const { token } = await screen.call(accessTokenRoutes.make, { body: { name: 'programma', scope: 'write' } });
    const program = app.visitor({ authorization: `Bearer ${token}` });
    const answers = [
      await program.try(accessTokenRoutes.make, { body: { name: 'un’altra', scope: 'write' } }),
      await program.try(sessionRoutes.changePassword, { body: { current: password, next: 'un-altra-ancora' } }),
    ];
    expect(answers.map(({ body }) => (body as { code: string }).code)).toEqual(['only_in_person', 'only_in_person']);
  });

  it('is not helped by a good cookie beside a wrong key', async () => {
    const signedIn = await app.visitor().try(sessionRoutes.signIn, { body: { email: address, password } });
    const both = app.visitor({ ...cookieOf(signedIn.headers), authorization: 'Bearer presa_sbagliata' });
    expect((await both.try(sessionRoutes.me)).status).toBe(401);
  });
});

describe('whoever left', () => {
  it('can act no more, by no way', async () => {
    const davide = await app.add({ name: 'Davide Moro' });
    const screen = await app.enter(addressOf('Davide Moro'));
    const { token } = await screen.call(accessTokenRoutes.make, { body: { name: 'programma', scope: 'write' } });
    const admin = await app.enter(addressOf('Paolo Greco'));
    expect((await admin.call(memberRoutes.depart, { params: { id: davide } })).leftAt).not.toBeNull();
    const program = app.visitor({ authorization: `Bearer ${token}` });
    expect(statuses([await screen.try(sessionRoutes.me), await program.try(sessionRoutes.me)])).toEqual([401, 401]);
    expect((await app.visitor().try(sessionRoutes.signIn, { body: { email: addressOf('Davide Moro'), password } })).status).toBe(401);
  });
});
