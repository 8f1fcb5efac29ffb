import { afterAll, beforeAll, expect, it } from 'vitest';
import { day, hour, minute, plus } from '#base/clock.ts';
import { inWork, system } from '#base/work.ts';
import { issueLink } from '#cases/index.ts';
import * as cases from '#cases/contract.ts';
import { logHeard } from '#channels/heard/contract.ts';
import { logCall } from '#channels/phone/contract.ts';
import { openCase } from '#desk/contract.ts';
import { noticeRoutes } from '#notices/contract.ts';
import { sendRequest } from '#requests/contract.ts';
import type { Client } from '#test/server.ts';
import { elena, luca, startWorld, type World } from '#test/world.ts';
import * as contract from './contract.ts';

let world: World;
let visitor: Client;
let giulia: Client;
beforeAll(async () => {
  world = await startWorld();
  visitor = world.app.visitor();
  giulia = await world.as('giulia');
});
afterAll(() => world.stop());

const lastCase = () => world.app.db.selectFrom('cases').orderBy('number', 'desc').limit(1).selectAll().executeTakeFirstOrThrow();

const linkTo = (caseId: string, customerId: string) => inWork(world.app.services, system, (work) => issueLink(work, caseId, customerId));

/** A case of that customer, taken by Giulia, and the link to its page. */
const opened = async (from = elena) => {
  await world.receives({ from, text: 'Buongiorno, manca il secondo collo.' });
  const { id, customer_id: customerId } = await lastCase();
  await giulia.call(cases.takeCharge, { params: { id } });
  return { id, customerId, token: await linkTo(id, customerId) };
};

const page = (token: string) => visitor.call(contract.readPage, { params: { token } });
const kinds = async (token: string) => (await page(token)).steps.map((step) => step.kind);
const reply = (id: string, body: { text: string; act: 'updates' | 'resolves'; nextUpdateAt?: string }) =>
  giulia.call(cases.sendReply, { params: { id }, body: { undoSeconds: 0, seenEventId: 1e9, ...body } });

it('tells the customer where the case is, in their own words only', async () => {
  const { id, token } = await opened();
  await giulia.call(cases.writeNote, { params: { id }, body: { text: 'NOTA SEGRETA' } });
  for (const departmentId of [world.departments.magazzino, world.departments.corriere]) {
    await giulia.call(sendRequest, { params: { id }, body: { departmentId, question: 'DOMANDA SEGRETA', why: 'PERCHÉ SEGRETO' } });
  }
  const view = await page(token);
  expect(view).toMatchObject({ companyName: 'Casa Lumina', ownerName: 'Giulia Serra', isSolved: false, language: 'it', canRate: false });
  expect(view.steps.map((step) => step.kind)).toEqual(['you_wrote', 'taken', 'asked', 'asked']);
  expect(view.awaited.map(({ from, department }) => [from, department])).toEqual([['department', 'Magazzino'], ['supplier', null]]);
  expect(JSON.stringify(view)).not.toMatch(/SEGRET|Corriere|@/u);
});

it('answers a wrong, an expired and a revoked link alike', async () => {
  const { id, customerId, token } = await opened();
  const wrong = await visitor.try(contract.readPage, { params: { token: 'x'.repeat(43) } });
  const revoked = await linkTo(id, customerId);
  await world.app.db.updateTable('case_links').set({ revoked_at: world.app.clock.now() }).where('case_id', '=', id).execute();
  const answers = [wrong, await visitor.try(contract.readPage, { params: { token: revoked } }), await visitor.try(contract.readPage, { params: { token } }), await visitor.try(contract.saySolved, { params: { token: '%00' } })];
  for (const answer of answers) expect([answer.status, { ...(answer.body as object), id: '' }]).toEqual([404, { ...(wrong.body as object), id: '' }]);
});

it('counts an opening when the page says so, and not when it is read', async () => {
  const { id, token } = await opened();
  await page(token);
  const openings = async () => (await world.app.db.selectFrom('case_links').where('case_id', '=', id).select('openings').executeTakeFirstOrThrow()).openings;
  expect(await openings()).toBe(0);
  await visitor.call(contract.pageOpened, { params: { token } });
  await visitor.call(contract.pageOpened, { params: { token } });
  expect(await openings()).toBe(1);
});

it('takes what the customer adds, with files, as a chase where they wait', async () => {
  const { id, token } = await opened();
  world.app.clock.advance(2 * hour);
  const base64 = Buffer.from('foto').toString('base64');
  await visitor.call(contract.writeOnPage, { params: { token }, body: { text: 'Ci sono novità?', files: [{ name: 'collo.jpg', type: 'image/jpeg', base64 }] } });
  expect((await page(token)).steps.at(-1)).toMatchObject({ kind: 'you_wrote', channel: 'page', isChase: true, files: 1 });
  expect(await world.app.db.selectFrom('cases').where('id', '=', id).select('chases').executeTakeFirst()).toEqual({ chases: 1 });
  const empty = await visitor.try(contract.writeOnPage, { params: { token }, body: { text: '  ' } });
  expect(empty).toMatchObject({ status: 400, body: { fields: [{ field: 'text' }] } });
});

it('opens the case again for somebody who says that it is not solved, and calls the owner', async () => {
  const { id, token } = await opened();
  await reply(id, { text: 'È partito ieri.', act: 'resolves' });
  await world.app.sweep();
  expect(await page(token)).toMatchObject({ isSolved: true, awaited: [], canRate: true });
  world.app.clock.advance(hour);
  await visitor.call(contract.sayUnsolved, { params: { token }, body: { text: 'Non è arrivato niente.' } });
  expect(await page(token)).toMatchObject({ isSolved: false, ownerName: 'Giulia Serra' });
  expect(await kinds(token)).toContain('reopened');
  const notices = await world.app.db.selectFrom('notices').where('case_id', '=', id).where('kind', '=', 'customer_says_unsolved').select('member_id').execute();
  expect(notices).toEqual([{ member_id: world.people.giulia.id }]);
});

it('lets the customer say that it is solved, and rate once, thinking again for an hour', async () => {
  const { id, token } = await opened();
  expect(await visitor.try(contract.ratePage, { params: { token }, body: { score: 5 } })).toMatchObject({ status: 409, body: { code: 'rating.too_early' } });
  await visitor.call(contract.saySolved, { params: { token } });
  expect((await page(token)).steps.at(-1)).toMatchObject({ kind: 'resolved', by: 'you' });
  await visitor.call(contract.ratePage, { params: { token }, body: { score: 1, words: 'Lenti' } });
  const calls = () => world.app.db.selectFrom('notices').where('case_id', '=', id).where('kind', '=', 'low_rating').where('done_at', 'is', null).select('facts').execute();
  expect(await calls()).toMatchObject([{ facts: { score: 1, what: 'Lenti' } }]);
  world.app.clock.advance(30 * minute);
  await visitor.call(contract.ratePage, { params: { token }, body: { score: 4 } });
  expect(await calls()).toEqual([]);
  expect(await page(token)).toMatchObject({ rating: { score: 4, words: null }, canRate: true });
  world.app.clock.advance(hour);
  expect(await visitor.try(contract.ratePage, { params: { token }, body: { score: 5 } })).toMatchObject({ status: 409, body: { code: 'rating.already_given' } });
  expect((await page(token)).canRate).toBe(false);
  expect(await world.app.db.selectFrom('ratings').where('case_id', '=', id).select('score').execute()).toEqual([{ score: 4 }]);
});

it('shows somebody who joined later nothing from before, and no promise made to another', async () => {
  const { id, token } = await opened();
  const now = world.app.clock.now().getTime();
  const makes = [{ text: 'Stato del collo', dueAt: new Date(now + 5 * hour).toISOString() }];
  await giulia.call(cases.sendReply, { params: { id }, body: { text: 'Le scrivo entro oggi.', act: 'updates', commitments: { makes }, undoSeconds: 0, seenEventId: 1e9 } });
  await world.app.sweep();
  expect(await kinds(token)).toEqual(['you_wrote', 'taken', 'we_answered', 'promised']);
  world.app.clock.advance(hour);
  await world.receives({ from: luca, text: 'Anche a me manca un collo.' });
  const other = (await lastCase()).customer_id;
  const view = await page(await linkTo(id, other));
  expect(view.customerName).toBe('Luca Ferri');
  expect(view.steps).toEqual([]);
});

it('closes with the case: two weeks after it was solved the page is gone', async () => {
  const { token } = await opened();
  await visitor.call(contract.saySolved, { params: { token } });
  await world.app.advance(14 * day + hour, { step: 7 * day });
  expect(await visitor.try(contract.readPage, { params: { token } })).toMatchObject({ status: 404 });
});

const plainOf = (token: string): string => `${world.app.address}/api/customer-page/${token}/plain`;
const posts = async (token: string, fields: Readonly<Record<string, string>> | FormData): Promise<{ status: number; location: string | null; html: string }> => {
  const answer = await fetch(plainOf(token), { method: 'POST', redirect: 'manual', body: fields instanceof FormData ? fields : new URLSearchParams(fields) });
  return { status: answer.status, location: answer.headers.get('location'), html: await answer.text() };
};

it('works without script: every channel’s own words, files both ways, forms that post; and nobody else’s words', async () => {
  const { id, customerId, token } = await opened('Anna Neri <anna.neri@posta.example>');
  await giulia.call(cases.writeNote, { params: { id }, body: { text: 'NOTA SEGRETA' } });
  await giulia.call(logCall, { body: { customerId, text: 'DETTO SEGRETO al telefono' } });
  await giulia.call(logHeard, { body: { customerId, url: 'https://x.com/anna/1', handle: 'anna', text: 'Ancora nessuno <b>risponde</b>' } });
  const file = await giulia.call(cases.uploadAttachment, { params: { id }, body: { name: 'schema.txt', type: 'text/plain', base64: 'c2NoZW1h' } });
  await giulia.call(cases.sendReply, { params: { id }, body: { act: 'updates', text: 'Ecco lo schema.', attachmentIds: [file.id], nextUpdateAt: plus(world.app.clock.now(), day).toISOString(), undoSeconds: 0, seenEventId: 1e9 } });
  // A stranger to the customer, on the same case: a merged one of somebody else, whom we answered.
  await world.receives({ from: 'Altra Persona <altra@posta.example>', text: 'PAROLE ALTRUI' });
  const other = (await lastCase()).id;
  await giulia.call(cases.sendReply, { params: { id: other }, body: { act: 'asks', text: 'RISPOSTA AD ALTRI', undoSeconds: 0, seenEventId: 1e9 } });
  await world.app.sweep();
  await giulia.call(cases.mergeCase, { params: { id: other }, body: { intoId: id, evenThoughCustomersDiffer: true } });

  const [html, again] = [await (await fetch(plainOf(token))).text(), await fetch(plainOf(token))];
  for (const words of ['Buongiorno, manca il secondo collo.', 'Ha telefonato.', 'Ancora nessuno &lt;b&gt;risponde&lt;/b&gt;', 'Ecco lo schema.', 'schema.txt', 'Se ne occupa Giulia Serra']) expect(html).toContain(words);
  expect(html).not.toMatch(/SEGRET|ALTRUI|AD ALTRI|<script/u);
  expect(again.headers.get('content-security-policy')).toContain("default-src 'none'");
  const href = /href="([^"]+\/files\/[^"]+)"/u.exec(html)![1]!;
  expect(await (await fetch(`${world.app.address}${href}`)).text()).toBe('schema');
  expect((await fetch(`${world.app.address}${href.replace(/[^/]+$/u, id)}`)).status).toBe(404);
  expect(await (await fetch(`${plainOf(token)}/calendar`)).text()).toMatch(/BEGIN:VEVENT[\s\S]+DTSTART:\d{8}T\d{6}Z/u);

  // A browser without script is brought here by the page itself, from the address that stood in the mail.
  const asked = await fetch(`${world.app.address}/c/${token}?plain`, { redirect: 'manual' });
  expect([asked.status, asked.headers.get('location'), asked.headers.get('referrer-policy')]).toEqual([302, `/api/customer-page/${token}/plain`, 'no-referrer']);

  const form = new FormData();
  form.set('act', 'write');
  form.set('text', 'Manca ancora.');
  form.append('files', new File(['foto'], 'foto.jpg', { type: 'image/jpeg' }));
  expect(await posts(token, form)).toMatchObject({ status: 303, location: `/api/customer-page/${token}/plain?done=write` });
  const said = await (await fetch(`${plainOf(token)}?done=write`)).text();
  for (const words of ['Manca ancora.', 'foto.jpg', 'Ricevuto: è nel suo caso.']) expect(said).toContain(words);
  expect(await posts(token, { act: 'write', text: '  ' })).toMatchObject({ status: 400, html: expect.stringContaining('role="alert"') });
  expect((await posts(token, { act: 'solved' })).status).toBe(303);
  expect((await posts(token, { act: 'rate', score: '4', words: 'Bene' })).status).toBe(303);
  expect((await posts(token, { act: 'unsolved', text: 'Manca la vite.' })).status).toBe(303);
  expect(await page(token)).toMatchObject({ isSolved: false });
  expect((await posts('x'.repeat(43), { act: 'solved' })).status).toBe(404);
});

it('is told how the customer wants to hear from us, and keeps to it: a call, by a person, and no letter that writes itself', async () => {
  const { id, token } = await opened('Rosa Villa <rosa.villa@posta.example>');
  expect(await posts(token, { act: 'wishes', language: 'en', prefers: 'phone', number: 'nessuno' })).toMatchObject({ status: 400 });
  expect((await posts(token, { act: 'wishes', language: 'en', prefers: 'phone', number: '347 000 1122' })).status).toBe(303);
  expect(await (await fetch(`${plainOf(token)}?done=wishes`)).text()).toContain('Saved: from now on we do it this way.');
  expect(await giulia.call(openCase, { params: { id } })).toMatchObject({ case: { language: 'en' }, customer: { language: 'en', prefers: { by: 'phone', number: '+393470001122' } } });
  const dueAt = plus(world.app.clock.now(), 3 * hour);
  await reply(id, { act: 'updates', text: 'I will let you know by then.', nextUpdateAt: dueAt.toISOString() });
  await giulia.call(cases.setSelfUpdates, { params: { id }, body: { on: true } });
  await world.app.advance(3 * hour - 5 * minute, { step: 30 * minute });
  const calls = (await giulia.call(noticeRoutes.list)).filter((one) => one.caseId === id && one.kind === 'call_customer');
  expect(calls).toMatchObject([{ facts: { address: '+393470001122', dueAt: dueAt.toISOString() } }]);
  expect(await world.app.db.selectFrom('messages').where('case_id', '=', id).where('sent_by_itself', '=', true).select('id').execute()).toEqual([]);
});
