import { afterAll, beforeAll, expect, test } from 'vitest';
import { inWork, system } from '#base/work.ts';
import * as cases from '#cases/contract.ts';
import { startRequestsWorld, type RequestsWorld } from '#test/requests-world.ts';
import * as requests from './contract.ts';
import { askWhatWaited } from './index.ts';

let world: RequestsWorld;
beforeAll(async () => {
  // A Tuesday, 10:23.
  world = await startRequestsWorld();
});
afterAll(() => world.stop());

type Step = Parameters<typeof plan>[1][number];
const step = (to: keyof RequestsWorld['departments'], question: string, after: number | null = null) => ({ departmentId: world.departments[to], question, why: 'La cliente aspetta.', after });
const plan = async (caseId: string, steps: ReturnType<typeof step>[]) => (await world.client('giulia')).try(requests.planRequests, { params: { id: caseId }, body: { steps } });
const planned = async (caseId: string, steps: Step[]) => {
  const made = await plan(caseId, steps);
  expect(made.status).toBe(200);
  return made.body as { requests: requests.RequestView[]; planned: requests.PlannedView[] };
};
const onCase = async (id: string) => (await (await world.client('giulia')).call(requests.requestsOfCase, { params: { id } })).items;
const waitingOn = async (id: string) => (await (await world.client('giulia')).call(requests.plannedOfCase, { params: { id } })).items;
const answers = async (requestId: string, text: string) => {
  const token = (await world.letters(requestId))[0]!.token;
  await world.visitor.call(requests.sendAnswer, { params: { token }, body: { text } });
};

test('several departments at once; a third when the first has answered, with its answer quoted; the fourth after that', async () => {
  const caseId = await world.openCase();
  const made = await planned(caseId, [
    step('magazzino', 'Quale collo manca?'), step('amministrazione', 'È pagato?'), step('corriere', 'Dov’è il collo?', 0), step('logistica', 'Quando riconsegnate?', 2),
  ]);
  expect(made.requests.map(({ department }) => department.name)).toEqual(['Magazzino', 'Amministrazione']);
  expect(made.planned).toMatchObject([
    { department: { name: 'Corriere Nord' }, after: { department: 'Magazzino', requestId: made.requests[0]!.id }, plannedBy: { name: 'Giulia Serra' } },
    { department: { name: 'Logistica' }, after: { department: 'Corriere Nord', requestId: null } },
  ]);
  await askWhatWaited(world.services);
  expect(await onCase(caseId)).toHaveLength(2);
  await answers(made.requests[0]!.id, 'Manca il collo 2, codice CN-771.');
  await Promise.all([askWhatWaited(world.services), askWhatWaited(world.services)]);
  const courier = (await onCase(caseId)).find(({ department }) => department.name === 'Corriere Nord');
  expect(courier).toMatchObject({ askedBy: { name: 'Giulia Serra' }, why: 'La cliente aspetta.\n\nMagazzino ha risposto: «Manca il collo 2, codice CN-771.»' });
  expect((await world.letters(courier!.id))[0]?.text).toContain('Magazzino ha risposto: «Manca il collo 2, codice CN-771.»');
  expect(await waitingOn(caseId)).toMatchObject([{ department: { name: 'Logistica' }, after: { requestId: courier!.id } }]);
  await answers(courier!.id, 'È nel deposito di Monza.');
  await askWhatWaited(world.services);
  expect(await waitingOn(caseId)).toEqual([]);
  expect((await onCase(caseId)).map(({ department }) => department.name)).toContain('Logistica');
});

test('one that cannot be asked, now or later, undoes all of it', async () => {
  const caseId = await world.openCase();
  expect(await plan(caseId, [step('magazzino', 'Quale collo?'), step('servizio', 'E noi?', 0)])).toMatchObject({ status: 409, body: { code: 'request.own_department' } });
  expect(await plan(caseId, [step('magazzino', 'Quale collo?', 0)])).toMatchObject({ status: 400 });
  expect([await onCase(caseId), await waitingOn(caseId)]).toEqual([[], []]);
});

test('what is no longer needed is not asked: cancelled by hand, with the request before it, or with the case', async () => {
  const giulia = await world.client('giulia');
  const caseId = await world.openCase();
  const one = await planned(caseId, [step('magazzino', 'Quale collo?'), step('corriere', 'Dov’è?', 0), step('logistica', 'Quando?', 1)]);
  expect(await giulia.call(requests.cancelPlanned, { params: { id: one.planned[0]!.id }, body: { reason: 'Arrivato.' } })).toEqual({ cancelled: 2 });
  await answers(one.requests[0]!.id, 'Il 2.');
  await askWhatWaited(world.services);
  expect(await onCase(caseId)).toHaveLength(1);
  const two = await planned(caseId, [step('tecnico', 'Monta?'), step('vendite', 'Quanto costa?', 0)]);
  await giulia.call(requests.withdrawRequest, { params: { id: two.requests[0]!.id }, body: { reason: 'Ha cambiato idea.' } });
  expect(await waitingOn(caseId)).toEqual([]);
  await planned(caseId, [step('marketing', 'Che rosso è?'), step('prodotto', 'Lo cambiate?', 0)]);
  await inWork(world.services, system, async (work) => {
    work.emit(cases.caseEvents['case.resolved'](caseId, { how: 'by_hand', reason: null }));
  });
  expect(await waitingOn(caseId)).toEqual([]);
  expect((await world.events(caseId)).filter((kind) => kind === 'request.plan_cancelled')).toHaveLength(3);
});

test('its turn comes and it cannot be asked any more: the case says why; asked by hand it goes once that is put right', async () => {
  const caseId = await world.openCase();
  const { requests: [first], planned: [next] } = await planned(caseId, [step('magazzino', 'Quale collo?'), step('tecnico', 'Si ripara?', 0)]);
  const { db } = world.app;
  const address = (to: string | null) => db.updateTable('departments').set({ address: to }).where('id', '=', world.departments.tecnico).execute();
  await address(null);
  await answers(first!.id, 'Il 2.');
  await askWhatWaited(world.services);
  await askWhatWaited(world.services);
  expect(await waitingOn(caseId)).toMatchObject([{ id: next!.id, refused: { it: expect.stringContaining('Di Tecnico non abbiamo un indirizzo') } }]);
  await address('tecnico@casalumina.example');
  const giulia = await world.client('giulia');
  expect(await giulia.call(requests.askPlannedNow, { params: { id: next!.id } })).toMatchObject({ department: { name: 'Tecnico' }, why: expect.stringContaining('Magazzino ha risposto: «Il 2.»') });
  expect(await giulia.try(requests.askPlannedNow, { params: { id: next!.id } })).toMatchObject({ status: 404 });
  expect(await (await world.client('dario')).try(requests.plannedOfCase, { params: { id: caseId } })).toMatchObject({ status: 403 });
});
