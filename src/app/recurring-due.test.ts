import { afterAll, beforeAll, expect, it } from 'vitest';
import { hour } from '#base/clock.ts';
import { elena, startWorld, type World } from '#test/world.ts';
import { recurring, withSomethingToDo } from './recurring.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const clocks = recurring.filter(({ due }) => due !== undefined);
const dueNow = async (): Promise<string[]> => (await withSomethingToDo(world.app.services, clocks)).map(({ name }) => name);

it('asks about all clocks at once, and runs those alone that have run out', async () => {
  expect(clocks.length).toBeGreaterThanOrEqual(10);
  expect(await dueNow()).toEqual([]);
  await world.receives({ from: elena, subject: 'Dov’è il secondo collo?', text: 'Ne è arrivato uno solo.' });
  expect(await dueNow()).toEqual([]);
  // Nothing is swept meanwhile: nobody took it, and nobody was told of it.
  world.app.clock.set(new Date(world.app.clock.now().getTime() + 48 * hour));
  expect(await dueNow()).toEqual(expect.arrayContaining(['watch claims', 'watch next updates', 'look at heat again']));
  await world.app.sweep();
  expect(await dueNow()).toEqual([]);
});
