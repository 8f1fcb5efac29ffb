import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usualPace } from '#base/http/allowance.ts';
import { inWork, system } from '#base/work.ts';
import type { Route } from '#base/contract.ts';
import { addMember } from '#people/index.ts';
import { roles, type Role } from '#people/contract.ts';
import { startWorld, type World } from '#test/world.ts';
import { addressFor, bodyFor, nobody } from './sample.ts';
import { foreignObjects, type ForeignObject } from './foreign-objects.ts';

/**
 * Every route × everybody who might call it × somebody else's object, generated from the contracts: a route that is added tomorrow
 * stands in it without anybody remembering, and one whose object has no owner in the table below fails.
 */
let world: World;
let headers: Record<Role | 'reader' | 'visitor' | 'left', Record<string, string>>;
let foreign: ReadonlyMap<string, ForeignObject>;

beforeAll(async () => {
  world = await startWorld();
  headers = await signInEverybody(world);
  foreign = await foreignObjects(world);
}, 120_000);
afterAll(() => world.stop());

const signInEverybody = async ({ app, departments }: World): Promise<typeof headers> => {
  const found: Partial<typeof headers> = { visitor: {} };
  for (const role of roles.options) {
    const id = await inWork(app.services, system, (work) =>
      addMember(work, { name: `Solo ${role}`, email: `solo.${role}@casalumina.example`, language: 'it', roles: [role], departmentId: departments.vendite }),
    );
    found[role] = await app.signInHeaders({ id: String(id) });
  }
  found.reader = await app.signInHeaders({ id: world.people.marta.id });
  const [token] = [found.reader['authorization']!.replace('Bearer ', '')];
  await app.db.updateTable('access_tokens').set({ scope: 'read' }).where('member_id', '=', world.people.marta.id).execute();
  expect(token).not.toBe('');
  found.left = await app.signInHeaders({ id: world.people.luca.id });
  await app.db.updateTable('members').set({ left_at: app.services.clock.now() }).where('id', '=', world.people.luca.id).execute();
  return found as typeof headers;
};

const call = async (route: Route, as: Record<string, string>, id: string): Promise<{ status: number; code: string | undefined }> => {
  const payload = bodyFor(route);
  const response = await world.app.http.inject({
    method: route.method,
    url: addressFor(route, id),
    headers: { 'x-presa-csrf': '1', 'accept-language': 'it', ...as },
    ...(payload === undefined ? {} : { payload }),
  });
  const isJson = String(response.headers['content-type'] ?? '').includes('json');
  return { status: response.statusCode, code: isJson ? (response.json() as { code?: string }).code : undefined };
};

const nameOf = (route: Route): string => `${route.method} ${route.path}`;
const membersOnly = (route: Route): boolean => route.access !== 'public' && route.access !== 'link';
const admits = (route: Route, role: Role): boolean => route.access === 'signed_in' || (Array.isArray(route.access) && route.access.includes(role));
// A stream does not end; who may open it is tested beside it.
const isStream = (route: Route): boolean => route.path === '/live';

describe('the matrix', () => {
  it('sees every route', () => {
    expect(world.app.routes.length).toBeGreaterThan(90);
    expect(new Set(world.app.routes.map(nameOf)).size).toBe(world.app.routes.length);
  });

  it('knows somebody else’s object for every route that names one', () => {
    const named = world.app.routes.filter((route) => route.path.includes(':id'));
    expect(named.filter((route) => route.object === undefined).map(nameOf)).toEqual([]);
    expect([...new Set(named.map((route) => route.object!))].filter((object) => !foreign.has(object))).toEqual([]);
  });

  it('asks whoever is not signed in to sign in', async () => {
    for (const route of world.app.routes.filter(membersOnly)) expect([nameOf(route), (await call(route, headers.visitor, nobody)).status]).toEqual([nameOf(route), 401]);
  });

  it('knows nobody who has left', async () => {
    for (const route of world.app.routes.filter(membersOnly)) expect([nameOf(route), (await call(route, headers.left, nobody)).status]).toEqual([nameOf(route), 401]);
  });

  it('names the role to whoever lacks it, and tells nothing else', async () => {
    for (const route of world.app.routes.filter(membersOnly)) {
      for (const role of roles.options.filter((one) => !admits(route, one))) {
        for (const id of [nobody, foreign.get(route.object ?? '')?.id ?? nobody]) {
          expect([nameOf(route), role, await call(route, headers[role], id)]).toEqual([nameOf(route), role, { status: 403, code: 'missing_role' }]);
        }
      }
    }
  });

  it('lets a key that may read change nothing', async () => {
    for (const route of world.app.routes.filter((one) => membersOnly(one) && one.method !== 'GET')) {
      const { status, code } = await call(route, headers.reader, nobody);
      expect([nameOf(route), status]).toEqual([nameOf(route), 403]);
      expect(['read_only', 'missing_role']).toContain(code);
    }
  });

  it('lets in whoever has the role, and finds nothing that is not there', async () => {
    for (const route of world.app.routes.filter((one) => membersOnly(one) && !isStream(one))) {
      for (const role of roles.options.filter((one) => admits(route, one))) {
        const { status } = await call(route, headers[role], nobody);
        expect([nameOf(route), role, [401, 500, 503].includes(status)]).toEqual([nameOf(route), role, false]);
        if (route.path.includes(':id')) expect([nameOf(route), role, [404, 403, 409].includes(status)]).toEqual([nameOf(route), role, true]);
      }
    }
  });

  it('keeps somebody else’s object from everybody whom it does not concern', async () => {
    for (const route of world.app.routes.filter((one) => membersOnly(one) && one.object !== undefined)) {
      const object = foreign.get(route.object!)!;
      for (const role of roles.options.filter((one) => admits(route, one) && !object.open.includes(one))) {
        const { status } = await call(route, headers[role], object.id);
        expect([nameOf(route), role, object.refusals.includes(status)]).toEqual([nameOf(route), role, true]);
      }
    }
  });

  it('gives whoever brings a wrong link the same answer, whatever was wrong', async () => {
    for (const route of world.app.routes.filter((one) => one.access === 'link')) {
      const { status } = await call(route, headers.visitor, nobody);
      expect([nameOf(route), [404, 409].includes(status)]).toEqual([nameOf(route), true]);
    }
  });

  it('turns away whoever floods a route that has no sign-in, and says when to come back', async () => {
    for (const route of world.app.routes.filter((one) => !membersOnly(one))) {
      const { times } = route.pace ?? usualPace[route.method === 'GET' ? 'read' : 'write'];
      const payload = bodyFor(route);
      const knock = () => world.app.http.inject({
        method: route.method, url: addressFor(route, nobody), remoteAddress: '198.51.100.9', headers: { 'accept-language': 'en' }, ...(payload === undefined ? {} : { payload }),
      });
      const answers = [];
      for (let time = 0; time <= times; time += 1) answers.push(await knock());
      const last = answers.at(-1)!;
      expect([nameOf(route), last.statusCode, last.json<{ code: string }>().code]).toEqual([nameOf(route), 429, 'too_many']);
      expect([nameOf(route), Number(last.headers['retry-after']) > 0]).toEqual([nameOf(route), true]);
      const other = await world.app.http.inject({ method: 'GET', url: '/api/me', remoteAddress: '198.51.100.9' });
      expect(other.statusCode).toBe(401);
    }
  });

  it('believes a cookie only with the header that no other site can send', async () => {
    for (const route of world.app.routes.filter((one) => membersOnly(one) && one.method !== 'GET')) {
      const response = await world.app.http.inject({ method: route.method, url: addressFor(route, nobody), headers: { cookie: 'presa_session=forged', 'content-type': 'application/json' }, payload: '{}' });
      expect([nameOf(route), response.statusCode]).toEqual([nameOf(route), 401]);
    }
  });
});
