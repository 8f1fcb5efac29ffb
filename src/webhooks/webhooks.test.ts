import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day, hour, minute, second } from '#base/clock.ts';
import { inWork, system } from '#base/work.ts';
import * as cases from '#cases/contract.ts';
import { noticeRoutes } from '#notices/contract.ts';
import { openReceiver, type Receiver } from '#test/receiver.ts';
import type { Client } from '#test/server.ts';
import { startWorld, type World } from '#test/world.ts';
import * as contract from './contract.ts';
import { deliverWebhooks, forgetDeliveries, publish } from './index.ts';

let world: World;
let marta: Client;
let crm: Receiver;
beforeAll(async () => {
  world = await startWorld({ env: { PRESA_OUTBOUND_ALLOW: '127.0.0.0/8' } });
  marta = await world.as('marta');
  await world.receives({ from: 'Ada Uno <ada@posta.example>', text: 'Buongiorno.' });
});
afterAll(() => world.stop());
beforeEach(async () => {
  crm = await openReceiver();
  return async () => {
    for (const { id } of (await marta.call(contract.listWebhooks)).items) await marta.call(contract.removeWebhook, { params: { id } });
    await crm.close();
  };
});

const input = { description: 'CRM', kinds: ['case.opened', 'case.resolved'] };
const adds = (change: object = {}) => marta.call(contract.addWebhook, { body: { url: crm.url, ...input, ...change } });
const opens = async (): Promise<string> => {
  const customer = await world.app.db.selectFrom('customers').select('id').executeTakeFirstOrThrow();
  const { id } = await (await world.as('giulia')).call(cases.openCaseByHand, { body: { customerId: customer.id, subject: 'Segreto', note: 'Non dirlo a nessuno.', language: 'it' } });
  return id;
};
const view = async (id: string) => (await marta.call(contract.listWebhooks)).items.find((one) => one.id === id);
const log = async (id: string) => (await marta.call(contract.listDeliveries, { params: { id }, query: {} })).items;
const only = async (id: string) => (await marta.call(contract.readDelivery, { params: { id: (await log(id))[0]!.id } }));

describe('what happens is told', () => {
  it('once to each that hears of it, signed, with ids and few fields', async () => {
    const { id, secret } = await adds();
    await adds({ kinds: ['promise.broken'] });
    const caseId = await opens();
    await world.app.sweep();
    expect(crm.received).toHaveLength(1);
    const [got] = crm.received;
    expect(got!.event).toEqual({
      type: 'case.opened', timestamp: expect.any(String),
      data: { eventId: expect.any(Number), caseId, caseNumber: expect.any(Number), customerId: expect.any(String), ownerId: world.people.giulia.id, channel: expect.any(String) },
    });
    expect(got!.body).not.toMatch(/Segreto|Non dirlo/u);
    expect([got!.signedBy([secret]), got!.id]).toEqual([0, expect.stringMatching(/^msg_[0-9a-f-]{36}$/u)]);
    expect(await log(id)).toMatchObject([{ kind: 'case.opened', state: 'delivered', attempts: 1, status: 200, nextAttemptAt: null }]);
    expect((await only(id)).log).toMatchObject([{ status: 200, answer: 'Grazie.', trouble: null }]);
  });

  it('only where it has happened: what is rolled back leaves nothing', async () => {
    await adds();
    await expect(inWork(world.app.services, system, async (work) => {
      await publish(work, 'case.opened', async () => ({ caseId: 'x' }));
      throw new Error('and then it failed');
    })).rejects.toThrow('and then it failed');
    await world.app.sweep();
    expect(crm.received).toEqual([]);
  });

  it('again, with the same id and bytes, until it is taken; a busy server gets the time that it asks for', async () => {
    const { id } = await adds();
    crm.answers(503, { 'retry-after': '60' });
    await opens();
    await world.app.sweep();
    expect(await log(id)).toMatchObject([{ state: 'waiting', attempts: 1, status: 503 }]);
    await world.app.advance(59 * second, { step: 59 * second });
    expect(crm.received).toHaveLength(1);
    crm.answers(200);
    await world.app.advance(2 * second);
    expect(await log(id)).toMatchObject([{ state: 'delivered', attempts: 2 }]);
    expect(new Set(crm.received.map(({ id: one, body }) => `${one} ${body}`)).size).toBe(1);
    expect(await view(id)).toMatchObject({ failingSince: null, waiting: 0 });
  });

  it('by one of two processes, never by both', async () => {
    await adds();
    await opens();
    await Promise.all([deliverWebhooks(world.app.services), deliverWebhooks(world.app.services)]);
    expect(crm.received).toHaveLength(1);
  });
});

describe('what does not arrive', () => {
  it('is given up after ten attempts, administrators are told, and one can send it by hand', async () => {
    const { id } = await adds();
    crm.answers(500);
    await opens();
    await world.app.sweep();
    for (const pause of [6 * second, 6 * minute, hour, 3 * hour, 6 * hour, 11 * hour, 15 * hour, 21 * hour, 25 * hour]) await world.app.advance(pause, { step: pause });
    expect(await log(id)).toMatchObject([{ state: 'given_up', attempts: 10, status: 500 }]);
    expect(crm.received).toHaveLength(10);
    const calls = (await marta.call(noticeRoutes.list)).filter(({ kind }) => kind === 'webhook_given_up');
    expect(calls).toEqual([expect.objectContaining({ facts: expect.objectContaining({ key: id, what: 'CRM', address: new URL(crm.url).host }) })]);
    crm.answers(200);
    const deliveryId = (await log(id))[0]!.id;
    await marta.call(contract.sendAgain, { params: { id: deliveryId } });
    expect(await marta.try(contract.sendAgain, { params: { id: deliveryId } })).toMatchObject({ status: 409, body: { code: 'webhook.is_waiting' } });
    await world.app.sweep();
    expect(await only(id)).toMatchObject({ state: 'delivered', status: 200 });
    expect((await only(id)).log).toHaveLength(11);
  });

  it('for five days switches it off; switched on, what waits leaves at once', async () => {
    const { id } = await adds();
    crm.answers(500);
    await opens();
    await world.app.sweep();
    await world.app.advance(5 * day, { step: 30 * hour });
    await opens();
    await world.app.sweep();
    expect(await view(id)).toMatchObject({ offBecause: 'failing' });
    expect((await marta.call(noticeRoutes.list)).map(({ kind }) => kind)).toContain('webhook_off');
    const before = crm.received.length;
    await opens();
    await world.app.advance(2 * day, { step: day });
    expect(crm.received.length).toBe(before);
    crm.answers(200);
    await marta.call(contract.switchOn, { params: { id } });
    await world.app.sweep();
    expect(await view(id)).toMatchObject({ offAt: null, failingSince: null, waiting: 0 });
    expect(crm.received.length).toBeGreaterThan(before);
  });

  it('because it is gone switches it off at once', async () => {
    const { id } = await adds();
    crm.answers(410);
    await opens();
    await world.app.sweep();
    expect(await view(id)).toMatchObject({ offBecause: 'gone' });
  });

  it('into a private network never leaves; the log says why', async () => {
    const { id } = await adds({ url: 'https://10.0.0.5/hook' });
    await opens();
    await world.app.sweep();
    expect(await log(id)).toMatchObject([{ state: 'waiting', status: null, trouble: 'l’indirizzo porta dentro una rete privata' }]);
  });

  it('is remembered for thirty days', async () => {
    const { id } = await adds();
    await opens();
    await world.app.sweep();
    world.app.clock.advance(29 * day);
    await forgetDeliveries(world.app.services);
    expect(await log(id)).toHaveLength(1);
    world.app.clock.advance(2 * day);
    await forgetDeliveries(world.app.services);
    expect(await log(id)).toEqual([]);
  });
});

describe('looking after it', () => {
  it('a renewed secret signs beside the one before for a day', async () => {
    const { id, secret } = await adds();
    const { secret: fresh } = await marta.call(contract.renewSecret, { params: { id } });
    const says = async () => {
      await marta.call(contract.sendTest, { params: { id } });
      await world.app.sweep();
      const last = crm.received.at(-1)!;
      return [last.event.type, last.signedBy([secret]), last.signedBy([fresh])];
    };
    expect(await says()).toEqual(['presa.test', 0, 0]);
    world.app.clock.advance(day + second);
    expect(await says()).toEqual(['presa.test', null, 0]);
    const stored = await world.app.db.selectFrom('webhook_endpoints').where('id', '=', id).select(['secret', 'former_secret']).executeTakeFirstOrThrow();
    expect(JSON.stringify(stored)).not.toContain(fresh.slice(6));
    expect(JSON.stringify(await view(id))).not.toContain('whsec_');
  });

  it('off, removed and back; what it is off for is not collected', async () => {
    const { id } = await adds();
    await marta.call(contract.switchOff, { params: { id } });
    await opens();
    await world.app.sweep();
    expect([crm.received.length, await log(id)]).toEqual([0, []]);
    expect(await marta.try(contract.sendTest, { params: { id } })).toMatchObject({ body: { code: 'webhook.is_off' } });
    await marta.call(contract.removeWebhook, { params: { id } });
    expect(await marta.try(contract.sendTest, { params: { id } })).toMatchObject({ status: 404 });
    await marta.call(contract.bringBackWebhook, { params: { id } });
    expect(await view(id)).toMatchObject({ offBecause: 'by_hand' });
  });

  it('takes no event that may not leave, and no address without https', async () => {
    expect(await marta.try(contract.addWebhook, { body: { url: crm.url, ...input, kinds: ['case.note_written'] } })).toMatchObject({ status: 400, body: { fields: [{ field: 'kinds' }] } });
    expect(await marta.try(contract.addWebhook, { body: { url: 'http://crm.example/', ...input } })).toMatchObject({ body: { code: 'webhook.not_https' } });
    const { items } = await marta.call(contract.listKinds);
    expect(items.find(({ kind }) => kind === 'opportunity.won')).toMatchObject({ about: 'Un’opportunità è andata bene', shape: { properties: { wonCents: {} } } });
  });
});
