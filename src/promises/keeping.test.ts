import { afterAll, beforeAll, expect, it } from 'vitest';
import { hour, second } from '#base/clock.ts';
import * as cases from '#cases/contract.ts';
import { sendRequest } from '#requests/contract.ts';
import { startWorld, type World } from '#test/world.ts';
import * as contract from './contract.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const inHours = (hours: number): string => new Date(world.app.clock.now().getTime() + hours * hour).toISOString();

it('counts kept first dates, by the department behind them and by kind, and what was renegotiated apart', async () => {
  const from = inHours(0);
  const giulia = await world.as('giulia');
  await world.receives({ from: 'Elena Marchetti <elena.keeping@posta.example>', subject: 'Collo mancante', text: 'Manca il secondo collo.' });
  const { id } = await world.app.db.selectFrom('cases').select('id').orderBy('number', 'desc').limit(1).executeTakeFirstOrThrow();
  await giulia.call(cases.takeCharge, { params: { id } });
  const request = await giulia.call(sendRequest, { params: { id }, body: { departmentId: world.departments.magazzino, question: 'È partito il secondo collo?', why: 'La cliente lo aspetta.' } });
  const reply = async (commitments: object): Promise<void> => {
    const { last } = await world.app.db.selectFrom('events').where('case_id', '=', id).select((eb) => eb.fn.max('id').as('last')).executeTakeFirstOrThrow();
    await giulia.call(cases.sendReply, { params: { id }, body: { text: 'Il secondo collo è a Lecco.', seenEventId: Number(last), act: 'updates', nextUpdateAt: null, commitments } });
    await world.app.advance(11 * second);
  };
  await reply({ makes: [
    { text: 'Le scrivo entro oggi', dueAt: inHours(2) }, { text: 'Il secondo collo parte', dueAt: inHours(3), requestId: request.id }, { text: 'La richiamo', dueAt: inHours(4) }, { text: 'Il rimborso arriva', dueAt: inHours(90) },
  ] });
  const made = (await giulia.call(contract.promisesOfCase, { params: { id } })).items;
  await reply({ keeps: [made[0]!.id], moves: [{ promiseId: made[2]!.id, dueAt: inHours(20), reason: 'Il magazzino cerca ancora' }] });
  const report = (to: string) => giulia.call(contract.promiseKeeping, { query: { from, to } });
  // Nothing has fallen due yet, and what is kept early counts only once its date has come.
  expect((await report(inHours(100))).all).toEqual({ kept: 0, renegotiated: 0, broken: 0, released: 0, rate: null });
  await world.app.advance(6 * hour);
  const { all, byKind, byDepartment } = await report(inHours(100));
  expect(all).toEqual({ kept: 1, renegotiated: 1, broken: 1, released: 0, rate: 1 / 3 });
  expect(byKind.deed).toMatchObject({ broken: 1, rate: 0 });
  expect(byDepartment.map(({ department, rate }) => [department?.name ?? null, rate])).toEqual([['Magazzino', 0], [null, 0.5]]);
  expect((await report(from)).all.rate).toBeNull();
});
