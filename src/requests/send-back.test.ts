import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hour, minute, second } from '#base/clock.ts';
import { noticeRoutes } from '#notices/contract.ts';
import { startRequestsWorld, type RequestsWorld } from '#test/requests-world.ts';
import * as requests from './contract.ts';
import { climbDue, tellSentBack } from './index.ts';

let world: RequestsWorld;
beforeAll(async () => {
  // A Tuesday, 10:23.
  world = await startRequestsWorld();
});
afterAll(() => world.stop());

const read = async (id: string) => (await world.client('giulia')).call(requests.readRequest, { params: { id } });
const statusOf = async (caseId: string) => (await world.app.db.selectFrom('cases').where('id', '=', caseId).select('status').executeTakeFirstOrThrow()).status;
const drafts = (caseId: string) => world.app.db.selectFrom('prepared_replies').where('case_id', '=', caseId).where('discarded_at', 'is', null).select('text').execute();
const calls = async (caseId: string) => (await (await world.as('giulia')).call(noticeRoutes.list)).filter((notice) => notice.caseId === caseId).map(({ kind }) => kind);
const sendBack = async (id: string, missing: string | null = null) => (await world.client('giulia')).call(requests.sendBackAnswer, { params: { id }, body: { missing } });
const undo = async (id: string) => (await world.client('giulia')).try(requests.undoSendingBack, { params: { id } });

const answered = async (body: object = { text: 'Ci guardiamo.' }) => {
  const caseId = await world.openCase();
  const asked = await world.ask(caseId);
  const [letter] = await world.letters(asked.id);
  const params = { token: letter!.token };
  world.app.clock.advance(hour);
  await world.visitor.call(requests.sendAnswer, { params, body });
  return { caseId, id: asked.id, dueAt: asked.dueAt, params };
};

describe('an answer that does not answer', () => {
  test('goes back with one key: open again, due when it was, the draft and the call gone; the department hears ten seconds later', async () => {
    const { id, caseId, dueAt } = await answered();
    expect([await statusOf(caseId), await calls(caseId), (await drafts(caseId)).length]).toEqual(['open', ['department_answered'], 1]);
    world.app.clock.advance(5 * minute);
    expect(await sendBack(id)).toMatchObject({
      state: 'sent_back', dueAt, seenAt: null, settledAt: null, nextClimb: { step: 'reminder' }, sentBackTimes: 1,
      sentBack: { by: 'Giulia Serra', missing: 'manca ancora la risposta: «È partito» o «Non ancora»?', leavesAt: expect.any(String) },
    });
    expect([await statusOf(caseId), await calls(caseId), await drafts(caseId)]).toEqual(['waiting_department', [], []]);
    await tellSentBack(world.services);
    expect(await world.letters(id)).toHaveLength(1);
    world.app.clock.advance(10 * second);
    await Promise.all([tellSentBack(world.services), tellSentBack(world.services)]);
    const letters = await world.letters(id);
    expect(letters).toHaveLength(2);
    expect(letters[1]).toMatchObject({ address: 'magazzino@casalumina.example', purpose: 'request', subject: expect.stringMatching(/^Non basta ancora: Il collo 2/u) });
    expect(letters[1]?.text).toContain('A Giulia non basta ancora per rispondere al cliente.');
    expect(letters[1]?.text).toContain('Che cosa manca: manca ancora la risposta: «È partito» o «Non ancora»?');
    expect(letters[1]?.text).toContain('Avevi risposto: «Ci guardiamo.»');
    expect(letters[1]?.text).toMatch(/È partito: https:\S+\?choice=0/u);
    expect(await read(id)).toMatchObject({ sentBack: { leavesAt: null }, turns: [{ kind: 'answer' }, { kind: 'sent_back', by: 'Giulia Serra' }] });
    expect((await world.events(caseId)).filter((kind) => kind.startsWith('request.'))).toEqual(['request.sent', 'request.seen', 'request.answered', 'request.sent_back']);
  });

  test('the page says what is missing, and a better answer settles it; the bounce stays counted', async () => {
    const { id, params, caseId } = await answered();
    await sendBack(id, 'Ci serve il giorno in cui parte.');
    world.app.clock.advance(10 * second);
    await tellSentBack(world.services);
    const page = await world.visitor.call(requests.readAnswering, { params });
    expect(page).toMatchObject({ state: 'sent_back', missing: 'Ci serve il giorno in cui parte.' });
    expect(await world.visitor.call(requests.sendAnswer, { params, body: { text: 'Ci guardiamo.' } })).toMatchObject({ state: 'answered', missing: null });
    await sendBack(id);
    await world.visitor.call(requests.sendAnswer, { params, body: { choice: 'Non ancora', promisedFor: '2026-11-27' } });
    expect(await read(id)).toMatchObject({ state: 'answered', isLate: false, sentBack: null, sentBackTimes: 2 });
    expect(await calls(caseId)).toContain('department_answered');
    // The better answer came within those ten seconds: nobody is told any more that one is missing.
    world.app.clock.advance(minute);
    await tellSentBack(world.services);
    expect((await world.letters(id)).map(({ subject }) => subject).filter((subject) => subject.startsWith('Non basta'))).toHaveLength(1);
  });

  test('undone within ten seconds, everything is as it was; afterwards it is too late', async () => {
    const { id, caseId } = await answered();
    const before = await read(id);
    await sendBack(id);
    expect(await undo(id)).toMatchObject({ status: 200 });
    expect(await read(id)).toEqual(before);
    expect([await statusOf(caseId), (await drafts(caseId)).length]).toEqual(['open', 1]);
    world.app.clock.advance(minute);
    await tellSentBack(world.services);
    expect(await world.letters(id)).toHaveLength(1);
    expect(await undo(id)).toMatchObject({ status: 409, body: { code: 'request.told_already' } });
    await sendBack(id);
    world.app.clock.advance(10 * second);
    await tellSentBack(world.services);
    expect(await undo(id)).toMatchObject({ status: 409, body: { code: 'request.told_already' } });
  });

  test('climbs on from where it stood, when the department stays silent again', async () => {
    world.app.clock.set('2026-11-25T09:00:00+01:00');
    const { id } = await answered();
    await sendBack(id);
    await world.pass(5 * hour);
    expect(await read(id)).toMatchObject({ state: 'late', climbs: [{ step: 'reminder' }, { step: 'head' }] });
    await climbDue(world.services);
  });

  test('who works on cases only, and only what was answered', async () => {
    const caseId = await world.openCase();
    const { id } = await world.ask(caseId);
    const body = { missing: null };
    expect(await (await world.client('giulia')).try(requests.sendBackAnswer, { params: { id }, body })).toMatchObject({ status: 409, body: { code: 'request.not_answered' } });
    expect(await (await world.client('dario')).try(requests.sendBackAnswer, { params: { id }, body })).toMatchObject({ status: 403 });
  });
});

describe('"I have it"', () => {
  test('through the link of the department, with a name; seen by the owner and by the next letter', async () => {
    world.app.clock.set('2026-11-26T09:00:00+01:00');
    const caseId = await world.openCase();
    const { id } = await world.ask(caseId);
    const [letter] = await world.letters(id);
    expect(letter?.text).toMatch(/Ci pensi tu\? Dillo ai colleghi: \S+\?mine=1/u);
    const params = { token: letter!.token };
    expect(await world.visitor.call(requests.readAnswering, { params })).toMatchObject({ asksName: true, takenBy: null });
    const take = (name: string, over = false) => world.visitor.try(requests.takeOnPage, { params, body: { name, over } });
    expect(await take('Beppe')).toMatchObject({ status: 200, body: { state: 'taken', takenBy: 'Beppe' } });
    expect(await take('Beppe')).toMatchObject({ status: 200 });
    expect(await take('Tina')).toMatchObject({ status: 409, body: { code: 'request.taken_already', words: expect.stringContaining('Beppe') } });
    expect(await read(id)).toMatchObject({ state: 'taken', takenBy: 'Beppe', seenBy: 'Beppe' });
    expect(await take('Tina', true)).toMatchObject({ status: 200, body: { takenBy: 'Tina' } });
    world.app.clock.set('2026-11-26T12:00:00+01:00');
    await (await world.client('giulia')).call(requests.remindDepartment, { params: { id } });
    expect((await world.letters(id)).at(-1)?.text).toContain('Se ne occupa Tina.');
    expect(await world.visitor.call(requests.letGoOnPage, { params })).toMatchObject({ state: 'seen', takenBy: null });
    expect((await world.events(caseId)).filter((kind) => kind.startsWith('request.'))).toEqual([
      'request.sent', 'request.seen', 'request.taken', 'request.taken', 'request.climbed', 'request.let_go',
    ]);
  });
});
