import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hour, minute, second } from '#base/clock.ts';
import * as cases from '#cases/contract.ts';
import { noticeRoutes } from '#notices/contract.ts';
import { requestEvents, sendRequest } from '#requests/contract.ts';
import { startWorld, type World } from '#test/world.ts';
import * as contract from './contract.ts';
import { findVague, readDates } from './rules.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const timeZone = 'Europe/Rome';
let customers = 0;

/** A new case of a customer of its own, which Giulia owns. */
const openCase = async (text = 'Buongiorno, manca il secondo collo.'): Promise<string> => {
  customers += 1;
  await world.receives({ from: `Cliente ${customers} <cliente${customers}@posta.example>`, subject: `Ordine ${customers}`, text });
  const { id } = await world.app.db.selectFrom('cases').select('id').orderBy('number', 'desc').limit(1).executeTakeFirstOrThrow();
  await (await world.as('giulia')).call(cases.takeCharge, { params: { id } });
  return id;
};

interface Commits {
  readonly makes?: { text: string; dueAt: string; requestId?: string }[];
  readonly keeps?: string[];
  readonly moves?: { promiseId: string; dueAt: string; reason: string }[];
}
interface Given {
  readonly act?: 'updates' | 'resolves';
  readonly nextUpdateAt?: string | null;
}

const bodyOf = async (id: string, commitments: Commits, { act = 'updates', nextUpdateAt = null }: Given = {}) => {
  const { last } = await world.app.db.selectFrom('events').where('case_id', '=', id).select((eb) => eb.fn.max('id').as('last')).executeTakeFirstOrThrow();
  return { text: 'Il secondo collo è a Lecco.', seenEventId: Number(last), act, commitments, nextUpdateAt };
};

/** Sends a reply of Giulia's and lets the time pass in which it can be taken back. */
const reply = async (id: string, commitments: Commits, given: Given = {}) => {
  const answer = await (await world.as('giulia')).try(cases.sendReply, { params: { id }, body: await bodyOf(id, commitments, given) });
  await world.app.advance(11 * second);
  return answer;
};

const inHours = (hours: number): string => new Date(world.app.clock.now().getTime() + hours * hour).toISOString();
const promisesOf = async (id: string) => (await (await world.as('giulia')).call(contract.promisesOfCase, { params: { id } })).items;
const noticesOf = async (who: 'giulia' | 'marta', id: string) => (await (await world.as(who)).call(noticeRoutes.list)).filter((notice) => notice.caseId === id).map((notice) => notice.kind);
const history = async (id: string): Promise<string[]> =>
  (await world.app.db.selectFrom('events').where('case_id', '=', id).where('kind', 'like', 'promise.%').orderBy('id').select('kind').execute()).map(({ kind }) => kind);

describe('a promise', () => {
  it('is made by the reply that tells the customer, and not before it has left', async () => {
    const id = await openCase();
    const dueAt = inHours(4);
    const giulia = await world.as('giulia');
    const body = await bodyOf(id, { makes: [{ text: 'Le scrivo dov’è il collo', dueAt }] });
    await giulia.call(cases.sendReply, { params: { id }, body });
    expect(await promisesOf(id)).toEqual([]);
    await world.app.advance(11 * second);
    const [made] = await promisesOf(id);
    expect(made).toMatchObject({ text: 'Le scrivo dov’è il collo', dueAt, firstDueAt: dueAt, state: 'open', madeBy: { name: 'Giulia Serra' }, moves: [] });
    const message = await world.app.db.selectFrom('messages').where('id', '=', made!.messageId).select(['case_id', 'direction']).executeTakeFirst();
    expect(message).toEqual({ case_id: id, direction: 'out' });
  });

  it('cannot be made for a moment that is past, nor rest on somebody else’s request', async () => {
    const id = await openCase();
    expect(await reply(id, { makes: [{ text: 'Subito', dueAt: inHours(-1) }] }, { nextUpdateAt: inHours(4) })).toMatchObject({ status: 409 });
    const foreign = await reply(id, { makes: [{ text: 'Domani', dueAt: inHours(20), requestId: '019a0000-0000-7000-8000-000000000001' }] });
    expect(foreign).toMatchObject({ status: 409, body: { code: 'promise.foreign_request', words: expect.stringContaining('non è di questo caso') } });
    expect(await promisesOf(id)).toEqual([]);
  });

  it('warns its keeper before the customer would notice, breaks when due, and stays broken when it comes late', async () => {
    const id = await openCase();
    await reply(id, { makes: [{ text: 'La chiamo', dueAt: inHours(3) }] });
    const [made] = await promisesOf(id);
    await world.app.advance(2 * hour, { step: 10 * minute });
    expect((await promisesOf(id))[0]).toMatchObject({ state: 'in_danger' });
    expect(await noticesOf('giulia', id)).toContain('promise_near');
    await world.app.advance(70 * minute, { step: 10 * minute });
    expect((await promisesOf(id))[0]).toMatchObject({ state: 'broken', brokenAt: made!.dueAt });
    expect(await noticesOf('giulia', id)).toEqual(expect.arrayContaining(['promise_broken']));
    expect(await noticesOf('giulia', id)).not.toContain('promise_near');
    expect(await noticesOf('marta', id)).toContain('promise_broken');
    const giulia = await world.as('giulia');
    expect((await giulia.call(contract.listPromises, { query: {} })).broken.map((promise) => promise.id)).toContain(made!.id);
    const kept = await giulia.call(contract.keepByHand, { params: { id: made!.id }, body: { how: 'L’ho chiamata alle 15' } });
    expect(kept).toMatchObject({ state: 'broken', keptHow: 'L’ho chiamata alle 15', keptAt: expect.any(String) });
    expect((await giulia.call(contract.listPromises, { query: {} })).broken.map((promise) => promise.id)).not.toContain(made!.id);
    expect(await noticesOf('giulia', id)).not.toContain('promise_broken');
    expect(await giulia.try(contract.keepByHand, { params: { id: made!.id }, body: { how: 'di nuovo' } })).toMatchObject({ status: 409, body: { code: 'promise.already_kept' } });
    expect(await history(id)).toEqual(['promise.made', 'promise.near', 'promise.broken', 'promise.kept']);
  });

  it('is moved by a reply before it is due; the first date stands; afterwards it cannot be moved', async () => {
    const id = await openCase();
    await reply(id, { makes: [{ text: 'Le scrivo', dueAt: inHours(2) }] });
    const [made] = await promisesOf(id);
    const later = inHours(5);
    expect(await reply(id, { moves: [{ promiseId: made!.id, dueAt: later, reason: 'Il magazzino cerca ancora' }] })).toMatchObject({ status: 200 });
    expect((await promisesOf(id))[0]).toMatchObject({ firstDueAt: made!.dueAt, dueAt: later, state: 'open', moves: [{ from: made!.dueAt, to: later, reason: 'Il magazzino cerca ancora', by: { name: 'Giulia Serra' } }] });
    await world.app.advance(6 * hour);
    const refused = await reply(id, { moves: [{ promiseId: made!.id, dueAt: inHours(9), reason: 'Ancora' }] });
    expect(refused).toMatchObject({ status: 409, body: { code: 'promise.already_broken' } });
    expect(await promisesOf(id)).toHaveLength(1);
  });

  it('that breaks while its new date is on the way becomes a new promise with that date', async () => {
    const id = await openCase();
    await reply(id, { makes: [{ text: 'Le scrivo', dueAt: inHours(2) }] });
    const [made] = await promisesOf(id);
    world.app.clock.set(new Date(new Date(made!.dueAt).getTime() - 5 * second));
    const later = inHours(8);
    expect(await reply(id, { moves: [{ promiseId: made!.id, dueAt: later, reason: 'Serve ancora tempo' }] })).toMatchObject({ status: 200 });
    expect(await promisesOf(id)).toMatchObject([{ id: made!.id, state: 'broken', dueAt: made!.dueAt, moves: [] }, { text: 'Le scrivo', dueAt: later, state: 'open' }]);
  });

  it('ends with the case, unless the resolving reply keeps it or makes it', async () => {
    const id = await openCase();
    await reply(id, { makes: [{ text: 'Le scrivo', dueAt: inHours(2) }, { text: 'Spediamo il ripiano', dueAt: inHours(30) }, { text: 'La richiamo', dueAt: inHours(40) }] });
    const made = await promisesOf(id);
    await reply(id, { keeps: [made[0]!.id], makes: [{ text: 'Il rimborso arriva', dueAt: inHours(72) }] }, { act: 'resolves' });
    expect((await promisesOf(id)).map(({ text, state }) => [text, state])).toEqual([
      ['Le scrivo', 'kept'], ['Spediamo il ripiano', 'released'], ['La richiamo', 'released'], ['Il rimborso arriva', 'open'],
    ]);
  });

  it('ends with a case that is resolved by hand; what was broken stays broken', async () => {
    const id = await openCase();
    await reply(id, { makes: [{ text: 'Presto', dueAt: inHours(1) }, { text: 'Poi', dueAt: inHours(50) }] });
    await world.app.advance(2 * hour);
    await (await world.as('giulia')).call(cases.resolveCase, { params: { id }, body: { reason: 'Chiarito al telefono' } });
    expect((await promisesOf(id)).map(({ state }) => state)).toEqual(['broken', 'released']);
    expect((await promisesOf(id))[1]).toMatchObject({ releasedReason: 'Il caso è stato risolto.' });
  });

  it('ends when the customer lets us off, with the reason', async () => {
    const id = await openCase();
    await reply(id, { makes: [{ text: 'La richiamo', dueAt: inHours(5) }] });
    const [made] = await promisesOf(id);
    const released = await (await world.as('giulia')).call(contract.releasePromise, { params: { id: made!.id }, body: { reason: 'Ha trovato il collo dal vicino' } });
    expect(released).toMatchObject({ state: 'released', releasedReason: 'Ha trovato il collo dal vicino' });
    await world.app.advance(6 * hour);
    expect((await promisesOf(id))[0]).toMatchObject({ state: 'released', brokenAt: null });
  });

  it('follows the message that made it through merge and back', async () => {
    const [one, other] = [await openCase(), await openCase()];
    await reply(one, { makes: [{ text: 'Le scrivo', dueAt: inHours(60) }] });
    await reply(other, { makes: [{ text: 'La chiamo', dueAt: inHours(60) }] });
    const giulia = await world.as('giulia');
    const { mergeId } = await giulia.call(cases.mergeCase, { params: { id: one }, body: { intoId: other, evenThoughCustomersDiffer: true } });
    expect((await promisesOf(other)).map(({ text }) => text)).toEqual(['Le scrivo', 'La chiamo']);
    expect(await promisesOf(one)).toEqual([]);
    await giulia.call(cases.undoMerge, { params: { id: mergeId } });
    expect((await promisesOf(one)).map(({ text }) => text)).toEqual(['Le scrivo']);
    expect((await promisesOf(other)).map(({ text }) => text)).toEqual(['La chiamo']);
  });

  it('takes the call about it along through a merge, and back', async () => {
    const [one, other] = [await openCase(), await openCase()];
    await reply(one, { makes: [{ text: 'Le scrivo', dueAt: inHours(3) }] });
    await reply(other, { makes: [{ text: 'La chiamo', dueAt: inHours(60) }] });
    await world.app.advance(2 * hour, { step: 10 * minute });
    expect([await noticesOf('giulia', one), await noticesOf('giulia', other)]).toEqual([expect.arrayContaining(['promise_near']), expect.not.arrayContaining(['promise_near'])]);
    const giulia = await world.as('giulia');
    const { mergeId } = await giulia.call(cases.mergeCase, { params: { id: one }, body: { intoId: other, evenThoughCustomersDiffer: true } });
    expect([await noticesOf('giulia', one), await noticesOf('giulia', other)]).toEqual([expect.not.arrayContaining(['promise_near']), expect.arrayContaining(['promise_near'])]);
    const { number } = await world.app.db.selectFrom('cases').where('id', '=', other).select('number').executeTakeFirstOrThrow();
    const call = (await giulia.call(noticeRoutes.list)).find((notice) => notice.caseId === other && notice.kind === 'promise_near');
    expect(call?.facts).toMatchObject({ caseNumber: number });
    await giulia.call(cases.undoMerge, { params: { id: mergeId } });
    expect(await noticesOf('giulia', one)).toContain('promise_near');
    const [made] = await promisesOf(one);
    await giulia.call(contract.keepByHand, { params: { id: made!.id }, body: { how: 'Le ho scritto' } });
    expect(await noticesOf('giulia', one)).not.toContain('promise_near');
  });
});

it('when the department behind it is late, the keeper hears and an honest update waits', async () => {
  const id = await openCase();
  const giulia = await world.as('giulia');
  const request = await giulia.call(sendRequest, { params: { id }, body: { departmentId: world.departments.magazzino, question: 'Il collo 2 è partito?', why: 'La cliente lo aspetta da martedì.' } });
  await reply(id, { makes: [{ text: 'Le scrivo dov’è il collo', dueAt: new Date(new Date(request.dueAt).getTime() + 60 * hour).toISOString(), requestId: request.id }] });
  const left = new Date(request.dueAt).getTime() - world.app.clock.now().getTime();
  await world.app.advance(left + 30 * minute, { step: 15 * minute });
  const late = await world.app.db.selectFrom('events').where('case_id', '=', id).where('kind', '=', requestEvents['request.late'].kind).select('id').executeTakeFirst();
  expect(late).toBeDefined();
  expect((await promisesOf(id))[0]).toMatchObject({ state: 'in_danger' });
  expect(await noticesOf('giulia', id)).toContain('promise_near');
  const [prepared] = await world.app.db.selectFrom('prepared_replies').where('case_id', '=', id).where('reason', '=', 'update').where('discarded_at', 'is', null).selectAll().execute();
  expect(prepared).toMatchObject({ request_id: request.id, text: expect.stringContaining('al reparto Magazzino') });
  expect(prepared!.text).toContain('Giulia Serra');
  expect(findVague(prepared!.text)).toEqual([]);
  expect(readDates(prepared!.text, { now: world.app.clock.now(), timeZone })).toHaveLength(1);
});
