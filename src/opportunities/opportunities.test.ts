import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day, hour, minute, second } from '#base/clock.ts';
import * as cases from '#cases/contract.ts';
import { openMail } from '#channels/email/index.ts';
import { readHistory } from '#desk/contract.ts';
import { noticeRoutes } from '#notices/contract.ts';
import type { Client } from '#test/server.ts';
import { startWorld, type World } from '#test/world.ts';
import * as contract from './contract.ts';
import { climbOpportunities, opportunityFigures, tellDepartments } from './index.ts';

let world: World;
let giulia: Client;
let andrea: Client;
let written = 0;
beforeAll(async () => {
  world = await startWorld();
  [giulia, andrea] = [await world.as('giulia'), await world.as('andrea')];
  const { vendite, prodotto } = world.departments;
  await (await world.as('marta')).call(contract.setRoutes, { body: { lead: vendite, order: null, product_idea: prodotto } });
});
afterAll(() => world.stop());

const said = 'Buongiorno,\nle sei camere sono venute benissimo. Ne vorremmo fare altre dodici. Grazie';
const words = 'Ne vorremmo fare altre dodici.';

/** A case of Giulia's, with the message that it began with. */
const hears = async (): Promise<{ caseId: string; messageId: string }> => {
  written += 1;
  await world.receives({ from: `Claire Bennett <claire.${written}@hotelbelvedere.example>`, text: said });
  const { id: messageId, case_id: caseId } = await world.app.db.selectFrom('messages').orderBy('at', 'desc').orderBy('id', 'desc').select(['id', 'case_id']).executeTakeFirstOrThrow();
  await giulia.call(cases.takeCharge, { params: { id: caseId } });
  return { caseId, messageId };
};
const handsOver = (caseId: string, change: object = {}) => giulia.call(contract.handOver, { params: { id: caseId }, body: { kind: 'lead', words, valueCents: 840_000, undoSeconds: 0, ...change } });
const handed = async (change: object = {}) => {
  const { caseId } = await hears();
  const { id } = await handsOver(caseId, change);
  await world.app.sweep();
  return { id, caseId };
};
const read = (id: string, client = giulia) => client.call(contract.readOpportunity, { params: { id } });
const letter = async (caseId: string) => {
  const rows = await world.app.db.selectFrom('outbox').innerJoin('outbox_recipients', 'outbox_recipients.outbox_id', 'outbox.id').where('case_id', '=', caseId).where('purpose', '=', 'notice').select(['mail', 'address']).execute();
  return rows.map(({ mail, address }) => {
    const { text, subject } = openMail(world.app.services.secrets, mail);
    return { address, subject, text, token: /\/o\/(?<token>[\w-]{43})/u.exec(text)?.groups?.['token'] ?? '' };
  });
};
const newsOf = async (client: Client, id: string) => (await client.call(noticeRoutes.list)).filter(({ facts }) => facts.key === id).map(({ kind }) => kind);
const caseOf = (id: string) => world.app.db.selectFrom('cases').where('id', '=', id).select(['status', 'owner_id', 'next_update_due_at', 'waiting_since', 'customer_id']).executeTakeFirstOrThrow();
const historyOf = async (id: string) => (await giulia.call(readHistory, { params: { id }, query: {} })).items.map(({ kind }) => kind).filter((kind) => kind.startsWith('opportunity.')).toReversed();

describe('handing over', () => {
  it('is a letter with the customer’s own words, after ten seconds, and changes nothing about the case', async () => {
    const { caseId, messageId } = await hears();
    const before = await caseOf(caseId);
    const from = said.indexOf(words);
    const { items } = await giulia.call(contract.whereTo, { params: { id: caseId } });
    // Four working hours from 10:23, with the break from 13:00 to 14:00; an order has no route and goes to the department of the case.
    expect(items).toMatchObject([{ kind: 'lead', department: { name: 'Vendite' }, dueAt: '2026-11-24T14:23:00.000Z' }, { kind: 'order', department: { name: 'Servizio clienti' } }, { kind: 'product_idea', department: { name: 'Prodotto' } }]);
    const { id, state } = await handsOver(caseId, { undoSeconds: 10, marked: { messageId, from, to: from + words.length } });
    expect([state, await letter(caseId)]).toEqual(['leaving', []]);
    // Two taps are one.
    expect((await handsOver(caseId, { undoSeconds: 10 })).id).toBe(id);
    expect(await andrea.try(contract.readOpportunity, { params: { id } })).toMatchObject({ status: 404 });
    await world.app.advance(11 * second);
    const [sent] = await letter(caseId);
    expect(sent).toMatchObject({ address: 'vendite@casalumina.example', subject: 'Un cliente interessato: Claire Bennett' });
    expect(sent!.text).toContain(`«${words}»\n\nChi è: Claire Bennett, claire.${written}@hotelbelvedere.example\nValore stimato: 8.400`);
    expect(await caseOf(caseId)).toEqual(before);
    expect(await read(id, andrea)).toMatchObject({ state: 'waiting', caseId: null, messageId: null, mayAct: true, seenBy: { name: 'Giulia Serra' } });
    expect(await historyOf(caseId)).toEqual(['opportunity.prepared', 'opportunity.handed_over']);
  });

  it('can be taken back in time, and is then nobody’s; afterwards it is too late', async () => {
    const { caseId } = await hears();
    const { id } = await handsOver(caseId, { undoSeconds: 10 });
    await giulia.call(contract.takeHandOverBack, { params: { id } });
    await world.app.advance(11 * second);
    expect([await letter(caseId), (await giulia.call(contract.opportunitiesOfCase, { params: { id: caseId } })).items]).toEqual([[], []]);
    const { id: other } = await handsOver(caseId);
    await Promise.all([tellDepartments(world.app.services), tellDepartments(world.app.services)]);
    expect(await letter(caseId)).toHaveLength(1);
    expect(await giulia.try(contract.takeHandOverBack, { params: { id: other } })).toMatchObject({ status: 409, body: { code: 'opportunity.too_late_to_take_back' } });
  });

  it('puts no words into anybody’s mouth', async () => {
    const { caseId, messageId } = await hears();
    const tries = (change: object) => giulia.try(contract.handOver, { params: { id: caseId }, body: { kind: 'lead', words, ...change } });
    expect(await tries({ marked: { messageId, from: 0, to: 5 } })).toMatchObject({ body: { code: 'opportunity.words_moved' } });
    expect(await tries({ marked: { messageId: caseId, from: 0, to: 5 } })).toMatchObject({ status: 404 });
    expect(await tries({ words: '' })).toMatchObject({ status: 400 });
    expect(await tries({ valueCents: 0 })).toMatchObject({ status: 400 });
  });

  it('goes to the department of the case where none is set; its head is called, for a letter would come back as a case', async () => {
    const { id, caseId } = await handed({ kind: 'order' });
    expect([await letter(caseId), await read(id)]).toMatchObject([[], { department: { name: 'Servizio clienti' } }]);
    expect(await newsOf(await world.as('marta'), id)).toEqual(['opportunity_waits']);
  });

  it('of an idea says nobody’s name', async () => {
    const { id, caseId } = await handed({ kind: 'product_idea', words: 'Il cavo dovrebbe essere più lungo.', valueCents: null });
    expect((await letter(caseId))[0]!.text).not.toMatch(/Claire|hotelbelvedere/u);
    expect(await read(id)).toMatchObject({ customer: null, department: { name: 'Prodotto' } });
    expect(await andrea.try(contract.readOpportunity, { params: { id } })).toMatchObject({ status: 404 });
  });
});

describe('the department answers', () => {
  it('on a page without an account: read by a person, taken by name, won; whoever saw it hears of each step', async () => {
    const { id, caseId } = await handed();
    const { token } = (await letter(caseId))[0]!;
    const visitor = world.app.visitor();
    expect(await visitor.call(contract.readOpportunityPage, { params: { token } })).toMatchObject({ words, customer: { name: 'Claire Bennett' }, state: 'waiting', asksName: true, seenBy: 'Giulia Serra' });
    expect(await newsOf(giulia, id)).toEqual([]);
    await visitor.call(contract.markRead, { params: { token } });
    await visitor.call(contract.markRead, { params: { token } });
    expect(await newsOf(giulia, id)).toEqual(['opportunity_read']);
    await visitor.call(contract.takeOnOpportunityPage, { params: { token }, body: { name: 'Andrea Villa', withinDays: 7 } });
    expect(await newsOf(giulia, id)).toEqual(['opportunity_taken']);
    expect(await visitor.try(contract.takeOnOpportunityPage, { params: { token }, body: { name: 'Luca Sala' } })).toMatchObject({ status: 409, body: { code: 'opportunity.taken_by' } });
    expect(await visitor.try(contract.concludeOnPage, { params: { token }, body: { outcome: 'won' } })).toMatchObject({ body: { code: 'opportunity.value_missing' } });
    const won = await visitor.call(contract.concludeOnPage, { params: { token }, body: { name: 'Andrea Villa', outcome: 'won', wonCents: 790_000 } });
    expect(won).toMatchObject({ state: 'won', wonCents: 790_000, outcomeBy: 'Andrea Villa' });
    const news = (await giulia.call(noticeRoutes.list)).filter(({ facts }) => facts.key === id);
    expect(news).toEqual([expect.objectContaining({ kind: 'opportunity_won', caseId, facts: expect.objectContaining({ cents: 790_000, person: 'Andrea Villa' }) })]);
    expect(await historyOf(caseId)).toEqual(['opportunity.prepared', 'opportunity.handed_over', 'opportunity.read', 'opportunity.taken', 'opportunity.won']);
  });

  it('in the app: takes, leaves, loses for a reason, puts it right', async () => {
    const { id } = await handed();
    const params = { id };
    await andrea.call(contract.markOpportunityRead, { params });
    expect(await andrea.call(contract.takeOpportunity, { params, body: {} })).toMatchObject({ state: 'taken', takenBy: 'Andrea Villa', isMine: true });
    expect(await andrea.call(contract.letGoOfOpportunity, { params })).toMatchObject({ state: 'read', takenBy: null });
    expect(await andrea.call(contract.conclude, { params, body: { outcome: 'lost', lostReason: 'price', words: 'Troppo cara.' } })).toMatchObject({ state: 'lost', lostReason: 'price', nextClimbAt: null });
    expect(await newsOf(giulia, id)).toEqual(['opportunity_lost']);
    expect(await andrea.call(contract.reopenOpportunity, { params })).toMatchObject({ state: 'read', outcomeWords: null });
    expect(await newsOf(giulia, id)).toEqual([]);
    expect(await andrea.call(contract.conclude, { params, body: { outcome: 'nothing_came_of_it' } })).toMatchObject({ state: 'nothing_came_of_it' });
    // A colleague of another department has no such opportunity; who works on cases reads it and does not answer for the department.
    expect(await (await world.as('dario')).try(contract.takeOpportunity, { params, body: {} })).toMatchObject({ status: 404 });
    expect(await giulia.try(contract.takeOpportunity, { params, body: {} })).toMatchObject({ status: 404 });
    expect(await (await world.as('dario')).call(contract.listOpportunities)).toMatchObject({ items: [], sums: { waiting: 0 } });
  });
});

describe('the clock', () => {
  it('brings a silent one to the head and then to leads and management, once each, and again when the outcome does not come', async () => {
    const { id, caseId } = await handed();
    const [marta, elena] = [await world.as('marta'), await world.as('elena')];
    const due = new Date((await read(id)).dueAt).getTime() - world.app.clock.now().getTime();
    await world.app.advance(due - minute, { step: due });
    expect([(await read(id)).isLate, await newsOf(andrea, id)]).toEqual([false, []]);
    await world.app.advance(minute);
    await Promise.all([climbOpportunities(world.app.services), climbOpportunities(world.app.services)]);
    expect(await read(id)).toMatchObject({ isLate: true, climbedTo: ['head'] });
    expect([await newsOf(andrea, id), await newsOf(giulia, id), await newsOf(marta, id), await newsOf(elena, id)]).toEqual([['opportunity_late'], ['opportunity_late'], [], []]);
    expect(await andrea.call(contract.listOpportunities)).toMatchObject({ sums: { late: 3 } });
    await world.app.advance(day, { step: 6 * hour });
    expect(await read(id)).toMatchObject({ climbedTo: ['head', 'management'], nextClimbAt: null });
    expect([await newsOf(marta, id), await newsOf(elena, id)]).toEqual([['opportunity_late'], ['opportunity_late']]);
    // What called for them ends with the answer.
    await andrea.call(contract.takeOpportunity, { params: { id }, body: { withinDays: 1 } });
    expect([await newsOf(andrea, id), await newsOf(marta, id), await newsOf(giulia, id)]).toEqual([[], [], ['opportunity_taken']]);
    await world.app.advance(day + minute, { step: 12 * hour });
    expect(await read(id)).toMatchObject({ isLate: true, climbedTo: ['head'] });
    expect((await historyOf(caseId)).filter((kind) => kind === 'opportunity.late')).toHaveLength(3);
    await andrea.call(contract.conclude, { params: { id }, body: { outcome: 'nothing_came_of_it' } });
  });
});

it('counts what is known of what was handed over, and what it brought; for no single person', async () => {
  const { db, clock } = world.app;
  const all = await opportunityFigures(db, new Date('2026-11-01T00:00:00Z'), clock.now());
  expect(all).toMatchObject({ handedOver: 7, open: 4, won: 1, lost: 0, nothing: 2, wonCents: 790_000, openCents: 2_520_000 });
  expect(all.outcomeRate).toBeCloseTo(3 / 7);
  expect(all.medianFirstAnswer).toBeGreaterThanOrEqual(0);
  expect(await opportunityFigures(db, clock.now(), clock.now())).toMatchObject({ handedOver: 0, outcomeRate: null, medianFirstAnswer: null });
  expect(await giulia.call(contract.readOpportunityFigures, { query: {} })).toMatchObject({ handedOver: 7 });
});
