import { afterAll, beforeAll, expect, it } from 'vitest';
import { hour } from '#base/clock.ts';
import { takeCharge } from '#cases/contract.ts';
import { addIdentity } from '#customers/contract.ts';
import type { Client } from '#test/server.ts';
import { elena, startWorld, type World } from '#test/world.ts';
import { choicesOf, logCall, whoCalls } from './contract.ts';
import { caseOfCall } from './rules.ts';

let world: World;
let marco: Client;
beforeAll(async () => {
  world = await startWorld();
  marco = await world.as('marco');
});
afterAll(() => world.stop());

const lastCase = () => world.app.db.selectFrom('cases').orderBy('number', 'desc').limit(1).selectAll().executeTakeFirstOrThrow();

it('guesses nothing where there is a choice', () => {
  expect(caseOfCall(undefined, [])).toBeNull();
  expect(caseOfCall(undefined, [{ id: 'one' }])).toBe('one');
  expect(caseOfCall(null, [{ id: 'one' }])).toBeNull();
  expect(caseOfCall(undefined, [{ id: 'one' }, { id: 'two' }])).toMatchObject({ refused: 'call.which_case', facts: { count: 2 } });
});

it('lands on the open case as a chase, however the number is typed, and asks when there are two', async () => {
  await world.receives({ from: elena, text: 'Manca il secondo collo.' });
  const first = await lastCase();
  const giulia = await world.as('giulia');
  await giulia.call(takeCharge, { params: { id: first.id } });
  await marco.call(addIdentity, { params: { id: first.customer_id }, body: { kind: 'phone', value: '+39 347 1234567' } });
  world.app.clock.advance(hour);

  const who = await marco.call(whoCalls, { query: { number: '347/123 45 67' } });
  expect(who).toMatchObject({ number: '+393471234567', customer: { name: 'Elena Marchetti' }, openCases: [{ id: first.id, ownerName: 'Giulia Serra' }] });

  const call = await marco.call(logCall, { body: { number: '0039 347 1234567', text: 'Chiede se i colleghi sono stati avvisati.' } });
  expect(call).toMatchObject({ caseId: first.id, caseNumber: first.number, became: 'joined', isChase: true, chases: 1 });
  expect(await world.app.db.selectFrom('messages').where('id', '=', call.messageId).select(['channel', 'author_member_id', 'author_name']).executeTakeFirst()).toEqual({
    channel: 'phone', author_member_id: world.people.marco.id, author_name: 'Elena Marchetti',
  });

  const fresh = await marco.call(logCall, { body: { customerId: first.customer_id, text: 'Chiede un preventivo.', caseId: null } });
  expect(fresh.caseId).not.toBe(first.id);
  expect(await lastCase()).toMatchObject({ id: fresh.caseId, owner_id: world.people.marco.id, claim_due_at: null, channel: 'phone' });

  const which = await marco.try(logCall, { body: { number: '3471234567', text: 'Ha richiamato.' } });
  expect(which).toMatchObject({ status: 409, body: { code: 'call.which_case' } });
  expect(choicesOf((which.body as { facts: Record<string, unknown> }).facts).map(({ id }) => id).toSorted()).toEqual([first.id, fresh.caseId].toSorted());
  world.app.clock.advance(hour);
  expect(await marco.call(logCall, { body: { number: '3471234567', text: 'Ha richiamato.', caseId: first.id } })).toMatchObject({ caseId: first.id, isChase: true, chases: 2 });
});

it('opens a case of the caller for somebody whom nobody knows yet', async () => {
  expect(await marco.call(whoCalls, { query: { number: '039 2' } })).toMatchObject({ customer: null, openCases: [] });
  const call = await marco.call(logCall, { body: { number: '039 123456', name: 'Rita Moro', text: 'Vorrebbe sapere gli orari.' } });
  expect(call).toMatchObject({ became: 'opened', isChase: false, chases: 0 });
  expect(await marco.call(whoCalls, { query: { number: '+39 039 123456' } })).toMatchObject({ customer: { name: 'Rita Moro' }, openCases: [{ id: call.caseId }] });
});

it('says what is wrong with a call', async () => {
  expect(await marco.try(logCall, { body: { text: 'Ha chiamato.' } })).toMatchObject({ status: 400, body: { fields: [{ field: 'number' }] } });
  expect(await marco.try(logCall, { body: { number: '12', text: 'Ha chiamato.' } })).toMatchObject({ status: 409, body: { code: 'identity.not_a_number' } });
  const nobody = '019a0000-0000-7000-8000-000000000000';
  expect(await marco.try(logCall, { body: { number: '039 123456', text: 'Ha chiamato.', caseId: nobody } })).toMatchObject({ status: 404 });
  expect(await marco.try(logCall, { body: { customerId: nobody, text: 'Ha chiamato.' } })).toMatchObject({ status: 404 });
});
