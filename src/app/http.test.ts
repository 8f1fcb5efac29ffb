import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#base/ids.ts';
import { storeRaw } from '#channels/email/index.ts';
import { sessionRoutes } from '#people/contract.ts';
import { startApp, type TestApp } from '#test/server.ts';
import { startWorld } from '#test/world.ts';
import { readHealth } from './contract.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

test('the health page says to everybody that it works, and no more', async () => {
  const answer = await fetch(`${app.address}/health`);
  expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok' }]);
});

test('how each part is, an administrator’s key is told', async () => {
  const world = await startWorld();
  await storeRaw(world.app.services, { raw: Buffer.from('nessuna intestazione'), via: 'lmtp', mailboxId: world.mailboxId, envelopeFrom: null, envelopeTo: [] });
  await world.app.db.updateTable('mailboxes').set({ last_error: 'La password non va.', last_error_at: world.app.clock.now() }).where('id', '=', world.mailboxId).execute();
  const health = await (await world.as('marta')).call(readHealth);
  expect(health).toMatchObject({ status: 'ok', live: true, jobs: { givenUp: 0 }, mail: { waiting: 1, quarantined: 0, toLeave: 0, oldestWaitingAt: '2026-11-24T09:23:00.000Z' } });
  const [mailbox] = health.mail.mailboxes.filter(({ waiting }) => waiting > 0);
  expect(mailbox).toMatchObject({ lastMailAt: '2026-11-24T09:23:00.000Z', wrong: 'La password non va.', wrongAt: '2026-11-24T09:23:00.000Z' });
  expect((await (await world.as('giulia')).try(readHealth)).status).toBe(403);
  await world.stop();
});

test('the API describes itself to programs and to people, in both languages', async () => {
  const document = (await (await fetch(`${app.address}/api/openapi.json`)).json()) as { openapi: string; paths: Record<string, unknown> };
  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/api/live', '/api/cases/{id}/presence']));
  const page = async (language: string): Promise<string> =>
    (await fetch(`${app.address}/api`, { headers: { 'accept-language': language } })).text();
  expect(await page('en')).toContain('<h1>The API of Presa</h1>');
  const italian = await page('it');
  expect(italian).toContain('<h1>Le API di Presa</h1>');
  expect(italian).not.toContain('<script');
});

test('an address that no route serves is a 404 in the shape of every failure, and no cache keeps it', async () => {
  const answer = await fetch(`${app.address}/api/nowhere`, { headers: { 'accept-language': 'en' } });
  expect(answer.status).toBe(404);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await answer.json()).toMatchObject({ code: 'not_found', words: 'It is not there, or not for you.', id: expect.any(String) });
});

test('pages opened by a link tell no other site their address, and only the form may stand in a frame', async () => {
  const headersOf = async (path: string): Promise<Headers> => (await fetch(`${app.address}${path}`)).headers;
  const [customer, colleague, form, own] = await Promise.all(['/c/x', '/r/x', '/f/x', '/cases'].map(headersOf));
  for (const headers of [customer, colleague, form]) {
    expect([headers?.get('referrer-policy'), headers?.get('x-robots-tag')]).toEqual(['no-referrer', 'noindex']);
  }
  expect(form?.get('content-security-policy')).toContain('frame-ancestors *');
  expect(form?.get('x-frame-options')).toBeNull();
  for (const headers of [customer, colleague, own]) expect(headers?.get('content-security-policy')).toContain("frame-ancestors 'none'");
});

test('a member’s route is closed to a visitor, who learns that a sign-in is missing', async () => {
  const answer = await app.http.inject({ method: 'GET', url: `/api/cases/${newId(app.clock.now())}/presence` });
  expect([answer.statusCode, answer.json().code]).toEqual([401, 'not_signed_in']);
});

test('a form of a page elsewhere reaches no route but the one that serves such forms', async () => {
  const post = (url: string, type: string) => app.http.inject({ method: 'POST', url, headers: { 'content-type': type }, payload: 'act=solved' });
  for (const type of ['application/x-www-form-urlencoded', 'Multipart/Form-Data; boundary=x', 'text/plain']) {
    expect([type, (await post(`/api${sessionRoutes.signIn.path}`, type)).statusCode]).toEqual([type, 415]);
  }
  expect((await post('/api/customer-page/nobody/plain', 'application/x-www-form-urlencoded')).statusCode).toBe(404);
});
