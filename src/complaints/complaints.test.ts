import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day, second } from '#base/clock.ts';
import * as cases from '#cases/contract.ts';
import { openCase } from '#desk/contract.ts';
import { noticeRoutes } from '#notices/contract.ts';
import { elena, startWorld, type World } from '#test/world.ts';
import * as contract from './contract.ts';
import { draftAnswer } from './letters.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

let written = 0;
/** A case of Elena's that Giulia has taken, with the message that it began with. */
const taken = async (): Promise<{ id: string; messageId: string }> => {
  written += 1;
  await world.receives({ from: elena, subject: `Reclamo ${written}`, text: `=Presento reclamo, "di nuovo", numero ${written}.` });
  const { id } = await world.app.db.selectFrom('cases').select('id').orderBy('number', 'desc').limit(1).executeTakeFirstOrThrow();
  const giulia = await world.as('giulia');
  await giulia.call(cases.takeCharge, { params: { id } });
  return { id, messageId: (await giulia.call(openCase, { params: { id } })).messages[0]!.id };
};
const about = { sector: 'energy' as const, complainant: 'Elena Marchetti', topic: 'Bolletta' };
const registers = async (one: { id: string; messageId: string }, change = {}) => (await world.as('giulia')).try(contract.registerComplaint, { params: { id: one.id }, body: { ...about, messageId: one.messageId, ...change } });
const registered = async (change = {}): Promise<{ id: string; caseId: string; label: string }> => {
  const one = await taken();
  const { id, label } = await (await world.as('giulia')).call(contract.registerComplaint, { params: { id: one.id }, body: { ...about, messageId: one.messageId, ...change } });
  return { id, caseId: one.id, label };
};
const read = async (id: string) => (await world.as('giulia')).call(contract.readComplaint, { params: { id } });
const numberOf = (label: string): number => Number(label.slice(-4));
const said = { outcome: 'rejected' as const, assessment: 'Abbiamo riletto il contatore', grounds: 'La lettura coincide con la bolletta', correction: 'Nessuna correzione è necessaria' };
const answers = async (id: string, change: Partial<contract.AnswerInput> = {}) => {
  const giulia = await world.as('giulia');
  const view = await read(id);
  const outcome = change.outcome ?? said.outcome;
  const text = draftAnswer({
    language: 'it', label: view.label, customerName: 'Elena Marchetti', onBehalfOf: null, receivedOn: '2026-11-24', writerName: 'Giulia Serra', departmentName: view.department.name, companyName: 'Casa Lumina',
    ...said, outcome, indemnityCents: 0, nextBody: view.term.nextBody?.it ?? null,
  });
  return giulia.try(contract.answerComplaint, { params: { id }, body: { ...said, text, seenEventId: 1_000_000, ...change } });
};
const refused = async (statement: ReturnType<typeof sql>): Promise<string> => statement.execute(world.app.db).then(() => 'done', (error: Error) => error.message);

describe('the register', () => {
  it('numbers without gaps, also where a registration fails or many come at once', async () => {
    const first = await registered();
    expect(await registers(await taken(), { sector: 'payments', kind: 'loan' })).toMatchObject({ status: 409, body: { code: 'complaint.no_term' } });
    const many = [await taken(), await taken(), await taken()];
    const labels = await Promise.all(many.map(async (one) => ((await registers(one)).body as { label: string }).label));
    const numbers = labels.map(numberOf).toSorted((a, b) => a - b);
    expect(numbers).toEqual([1, 2, 3].map((step) => numberOf(first.label) + step));
    expect(await registers(many[0]!)).toMatchObject({ status: 409, body: { code: 'complaint.registered_already', words: `Questo messaggio è già a registro come ${labels[0]}.` } });
    expect(await registers({ ...many[0]!, messageId: many[1]!.messageId })).toMatchObject({ status: 409, body: { code: 'complaint.not_of_this_case' } });
  });

  it('cannot be changed, by anybody: neither what was said, nor the terms, nor what was frozen', async () => {
    const { id } = await registered();
    expect(await refused(sql`update complaint_entries set data = '{}' where complaint_id = ${id}`)).toContain('only grows');
    expect(await refused(sql`delete from complaint_entries where complaint_id = ${id}`)).toContain('only grows');
    expect(await refused(sql`truncate complaint_entries`)).toContain('only grows');
    expect(await refused(sql`update complaint_terms set days = 90`)).toContain('only grows');
    expect(await refused(sql`delete from complaint_terms`)).toContain('only grows');
    expect(await refused(sql`update complaints set said = 'Nessun problema.' where id = ${id}`)).toContain('only grows');
    expect(await refused(sql`update complaints set received_at = received_at + interval '1 day' where id = ${id}`)).toContain('only grows');
    expect(await refused(sql`update complaints set number = 99 where id = ${id}`)).toContain('only grows');
    expect(await refused(sql`delete from complaints where id = ${id}`)).toContain('only grows');
    expect(await refused(sql`update complaint_numbers set last = last - 1`)).toContain('only go up');
    expect(await refused(sql`update complaints set severity = 'high' where id = ${id}`)).toBe('done');
  });

  it('takes what came by letter, with its proof; what is annulled keeps its number and frees its message', async () => {
    const one = await taken();
    const otherwise = { channel: 'letter' as const, receivedAt: '2026-11-20T11:00:00+01:00', proof: 'Raccomandata 1234', said: 'Scrivo per la bolletta.' };
    const giulia = await world.as('giulia');
    const { id } = await giulia.call(contract.registerComplaint, { params: { id: one.id }, body: { ...about, messageId: null, otherwise } });
    expect(await read(id)).toMatchObject({ channel: 'letter', proof: 'Raccomandata 1234', said: 'Scrivo per la bolletta.', dueOn: '2026-12-20', term: { days: 30 } });
    const slip = (await registers(one)).body as { id: string; label: string };
    await giulia.call(contract.annulComplaint, { params: { id: slip.id }, body: { reason: 'È una richiesta di informazioni' } });
    expect(await giulia.try(contract.annulComplaint, { params: { id: slip.id }, body: { reason: 'Ancora' } })).toMatchObject({ status: 409, body: { code: 'complaint.is_annulled' } });
    const anew = (await registers(one, { kind: 'double_billing', repeatsId: id })).body as { id: string; label: string };
    expect(numberOf(anew.label)).toBe(numberOf(slip.label) + 1);
    expect(await read(anew.id)).toMatchObject({ dueOn: '2026-12-09', repeats: { id } });
    expect(await refused(sql`update complaints set annulled_at = null where id = ${slip.id}`)).toContain('only grows');
    expect((await giulia.call(contract.listComplaints, { query: { list: 'annulled' } })).items.map(({ label }) => label)).toContain(slip.label);
  });

  it('follows its message when cases are joined and parted again', async () => {
    const { id, caseId } = await registered();
    const other = await taken();
    const giulia = await world.as('giulia');
    const { mergeId } = await giulia.call(cases.mergeCase, { params: { id: caseId }, body: { intoId: other.id } });
    expect(await read(id)).toMatchObject({ caseId: other.id });
    await giulia.call(cases.undoMerge, { params: { id: mergeId } });
    expect(await read(id)).toMatchObject({ caseId });
  });
});

describe('an answer', () => {
  it('that was taken back was never given', async () => {
    const { id } = await registered();
    const { pendingId } = (await answers(id)).body as { pendingId: string };
    expect(await answers(id)).toMatchObject({ status: 409, body: { code: 'complaint.letter_on_its_way' } });
    await (await world.as('giulia')).call(cases.takeReplyBack, { params: { id: pendingId } });
    expect(await read(id)).toMatchObject({ state: 'registered', onItsWay: null, entries: [{ kind: 'registered' }] });
    expect((await answers(id)).status).toBe(200);
  });
});

describe('a complaint', () => {
  it('is its case’s owner’s until somebody is named, and is described better with what stood there before', async () => {
    const { id, caseId } = await registered();
    const giulia = await world.as('giulia');
    const reason = 'È competenza di chi emette le bollette';
    await giulia.call(contract.setResponsible, { params: { id }, body: { memberId: world.people.paolo.id, departmentId: world.departments.amministrazione, reason } });
    expect(await read(id)).toMatchObject({ responsible: { name: 'Paolo Greco' }, department: { name: 'Amministrazione' } });
    expect((await giulia.call(openCase, { params: { id: caseId } })).case.owner).toMatchObject({ name: 'Giulia Serra' });
    const before = await read(id);
    await giulia.call(contract.correctComplaint, { params: { id }, body: { ...before.details, topic: 'Fattura', severity: 'high', reason: 'Argomento sbagliato' } });
    expect((await read(id)).entries.at(-1)).toMatchObject({ kind: 'corrected', data: { from: { topic: 'Bolletta', severity: 'medium' }, to: { topic: 'Fattura', severity: 'high' } } });
  });

  it('keeps the term by which it was registered when a new version comes', async () => {
    const { id } = await registered();
    const marta = await world.as('marta');
    const { items } = await marta.call(contract.listTerms);
    const { id: _id, addedAt: _at, addedBy: _by, isInForce: _in, ...energy } = items.find((term) => term.sector === 'energy' && term.kind === 'complaint')!;
    await marta.call(contract.addTerm, { body: { ...energy, days: 20, validFrom: '2026-11-24' } });
    expect(await marta.try(contract.addTerm, { body: { ...energy, validTo: '2020-01-01' } })).toMatchObject({ status: 400 });
    expect(await (await world.as('giulia')).try(contract.addTerm, { body: energy })).toMatchObject({ status: 403 });
    expect(await read(id)).toMatchObject({ dueOn: '2026-12-24', term: { days: 30, isInForce: false } });
    expect(await read((await registered()).id)).toMatchObject({ dueOn: '2026-12-14', term: { days: 20, addedBy: 'Marta Riva' } });
  });

  it('leaves the house as a table that no spreadsheet runs, as a PDF, and as figures', async () => {
    const { id, label } = await registered({ complainant: '=HYPERLINK("http://evil.example")', sector: 'banks' });
    const giulia = await world.as('giulia');
    const table = await giulia.try(contract.exportComplaints, { query: { from: '2026-11-24', to: '2026-11-24' } });
    const lines = String(table.body).split('\r\n');
    expect([table.headers['content-type'], table.headers['content-disposition']]).toEqual(['text/csv; charset=utf-8', 'attachment; filename="registro-reclami-2026-11-24-2026-11-24.csv"']);
    expect(lines[0]).toMatch(/^\uFEFFNumero;Ricevuto il;Canale;Prova;Reclamante;/u);
    const mine = lines.find((line) => line.startsWith(label));
    expect(mine).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(mine).toContain(`"'=Presento reclamo, ""di nuovo"", numero ${written}."`);
    expect(lines.length - 2).toBe((await giulia.call(contract.readStatistics, { query: { from: '2026-11-24', to: '2026-11-24' } })).received + (await giulia.call(contract.listComplaints, { query: { list: 'annulled' } })).total);
    expect(String((await giulia.try(contract.exportStatistics, { query: { from: '2026-11-24', to: '2026-11-24', lang: 'en' } })).body)).toContain('Banks: Received,1\r\n');
    expect(await giulia.try(contract.readStatistics, { query: { from: '2026-11-24', to: '2026-11-23' } })).toMatchObject({ status: 400 });
    const paper = await world.app.http.inject({ method: 'GET', url: `/api/complaints/${id}/pdf`, headers: await world.app.signInHeaders(world.people.giulia) });
    expect(paper.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(paper.rawPayload.length).toBeGreaterThan(10_000);
  });
});

// From here on the clock moves.
describe('with time a complaint', () => {
  it('that comes late is called for, owes the indemnity of the rule, and closes when it is paid', async () => {
    const { id, label } = await registered({ kind: 'double_billing' });
    const giulia = await world.as('giulia');
    expect(await giulia.try(contract.sendInterim, { params: { id }, body: { text: 'x', reason: 'x', finalOn: '2026-12-20', seenEventId: 1_000_000 } })).toMatchObject({ status: 409, body: { code: 'complaint.no_interim' } });
    world.app.clock.set('2026-12-10T00:00:00+01:00');
    await world.app.sweep();
    const calls = await (await world.as('marta')).call(noticeRoutes.list);
    expect(calls.filter(({ facts }) => facts.what === label).map(({ kind, facts }) => [kind, facts.dueAt])).toContainEqual(['complaint_late', '2026-12-09T22:59:00.000Z']);
    expect(await read(id)).toMatchObject({ isOverdue: true, indemnityCents: 2_500 });
    world.app.clock.set('2026-12-28T12:00:00+01:00');
    await answers(id);
    await world.app.advance(11 * second);
    expect(await read(id)).toMatchObject({ state: 'answered', withinTerm: false, indemnityCents: 5_000 });
    expect((await (await world.as('marta')).call(noticeRoutes.list)).filter(({ facts }) => facts.what === label)).toEqual([]);
    const params = { id };
    const closes = async () => giulia.try(contract.closeComplaint, { params });
    expect(await closes()).toMatchObject({ status: 409, body: { code: 'complaint.something_open', words: 'Resta aperto qualcosa: l’indennizzo da pagare.' } });
    const wrong = await giulia.call(contract.notePayment, { params, body: { what: 'indemnity', cents: 50_000, paidOn: '2026-12-28' } });
    await giulia.call(contract.withdrawEntry, { params: { id, entryId: wrong.id }, body: { reason: 'Uno zero di troppo' } });
    expect(await giulia.try(contract.withdrawEntry, { params: { id, entryId: wrong.id }, body: { reason: 'Ancora' } })).toMatchObject({ status: 409, body: { code: 'complaint.withdrawn_already' } });
    await giulia.call(contract.notePayment, { params, body: { what: 'indemnity', cents: 5_000, paidOn: '2026-12-28' } });
    const action = await giulia.call(contract.planAction, { params, body: { text: 'Controllare le letture a novembre', ownerId: world.people.paolo.id, dueOn: '2027-02-28' } });
    expect(await closes()).toMatchObject({ status: 409, body: { words: 'Resta aperto qualcosa: un’azione correttiva.' } });
    await giulia.call(contract.actionDone, { params: { id, entryId: action.id }, body: { how: 'Letture ricontrollate' } });
    const appeal = await giulia.call(contract.escalate, { params, body: { to: 'adr', body: 'Servizio Conciliazione', on: '2026-12-28' } });
    expect(await closes()).toMatchObject({ status: 409, body: { words: 'Resta aperto qualcosa: l’esito del ricorso.' } });
    await giulia.call(contract.escalationEnded, { params: { id, entryId: appeal.id }, body: { result: 'for_us', words: 'La lettura è giusta' } });
    expect((await closes()).status).toBe(200);
    expect(await read(id)).toMatchObject({ state: 'closed', paidCents: 5_000, payments: [{ cents: 5_000 }], actions: [{ how: 'Letture ricontrollate' }], escalations: [{ result: 'for_us' }] });
  });

  it('heats its case while the customer waits, until it is answered', async () => {
    world.app.clock.set('2027-01-04T09:00:00+01:00');
    const { id, caseId, label } = await registered({ sector: 'none' });
    // The first of the new year.
    expect(label).toBe('R-2027-0001');
    await world.app.sweep();
    const heatOn = async () => (await (await world.as('giulia')).call(openCase, { params: { id: caseId } })).heat;
    expect(await heatOn()).toMatchObject({ boiled: true, reasons: expect.arrayContaining([expect.objectContaining({ code: 'formal_complaint' })]) });
    await answers(id, { nextUpdateAt: '2027-01-12T10:00:00+01:00' });
    await world.app.advance(day, { step: day });
    expect((await heatOn())?.reasons.map(({ code }) => code)).not.toContain('formal_complaint');
  });
});
