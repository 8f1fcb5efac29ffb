import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hour, minute } from '#base/clock.ts';
import { inWork, system } from '#base/work.ts';
import { reopenCase } from '#cases/contract.ts';
import { issueLink } from '#cases/index.ts';
import { answers, afterTheCase, askedByMail, fill, open, resolvedCase, resolvedCases, startedSurvey } from '#test/survey-tale.ts';
import { startWorld, type World } from '#test/world.ts';
import { readPage } from '#customer-page/contract.ts';
import * as contract from './contract.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const marta = () => world.as('marta');
const stop = async (id: string) => (await marta()).call(contract.stopSurvey, { params: { id } });
const becauseOf = async (surveyId: string) => {
  const rows = await world.app.db.selectFrom('survey_invitations').innerJoin('customers', 'customers.id', 'survey_invitations.customer_id').where('survey_id', '=', surveyId).select(['customers.name', 'not_asked_because']).execute();
  return Object.fromEntries(rows.map((row) => [row.name, row.not_asked_because]));
};
let turn = 0;
/** Somebody whom nobody has asked yet. */
const somebody = (name: string) => {
  turn += 1;
  return `${name} <${name.toLowerCase().replaceAll(' ', '.')}.${turn}@posta.example>`;
};
const customerNamed = (name: string) => world.app.db.selectFrom('customers').where('name', '=', name).select('id').executeTakeFirstOrThrow();
const linkFor = async (from: string): Promise<string> => (await askedByMail(world)).get(/<(.+)>/u.exec(from)![1]!)?.[0] ?? '';

describe('whom it asks', () => {
  it('is nobody whom it would hurt; each with the reason', async () => {
    const id = await startedSurvey(world, { afterHours: 2 });
    const names = ['Ada Fine', 'Bea Phone', 'Cora Boils', 'Dina Again', 'Elsa Refused'] as const;
    const [, , , dinas = ''] = await resolvedCases(world, [...names.map(somebody), 'Fina Machine <no-reply@posta.example>']);
    const { db } = world.app;
    await db.updateTable('customers').set({ prefers: 'phone', prefers_number: '+390341555010' }).where('name', '=', 'Bea Phone').execute();
    await world.receives({ from: 'Cora Boils <cora.boils.3@posta.example>', subject: 'Altro', text: 'Aspetto da una settimana.' });
    await (await world.as('giulia')).call(reopenCase, { params: { id: dinas } });
    await db.insertInto('survey_refusals').values({ customer_id: (await customerNamed('Elsa Refused')).id, at: world.app.clock.now() }).execute();
    await world.app.advance(115 * minute);
    const boils = { degrees: 90, boiled_at: world.app.clock.now(), look_again_at: null };
    await db.updateTable('case_heat').set(boils).where('case_id', 'in', db.selectFrom('cases').where('subject', '=', 'Altro').select('id')).execute();
    await world.app.advance(6 * minute);
    expect(await becauseOf(id)).toEqual({ 'Ada Fine': null, 'Bea Phone': 'prefers_phone', 'Cora Boils': 'boiling', 'Dina Again': 'reopened', 'Elsa Refused': 'refused', 'Fina Machine': 'machine' });
    // Whom any survey has asked, none asks again for a while.
    const second = await startedSurvey(world, { afterHours: 0, restDays: 30 });
    await resolvedCase(world, 'Ada Fine <ada.fine.1@posta.example>');
    await world.app.advance(5 * minute);
    expect(await becauseOf(second)).toEqual({ 'Ada Fine': 'asked_lately' });
    await stop(id);
    await stop(second);
  });

  it('waits for opening hours, and leaves out whom it does not mean', async () => {
    world.app.clock.set('2026-11-27T17:30:00+01:00');
    const id = await startedSurvey(world, { afterHours: 1, languages: ['it'] });
    const from = somebody('Gina Night');
    await resolvedCase(world, from);
    await resolvedCase(world, somebody('Hugh English'), 'Hello, a parcel is missing from my order, could you please tell me where it is?');
    await world.app.advance(14 * hour);
    expect(await linkFor(from)).toBe('');
    await world.app.advance(2 * hour);
    // On Saturday the service opens at nine.
    const row = await world.app.db.selectFrom('survey_invitations').where('survey_id', '=', id).select('settled_at').execute();
    expect(row.map(({ settled_at: at }) => at!.getTime())).toEqual([expect.toSatisfy((at: number) => at >= Date.parse('2026-11-28T09:00:00+01:00') && at < Date.parse('2026-11-28T10:00:00+01:00'))]);
    await stop(id);
  });
});

describe('an answer', () => {
  it('can be changed until it is sent; what is left half-way counts after half an hour; then nothing changes any more', async () => {
    world.app.clock.set('2026-12-01T10:00:00+01:00');
    const id = await startedSurvey(world, { afterHours: 0 });
    const from = somebody('Ida Half');
    const caseId = await resolvedCase(world, from);
    await world.app.advance(minute);
    const link = await linkFor(from);
    const low = await fill(world, await open(world, link), { act: 'next', a: '1' });
    expect(low.html).toContain('Che cosa non ha funzionato?');
    const back = await fill(world, low, { act: 'back', a: 'Tutto.' });
    expect(back.html).toMatch(/value="1" checked/u);
    expect((await fill(world, back, { act: 'next' })).html).toContain('serve una risposta');
    expect((await fill(world, back, { act: 'next', a: '9' })).html).toContain('non è arrivata bene');
    const high = await fill(world, back, { act: 'next', a: '5' });
    expect(high.html).toContain('Che cosa vorrebbe trovare da noi?');
    await world.app.advance(29 * minute, { step: 29 * minute });
    expect(await world.app.db.selectFrom('survey_responses').where('survey_id', '=', id).select('settled_at').execute()).toEqual([{ settled_at: null }]);
    await world.app.advance(2 * minute);
    const [event] = await world.app.db.selectFrom('events').where('kind', '=', 'survey.answered').where('case_id', '=', caseId).select(['data', 'actor']).execute();
    expect(event).toMatchObject({ actor: { kind: 'customer', name: 'Ida Half' }, data: { isComplete: false, scores: [{ question: 'how', kind: 'csat', score: 5 }], texts: [], low: null } });
    expect((await fill(world, high, { act: 'next', a: 'Un cavo più lungo' })).html).toContain('Grazie');
    expect((await world.app.db.selectFrom('survey_answers').innerJoin('survey_responses', 'survey_responses.id', 'response_id').where('survey_id', '=', id).select('question').execute()).map(({ question }) => question)).toEqual(['how']);
    await stop(id);
  });

  it('of words alone can be bitter; a friendly low-key one calls nobody', async () => {
    const id = await startedSurvey(world, { afterHours: 0 });
    const [bitter, kind, waiting] = [somebody('Lia Bitter'), somebody('Mia Kind'), somebody('Nina Waited')];
    const [caseId = '', other = '', heard = ''] = await resolvedCases(world, [bitter, kind, waiting]);
    await world.app.advance(minute);
    await answers(world, await linkFor(bitter), 4, 'Non compro più da voi.');
    await answers(world, await linkFor(waiting), 4, 'Ho aspettato un mese, nessuno mi ha detto niente e la lampada è arrivata rotta.');
    await answers(world, await linkFor(kind), 3, 'Un po’ lenti, ma gentili.');
    const { became, low } = await world.app.db.selectFrom('survey_responses').where('case_id', '=', caseId).select(['became', 'low']).executeTakeFirstOrThrow();
    expect([became, low]).toEqual(['joined', { scores: [], bitter: ['non compro più'] }]);
    // No phrase of ours is in it: what the voices understand of it is enough.
    expect(await world.app.db.selectFrom('survey_responses').where('case_id', '=', heard).select('became').executeTakeFirst()).toEqual({ became: 'joined' });
    expect(await world.app.db.selectFrom('cases').where('id', '=', other).select('status').executeTakeFirst()).toEqual({ status: 'resolved' });
    await stop(id);
  });

  it('is asked for no more by whoever says so; a link opens nothing else, and not for ever', async () => {
    const id = await startedSurvey(world, { afterHours: 0, livesDays: 2 });
    const from = somebody('Nora Enough');
    await resolvedCase(world, from);
    await world.app.advance(minute);
    const link = await linkFor(from);
    const token = new URL(link).pathname.split('/')[2]!;
    const page = await open(world, `/s/${token}?q=stop`);
    expect((await fill(world, page, { act: 'stop' })).html).toContain('niente più sondaggi');
    expect(await world.app.db.selectFrom('survey_refusals').where('customer_id', '=', (await customerNamed('Nora Enough')).id).select('customer_id').execute()).toHaveLength(1);
    for (const url of [`/api/customer-page/${token}`, `/api/survey-pages/${token.slice(0, -1)}x`]) expect((await world.app.http.inject({ url })).statusCode).toBe(404);
    const shown = await world.app.http.inject({ url: `/api/survey-pages/${token}` });
    expect(shown.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'private, no-store' });
    expect(shown.headers['content-security-policy']).toContain("default-src 'none'");
    expect(shown.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(JSON.stringify(await world.app.db.selectFrom('survey_invitations').selectAll().execute())).not.toContain(token);
    await world.app.advance(49 * hour, { step: 12 * hour });
    expect(await open(world, link)).toMatchObject({ status: 404, html: expect.stringContaining('non si apre più') });
    await stop(id);
  });
});

describe('the questions', () => {
  it('are changed as a new version once they were shown, and what hangs in the air is refused with its place', async () => {
    world.app.clock.set('2026-12-09T10:00:00+01:00');
    const id = await startedSurvey(world, { afterHours: 0 });
    const ask = await marta();
    const [how, ...rest] = afterTheCase.questions;
    const changed = { ...afterTheCase, questions: [{ ...how!, words: { it: 'Com’è andata?', en: 'How was it?' } }, ...rest] };
    expect(await ask.call(contract.changeQuestions, { params: { id }, body: { name: 'Dopo il caso', content: changed } })).toEqual({ id, version: 1 });
    const from = somebody('Olga First');
    await resolvedCase(world, from);
    await world.app.advance(minute);
    expect(await ask.call(contract.changeQuestions, { params: { id }, body: { name: 'Dopo il caso', content: afterTheCase } })).toEqual({ id, version: 2 });
    // Who was sent the first is asked the first.
    expect((await open(world, await linkFor(from))).html).toContain('<legend>Com’è andata?');
    const ahead = { ...afterTheCase, questions: rest };
    const refused = await ask.try(contract.changeQuestions, { params: { id }, body: { name: 'x', content: ahead } });
    expect(refused).toMatchObject({ status: 400, body: { fields: [{ field: 'content.questions.0', words: 'La domanda 1 dipende da una domanda che non viene prima.' }] } });
    await stop(id);
    const nowhere = await ask.call(contract.writeSurvey, { body: { name: 'Muto', content: afterTheCase, rule: { ways: { mail: false, page: false, link: false, widget: false } } } });
    expect(await ask.try(contract.startSurvey, { params: { id: nowhere.id } })).toMatchObject({ status: 409, body: { code: 'survey.no_way' } });
    expect((await (await world.as('giulia')).try(contract.startSurvey, { params: { id: nowhere.id } })).status).toBe(403);
  });
});

describe('the public link and the widget', () => {
  it('keep nothing before the first answer, open a case for whoever leaves an address, and stand only where they may', async () => {
    const id = await startedSurvey(world, { ways: { mail: false, page: false, link: true, widget: true }, origins: ['https://www.casalumina.example'] });
    const ask = await marta();
    const { address } = await ask.call(contract.readSurvey, { params: { id } });
    const first = await open(world, address);
    expect(await world.app.db.selectFrom('survey_responses').where('survey_id', '=', id).select('id').execute()).toEqual([]);
    const why = await fill(world, first, { act: 'next', a: '1' });
    const review = await fill(world, why, { act: 'next', a: '=2+3' });
    expect((await fill(world, review, { act: 'finish', email: 'non è un indirizzo' })).html).toContain('non sembra un indirizzo');
    const thanks = await fill(world, review, { act: 'finish', email: 'Zoe@Posta.example' });
    expect(thanks.html).toContain('Grazie');
    expect(thanks.html).not.toContain('C-1');
    const row = await world.app.db.selectFrom('survey_responses').innerJoin('cases', 'cases.id', 'became_case_id').where('survey_id', '=', id).select(['became', 'cases.status', 'cases.channel', 'email', 'way']).executeTakeFirstOrThrow();
    expect(row).toEqual({ became: 'opened', status: 'new', channel: 'form', email: 'zoe@posta.example', way: 'link' });
    // A program fills in what no person sees.
    expect((await fill(world, first, { act: 'next', a: '1', website: 'x' })).status).toBe(400);

    const framed = await world.app.http.inject({ url: `/api/open-surveys/${address.split('/').at(-1)}?at=${encodeURIComponent('https://altrove.example')}` });
    expect(framed.headers['content-security-policy']).toContain("frame-ancestors 'self' https://www.casalumina.example");
    expect(framed.headers['x-frame-options']).toBeUndefined();

    const table = await world.app.http.inject({ url: `/api/surveys/${id}/answers.csv`, headers: await world.app.signInHeaders(world.people.marta) });
    expect(table.headers['content-type']).toContain('text/csv');
    expect(table.body).toContain(`;'=2+3`);
    const renewed = await ask.call(contract.renewKey, { params: { id } });
    expect((await open(world, address)).status).toBe(404);
    expect((await open(world, renewed.address)).status).toBe(200);
    await stop(id);
    expect((await open(world, renewed.address)).status).toBe(404);
  });
});

describe('on the customer’s own page', () => {
  it('waits there once the case is resolved, is answered there, and no mail follows', async () => {
    const id = await startedSurvey(world, { ways: { mail: true, page: true, link: false, widget: false }, afterHours: 2 });
    const from = somebody('Pia Page');
    const caseId = await resolvedCase(world, from);
    const { customer_id: customerId } = await world.app.db.selectFrom('cases').where('id', '=', caseId).select('customer_id').executeTakeFirstOrThrow();
    const token = await inWork(world.app.services, system, (work) => issueLink(work, caseId, customerId));
    const visitor = world.app.visitor();
    const waits = async () => (await visitor.call(readPage, { params: { token } })).survey;
    expect((await waits())?.it).toBe('Com’è andata con noi?');
    const begin = () => world.app.http.inject({ method: 'POST', url: `/api/customer-page/${token}/survey`, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: '' });
    const { headers } = await begin();
    expect((await answers(world, String(headers.location), 5)).html).toContain('Grazie');
    expect(await waits()).toBeNull();
    expect((await begin()).statusCode).toBe(404);
    await world.app.advance(3 * hour);
    expect(await linkFor(from)).toBe('');
    await stop(id);
  });
});
