import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day, hour, minute } from '#base/clock.ts';
import type { Route } from '#base/contract.ts';
import { inWork, system } from '#base/work.ts';
import * as cases from '#cases/contract.ts';
import { issueLink } from '#cases/index.ts';
import { noticeRoutes } from '#notices/contract.ts';
import { clientOf } from '#test/client.ts';
import { startRequestsWorld, type RequestsWorld, type WaitingLetter } from '#test/requests-world.ts';
import * as requests from './contract.ts';
import { answerOnPage } from './actions/by-page.ts';
import { answerByMail, climbDue } from './index.ts';

let world: RequestsWorld;
beforeAll(async () => {
  // A Tuesday, 10:23.
  world = await startRequestsWorld();
});
afterAll(() => world.stop());

const read = async (id: string) => (await world.client('giulia')).call(requests.readRequest, { params: { id } });
const statusOf = async (caseId: string) => (await world.app.db.selectFrom('cases').where('id', '=', caseId).select('status').executeTakeFirstOrThrow()).status;
const calls = async (caseId: string) =>
  (await (await world.as('giulia')).call(noticeRoutes.list)).filter((notice) => notice.caseId === caseId && /^(?:department|request)_/u.test(notice.kind));
const drafts = (caseId: string) => world.app.db.selectFrom('prepared_replies').where('case_id', '=', caseId).orderBy('created_at').selectAll().execute();

interface AskedOnPage {
  readonly caseId: string;
  readonly id: string;
  readonly letter: WaitingLetter;
  readonly params: { readonly token: string };
}

const asked = async (): Promise<AskedOnPage> => {
  const caseId = await world.openCase();
  const { id } = await world.ask(caseId);
  const [letter] = await world.letters(id);
  return { caseId, id, letter: letter!, params: { token: letter!.token } };
};
const answer = { choice: 'Non ancora', promisedFor: '2026-11-27', text: 'Collo danneggiato in uscita, lo rifacciamo oggi.' };

describe('the page of a colleague without an account', () => {
  test('shows the question, why and by when, and nothing of the customer', async () => {
    const { params } = await asked();
    const page = await world.visitor.call(requests.readAnswering, { params });
    expect(page).toMatchObject({
      company: 'Casa Lumina', department: 'Magazzino', askedBy: 'Giulia Serra', askedByDepartment: 'Servizio clienti', youAre: 'Magazzino',
      dueAt: '2026-11-24T14:23:00.000Z', timeZone: 'Europe/Rome', language: 'it', state: 'waiting', isLate: false,
      choices: [{ label: 'È partito', asksDate: null }, { label: 'Non ancora', asksDate: 'Quando parte?' }], turns: [],
    });
    expect(JSON.stringify(page)).not.toMatch(/Marchetti|posta\.example/u);
  });

  test('a program that opens every link changes nothing; a person’s page says that they have seen it, once', async () => {
    const { params, id, caseId } = await asked();
    for (let scan = 0; scan < 3; scan += 1) await world.visitor.call(requests.readAnswering, { params });
    expect((await world.http.inject({ method: 'HEAD', url: `/api/answering/${params.token}` })).statusCode).toBe(200);
    expect(await read(id)).toMatchObject({ state: 'waiting', seenAt: null, turns: [] });
    await Promise.all([1, 2].map(() => world.visitor.call(requests.markSeen, { params })));
    expect(await read(id)).toMatchObject({ state: 'seen', seenBy: 'Magazzino' });
    expect((await world.events(caseId)).filter((kind) => kind === 'request.seen')).toHaveLength(1);
  });

  test('an answer stands in the case, calls the owner, and lays a draft ready; it goes to nobody by itself', async () => {
    const { params, id, caseId } = await asked();
    const page = await world.visitor.call(requests.sendAnswer, { params, body: answer });
    expect(page).toMatchObject({ state: 'answered', turns: [{ kind: 'answer', by: 'Magazzino', ...answer }] });
    expect(page.thisWeek.of).toBeGreaterThan(0);
    expect(page.thisWeek.inTime).toBe(page.thisWeek.of);
    expect(await read(id)).toMatchObject({ state: 'answered', isLate: false, nextClimb: null, turns: [{ via: 'page' }] });
    expect(await statusOf(caseId)).toBe('open');
    expect(await calls(caseId)).toMatchObject([{ kind: 'department_answered', facts: { department: 'Magazzino', customer: 'Elena Marchetti' } }]);
    const [draft, ...more] = await drafts(caseId);
    expect(more).toEqual([]);
    expect(draft).toMatchObject({ reason: 'answer', request_id: id });
    expect(draft?.text).toContain('I colleghi di Magazzino mi hanno risposto: «Non ancora». La data che mi hanno dato è venerdì 27 novembre.');
    expect(draft?.text).not.toContain('danneggiato');
    const sent = await world.app.db.selectFrom('outbox').where('case_id', '=', caseId).where('purpose', '=', 'reply').select('id').execute();
    expect(sent).toEqual([]);
    expect((await world.events(caseId)).filter((kind) => /^request|prepared/u.test(kind))).toEqual(['request.sent', 'request.seen', 'request.answered', 'case.prepared_reply_written']);
  });

  test('tapped twice, also at the same instant, it counts once; other words are added and the owner is called again', async () => {
    const { params, id, caseId } = await asked();
    const answers = await Promise.all([1, 2, 3].map(() => world.visitor.try(requests.sendAnswer, { params, body: answer })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    await world.visitor.call(requests.sendAnswer, { params, body: answer });
    expect((await read(id)).turns).toHaveLength(1);
    expect(await drafts(caseId)).toHaveLength(1);
    await world.visitor.call(requests.sendAnswer, { params, body: { choice: 'È partito', text: 'È partito prima.' } });
    expect(await read(id)).toMatchObject({ state: 'answered', turns: [{ choice: 'Non ancora' }, { choice: 'È partito' }] });
    expect(await calls(caseId)).toHaveLength(2);
    const last = await world.app.db.selectFrom('events').where('case_id', '=', caseId).where('kind', '=', 'request.answered').orderBy('id', 'desc').select('data').executeTakeFirstOrThrow();
    expect(last.data).toMatchObject({ isAddition: true, department: { name: 'Magazzino' } });
  });

  test('what is no answer is refused in words', async () => {
    const { params, id } = await asked();
    const refused = async (body: object) => (await world.visitor.try(requests.sendAnswer, { params, body })).body;
    expect(await refused({ choice: 'Non ancora' })).toMatchObject({ code: 'answer.date_needed', words: expect.stringContaining('Quando parte?') });
    expect(await refused({ choice: 'Forse' })).toMatchObject({ code: 'answer.not_a_choice' });
    expect(await refused({ promisedFor: '2026-11-23' })).toMatchObject({ code: 'answer.date_past' });
    expect(await refused({})).toMatchObject({ code: 'bad_input', fields: [{ field: 'text', words: 'Scegli una risposta, o scrivila.' }] });
    expect(await refused({ text: '   ' })).toMatchObject({ code: 'bad_input' });
    expect(await read(id)).toMatchObject({ state: 'waiting', turns: [] });
  });

  test('“not ours” needs the reason and whose it is, and hands the choice back', async () => {
    const { params, id, caseId } = await asked();
    expect(await world.visitor.try(requests.sayNotOurs, { params, body: { text: 'Non è nostro.', whoseIsIt: ' ' } })).toMatchObject({ status: 400 });
    await world.visitor.call(requests.sayNotOurs, { params, body: { text: 'È già in mano al corriere.', whoseIsIt: 'Logistica, Ilaria Fontana' } });
    expect(await read(id)).toMatchObject({ state: 'refused', turns: [{ kind: 'not_ours', whoseIsIt: 'Logistica, Ilaria Fontana' }] });
    expect(await statusOf(caseId)).toBe('open');
    expect(await calls(caseId)).toMatchObject([{ kind: 'department_refused', facts: { reason: 'È già in mano al corriere. → Logistica, Ilaria Fontana' } }]);
    await world.visitor.call(requests.sendAnswer, { params, body: { text: 'Trovato: era qui, parte oggi.' } });
    expect(await read(id)).toMatchObject({ state: 'answered' });
    expect(await world.visitor.try(requests.sayNotOurs, { params, body: { text: 'No.', whoseIsIt: 'Logistica' } })).toMatchObject({ status: 409, body: { code: 'request.answered_already' } });
  });
});

describe('a question back', () => {
  test('stops the clock and the climb; our reply moves both by the working time that it was open', async () => {
    world.app.clock.set('2026-11-25T09:00:00+01:00');
    const { params, id, caseId } = await asked();
    world.app.clock.set('2026-11-25T11:00:00+01:00');
    await world.visitor.call(requests.askBack, { params, body: { text: 'Qual è il codice del collo?' } });
    expect(await read(id)).toMatchObject({ state: 'questioned', nextClimb: null });
    expect(await calls(caseId)).toMatchObject([{ kind: 'department_asked_back', facts: { what: 'Qual è il codice del collo?' } }]);
    expect(await statusOf(caseId)).toBe('waiting_department');
    world.app.clock.set('2026-11-26T09:30:00+01:00');
    await climbDue(world.services);
    expect((await read(id)).climbs).toEqual([]);
    const giulia = await world.client('giulia');
    const replied = await giulia.call(requests.replyToDepartment, { params: { id }, body: { text: 'LU3-88213-2' } });
    // Two of its four hours were left on Wednesday at 11:00; two are left on Thursday at 9:30.
    expect(replied).toMatchObject({ state: 'seen', dueAt: '2026-11-26T10:30:00.000Z', nextClimb: { step: 'reminder', at: '2026-11-26T09:30:00.000Z' } });
    await giulia.call(requests.replyToDepartment, { params: { id }, body: { text: 'LU3-88213-2' } });
    const letters = await world.letters(id);
    expect(letters).toHaveLength(2);
    expect(letters[1]?.subject).toBe('Giulia ti ha risposto: Il collo 2 dell’ordine 88213 è partito? Se no, quando?');
    expect(letters[1]?.text).toMatch(/^LU3-88213-2\n\nOra la risposta serve entro oggi alle 11:30/u);
    expect(await calls(caseId)).toEqual([]);
    world.app.clock.set('2026-11-26T11:30:00+01:00');
    await world.visitor.call(requests.sendAnswer, { params: { token: letters[1]!.token }, body: { choice: 'È partito' } });
    expect(await read(id)).toMatchObject({ state: 'answered', isLate: false });
    expect(await giulia.try(requests.replyToDepartment, { params: { id }, body: { text: 'Grazie' } })).toMatchObject({ status: 409, body: { code: 'request.settled' } });
  });

  test('an answer ends it as well, judged by the time that the department had', async () => {
    world.app.clock.set('2026-11-25T09:00:00+01:00');
    const { params, id } = await asked();
    world.app.clock.set('2026-11-25T11:00:00+01:00');
    await world.visitor.call(requests.askBack, { params, body: { text: 'Quale collo?' } });
    world.app.clock.set('2026-11-26T09:30:00+01:00');
    await world.visitor.call(requests.sendAnswer, { params, body: { choice: 'È partito' } });
    expect(await read(id)).toMatchObject({ state: 'answered', isLate: false, dueAt: '2026-11-26T10:30:00.000Z' });
  });
});

describe('by mail', () => {
  const from = 'Dario Conti <magazzino@casalumina.example>';
  const lastFiled = () => world.app.db.selectFrom('raw_mails').where('outcome', 'is not', null).orderBy('received_at', 'desc').select(['outcome', 'case_id']).executeTakeFirstOrThrow();

  test('a reply to the request’s own address is the answer', async () => {
    world.app.clock.set('2026-11-26T10:00:00+01:00');
    const { id, caseId, letter } = await asked();
    await world.answersByMail({ from, to: letter.replyTo, subject: `Re: ${letter.subject}`, text: 'Ciao Giulia,\nnon ancora, parte domani mattina con il corriere.\n\nDario' });
    expect(await read(id)).toMatchObject({ state: 'answered', seenBy: 'Dario Conti', turns: [{ kind: 'answer', via: 'email', by: 'Dario Conti', text: expect.stringContaining('parte domani mattina') }] });
    expect(await lastFiled()).toMatchObject({ outcome: 'department_answer', case_id: caseId });
    const [draft] = await drafts(caseId);
    expect(draft?.text).toContain('[DA RISCRIVERE: ');
    const toCustomer = await world.app.db.selectFrom('messages').where('case_id', '=', caseId).select('id').execute();
    expect(toCustomer).toEqual([]);
  });

  test('a mail that only asks stops the clock; the one that answers then ends it', async () => {
    world.app.clock.set('2026-11-26T10:00:00+01:00');
    const { id, letter } = await asked();
    await world.answersByMail({ from, to: letter.replyTo, text: 'Ciao, mi mandi il codice del collo?\nGrazie\nDario' });
    expect(await read(id)).toMatchObject({ state: 'questioned' });
    await world.answersByMail({ from, to: letter.replyTo, text: 'È partito' });
    expect(await read(id)).toMatchObject({ state: 'answered', turns: [{ kind: 'question_back' }, { kind: 'answer', choice: 'È partito' }] });
  });

  test('a colleague of theirs may answer; a stranger who got hold of the address is left to a person', async () => {
    world.app.clock.set('2026-11-26T10:00:00+01:00');
    const { id, letter } = await asked();
    await world.answersByMail({ from: 'Mario Bianchi <mario.bianchi@altrove.example>', to: letter.replyTo, text: 'È partito' });
    expect(await read(id)).toMatchObject({ state: 'waiting', turns: [] });
    const quarantined = await world.app.db.selectFrom('raw_mails').where('state', '=', 'quarantined').select('reason').execute();
    expect(quarantined.map(({ reason }) => reason)).toEqual([expect.stringContaining('request_not_for_sender')]);
    await world.answersByMail({ from: 'Beppe <beppe@casalumina.example>', to: letter.replyTo, text: 'È partito ieri sera, arriva venerdì.' });
    expect(await read(id)).toMatchObject({ state: 'answered', turns: [{ by: 'Beppe' }] });
  });

  test('the same mail handed over twice is one answer; after a withdrawal it is noted and the owner is called', async () => {
    world.app.clock.set('2026-11-26T10:00:00+01:00');
    const { id, caseId, letter } = await asked();
    await world.answersByMail({ from, to: letter.replyTo, text: 'Ci guardo e vi dico entro oggi.' });
    const { raw_mail_id: rawMailId } = await world.app.db.selectFrom('request_turns').where('request_id', '=', id).select('raw_mail_id').executeTakeFirstOrThrow();
    const mail = { requestId: id, from: { address: 'magazzino@casalumina.example', name: '' }, text: 'Altro', folded: '', files: [], at: world.app.clock.now(), rawMailId: rawMailId! };
    expect(await inWork(world.services, system, (work) => answerByMail(work, mail))).toEqual({ became: 'noted', caseId });
    expect((await read(id)).turns).toHaveLength(1);
    const other = await asked();
    await (await world.client('giulia')).call(requests.withdrawRequest, { params: { id: other.id }, body: { reason: 'Non serve.' } });
    await world.answersByMail({ from, to: other.letter.replyTo, text: 'Eccolo, è partito stamattina.' });
    expect(await read(other.id)).toMatchObject({ state: 'withdrawn', turns: [{ kind: 'answer' }] });
    expect(await calls(other.caseId)).toMatchObject([{ kind: 'department_answered' }]);
    expect(await drafts(other.caseId)).toEqual([]);
  });

  test('a photograph of the damage is kept with the answer, and read only by who works on cases', async () => {
    const { id, letter } = await asked();
    const sha256 = await world.services.files.put(Buffer.from('una foto'));
    const files = [{ sha256, name: 'collo.jpg', type: 'image/jpeg', size: 8, contentId: null, isInline: false }];
    const mail = { requestId: id, from: { address: letter.address, name: '' }, text: '', folded: '', files, at: world.app.clock.now(), rawMailId: crypto.randomUUID() };
    expect(await inWork(world.services, system, (work) => answerByMail(work, mail))).toMatchObject({ became: 'answered' });
    const [turn] = (await read(id)).turns;
    expect(turn).toMatchObject({ by: 'Magazzino', text: '(un allegato)', files: [{ name: 'collo.jpg', size: 8 }] });
    const file = { params: { id: turn!.files[0]!.id } };
    expect(await (await world.client('giulia')).try(requests.readRequestFile, file)).toMatchObject({ status: 200, body: 'una foto', headers: { 'content-type': 'application/octet-stream' } });
    expect(await (await world.client('dario')).try(requests.readRequestFile, file)).toMatchObject({ status: 403 });
  });
});

describe('a link', () => {
  const everyPageRoute = [
    [requests.readAnswering, undefined],
    [requests.markSeen, undefined],
    [requests.sendAnswer, { text: 'È partito.' }],
    [requests.askBack, { text: 'Quale?' }],
    [requests.sayNotOurs, { text: 'No.', whoseIsIt: 'Logistica' }],
  ] as const;
  const tryAll = async (token: string) => {
    const answers = [];
    for (const [route, body] of everyPageRoute) {
      const { status, body: said } = await world.visitor.try(route as unknown as Route<{ params: { token: string }; body?: object }>, { params: { token }, ...(body === undefined ? {} : { body }) });
      answers.push({ status, ...(said as object), id: '' });
    }
    return answers;
  };
  const nothing = { status: 404, code: 'not_found', words: 'Non c’è, oppure non è per lei.', id: '' };

  test('that is wrong, altered, expired, revoked or another purpose’s opens nothing, with one answer', async () => {
    world.app.clock.set('2026-12-01T10:00:00+01:00');
    const { params, id, caseId } = await asked();
    const customer = await world.app.db.selectFrom('cases').where('id', '=', caseId).select('customer_id').executeTakeFirstOrThrow();
    const customersToken = await inWork(world.services, system, (work) => issueLink(work, caseId, customer.customer_id));
    const altered = `${params.token.slice(0, -1)}${params.token.endsWith('A') ? 'B' : 'A'}`;
    const { token_hash: hash } = await world.app.db.selectFrom('request_links').where('request_id', '=', id).select('token_hash').executeTakeFirstOrThrow();
    for (const token of ['x', altered, hash, customersToken, id]) expect(await tryAll(token)).toEqual(everyPageRoute.map(() => nothing));
    world.app.clock.advance(60 * day);
    expect(await tryAll(params.token)).toEqual(everyPageRoute.map(() => nothing));
    expect(await read(id)).toMatchObject({ turns: [], seenAt: null });
  });

  test('opens nothing but its own page: not a member’s route, not another request', async () => {
    world.app.clock.set('2026-12-02T10:00:00+01:00');
    const { params, id, caseId } = await asked();
    const asBearer = clientOf(world.http, { authorization: `Bearer ${params.token}`, cookie: `presa_session=${params.token}` }, 'it');
    for (const route of [requests.readRequest, requests.remindDepartment]) expect(await asBearer.try(route, { params: { id } })).toMatchObject({ status: 401 });
    expect(await asBearer.try(requests.requestsOfCase, { params: { id: caseId } })).toMatchObject({ status: 401 });
    expect(await world.http.inject({ method: 'GET', url: `/api/customer-page/${params.token}` })).toMatchObject({ statusCode: 404 });
  });

  test('lives on for a fortnight after the answer, for what is added; its token is nowhere in the database', async () => {
    world.app.clock.set('2026-12-02T10:00:00+01:00');
    const { params, id } = await asked();
    await world.visitor.call(requests.sendAnswer, { params, body: { choice: 'È partito' } });
    world.app.clock.advance(14 * day - minute);
    expect(await world.visitor.try(requests.readAnswering, { params })).toMatchObject({ status: 200 });
    world.app.clock.advance(minute);
    expect(await tryAll(params.token)).toEqual(everyPageRoute.map(() => nothing));
    const links = await world.app.db.selectFrom('request_links').where('request_id', '=', id).selectAll().execute();
    const events = await world.app.db.selectFrom('events').select('data').execute();
    expect(JSON.stringify([links, events])).not.toContain(params.token);
  });

  test('a flood of words through it ends', async () => {
    world.app.clock.set('2026-12-03T10:00:00+01:00');
    const { params, id } = await asked();
    const status: number[] = [];
    for (let word = 0; word < 62; word += 1) status.push((await world.visitor.try(requests.askBack, { params, body: { text: `Domanda ${word}` } })).status);
    expect([status.filter((one) => one === 200).length, status.at(-1)]).toEqual([60, 409]);
    expect((await read(id)).turns).toHaveLength(60);
  });
});

test('a kill between what is written and the commit leaves nothing: no answer without its draft and its call', async () => {
  world.app.clock.set('2026-12-04T10:00:00+01:00');
  const { params, id, caseId } = await asked();
  const broken = { ...world.services, wiring: new Map([...world.services.wiring, ['case.prepared_reply_written', [() => Promise.reject(new Error('killed'))]]]) };
  await expect(answerOnPage(broken, params.token, { choice: 'È partito', promisedFor: null, text: null })).rejects.toThrow('killed');
  expect(await read(id)).toMatchObject({ state: 'waiting', turns: [] });
  expect([await calls(caseId), await drafts(caseId)]).toEqual([[], []]);
  await answerOnPage(world.services, params.token, { choice: 'È partito', promisedFor: null, text: null });
  expect(await read(id)).toMatchObject({ state: 'answered' });
  expect(await calls(caseId)).toHaveLength(1);
  expect(await drafts(caseId)).toHaveLength(1);
});

test('once the customer has been answered, that the department did calls for nobody any more', async () => {
  world.app.clock.set('2026-12-09T09:00:00+01:00');
  const { params, caseId } = await asked();
  await world.visitor.call(requests.sendAnswer, { params, body: { choice: 'È partito' } });
  expect(await calls(caseId)).toHaveLength(1);
  world.app.clock.advance(hour);
  const data = { messageId: null, act: 'updates', hasSubstance: true, commitments: { makes: [], keeps: [], moves: [] }, nextUpdateAt: null, preparedId: null, isAutomatic: false };
  await inWork(world.services, system, async (work) => {
    work.emit({ kind: cases.caseEvents['case.replied'].kind, caseId, data });
  });
  expect(await calls(caseId)).toEqual([]);
});
