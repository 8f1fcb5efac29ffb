import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRequestsWorld, type RequestsWorld } from '#test/requests-world.ts';
import * as requests from './contract.ts';

let world: RequestsWorld;
beforeAll(async () => {
  // A Tuesday, 10:23.
  world = await startRequestsWorld();
});
afterAll(() => world.stop());

const board = async (person: 'dario' | 'ilaria' | 'giulia') => (await world.client(person)).call(requests.readBoard);

test('a department sees what waits for it, who has it, and answers right there; others see nothing of it', async () => {
  const caseId = await world.openCase();
  const { id } = await world.ask(caseId);
  const dario = await world.client('dario');
  const params = { id };
  expect(await board('dario')).toMatchObject({ departments: [{ name: 'Magazzino' }], waiting: 1, late: 0, items: [{ id, state: 'waiting', askedBy: 'Giulia Serra', takenBy: null, isMine: false }] });
  expect(JSON.stringify(await board('dario'))).not.toMatch(/Marchetti|posta\.example/u);
  expect(await dario.call(requests.takeOnBoard, { params, body: {} })).toMatchObject({ state: 'taken', takenBy: 'Dario Conti', isMine: true });
  expect(await dario.call(requests.askBackOnBoard, { params, body: { text: 'Quale collo?' } })).toMatchObject({ state: 'questioned', turns: [{ kind: 'question_back', by: 'Dario Conti' }] });
  expect(await board('dario')).toMatchObject({ waiting: 0, items: [{ state: 'questioned' }] });
  expect(await dario.try(requests.answerOnBoard, { params, body: { choice: 'Forse' } })).toMatchObject({ status: 409, body: { code: 'answer.not_a_choice' } });
  expect(await dario.call(requests.answerOnBoard, { params, body: { choice: 'È partito' } })).toMatchObject({ state: 'answered', settledAt: expect.any(String) });
  expect(await (await world.client('giulia')).call(requests.readRequest, { params })).toMatchObject({ state: 'answered', turns: [{}, { kind: 'answer', by: 'Dario Conti', via: 'app', choice: 'È partito' }] });
  expect(await board('ilaria')).toMatchObject({ departments: [{ name: 'Logistica' }], items: [], waiting: 0 });
  expect(await board('giulia')).toMatchObject({ departments: [], items: [] });
  for (const person of ['ilaria', 'giulia'] as const) {
    const other = await world.client(person);
    expect(await other.try(requests.takeOnBoard, { params, body: {} })).toMatchObject({ status: 404 });
    expect(await other.try(requests.answerOnBoard, { params, body: { text: 'x' } })).toMatchObject({ status: 404 });
    expect(await other.try(requests.refuseOnBoard, { params, body: { text: 'x', whoseIsIt: 'y' } })).toMatchObject({ status: 404 });
    expect(await other.try(requests.letGoOnBoard, { params })).toMatchObject({ status: 404 });
  }
});

test('what is left to colleagues is everybody’s again, what is not theirs goes back, what was withdrawn is gone', async () => {
  const { id } = await world.ask(await world.openCase());
  const dario = await world.client('dario');
  const params = { id };
  await dario.call(requests.takeOnBoard, { params, body: {} });
  expect(await dario.call(requests.letGoOnBoard, { params })).toMatchObject({ takenBy: null, isMine: false, state: 'seen' });
  expect(await dario.call(requests.refuseOnBoard, { params, body: { text: 'Lo spedisce il corriere.', whoseIsIt: 'Logistica' } })).toMatchObject({ state: 'refused' });
  const gone = await world.ask(await world.openCase());
  await (await world.client('giulia')).call(requests.withdrawRequest, { params: { id: gone.id }, body: { reason: 'Arrivato.' } });
  expect((await board('dario')).items.map((item) => item.id)).not.toContain(gone.id);
  expect(await dario.try(requests.takeOnBoard, { params: { id: gone.id }, body: {} })).toMatchObject({ status: 404 });
});

