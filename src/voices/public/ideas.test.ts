import { afterAll, beforeAll, expect, it } from 'vitest';
import { day, hour, second } from '#base/clock.ts';
import { startWorld, type World } from '#test/world.ts';
import * as voices from '../contract.ts';
import { openIdeasPage, readIdeasSetting } from './contract.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const read = async (address = '/api/ideas?lang=it') => {
  const { statusCode, body } = await world.app.http.inject({ method: 'GET', url: address });
  return { status: statusCode, html: body };
};

/** Fills the form in as a browser without script would, after `wait`. */
const send = async (fields: Readonly<Record<string, string>>, { wait = 20 * second, from = '203.0.113.7' }: { wait?: number; from?: string } = {}) => {
  const ticket = /name="ticket" value="(?<ticket>[^"]*)"/u.exec((await read()).html)?.groups?.['ticket'] ?? '';
  world.app.clock.advance(wait);
  const payload = new URLSearchParams({ ticket, ...fields }).toString();
  const { statusCode, body } = await world.app.http.inject({ method: 'POST', url: '/api/ideas?lang=it', headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload, remoteAddress: from });
  return { status: statusCode, html: body };
};

const lastVoice = () => world.app.db.selectFrom('insights').orderBy('number', 'desc').limit(1).selectAll().executeTakeFirstOrThrow();

it('is not there before somebody who administers opens it', async () => {
  const [marta, giulia] = [await world.as('marta'), await world.as('giulia')];
  expect((await read()).status).toBe(404);
  expect((await send({ text: 'Una lampada rossa' })).status).toBe(404);
  expect(await giulia.try(openIdeasPage, { body: { isOpen: true } })).toMatchObject({ status: 403 });
  await marta.call(openIdeasPage, { body: { isOpen: true } });
  await marta.call(openIdeasPage, { body: { isOpen: true } });
  expect(await giulia.call(readIdeasSetting)).toMatchObject({ openedBy: 'Marta Riva', address: 'https://presa.example/ideas', themes: 0 });
  expect(await read()).toMatchObject({ status: 200, html: expect.stringContaining('Le idee dei nostri clienti') as string });
  expect((await read('/api/ideas?lang=en')).html).toContain('Ideas from our customers');
});

it('shows what a person made public, where it stands and why, and nobody’s words', async () => {
  const [anna, giulia] = [await world.as('anna'), await world.as('giulia')];
  const voice = (words: string, choice: object) => giulia.call(voices.addVoice, { body: { words, kind: 'idea', saidBy: 'Elena Marchetti', customerId: null, ...choice } as never });
  const { theme } = await voice('Il mio cavo è corto, ordine 88213', { newTheme: { title: 'Cavo <più> lungo', product: null } });
  await voice('Anche il mio', { themeId: theme!.id });
  await voice('Segreto', { newTheme: { title: 'Mai in pubblico', product: null } });
  const decider = await world.as('marta');
  const may = (await anna.call(voices.readTheme, { params: { id: theme!.id } })).may.decide ? anna : decider;
  await may.call(voices.publishTheme, { params: { id: theme!.id }, body: { isPublic: true } });
  const before = (await read()).html;
  expect(before).toContain('Cavo &lt;più&gt; lungo');
  expect(before).toContain('Ci stiamo pensando');
  expect(before).toContain('L’ha chiesto una persona');
  await may.call(voices.leaveTheme, { params: { id: theme!.id }, body: { reason: 'exists_already', words: 'La prolunga c’è già: è nel negozio.' } });
  const after = (await read()).html;
  expect(after).toContain('Non la facciamo');
  expect(after).toContain('La prolunga c’è già: è nel negozio.');
  expect(before + after).not.toMatch(/Marchetti|88213|Mai in pubblico|ordine/u);
});

it('hears an idea: as a voice, and with an address as a case that somebody answers', async () => {
  const thanks = await send({ text: 'Una lampada rossa', name: '', email: '' });
  expect(thanks).toMatchObject({ status: 200, html: expect.stringContaining('la sua idea è arrivata') as string });
  expect(await lastVoice()).toMatchObject({ words: 'Una lampada rossa', source: 'public_page', kind: 'idea', case_id: null, customer_id: null, language: 'it' });
  await send({ text: 'Istruzioni in video', name: 'Rita Moro', email: 'rita.moro@posta.example' });
  const voice = await lastVoice();
  expect(voice).toMatchObject({ words: 'Istruzioni in video', said_by: 'Rita Moro' });
  expect(await world.app.db.selectFrom('cases').where('id', '=', voice.case_id).select(['channel', 'status', 'owner_id']).executeTakeFirst()).toEqual({ channel: 'form', status: 'new', owner_id: null });
  expect((await read()).html).not.toContain('Istruzioni in video');
});

it('holds programs off in words, and keeps what was typed', async () => {
  world.app.clock.advance(day);
  const refused = async (fields: Readonly<Record<string, string>>, how = {}) => send({ text: 'La mia "idea"', ...fields }, how);
  expect(await refused({ website: 'https://spam.example' })).toMatchObject({ status: 409, html: expect.stringContaining('La mia &quot;idea&quot;</textarea>') as string });
  expect((await refused({}, { wait: second })).status).toBe(409);
  expect((await refused({ ticket: 'x' })).status).toBe(409);
  expect(await refused({ email: 'nessun indirizzo' })).toMatchObject({ status: 400, html: expect.stringContaining('role="alert"') as string });
  expect((await send({ text: ' ' })).status).toBe(400);
  const statuses: number[] = [];
  for (let time = 0; time < 6; time += 1) statuses.push((await send({ text: `Idea ${time}` }, { from: '198.51.100.4' })).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  world.app.clock.advance(hour);
  expect((await send({ text: 'Dopo un’ora' }, { from: '198.51.100.4' })).status).toBe(200);
  const marta = await world.as('marta');
  await marta.call(openIdeasPage, { body: { isOpen: false } });
  expect((await read()).status).toBe(404);
});
