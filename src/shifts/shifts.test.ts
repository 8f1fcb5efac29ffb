import { afterAll, beforeAll, expect, it } from 'vitest';
import { hour, minute } from '#base/clock.ts';
import { inWork, system } from '#base/work.ts';
import { acceptHandover, listHandovers, offerHandover, sendReply, setNextUpdate, takeCharge } from '#cases/contract.ts';
import { standingOf } from '#cases/rules.ts';
import { notify } from '#notices/index.ts';
import { noticeRoutes } from '#notices/contract.ts';
import { absenceRoutes } from '#people/contract.ts';
import type { Client } from '#test/server.ts';
import { elena, startWorld, type World } from '#test/world.ts';
import { backAtWork, endShift, readShiftEnd } from './contract.ts';
import { mayEndShift, needsBefore } from './rules.ts';

const tuesday = (time: string): string => `2026-11-24T${time}:00+01:00`;
const at = (time: string): Date => new Date(tuesday(time));

let world: World;
let giulia: Client;
let marco: Client;
let marta: Client;
beforeAll(async () => {
  world = await startWorld({ at: tuesday('10:00') });
  [giulia, marco, marta] = [await world.as('giulia'), await world.as('marco'), await world.as('marta')];
});
afterAll(() => world.stop());

const callsOf = async (client: Client) => (await client.call(noticeRoutes.list)).map(({ kind, facts }) => ({ kind, instead: facts.insteadOf }));
const until = async (time: string): Promise<void> => world.app.advance(at(time).getTime() - world.app.clock.now().getTime(), { step: 15 * minute });

it('names a case once, the most urgent first, and nothing that can wait', () => {
  const need = { kind: 'promise', what: 'Stato' } as const;
  const needs = needsBefore([{ ...need, caseId: 'a', dueAt: at('16:00') }, { ...need, caseId: 'b', dueAt: at('15:00') }, { ...need, kind: 'next_update', caseId: 'a', dueAt: at('14:00') }, { ...need, caseId: 'c', dueAt: at('18:00') }], at('18:00'));
  expect([...needs].map(([id, wanted]) => [id, wanted.map(({ kind }) => kind)])).toEqual([['a', ['next_update', 'promise']], ['b', ['promise']]]);
  expect(mayEndShift(at('10:00'), at('10:00'))).toMatchObject({ refused: 'shift.back_in_the_past' });
  expect(mayEndShift(new Date('2026-12-02T10:00:00+01:00'), at('10:00'))).toMatchObject({ refused: 'shift.back_too_late' });
  expect(mayEndShift(at('18:00'), at('10:00'))).toBeNull();
});

it('reads what a case owes and is owed from its events', () => {
  const [promise, request] = [{ promiseId: 'p', text: 'Il rimborso' }, { requestId: 'r', department: { id: 'd', name: 'Magazzino' } }];
  const events = [
    { kind: 'promise.made', data: { ...promise, dueAt: tuesday('12:00') } }, { kind: 'request.sent', data: { ...request, dueAt: tuesday('13:00') } },
    { kind: 'promise.moved', data: { ...promise, from: tuesday('12:00'), to: tuesday('15:00') } },
  ];
  expect(standingOf(events)).toEqual({ promises: [{ text: 'Il rimborso', dueAt: at('15:00'), isBroken: false }], asked: [{ department: 'Magazzino', dueAt: at('13:00') }] });
  expect(standingOf([...events, { kind: 'promise.broken', data: { ...promise, dueAt: tuesday('15:00') } }, { kind: 'request.answered', data: request }])).toMatchObject({ promises: [{ isBroken: true }], asked: [] });
  expect(standingOf([...events, { kind: 'promise.kept', data: { ...promise, dueAt: tuesday('15:00') } }]).promises).toEqual([]);
});

it('shows what will need somebody, forces nothing, and calls the deputy on duty while the owner is gone', async () => {
  await world.receives({ from: elena, text: 'Manca il secondo collo.' });
  const { id } = await world.app.db.selectFrom('cases').select('id').executeTakeFirstOrThrow();
  await giulia.call(takeCharge, { params: { id } });
  await giulia.call(sendReply, {
    params: { id },
    body: { act: 'updates', text: 'Le dico entro le 15 dov’è il collo.', commitments: { makes: [{ text: 'Dov’è il collo', dueAt: tuesday('15:00') }] }, seenEventId: 1_000_000, undoSeconds: 0 },
  });
  await world.app.sweep();
  // By default one is back when the department opens again.
  expect(await giulia.call(readShiftEnd, { query: {} })).toMatchObject({
    backAt: '2026-11-25T07:30:00.000Z', closesAt: at('18:00').toISOString(), endedAt: null, deputy: { name: 'Marco Neri' }, watchedBy: [{ name: 'Marco Neri' }],
    cases: [{ caseId: id, customer: 'Elena Marchetti', needs: [{ kind: 'next_update' }, { kind: 'promise', what: 'Dov’è il collo' }], offeredTo: null }],
  });
  expect((await giulia.call(readShiftEnd, { query: { backAt: tuesday('14:30') } })).cases).toEqual([]);
  await until('13:10');
  await giulia.call(endShift, { body: { backAt: tuesday('17:00') } });
  // Who has gone home is asked to take nothing.
  expect(await marta.try(offerHandover, { params: { id }, body: { toId: world.people.giulia.id, reason: 'Prova' } })).toMatchObject({ status: 409 });
  await until('14:15');
  expect(await callsOf(marco)).toContainEqual({ kind: 'promise_near', instead: 'Giulia Serra' });
  expect(await callsOf(giulia)).toContainEqual({ kind: 'promise_near', instead: undefined });
  expect(await callsOf(marta)).toEqual([]);
  expect(await world.app.db.selectFrom('cases').select('owner_id').executeTakeFirst()).toEqual({ owner_id: world.people.giulia.id });
});

it('passes a case on with a summary that writes itself, and only when it is accepted', async () => {
  const { id } = await world.app.db.selectFrom('cases').select('id').executeTakeFirstOrThrow();
  await giulia.call(offerHandover, { params: { id }, body: { toId: world.people.marco.id, reason: 'Finisco il turno' } });
  const [offered] = (await marco.call(listHandovers)).items;
  expect(offered!.summary).toContain('Abbiamo promesso: «Dov’è il collo» entro oggi alle 15:00.');
  expect(await marco.call(readShiftEnd, { query: {} })).toMatchObject({ cases: [{ caseId: id, needs: [{ kind: 'handover', what: 'Giulia Serra' }] }] });
  expect((await giulia.call(readShiftEnd, { query: {} })).cases).toMatchObject([{ offeredTo: { name: 'Marco Neri' } }]);
  await marco.call(acceptHandover, { params: { id: offered!.id } });
  expect((await giulia.call(readShiftEnd, { query: {} })).cases).toEqual([]);
  await giulia.call(backAtWork);
  expect(await giulia.call(readShiftEnd, { query: {} })).toMatchObject({ endedAt: null });
});

it('calls the leads where no deputy can be found, and nobody at night', async () => {
  const { id } = await world.app.db.selectFrom('cases').select('id').executeTakeFirstOrThrow();
  const { people } = world;
  const told = (kind: 'delivery_failed' | 'low_rating') => inWork(world.app.services, system, (work) => notify(work, { memberId: people.marco.id, kind, caseId: id, facts: { key: kind } }));
  // Marco is away, his deputy left, and hers is nobody.
  await marco.call(absenceRoutes.plan, { body: { from: tuesday('14:00'), until: tuesday('17:00'), deputyId: people.davide.id } });
  await world.app.db.updateTable('members').set({ left_at: world.app.clock.now(), deputy_id: null }).where('id', '=', people.davide.id).execute();
  await told('delivery_failed');
  expect(await callsOf(marta)).toContainEqual({ kind: 'delivery_failed', instead: 'Marco Neri' });
  // Half an hour before closing, who has something that cannot wait until the morning is told once.
  await until('17:20');
  await marco.call(setNextUpdate, { params: { id }, body: { dueAt: '2026-11-25T08:00:00+01:00', because: 'Il corriere scrive alle 8' } });
  await until('17:58');
  expect((await callsOf(marco)).filter(({ kind }) => kind === 'shift_needs')).toHaveLength(1);
  await world.app.advance(3 * hour);
  await told('low_rating');
  expect((await callsOf(marta)).map(({ kind }) => kind)).not.toContain('low_rating');
  expect((await callsOf(marco)).map(({ kind }) => kind)).toContain('low_rating');
});
