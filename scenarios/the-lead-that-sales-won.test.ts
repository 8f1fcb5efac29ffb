import { afterAll, beforeAll, expect, it } from 'vitest';
import { day, hour, second } from '#base/clock.ts';
import * as cases from '#cases/contract.ts';
import { openMail } from '#channels/email/index.ts';
import { openCase } from '#desk/contract.ts';
import { noticeRoutes } from '#notices/contract.ts';
import * as opportunities from '#opportunities/contract.ts';
import { addWebhook, listDeliveries, sendAgain } from '#webhooks/contract.ts';
import { openReceiver, type Receiver } from '#test/receiver.ts';
import type { Client } from '#test/server.ts';
import { startWorld, type World } from '#test/world.ts';

/**
 * A customer of the service says in passing what sales would pay to know. Giulia hands it over with the customer's own words and goes on
 * answering; sales, which stays silent at first, takes it and wins it; the value comes back to Giulia, and the CRM hears of every step
 * although it was away for half of them. HTTP, a clock that the test moves, and a real server in the place of the CRM.
 */
let world: World;
let crm: Receiver;
let giulia: Client;
let andrea: Client;
let marta: Client;

const tuesday = (time: string): string => `2026-11-24T${time}:00+01:00`;
const wednesday = (time: string): string => `2026-11-25T${time}:00+01:00`;

beforeAll(async () => {
  crm = await openReceiver();
  world = await startWorld({ at: tuesday('09:18'), env: { PRESA_OUTBOUND_ALLOW: '127.0.0.0/8' } });
  [giulia, andrea, marta] = [await world.as('giulia'), await world.as('andrea'), await world.as('marta')];
});
afterAll(async () => {
  await world.stop();
  await crm.close();
});

const until = async (instant: string, step = 2 * hour): Promise<void> => world.app.advance(new Date(instant).getTime() - world.app.clock.now().getTime(), { step });
const newsOf = async (client: Client) => (await client.call(noticeRoutes.list)).filter(({ kind }) => kind.startsWith('opportunity_')).map(({ kind }) => kind);
const heard = () => crm.received.map(({ event }) => event.type);

it('tells the story of the lead that sales won', { timeout: 180_000 }, async () => {
  // Marta says where things go, and that the CRM hears of them. The secret is in this answer and nowhere else.
  const { vendite, prodotto, marketing } = world.departments;
  await marta.call(opportunities.setRoutes, { body: { lead: vendite, order: vendite, product_idea: prodotto } });
  expect(marketing).not.toBe(vendite);
  const kinds = ['opportunity.handed_over', 'opportunity.taken', 'opportunity.late', 'opportunity.won', 'opportunity.lost'];
  const { id: webhookId, secret } = await marta.call(addWebhook, { body: { url: crm.url, description: 'Il CRM delle vendite', kinds } });

  // 1. Hotel Belvedere writes: thanks, and twelve more rooms.
  const text = 'Good morning,\nthe six rooms we did in spring look lovely. We would like to do the second floor as well: 12 rooms, same set as before. Could you quote?\n\nClaire Bennett, Hotel Belvedere';
  await world.receives({ from: 'Claire Bennett <claire.bennett@hotelbelvedere.example>', subject: 'Quote for another 12 rooms', text });
  const { id } = await world.app.db.selectFrom('cases').select('id').executeTakeFirstOrThrow();
  await giulia.call(cases.takeCharge, { params: { id } });
  const { messages, seenEventId } = await giulia.call(openCase, { params: { id } });
  await giulia.call(cases.sendReply, { params: { id }, body: { act: 'updates', text: 'Good morning Claire, I am asking my colleagues and will write to you by tomorrow at 17:00.', nextUpdateAt: wednesday('17:00'), undoSeconds: 0, seenEventId } });
  await world.app.sweep();
  const before = (await giulia.call(openCase, { params: { id } })).case;

  // 2. She marks the words, and hands them to whom they are for. It is due by the calendar of Sales: four working hours from 9:40.
  await until(tuesday('09:40'));
  const words = 'We would like to do the second floor as well: 12 rooms, same set as before.';
  const from = messages[0]!.text.indexOf(words);
  const given = await giulia.call(opportunities.handOver, {
    params: { id }, body: { kind: 'lead', words, marked: { messageId: messages[0]!.id, from, to: from + words.length }, valueCents: 840_000 },
  });
  expect(given).toMatchObject({ department: { name: 'Vendite' }, dueAt: new Date(tuesday('14:40')).toISOString(), state: 'leaving', customer: { name: 'Claire Bennett' } });
  expect(heard()).toEqual([]);
  await world.app.advance(11 * second);

  // The customer is not forgotten: the case is as it was, whose it was, with the same next update.
  const after = (await giulia.call(openCase, { params: { id } })).case;
  expect(after).toMatchObject({ owner: { name: 'Giulia Serra' }, nextUpdateDueAt: new Date(wednesday('17:00')).toISOString(), status: before.status });

  // The CRM has it, signed, with the words and what it may be worth.
  expect(heard()).toEqual(['opportunity.handed_over']);
  expect(crm.received[0]!.signedBy([secret])).toBe(0);
  expect(crm.received[0]!.event.data).toMatchObject({ opportunityId: given.id, caseId: id, caseNumber: before.number, kind: 'lead', words, valueCents: 840_000, currency: 'EUR', department: { id: vendite, name: 'Vendite' } });

  // 3. Sales stays silent. Andrea, who heads it, is called at the due instant; Giulia knows; two hours later Marta and the management.
  crm.answers(500);
  await until(tuesday('14:45'));
  expect([await newsOf(andrea), await newsOf(giulia), await newsOf(marta)]).toEqual([['opportunity_late'], ['opportunity_late'], []]);
  await until(tuesday('16:45'));
  expect([await newsOf(marta), await newsOf(await world.as('elena'))]).toEqual([['opportunity_late'], ['opportunity_late']]);

  // 4. On Wednesday somebody opens the letter, without an account, and puts Andrea's name to it.
  await until(wednesday('09:05'));
  const { mail } = await world.app.db.selectFrom('outbox').innerJoin('outbox_recipients', 'outbox_recipients.outbox_id', 'outbox.id').where('address', '=', 'vendite@casalumina.example').select('mail').executeTakeFirstOrThrow();
  const letter = openMail(world.app.services.secrets, mail);
  expect(letter.text).toContain(words);
  const token = /https:\/\/presa\.example\/o\/([\w-]+)/u.exec(letter.text)![1]!;
  const visitor = world.app.visitor();
  expect(await visitor.call(opportunities.readOpportunityPage, { params: { token } })).toMatchObject({ isLate: true, words, seenBy: 'Giulia Serra' });
  await visitor.call(opportunities.markRead, { params: { token } });
  await visitor.call(opportunities.takeOnOpportunityPage, { params: { token }, body: { name: 'Andrea Villa', withinDays: 14 } });
  expect([await newsOf(giulia), await newsOf(andrea), await newsOf(marta)]).toEqual([['opportunity_taken'], [], []]);

  // 5. The CRM comes back. What it missed is sent again, each with the id that it had the first time; what waits longest, Marta sends by hand.
  crm.answers(200);
  for (const { id: deliveryId, state, nextAttemptAt } of (await marta.call(listDeliveries, { params: { id: webhookId }, query: { which: 'not_delivered' } })).items) {
    if (state === 'waiting' && nextAttemptAt !== null && new Date(nextAttemptAt) > world.app.clock.now()) await marta.call(sendAgain, { params: { id: deliveryId } });
  }
  await world.app.sweep();
  const arrived = (await marta.call(listDeliveries, { params: { id: webhookId }, query: {} })).items;
  expect(arrived.map(({ kind, state }) => [kind, state]).toSorted()).toEqual([
    ['opportunity.handed_over', 'delivered'], ['opportunity.late', 'delivered'], ['opportunity.late', 'delivered'], ['opportunity.taken', 'delivered'],
  ]);
  const ofLate = crm.received.filter(({ event }) => event.type === 'opportunity.late');
  expect(ofLate.length).toBeGreaterThan(2);
  expect(new Set(ofLate.map(({ id: one }) => one)).size).toBe(2);
  expect(crm.received.every(({ signedBy }) => signedBy([secret]) === 0)).toBe(true);

  // 6. Six days later Andrea has the order, and says so on his board. The value comes back to whoever saw it.
  await until('2026-12-01T11:20:00+01:00', 2 * day);
  const board = await andrea.call(opportunities.listOpportunities);
  expect(board).toMatchObject({ items: [{ id: given.id, state: 'taken', caseId: null }], sums: { waiting: 0, taken: 1, takenCents: 840_000 } });
  await andrea.call(opportunities.conclude, { params: { id: given.id }, body: { outcome: 'won', wonCents: 840_000, words: 'Firmato: dodici camere, consegna a marzo.' } });
  await world.app.sweep();
  const [news] = (await giulia.call(noticeRoutes.list)).filter(({ kind }) => kind === 'opportunity_won');
  expect(news).toMatchObject({ caseId: id, facts: { cents: 840_000, person: 'Andrea Villa', customer: 'Claire Bennett' } });
  expect((await giulia.call(opportunities.opportunitiesOfCase, { params: { id } })).items).toMatchObject([{ state: 'won', wonCents: 840_000, outcomeWords: 'Firmato: dodici camere, consegna a marzo.' }]);
  expect(crm.received.at(-1)!.event).toMatchObject({ type: 'opportunity.won', data: { wonCents: 840_000, by: 'Andrea Villa', opportunityId: given.id } });
  expect(await visitor.call(opportunities.readOpportunityPage, { params: { token } })).toMatchObject({ state: 'won' });

  // What was handed over, what is known of it, what it brought.
  const figures = await marta.call(opportunities.readOpportunityFigures, { query: { days: 90 } });
  expect(figures).toMatchObject({ handedOver: 1, open: 0, late: 0, won: 1, lost: 0, wonCents: 840_000, outcomeRate: 1 });
  expect(figures.medianFirstAnswer).toBeGreaterThan(23 * hour);
});
