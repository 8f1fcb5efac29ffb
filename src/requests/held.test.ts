import { afterAll, beforeAll, expect, test } from 'vitest';
import { hour, second } from '#base/clock.ts';
import { startRequestsWorld, type RequestsWorld } from '#test/requests-world.ts';
import * as requests from './contract.ts';
import { tellSentBack } from './index.ts';

let world: RequestsWorld;
beforeAll(async () => {
  // A Tuesday, 10:23.
  world = await startRequestsWorld();
});
afterAll(() => world.stop());

test('every minute of a case is somebody’s: the sum is the time it has been open, read from its events', async () => {
  const caseId = await world.openCase();
  const openedAt = world.app.clock.now();
  const giulia = await world.client('giulia');
  const held = () => giulia.call(requests.heldOfCase, { params: { id: caseId } });
  world.app.clock.advance(hour);
  const asked = await world.ask(caseId);
  const token = (await world.letters(asked.id))[0]!.token;
  world.app.clock.advance(hour);
  await world.visitor.call(requests.askBack, { params: { token }, body: { text: 'Quale collo?' } });
  world.app.clock.advance(hour);
  await giulia.call(requests.replyToDepartment, { params: { id: asked.id }, body: { text: 'Il 2.' } });
  world.app.clock.advance(hour);
  await world.visitor.call(requests.sendAnswer, { params: { token }, body: { text: 'Vediamo.' } });
  world.app.clock.advance(hour);
  await giulia.call(requests.sendBackAnswer, { params: { id: asked.id }, body: {} });
  world.app.clock.advance(10 * second);
  await tellSentBack(world.services);
  await world.ask(caseId, { to: 'corriere', question: 'Dov’è?', choices: [] });
  world.app.clock.set('2026-11-25T08:30:00+01:00');
  const { parts, milliseconds, until } = await held();
  expect(until).toBe('2026-11-25T07:30:00.000Z');
  expect(milliseconds).toBe(Date.parse(until) - openedAt.getTime());
  expect(parts.reduce((sum, part) => sum + part.milliseconds, 0)).toBe(milliseconds);
  const of = (name: string, kind: string) => parts.find((part) => part.name === name && part.kind === kind);
  expect(of('Giulia Serra', 'owner')).toMatchObject({ milliseconds: 2 * hour });
  expect(of('Magazzino', 'paused')).toMatchObject({ milliseconds: hour });
  const both = milliseconds - 5 * hour - 10 * second;
  expect(of('Corriere Nord', 'supplier')?.milliseconds).toBe(both / 2);
  expect(of('Magazzino', 'department')?.milliseconds).toBe(2 * hour + 10 * second + both / 2);
  // From 15:23 and ten seconds to 18:00 they were open, and after that the night.
  expect(of('Corriere Nord', 'supplier')).toMatchObject({ working: (2 * hour + 37 * 60 * second - 10 * second) / 2 });
  expect(await (await world.client('dario')).try(requests.heldOfCase, { params: { id: caseId } })).toMatchObject({ status: 403 });
});
