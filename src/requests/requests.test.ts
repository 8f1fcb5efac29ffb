import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hour, minute } from '#base/clock.ts';
import { inWork, system } from '#base/work.ts';
import * as cases from '#cases/contract.ts';
import { openMail } from '#channels/email/index.ts';
import { noticeRoutes } from '#notices/contract.ts';
import { absenceRoutes } from '#people/contract.ts';
import { startRequestsWorld, type RequestsWorld } from '#test/requests-world.ts';
import * as requests from './contract.ts';
import { climbDue } from './index.ts';

let world: RequestsWorld;
beforeAll(async () => {
  // A Tuesday, 10:23.
  world = await startRequestsWorld();
});
afterAll(() => world.stop());

const statusOf = async (caseId: string) => world.app.db.selectFrom('cases').where('id', '=', caseId).select(['status', 'owner_id']).executeTakeFirstOrThrow();
const callsFor = async (person: 'giulia' | 'marco', caseId: string) =>
  (await (await world.as(person)).call(noticeRoutes.list)).filter((notice) => notice.caseId === caseId && /^(?:department|request)_/u.test(notice.kind)).map(({ kind }) => kind);
const read = async (id: string) => (await world.client('giulia')).call(requests.readRequest, { params: { id } });

describe('asking a department', () => {
  test('before anything is sent: by when, why then, and to whom silence climbs', async () => {
    const preview = await (await world.client('giulia')).call(requests.previewDue, { params: { id: world.departments.magazzino }, query: {} });
    expect(preview).toMatchObject({
      department: { name: 'Magazzino' }, sentTo: 'magazzino@casalumina.example', head: 'Dario Conti', answersWithinMinutes: 240,
      dueAt: '2026-11-24T14:23:00.000Z', opensAt: null, closings: [],
      climbs: [
        { step: 'reminder', at: '2026-11-24T13:23:00.000Z', toName: 'Magazzino' },
        { step: 'head', at: '2026-11-24T14:23:00.000Z', toName: 'Dario Conti' },
        { step: 'director', at: '2026-11-24T16:23:00.000Z', toName: 'Elena Brambilla' },
      ],
    });
  });

  test('writes the request, its history and its mail at once; the case keeps its owner', async () => {
    const caseId = await world.openCase();
    const request = await world.ask(caseId);
    expect(request).toMatchObject({
      caseId, department: { name: 'Magazzino' }, askedBy: { name: 'Giulia Serra' }, state: 'waiting', isLate: false,
      dueAt: '2026-11-24T14:23:00.000Z', nextClimb: { step: 'reminder', toName: 'Magazzino' }, turns: [], climbs: [],
    });
    expect(await statusOf(caseId)).toEqual({ status: 'waiting_department', owner_id: world.people.giulia.id });
    expect((await world.events(caseId)).slice(-2)).toEqual(['case.status_changed', 'request.sent']);
    const [letter, ...more] = await world.letters(request.id);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({
      address: 'magazzino@casalumina.example', purpose: 'request',
      subject: 'Il collo 2 dell’ordine 88213 è partito? Se no, quando? · entro oggi alle 15:23',
      replyTo: expect.stringMatching(/^assistenza\+r\d+\./u),
    });
    expect(letter?.text).toMatch(/^Il collo 2[^\n]*\n\nPerché: La cliente aspetta/u);
    expect(letter?.text).toContain('Serve entro oggi alle 15:23. Chiede Giulia Serra, Servizio clienti.');
    expect(letter?.text).toMatch(/È partito: https:\/\/presa\.example\/r\/[\w-]{43}\?choice=0\nNon ancora: \S+\?choice=1/u);
    expect(letter?.text).toContain('Puoi anche rispondere a questa e-mail. Non serve un account.');
    const outbox = await world.app.db.selectFrom('outbox').where('request_id', '=', request.id).selectAll().execute();
    const everything = JSON.stringify(outbox.map(({ mail, ...row }) => ({ ...row, mail: openMail(world.app.services.secrets, mail) })));
    expect(everything).not.toContain('Marchetti');
    expect(everything).not.toContain('posta.example');
  });

  test('a double tap asks once, and so do two at the same instant; the same question later is refused', async () => {
    const caseId = await world.openCase();
    const [one, other] = await Promise.all([world.ask(caseId), world.ask(caseId)]);
    expect(one.id).toBe(other.id);
    expect((await world.ask(caseId)).id).toBe(one.id);
    expect(await world.letters(one.id)).toHaveLength(1);
    const body = { departmentId: world.departments.magazzino, question: one.question.toUpperCase(), why: 'x', choices: [] };
    const again = await (await world.client('marco')).try(requests.sendRequest, { params: { id: caseId }, body });
    expect(again).toMatchObject({ status: 409, body: { code: 'request.asked_already', words: expect.stringContaining('Sollecita quella') } });
  });

  test('refuses what cannot be answered, in words, and leaves nothing behind', async () => {
    const caseId = await world.openCase();
    const { db } = world.app;
    await db.updateTable('departments').set({ address: null }).where('id', '=', world.departments.marketing).execute();
    const body = { departmentId: world.departments.marketing, question: 'Di che rosso è?', why: 'La foto mostra un altro colore.', choices: [] };
    const giulia = await world.client('giulia');
    expect(await giulia.try(requests.sendRequest, { params: { id: caseId }, body })).toMatchObject({ status: 409, body: { code: 'request.no_address' } });
    expect(await giulia.try(requests.previewDue, { params: { id: world.departments.marketing }, query: {} })).toMatchObject({ status: 409, body: { code: 'request.no_address' } });
    expect(await giulia.try(requests.sendRequest, { params: { id: caseId }, body: { ...body, departmentId: world.departments.servizio } })).toMatchObject({ status: 409, body: { code: 'request.own_department' } });
    expect(await statusOf(caseId)).toMatchObject({ status: 'open' });
    const twice = { ...body, choices: [{ label: 'Sì' }, { label: 'sì' }] };
    expect(await giulia.try(requests.sendRequest, { params: { id: caseId }, body: twice })).toMatchObject({ status: 400, body: { fields: [{ words: 'Due risposte hanno lo stesso testo.' }] } });
    expect((await giulia.call(requests.requestsOfCase, { params: { id: caseId } })).items).toEqual([]);
  });
});

describe('silence', () => {
  test('climbs: reminder, head, directors, each once; the owner hears when it is late', async () => {
    const caseId = await world.openCase();
    const { id } = await world.ask(caseId);
    await world.pass(4 * hour + 30 * minute);
    expect((await world.letters(id)).map(({ purpose, address }) => [purpose, address])).toEqual([['request', 'magazzino@casalumina.example'], ['reminder', 'magazzino@casalumina.example']]);
    expect(await callsFor('giulia', caseId)).toEqual([]);
    await world.pass(hour);
    expect(await read(id)).toMatchObject({ state: 'late', isLate: true, nextClimb: { step: 'director', toName: 'Elena Brambilla' } });
    expect(await callsFor('giulia', caseId)).toEqual(['request_late']);
    await world.pass(24 * hour);
    const letters = await world.letters(id);
    expect(letters.map(({ purpose, address }) => [purpose, address])).toEqual([
      ['request', 'magazzino@casalumina.example'], ['reminder', 'magazzino@casalumina.example'],
      ['climb', 'dario.conti@casalumina.example'], ['climb', 'elena.brambilla@casalumina.example'],
    ]);
    expect(letters[1]?.text).toContain('Aspettiamo ancora la tua risposta: serve entro oggi alle');
    expect(letters[2]?.text).toMatch(/Magazzino doveva rispondere a Giulia Serra oggi alle [\d:]+ e non l’ha ancora fatto\./u);
    expect(letters[2]?.text).toContain('la richiesta sale a Elena Brambilla.');
    expect(letters[3]?.text).toContain('Dario Conti lo sa.');
    expect((await world.events(caseId)).filter((kind) => kind.startsWith('request.'))).toEqual([
      'request.sent', 'request.climbed', 'request.late', 'request.climbed', 'request.climbed',
    ]);
    expect(await read(id)).toMatchObject({ nextClimb: null, climbs: [{ step: 'reminder' }, { step: 'head', toName: 'Dario Conti' }, { step: 'director', toName: 'Elena Brambilla' }] });
    expect(await statusOf(caseId)).toMatchObject({ owner_id: world.people.giulia.id });
  });

  test('two sweeps at the same instant take each step once', async () => {
    world.app.clock.set('2026-11-26T10:00:00+01:00');
    const caseId = await world.openCase();
    const { id } = await world.ask(caseId);
    world.app.clock.set('2026-11-26T14:00:00+01:00');
    await Promise.all([climbDue(world.services), climbDue(world.services), climbDue(world.services)]);
    expect((await read(id)).climbs).toHaveLength(1);
    expect(await world.letters(id)).toHaveLength(2);
  });

  test('a sweep that is stopped before it commits has taken no step, and the next one takes it', async () => {
    world.app.clock.set('2026-11-26T15:30:00+01:00');
    const caseId = await world.openCase();
    const { id } = await world.ask(caseId, { question: 'E il collo 3?' });
    world.app.clock.set('2026-11-27T10:15:00+01:00');
    const broken = { ...world.services, wiring: new Map([...world.services.wiring, ['request.climbed', [() => Promise.reject(new Error('killed'))]]]) };
    await expect(climbDue(broken)).rejects.toThrow('could not climb');
    expect((await read(id)).climbs).toEqual([]);
    expect(await world.letters(id)).toHaveLength(1);
    await climbDue(world.services);
    expect((await read(id)).climbs).toHaveLength(1);
    expect(await world.letters(id)).toHaveLength(2);
  });

  test('a head who is away has their deputy; a supplier’s silence goes to the lead of the service', async () => {
    world.app.clock.set('2026-11-30T09:00:00+01:00');
    const { ilaria, dario } = world.people;
    await (await world.as('marta')).call(absenceRoutes.plan, {
      body: { memberId: ilaria.id, from: '2026-11-30T00:00:00+01:00', until: '2026-12-05T00:00:00+01:00', deputyId: dario.id },
    });
    const caseId = await world.openCase();
    const logistics = await world.ask(caseId, { to: 'logistica', choices: [] });
    const courier = await world.ask(caseId, { to: 'corriere', choices: [] });
    await world.pass(48 * hour, hour);
    const head = (await world.letters(logistics.id)).find(({ purpose }) => purpose === 'climb');
    expect(head).toMatchObject({ address: 'dario.conti@casalumina.example' });
    expect(head?.text).toContain('Scriviamo a te al posto di Ilaria Fontana.');
    expect((await world.letters(courier.id)).find(({ purpose }) => purpose === 'climb')).toMatchObject({ address: 'marta.riva@casalumina.example' });
  });

  test('is broken by hand at most once an hour, and the program does not say it again a moment later', async () => {
    world.app.clock.set('2026-12-09T09:00:00+01:00');
    const caseId = await world.openCase();
    const { id } = await world.ask(caseId);
    const giulia = await world.client('giulia');
    expect(await giulia.try(requests.remindDepartment, { params: { id } })).toMatchObject({ status: 409, body: { code: 'request.reminded_already', words: expect.stringContaining('fra 60 min') } });
    world.app.clock.set('2026-12-09T11:50:00+01:00');
    expect(await giulia.call(requests.remindDepartment, { params: { id } })).toMatchObject({ climbs: [{ step: 'reminder', byHand: true }] });
    await world.pass(20 * minute, 5 * minute);
    expect(await read(id)).toMatchObject({ climbs: [{ byHand: true }], nextClimb: { step: 'head' } });
    expect((await world.letters(id)).map(({ purpose }) => purpose)).toEqual(['request', 'reminder']);
  });
});

describe('while a request is open', () => {
  test('withdrawn, nobody has to answer any more, and the department is told', async () => {
    const caseId = await world.openCase();
    const { id } = await world.ask(caseId);
    const giulia = await world.client('giulia');
    const withdrawn = await giulia.call(requests.withdrawRequest, { params: { id }, body: { reason: 'Il collo è arrivato.' } });
    expect(withdrawn).toMatchObject({ state: 'withdrawn', withdrawnReason: 'Il collo è arrivato.', nextClimb: null });
    await giulia.call(requests.withdrawRequest, { params: { id }, body: { reason: 'Ancora.' } });
    const letters = await world.letters(id);
    expect(letters).toHaveLength(2);
    expect(letters[1]?.text).toContain('non serve più rispondere. Il collo è arrivato.');
    expect(await world.visitor.try(requests.readAnswering, { params: { token: letters[0]!.token } })).toMatchObject({ status: 404 });
    expect(await statusOf(caseId)).toMatchObject({ status: 'open' });
  });

  test('the case waits for the last of two departments', async () => {
    const caseId = await world.openCase();
    const [one, other] = [await world.ask(caseId), await world.ask(caseId, { to: 'tecnico', choices: [] })];
    const giulia = await world.client('giulia');
    await giulia.call(requests.withdrawRequest, { params: { id: one.id }, body: { reason: 'Non serve.' } });
    expect(await statusOf(caseId)).toMatchObject({ status: 'waiting_department' });
    await giulia.call(requests.withdrawRequest, { params: { id: other.id }, body: { reason: 'Non serve.' } });
    expect(await statusOf(caseId)).toMatchObject({ status: 'open' });
  });

  test('resolving the case withdraws what is left', async () => {
    const caseId = await world.openCase();
    const { id } = await world.ask(caseId);
    await inWork(world.services, system, async (work) => {
      work.emit(cases.caseEvents['case.resolved'](caseId, { how: 'by_hand', reason: null }));
    });
    expect(await read(id)).toMatchObject({ state: 'withdrawn', withdrawnReason: 'Il caso è risolto.' });
  });

  test('it is read on the case that lives on after a merge, and on its own again when that is undone', async () => {
    const [gone, stays] = [await world.openCase(), await world.openCase()];
    const { id } = await world.ask(gone);
    const giulia = await world.as('giulia');
    const { mergeId } = await giulia.call(cases.mergeCase, { params: { id: gone }, body: { intoId: stays, evenThoughCustomersDiffer: true } });
    const asked = await world.client('giulia');
    expect((await asked.call(requests.requestsOfCase, { params: { id: stays } })).items.map((request) => [request.id, request.caseId])).toEqual([[id, stays]]);
    await giulia.call(cases.undoMerge, { params: { id: mergeId } });
    expect((await asked.call(requests.requestsOfCase, { params: { id: stays } })).items).toEqual([]);
    expect((await read(id)).caseId).toBe(gone);
  });

  test('the list reads it on the case that lives on, however many merges away', async () => {
    const [first, second, third] = [await world.openCase(), await world.openCase(), await world.openCase()];
    const { id } = await world.ask(first);
    const giulia = await world.as('giulia');
    const merge = (from: string, into: string) => giulia.call(cases.mergeCase, { params: { id: from }, body: { intoId: into, evenThoughCustomersDiffer: true } });
    await merge(first, second);
    await merge(second, third);
    const { number } = await world.app.db.selectFrom('cases').where('id', '=', third).select('number').executeTakeFirstOrThrow();
    const { items } = await (await world.client('giulia')).call(requests.listRequests, { query: {} });
    expect(items.filter((one) => one.id === id).map((one) => [one.caseId, one.case.number])).toEqual([[third, number]]);
  });
});

describe('the list', () => {
  test('shows the most overdue first, to heads only their own department’s and no customer', async () => {
    const marco = await world.client('marco');
    const all = await marco.call(requests.listRequests, { query: {} });
    expect(all.items.length).toBeGreaterThan(2);
    expect(all.items.map(({ dueAt }) => dueAt)).toEqual(all.items.map(({ dueAt }) => dueAt).toSorted());
    expect(all.items[0]).toMatchObject({ isLate: true, case: { customer: 'Elena Marchetti', owner: 'Giulia Serra', subject: 'Ordine 88213: manca il secondo collo' } });
    expect(all).toMatchObject({ open: all.items.length, late: all.items.filter(({ isLate }) => isLate).length });
    expect((await marco.call(requests.listRequests, { query: { mine: 'true' } })).items).toEqual([]);
    expect((await marco.call(requests.listRequests, { query: { which: 'late' } })).items).toHaveLength(all.late);
    const settled = (await marco.call(requests.listRequests, { query: { which: 'settled' } })).items;
    expect(settled.map(({ state }) => state)).toContain('withdrawn');
    const dario = await world.client('dario');
    const his = await dario.call(requests.listRequests, { query: {} });
    expect(new Set(his.items.map(({ department }) => department.name))).toEqual(new Set(['Magazzino']));
    expect(new Set(his.items.map((item) => item.case.customer))).toEqual(new Set([null]));
    expect((await dario.call(requests.listRequests, { query: { departmentId: world.departments.logistica } })).items).toEqual([]);
    expect(await dario.try(requests.readRequest, { params: { id: his.items[0]!.id } })).toMatchObject({ status: 403 });
    expect(await (await world.client('elena')).try(requests.listRequests, { query: {} })).toMatchObject({ status: 403 });
    expect(await world.visitor.try(requests.listRequests, { query: {} })).toMatchObject({ status: 401 });
  });

  test('turns its pages without losing or repeating one', async () => {
    const caseId = await world.openCase();
    const { db, clock } = world.app;
    const { id } = await world.ask(caseId, { question: 'Prima' });
    const row = await db.selectFrom('requests').where('id', '=', id).selectAll().executeTakeFirstOrThrow();
    const { number: _, ...copied } = row;
    const copies = Array.from({ length: 60 }, (_unused, place) => ({ ...copied, id: crypto.randomUUID(), question: `Domanda ${place}`, choices: '[]', fields: '[]' }));
    await db.insertInto('requests').values(copies).execute();
    const giulia = await world.client('giulia');
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await giulia.call(requests.listRequests, { query: { departmentId: world.departments.magazzino, ...(after === undefined ? {} : { after }) } });
      seen.push(...page.items.map((item) => item.id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    const { open } = await giulia.call(requests.listRequests, { query: { departmentId: world.departments.magazzino } });
    expect([seen.length, new Set(seen).size]).toEqual([open, open]);
    expect(clock.now()).toBeInstanceOf(Date);
  });
});
