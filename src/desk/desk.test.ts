import { afterAll, beforeAll, expect, it } from 'vitest';
import { hour, minute, plus } from '#base/clock.ts';
import { newId } from '#base/ids.ts';
import { inWork, system } from '#base/work.ts';
import * as cases from '#cases/contract.ts';
import { issueLink } from '#cases/index.ts';
import { logCall } from '#channels/phone/contract.ts';
import { pageOpened } from '#customer-page/contract.ts';
import { sendRequest } from '#requests/contract.ts';
import type { Client } from '#test/server.ts';
import { elena, luca, startWorld, type World } from '#test/world.ts';
import * as contract from './contract.ts';

let world: World;
let giulia: Client;
let marco: Client;
beforeAll(async () => {
  world = await startWorld();
  giulia = await world.as('giulia');
  marco = await world.as('marco');
});
afterAll(() => world.stop());

const lastCase = async () => (await world.app.db.selectFrom('cases').orderBy('number', 'desc').limit(1).select(['id', 'customer_id']).executeTakeFirstOrThrow());
const list = async (client: Client, query: { list: contract.CaseList; order?: contract.CaseOrder }) => (await client.call(contract.listCases, { query })).items;
const arrives = async (from = elena, text = 'Buongiorno, manca il secondo collo.') => {
  await world.receives({ from, text });
  return (await lastCase()).id;
};
const open = (id: string, client = giulia) => client.call(contract.openCase, { params: { id } });

it('shows a case in the queue, then with whoever took it, with what it waits for', async () => {
  const id = await arrives();
  expect((await list(giulia, { list: 'queue', order: 'oldest' })).map((row) => row.id)).toContain(id);
  await giulia.call(cases.takeCharge, { params: { id } });
  await giulia.call(sendRequest, { params: { id }, body: { departmentId: world.departments.magazzino, question: 'Il collo 2 è partito?', why: 'La cliente aspetta.' } });
  world.app.clock.advance(hour);
  const { customer_id: customerId } = await world.app.db.selectFrom('cases').where('id', '=', id).select('customer_id').executeTakeFirstOrThrow();
  await marco.call(logCall, { body: { customerId, text: 'Chiede se ci sono novità.' } });
  await world.app.runJobs();
  const [row] = await list(giulia, { list: 'mine' });
  expect(row).toMatchObject({
    id, status: 'waiting_department', customer: { name: 'Elena Marchetti' }, owner: { name: 'Giulia Serra' }, claimDueAt: null,
    facts: { request: { department: 'Magazzino' }, promise: null, chases: 1, chaseChannels: ['phone'] },
  });
  expect(row?.heat?.degrees).toBeGreaterThan(0);
  expect((await list(giulia, { list: 'queue' })).map((one) => one.id)).not.toContain(id);
  expect((await list(marco, { list: 'mine' }))).toEqual([]);
  for (const order of ['heat', 'activity', 'oldest'] as const) {
    expect((await list(marco, { list: 'waiting_department', order })).map((one) => one.id)).toEqual([id]);
    expect((await list(marco, { list: 'open', order })).map((one) => one.id)).toContain(id);
  }
});

it('shows the cases of an absent colleague to the deputy', async () => {
  const now = world.app.clock.now();
  const [giuliaId, marcoId] = [world.people.giulia.id, world.people.marco.id];
  expect(await list(marco, { list: 'standing_in' })).toEqual([]);
  await world.app.db.insertInto('absences').values({ id: newId(now), member_id: giuliaId, deputy_id: marcoId, starts_at: plus(now, -minute), ends_at: plus(now, hour), created_at: now }).execute();
  const [row] = await list(marco, { list: 'standing_in' });
  expect(row?.owner?.id).toBe(giuliaId);
  expect((await open(row!.id)).standIn?.id).toBe(marcoId);
  expect((await marco.call(contract.countDesk)).standingIn).toEqual({ count: 1, more: false });
});

it('gives every case once, page after page, in every order, with and without heat', async () => {
  const { db, clock } = world.app;
  const found = await lastCase();
  const model = await db.selectFrom('cases').where('id', '=', found.id).selectAll().executeTakeFirstOrThrow();
  const fresh = Array.from({ length: 120 }, (_, place) => {
    const at = plus(clock.now(), -(place % 40) * minute);
    const { number: _number, ...rest } = model;
    return { ...rest, id: newId(at), owner_id: world.people.davide.id, claim_due_at: null, status: 'open', opened_at: at, last_activity_at: at };
  });
  await db.insertInto('cases').values(fresh).execute();
  const heated = fresh.slice(0, 70).map(({ id }, place) => ({ case_id: id, degrees: place % 7, reasons: '[]', act: '{"code":"answer","facts":{}}', computed_at: clock.now() }));
  await db.insertInto('case_heat').values(heated).execute();
  const davide = await world.as('davide');
  const opened = (await db.selectFrom('cases').where('status', 'not in', ['resolved', 'closed']).select('id').execute()).map(({ id }) => id).toSorted();
  const expected = { mine: fresh.map(({ id }) => id).toSorted(), open: opened };
  for (const which of ['mine', 'open'] as const) {
    for (const order of ['heat', 'activity', 'oldest'] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await davide.call(contract.listCases, { query: { list: which, order, ...(cursor === undefined ? {} : { cursor }) } });
        seen.push(...page.items.map((row) => row.id));
        cursor = page.next ?? undefined;
      } while (cursor !== undefined && seen.length < 1_000);
      expect(seen.toSorted(), `${which} ${order}`).toEqual(expected[which]);
    }
  }
  expect((await davide.call(contract.countDesk)).mine).toEqual({ count: 99, more: true });
  for (const cursor of ['nonsense', Buffer.from('{"key":"x","id":"y"}').toString('base64url')]) {
    expect(await davide.try(contract.listCases, { query: { cursor } })).toMatchObject({ status: 400, body: { fields: [{ field: 'cursor' }] } });
  }
});

it('opens a case with all that is needed, in one answer', async () => {
  const id = await arrives(luca, 'Il rimborso promesso non è arrivato.');
  await giulia.call(cases.takeCharge, { params: { id } });
  await giulia.call(cases.writeNote, { params: { id }, body: { text: 'Chiedo a Paolo.' } });
  await giulia.call(cases.saveDraft, { params: { id, kind: 'reply' }, body: { text: 'Buongiorno Luca,', seenEventId: 1 } });
  await giulia.call(cases.offerHandover, { params: { id }, body: { toId: world.people.davide.id, reason: 'È tecnico' } });
  const now = world.app.clock.now();
  const body = { text: 'Le scrivo entro oggi.', act: 'updates' as const, seenEventId: 1e9, undoSeconds: 60, nextUpdateAt: plus(now, 3 * hour).toISOString() };
  await giulia.call(cases.sendReply, { params: { id }, body });
  const { customer_id: customerId } = await lastCase();
  const token = await inWork(world.app.services, system, (work) => issueLink(work, id, customerId));
  await world.app.visitor().call(pageOpened, { params: { token } });

  const view = await open(id);
  const lastEvent = await world.app.db.selectFrom('events').where('case_id', '=', id).select((eb) => eb.fn.max('id').as('last')).executeTakeFirstOrThrow();
  expect(view).toMatchObject({
    case: { id, owner: { name: 'Giulia Serra' }, departmentName: 'Servizio clienti', mergedInto: null },
    seenEventId: Number(lastEvent.last),
    messages: [{ direction: 'in', author: { kind: 'customer', name: 'Luca Ferri', address: 'luca.ferri@posta.example' }, text: 'Il rimborso promesso non è arrivato.', hasSource: true }],
    earlier: null,
    notes: [{ text: 'Chiedo a Paolo.', author: { name: 'Giulia Serra' } }],
    customer: { name: 'Luca Ferri' },
    handover: { to: { name: 'Davide Moro' }, reason: 'È tecnico' },
    pendingReply: { text: 'Le scrivo entro oggi.', author: { name: 'Giulia Serra' } },
    replyTo: { to: [{ address: 'luca.ferri@posta.example' }], cc: [] },
    page: { openings: 1, openedToday: 1, awaited: [{ from: 'us' }] },
  });
  expect((await open(id, marco)).drafts).toEqual([]);
  expect(await giulia.try(contract.openCase, { params: { id: newId(now) } })).toMatchObject({ status: 404 });
});

it('shows how far an answer got, and that a merge can be undone', async () => {
  const paolo = 'Paolo Gentile <paolo.gentile@posta.example>';
  const id = await arrives(paolo);
  const into = await arrives(paolo, 'Scusate, intendevo l’ordine 88213.');
  await giulia.call(cases.takeCharge, { params: { id: into } });
  expect((await open(into)).suggestions.map(({ other }) => other.id)).toContain(id);
  world.app.clock.advance(minute);
  await giulia.call(cases.mergeCase, { params: { id }, body: { intoId: into } });
  await giulia.call(cases.sendReply, { params: { id: into }, body: { text: 'È partito ieri sera.', act: 'resolves', seenEventId: 1e9, undoSeconds: 0 } });
  await world.app.sweep();
  const view = await open(into);
  expect(view.undoable).toMatchObject([{ kind: 'merge', other: { id }, by: 'Giulia Serra' }]);
  expect(view.messages).toHaveLength(3);
  expect(view.messages.at(-1)).toMatchObject({ direction: 'out', act: 'resolves', deliveries: [{ address: 'paolo.gentile@posta.example', kind: 'to' }] });
  expect((await open(id)).case.mergedInto).toMatchObject({ id: into });
  const done = await list(giulia, { list: 'done' });
  expect(done.map((row) => row.id)).toContain(into);
  expect(done.map((row) => row.id)).not.toContain(id);
});

it('opens a long conversation at its end, and the rest page by page', async () => {
  const { db, clock } = world.app;
  const id = await arrives(luca, 'Primo messaggio.');
  const first = await db.selectFrom('messages').where('case_id', '=', id).selectAll().executeTakeFirstOrThrow();
  await db.insertInto('messages').values(Array.from({ length: 249 }, (_, place) => ({ ...first, id: newId(clock.now()), raw_mail_id: null, text: `Messaggio ${place}`, at: plus(clock.now(), place * 1_000) }))).execute();
  const view = await open(id);
  expect(view.messages).toHaveLength(100);
  expect(view.messages.at(-1)?.text).toBe('Messaggio 248');
  const seen = view.messages.map((message) => message.id);
  for (let before = view.earlier; before !== null; ) {
    const page = await giulia.call(contract.earlierMessages, { params: { id }, query: { before } });
    seen.unshift(...page.messages.map((message) => message.id));
    before = page.earlier;
  }
  expect(new Set(seen).size).toBe(250);
  expect(seen).toHaveLength(250);
  expect(await giulia.try(contract.earlierMessages, { params: { id }, query: { before: 'x' } })).toMatchObject({ status: 400 });
});

it('tells the history, the latest first', async () => {
  const id = await arrives();
  await giulia.call(cases.takeCharge, { params: { id } });
  const { items, next } = await giulia.call(contract.readHistory, { params: { id }, query: {} });
  expect(items.map((entry) => entry.kind)).toEqual(expect.arrayContaining(['case.taken', 'case.opened']));
  expect(items[0]!.id).toBeGreaterThan(items.at(-1)!.id);
  expect(items.find((entry) => entry.kind === 'case.taken')).toMatchObject({ actor: { kind: 'member', name: 'Giulia Serra' }, data: { name: 'Giulia Serra' } });
  expect(next).toBeNull();
});
