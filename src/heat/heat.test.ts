import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day, hour, minute, second } from '#base/clock.ts';
import { inWork, system } from '#base/work.ts';
import * as cases from '#cases/contract.ts';
import { receiveContact } from '#cases/index.ts';
import type { Channel } from '#channels/contract.ts';
import { elena, startWorld, type World } from '#test/world.ts';
import { refreshHeat } from './actions/refresh.ts';
import { whoBoilsNext } from './contract.ts';
import { heatOf } from './index.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const newest = async () => world.app.db.selectFrom('cases').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirstOrThrow();
const heat = async (id: string) => (await heatOf(world.app.db, [id])).get(id);
const boiling = async () => (await world.as('giulia')).call(whoBoilsNext);

/** The customer of a case reaches us again, on a channel that no mail server hears. */
const chases = async (caseId: string, channel: Channel, text: string, writer = { value: 'elena.marchetti@posta.example', name: 'Elena Marchetti' }): Promise<void> => {
  await inWork(world.app.services, system, (work) =>
    receiveContact(work, {
      channel, at: work.now, from: { kind: 'email', ...writer }, subject: null, text, folded: '', html: null, files: [], language: 'it',
      departmentId: null, answers: { caseId, proof: 'chosen' }, rawMailId: null, loggedBy: null, isAutomatic: false,
    }),
  );
  await world.app.sweep();
};

const reply = async (id: string, body: { text: string; act: 'updates' | 'asks' | 'resolves'; nextUpdateAt?: string; commitments?: { makes: { text: string; dueAt: string }[] } }): Promise<void> => {
  const { last } = await world.app.db.selectFrom('events').where('case_id', '=', id).select((eb) => eb.fn.max('id').as('last')).executeTakeFirstOrThrow();
  await (await world.as('giulia')).call(cases.sendReply, { params: { id }, body: { ...body, seenEventId: Number(last) } });
  await world.app.advance(11 * second);
};

const inHours = (hours: number): string => new Date(world.app.clock.now().getTime() + hours * hour).toISOString();

describe('one customer', () => {
  let id: string;

  it('is known to wait as soon as the mail is in', async () => {
    await world.receives({ from: elena, subject: 'Manca il secondo collo', text: 'Buongiorno, ho ricevuto solo uno dei due colli.' });
    ({ id } = await newest());
    expect(await heat(id)).toMatchObject({ boiled: false, band: 'calm', act: { code: 'take_charge' } });
  });

  it('heats while nobody answers, by itself', async () => {
    const before = (await heat(id))!.degrees;
    await (await world.as('giulia')).call(cases.takeCharge, { params: { id } });
    await world.app.advance(8 * hour, { step: 30 * minute });
    const after = await heat(id);
    expect(after!.degrees).toBeGreaterThan(before + 8);
    expect(after!.reasons.map(({ code }) => code)).toEqual(expect.arrayContaining(['waiting', 'silence', 'update_missed']));
    expect(after!.act).toEqual({ code: 'send_update', facts: {} });
  });

  it('carries the promises on the line of time, and heats when one is broken', async () => {
    const dueAt = inHours(20);
    await reply(id, { text: 'Ho chiesto al magazzino dov’è il collo.', act: 'updates', commitments: { makes: [{ text: 'Le scrivo dov’è il collo', dueAt }] } });
    await chases(id, 'email', 'Allora? Aspetto ancora.');
    const { items } = await boiling();
    expect(items.find(({ caseId }) => caseId === id)).toMatchObject({ customer: { name: 'Elena Marchetti' }, owner: { name: 'Giulia Serra' }, promisesDueAt: [dueAt], nextUpdateDueAt: dueAt });
    const before = (await heat(id))!.degrees;
    await world.app.advance(20 * hour, { step: hour });
    expect((await heat(id))!.degrees).toBeGreaterThan(before + 20);
    expect((await heat(id))!.reasons[0]).toMatchObject({ code: 'promise_broken', facts: { dueAt } });
  });

  it('boils over when the same wait reaches us on a second channel, once', async () => {
    await chases(id, 'phone', 'Chiede se i colleghi sono stati davvero avvisati.');
    await chases(id, 'phone', 'Richiama: nessuno le ha risposto.');
    expect(await heat(id)).toMatchObject({ band: 'boil', boiled: true, boilsAt: null, act: { code: 'call_customer' } });
    const boiled = await world.app.db.selectFrom('events').where('case_id', '=', id).where('kind', '=', 'heat.boiled').select('data').execute();
    expect(boiled).toMatchObject([{ data: { why: 'second_channel' } }]);
    expect((await boiling()).items[0]).toMatchObject({ caseId: id });
  });

  it('has no heat once it is resolved', async () => {
    await reply(id, { text: 'Il collo è stato consegnato oggi alle 10, con il ripiano e le viti.', act: 'resolves' });
    expect(await heat(id)).toBeUndefined();
    expect((await boiling()).items.map(({ caseId }) => caseId)).not.toContain(id);
  });
});

it('sees who leaves in silence: one answer, and not a word for five days', async () => {
  await world.receives({ from: 'Rita Moro <rita.moro@barcentrale.example>', subject: 'Lampada per il bar', text: 'La lampada sfarfalla. Che cosa devo fare?' });
  const { id } = await newest();
  await reply(id, { text: 'Può mandarci una foto del driver?', act: 'asks' });
  const silent = async () => (await boiling()).leavingInSilence.map(({ caseId }) => caseId);
  await world.app.advance(4 * day, { step: 6 * hour });
  expect(await silent()).not.toContain(id);
  await world.app.advance(1.5 * day, { step: 6 * hour });
  expect(await silent()).toContain(id);
  await chases(id, 'page', 'Ecco la foto del driver.', { value: 'rita.moro@barcentrale.example', name: 'Rita Moro' });
  expect(await silent()).not.toContain(id);
});

it('asks the database twice to read a case anew, and mail that comes in does not wait for it', async () => {
  await world.receives({ from: elena, subject: 'Il cavo è corto', text: 'Il cavo è troppo corto.' });
  const { id } = await newest();
  const asked: string[] = [];
  const client = await world.app.services.pool.connect();
  const prototype = Object.getPrototypeOf(client) as { query: (...given: unknown[]) => unknown };
  client.release();
  const query = prototype.query;
  prototype.query = function (...given: unknown[]): unknown {
    const [what] = given;
    asked.push(typeof what === 'string' ? what : String((what as { text?: unknown } | undefined)?.text));
    return query.apply(this, given);
  };
  try {
    await inWork(world.app.services, system, (work) => refreshHeat(work, id));
  } finally {
    prototype.query = query;
  }
  const own = asked.filter((text) => !/^(?:begin|commit|start transaction|select pg_notify)/iu.test(text.trim()));
  expect(own.map((text) => text.trim().slice(0, 6))).toEqual(['select', 'insert']);
});
