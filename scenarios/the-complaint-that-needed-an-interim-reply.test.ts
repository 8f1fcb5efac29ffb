import { afterAll, beforeAll, expect, it } from 'vitest';
import { second } from '#base/clock.ts';
import * as cases from '#cases/contract.ts';
import * as complaints from '#complaints/contract.ts';
import { complaintFigures } from '#complaints/index.ts';
import { draftAcknowledgement, draftAnswer, draftInterim } from '#complaints/letters.ts';
import { openCase, readHistory } from '#desk/contract.ts';
import { noticeRoutes } from '#notices/contract.ts';
import { promisesOfCase } from '#promises/contract.ts';
import type { Client } from '#test/server.ts';
import { elena, startWorld, type World } from '#test/world.ts';

/**
 * A payment that was taken twice. The law of payment services gives fifteen working days; the bank of the seller does not answer in
 * them, so the customer gets an interim reply with the reason and the day of the final one, thirty-five working days at the most. The
 * holidays of December and January lie in between: every date below was counted on a calendar on the wall.
 */
let world: World;
let giulia: Client;
let marta: Client;
beforeAll(async () => {
  world = await startWorld({ at: '2026-11-25T09:12:00+01:00' });
  giulia = await world.as('giulia');
  marta = await world.as('marta');
});
afterAll(() => world.stop());

const at = async (instant: string): Promise<void> => {
  world.app.clock.set(instant);
  await world.app.sweep();
};
const calls = async (client: Client): Promise<string[]> => (await client.call(noticeRoutes.list)).filter(({ kind }) => kind.startsWith('complaint')).map(({ kind, facts }) => `${kind} ${facts.what}`);
const seen = async (id: string): Promise<number> => (await giulia.call(openCase, { params: { id } })).seenEventId;
const leaves = (): Promise<void> => world.app.advance(11 * second);

it('tells the story of the complaint that needed an interim reply', { timeout: 60_000 }, async () => {
  // 1. Wednesday 25 November: the customer complains formally; Giulia takes the case and puts the message into the register.
  await world.receives({ from: elena, subject: 'Reclamo: pagamento addebitato due volte', text: 'Presento reclamo: il pagamento di 39,90 euro mi è stato addebitato due volte. Chiedo il rimborso.', messageId: 'reclamo@posta.example' });
  const { id: caseId } = await world.app.db.selectFrom('cases').select('id').executeTakeFirstOrThrow();
  await giulia.call(cases.takeCharge, { params: { id: caseId } });
  const opened = await giulia.call(openCase, { params: { id: caseId } });
  const registered = await giulia.call(complaints.registerComplaint, {
    params: { id: caseId },
    body: { messageId: opened.messages[0]!.id, sector: 'payments', complainant: 'Elena Marchetti', contractCode: '88213', topic: 'Pagamento', subTopic: 'Doppio addebito', remedy: 'Rimborso di 39,90 euro' },
  });
  expect(registered).toMatchObject({ label: 'R-2026-0001', dueOn: '2026-12-17' });
  const params = { id: registered.id };
  const read = () => giulia.call(complaints.readComplaint, { params });
  expect(await read()).toMatchObject({
    state: 'registered', channel: 'email', proof: 'reclamo@posta.example', said: expect.stringContaining('39,90'), longestOn: '2027-01-19', responsible: { name: 'Giulia Serra' }, department: { name: 'Servizio clienti' },
    term: { days: 15, counts: 'working', longestDays: 35 }, dueAt: '2026-12-17T23:00:00.000Z',
  });

  // 2. The customer hears the number, who has it, and until when.
  const view = await read();
  const facts = { language: view.letter.language, label: view.label, customerName: view.letter.customerName, onBehalfOf: null, receivedOn: '2026-11-25', writerName: 'Giulia Serra', departmentName: view.letter.writerDepartment, companyName: view.letter.companyName };
  const nextUpdateAt = '2026-12-16T09:00:00.000Z';
  const first = draftAcknowledgement({ ...facts, dueOn: view.dueOn, basis: view.term.basis.it, nextUpdateAt: new Date(nextUpdateAt), now: world.app.clock.now(), timeZone: 'Europe/Rome' });
  await giulia.call(complaints.acknowledgeComplaint, { params, body: { text: first, nextUpdateAt, seenEventId: await seen(caseId) } });
  await leaves();
  const [mail] = await world.app.db.selectFrom('messages').where('case_id', '=', caseId).where('direction', '=', 'out').select('text').execute();
  expect(mail?.text).toContain('è registrato con il numero R-2026-0001. Lo seguo io fino alla risposta: Giulia Serra, Servizio clienti.\n\nLa risposta arriva entro giovedì 17 dicembre 2026');
  expect(await read()).toMatchObject({ state: 'acknowledged', entries: [{ kind: 'registered' }, { kind: 'acknowledged' }] });

  // 3. Five working days before the end Giulia is reminded, two before it the lead is called as well. The 8th is a holiday.
  await at('2026-12-10T07:59:00+01:00');
  expect(await calls(giulia)).toEqual([]);
  await at('2026-12-10T08:00:00+01:00');
  expect([await calls(giulia), await calls(marta)]).toEqual([['complaint_near R-2026-0001'], []]);
  await at('2026-12-15T08:00:00+01:00');
  expect([await calls(giulia), await calls(marta)]).toEqual([['complaint_near R-2026-0001'], ['complaint_near R-2026-0001']]);

  // 4. The bank of the seller is silent. The interim reply may name the 19th of January, and no later day.
  await at('2026-12-16T09:30:00+01:00');
  const reason = 'La banca del venditore non ha ancora confermato il secondo addebito';
  const interim = async (finalOn: string) => giulia.try(complaints.sendInterim, { params, body: { reason, finalOn, text: draftInterim({ ...facts, dueOn: '2026-12-17', reason, finalOn }), seenEventId: await seen(caseId) } });
  expect(await interim('2027-01-20')).toMatchObject({ status: 409, body: { code: 'complaint.interim_too_far', words: 'La regola del settore non va oltre martedì 19 gennaio 2027: scegli un giorno entro quella data.' } });
  expect(await interim('2027-01-19')).toMatchObject({ status: 200 });
  expect(await read()).toMatchObject({ state: 'acknowledged', dueOn: '2026-12-17', onItsWay: { kind: 'interim' } });
  await leaves();
  expect(await read()).toMatchObject({ state: 'interim', dueOn: '2027-01-19', firstDueOn: '2026-12-17', onItsWay: null });
  expect((await giulia.call(promisesOfCase, { params: { id: caseId } })).items).toMatchObject([{ text: 'Risposta definitiva al reclamo R-2026-0001', dueAt: '2027-01-19T23:00:00.000Z', state: 'open' }]);
  // What called because the first term was near is settled.
  expect([await calls(giulia), await calls(marta)]).toEqual([[], []]);
  // The day of the first term passes: nothing is late.
  await at('2026-12-18T08:00:00+01:00');
  expect((await marta.call(complaints.listComplaints, { query: {} })).counts).toEqual({ open: 1, overdue: 0 });

  // 5. The clocks of the new day strike as those of the first did; New Year and the Epiphany are no working days.
  await at('2027-01-12T07:59:00+01:00');
  expect(await calls(giulia)).toEqual([]);
  await at('2027-01-12T08:00:00+01:00');
  expect([await calls(giulia), await calls(marta)]).toEqual([['complaint_near R-2026-0001'], []]);
  await at('2027-01-15T08:00:00+01:00');
  expect(await calls(marta)).toEqual(['complaint_near R-2026-0001']);

  // 6. The final reply, which does not leave without its minimum content, keeps the promise and resolves the case.
  await at('2027-01-18T11:00:00+01:00');
  const said = { outcome: 'upheld' as const, assessment: 'Il circuito conferma due addebiti per lo stesso ordine 88213', grounds: 'Il secondo addebito è un errore del terminale del venditore', correction: 'Restituiamo 39,90 euro entro il 20 gennaio e il terminale è stato sostituito' };
  const answer = async (text: string) => giulia.try(complaints.answerComplaint, { params, body: { ...said, text, seenEventId: await seen(caseId) } });
  expect(await answer('Gentile Elena, la rimborsiamo. Cordiali saluti')).toMatchObject({ status: 409, body: { code: 'complaint.content_missing', words: expect.stringContaining('il numero del reclamo') } });
  expect(await answer(draftAnswer({ ...facts, ...said, indemnityCents: 0, nextBody: null }))).toMatchObject({ status: 200 });
  await leaves();
  expect(await read()).toMatchObject({ state: 'answered', outcome: 'upheld', withinTerm: true, isOverdue: false, indemnityCents: 0 });
  expect((await giulia.call(promisesOfCase, { params: { id: caseId } })).items).toMatchObject([{ state: 'kept' }]);
  expect((await giulia.call(openCase, { params: { id: caseId } })).case.status).toBe('resolved');

  // 7. The money leaves, nothing is left open, the complaint is closed; the figures say so.
  await giulia.call(complaints.notePayment, { params, body: { what: 'refund', cents: 3_990, paidOn: '2027-01-18', reference: 'Bonifico 4471' } });
  await giulia.call(complaints.closeComplaint, { params });
  expect((await marta.call(complaints.listComplaints, { query: { list: 'done' } })).items.map(({ label, outcome }) => [label, outcome])).toEqual([['R-2026-0001', 'upheld']]);
  expect((await read()).entries.map(({ kind }) => kind)).toEqual(['registered', 'acknowledged', 'reminded', 'called', 'interim_sent', 'reminded', 'called', 'answered', 'paid', 'closed']);
  const figures = (from: string, to: string) => complaintFigures(world.app.db, new Date(`${from}T00:00:00+01:00`), new Date(`${to}T00:00:00+01:00`));
  expect(await figures('2026-11-01', '2027-01-01')).toEqual({ received: 1, open: 1, overdue: 0, answered: 0, withinTerm: 0, upheld: 0, paidCents: 0 });
  expect(await figures('2027-01-01', '2027-02-01')).toEqual({ received: 0, open: 0, overdue: 0, answered: 1, withinTerm: 1, upheld: 1, paidCents: 3_990 });
  const quarter = await marta.call(complaints.readStatistics, { query: { from: '2026-11-25', to: '2027-01-31' } });
  expect(quarter).toMatchObject({ received: 1, answered: 1, withinTerm: 1, interims: 1, outcomes: { upheld: 1, partly: 0, rejected: 0, settled: 0 }, sectors: [{ sector: 'payments', received: 1, answered: 1, withinTerm: 1 }] });
  expect(quarter.meanDays).toBeCloseTo(54.08, 1);
  const history = (await giulia.call(readHistory, { params: { id: caseId }, query: {} })).items.map(({ kind }) => kind).filter((kind) => kind.startsWith('complaint')).toReversed();
  expect(history).toEqual(['complaint.registered', 'complaint.acknowledged', 'complaint.near', 'complaint.interim_sent', 'complaint.near', 'complaint.answered', 'complaint.paid', 'complaint.closed']);
});
