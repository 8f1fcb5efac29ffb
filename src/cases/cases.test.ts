import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hour, minute, second } from '#base/clock.ts';
import { noticeRoutes } from '#notices/contract.ts';
import * as cases from '#cases/contract.ts';
import { elena, luca, startWorld, type World } from '#test/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const one = async () => world.app.db.selectFrom('cases').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirstOrThrow();
const byId = (id: string) => world.app.db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const seen = async (id: string): Promise<number> => {
  const row = await world.app.db.selectFrom('events').where('case_id', '=', id).select((eb) => eb.fn.max('id').as('last')).executeTakeFirstOrThrow();
  return Number(row.last);
};
const update = { act: 'updates' as const, text: 'Il secondo collo è a Lecco, lo stiamo recuperando.' };

describe('a mail opens a case', () => {
  it('with a claim clock, a next update and the customer known by address', async () => {
    await world.receives({ from: elena, subject: 'Re: Ordine 88213: manca il secondo collo', text: 'Buongiorno, ho ricevuto solo uno dei due colli.' });
    const found = await one();
    expect(found).toMatchObject({ subject: 'Ordine 88213: manca il secondo collo', status: 'new', owner_id: null, language: 'it', channel: 'email' });
    // One working hour, and four, from Tuesday 10:23.
    expect(found.claim_due_at).toEqual(new Date('2026-11-24T11:23:00+01:00'));
    expect(found.next_update_due_at).toEqual(new Date('2026-11-24T15:23:00+01:00'));
  });

  it('whose owner is whoever takes it first, and nobody else afterwards', async () => {
    const { id } = await one();
    const [giulia, marco] = [await world.as('giulia'), await world.as('marco')];
    const answers = await Promise.all([giulia.try(cases.takeCharge, { params: { id } }), marco.try(cases.takeCharge, { params: { id } })]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
    const owner = (await byId(id)).owner_id;
    expect([world.people.giulia.id, world.people.marco.id]).toContain(owner);
  });

  it('tells the leads when nobody claims it in time, once', async () => {
    await world.receives({ from: luca, subject: 'Rimborso', text: 'Il rimborso promesso martedì non è arrivato.' });
    await world.app.advance(2 * hour, { step: 15 * minute });
    const marta = await world.as('marta');
    const notices = (await marta.call(noticeRoutes.list)).filter((notice) => notice.kind === 'claim_late');
    expect(notices).toHaveLength(1);
  });
});

describe('a reply', () => {
  it('needs a date when it only says where we are, and says so in the language of the reader', async () => {
    const { id } = await one();
    const answer = await (await world.as('giulia')).try(cases.sendReply, { params: { id }, body: { ...update, seenEventId: await seen(id) } });
    expect(answer).toMatchObject({ status: 409, body: { code: 'next_update.needed', words: expect.stringContaining('dia una data') } });
  });

  it('can be taken back, and its words are in the draft again', async () => {
    const { id } = await one();
    const giulia = await world.as('giulia');
    const nextUpdateAt = '2026-11-25T12:00:00+01:00';
    const { pendingId } = await giulia.call(cases.sendReply, { params: { id }, body: { ...update, nextUpdateAt, seenEventId: await seen(id) } });
    expect(await giulia.call(cases.takeReplyBack, { params: { id: pendingId } })).toMatchObject({ text: update.text });
    await world.app.advance(minute);
    expect(await world.app.db.selectFrom('outbox').where('case_id', '=', id).selectAll().execute()).toHaveLength(0);
    expect(await world.app.db.selectFrom('drafts').where('case_id', '=', id).select('text').executeTakeFirst()).toEqual({ text: update.text });
  });

  it('leaves after the time to take it back, makes its writer the owner, and stands in the outbox with its recipient', async () => {
    const { id } = await one();
    const giulia = await world.as('giulia');
    const nextUpdateAt = '2026-11-25T12:00:00+01:00';
    const { pendingId } = await giulia.call(cases.sendReply, { params: { id }, body: { ...update, nextUpdateAt, seenEventId: await seen(id) } });
    await world.app.advance(11 * second);
    expect(await byId(id)).toMatchObject({ owner_id: world.people.giulia.id, status: 'open', next_update_due_at: new Date(nextUpdateAt) });
    const mail = await world.app.db.selectFrom('outbox').innerJoin('outbox_recipients', 'outbox_recipients.outbox_id', 'outbox.id').where('outbox.case_id', '=', id).select(['address', 'state', 'mail']).execute();
    expect(mail).toMatchObject([{ address: 'luca.ferri@posta.example', mail: { subject: 'Re: Rimborso', replyTo: expect.stringMatching(/^assistenza\+c\d+\./u) } }]);
    const late = await giulia.try(cases.takeReplyBack, { params: { id: pendingId } });
    expect(late).toMatchObject({ status: 409, body: { code: 'reply.too_late_to_take_back' } });
  });

  it('keeps the customer waiting when it only holds, and ends the wait when it asks', async () => {
    const { id, waiting_since: since } = await one();
    expect(since).not.toBeNull();
    await (await world.as('giulia')).call(cases.sendReply, { params: { id }, body: { act: 'asks', text: 'Ci manda una foto dello scontrino?', seenEventId: await seen(id) } });
    await world.app.advance(11 * second);
    expect(await byId(id)).toMatchObject({ status: 'waiting_customer', waiting_since: null });
  });

  it('stops when somebody else answered meanwhile, and gives its words back', async () => {
    const { id } = await one();
    const before = await seen(id);
    const body = { act: 'asks' as const, seenEventId: before };
    await (await world.as('marco')).call(cases.sendReply, { params: { id }, body: { ...body, text: 'Qual è il numero del conto?' } });
    await world.app.advance(11 * second);
    const answer = await (await world.as('giulia')).try(cases.sendReply, { params: { id }, body: { ...body, text: 'Qual è l’IBAN?' } });
    expect(answer).toMatchObject({ status: 409, body: { code: 'reply.answered_meanwhile', facts: { name: 'Marco Neri' } } });
  });

  it('does not race another that is about to leave', async () => {
    const { id } = await one();
    const seenEventId = await seen(id);
    const answers = await Promise.all(
      (['giulia', 'marco'] as const).map(async (who) => (await world.as(who)).try(cases.sendReply, { params: { id }, body: { act: 'asks', text: `Domanda di ${who}`, seenEventId } })),
    );
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
    await world.app.advance(11 * second);
  });
});

describe('handover', () => {
  it('changes the owner only when it is accepted', async () => {
    const { id } = await one();
    const [giulia, marco] = [await world.as('giulia'), await world.as('marco')];
    const { id: handoverId } = await giulia.call(cases.offerHandover, { params: { id }, body: { toId: world.people.marco.id, reason: 'Finisco il turno' } });
    expect((await byId(id)).owner_id).toBe(world.people.giulia.id);
    const { items } = await marco.call(cases.listHandovers);
    expect(items).toMatchObject([{ from: { name: 'Giulia Serra' }, reason: 'Finisco il turno', summary: expect.stringContaining('Luca Ferri ci ha scritto') }]);
    expect(await giulia.try(cases.acceptHandover, { params: { id: handoverId } })).toMatchObject({ status: 409, body: { code: 'handover.not_for_you' } });
    await marco.call(cases.acceptHandover, { params: { id: handoverId } });
    expect((await byId(id)).owner_id).toBe(world.people.marco.id);
  });
});

describe('notes', () => {
  it('call whoever is mentioned, and never reach the outbox', async () => {
    const { id } = await one();
    const mails = async () => (await world.app.db.selectFrom('outbox').select('id').execute()).length;
    const before = await mails();
    await (await world.as('marco')).call(cases.writeNote, { params: { id }, body: { text: '@Davide è il driver?', mentions: [world.people.davide.id] } });
    await world.app.advance(minute);
    expect(await mails()).toBe(before);
    expect(await (await world.as('davide')).call(noticeRoutes.list)).toMatchObject([{ kind: 'mentioned', facts: { person: 'Marco Neri' } }]);
  });
});

describe('merge and split', () => {
  it('moves everything, and undoing brings exactly that back', async () => {
    const first = await one();
    await world.receives({ from: luca, subject: 'Ancora sul rimborso', text: 'Nessuno mi risponde sul rimborso, aspetto da giorni.' });
    const second_ = await one();
    expect(second_.id).not.toBe(first.id);
    const giulia = await world.as('giulia');
    const messagesOf = async (id: string) => (await world.app.db.selectFrom('messages').where('case_id', '=', id).select('id').execute()).length;
    const counts = [await messagesOf(first.id), await messagesOf(second_.id)];
    const { mergeId } = await giulia.call(cases.mergeCase, { params: { id: second_.id }, body: { intoId: first.id } });
    expect([await messagesOf(first.id), await messagesOf(second_.id)]).toEqual([counts[0]! + counts[1]!, 0]);
    expect(await byId(second_.id)).toMatchObject({ status: 'closed', merged_into_id: first.id });
    expect(await byId(first.id)).toMatchObject({ waiting_since: second_.waiting_since });
    await giulia.call(cases.undoMerge, { params: { id: mergeId } });
    expect([await messagesOf(first.id), await messagesOf(second_.id)]).toEqual(counts);
    expect(await byId(second_.id)).toMatchObject({ status: 'new', merged_into_id: null, claim_due_at: second_.claim_due_at });
    expect(await giulia.try(cases.undoMerge, { params: { id: mergeId } })).toMatchObject({ status: 409, body: { code: 'merge.already_undone' } });
  });

  it('asks before it joins two customers', async () => {
    const lucas = await one();
    const elenas = await world.app.db.selectFrom('cases').innerJoin('customers', 'customers.id', 'cases.customer_id').where('customers.name', '=', 'Elena Marchetti').select('cases.id').executeTakeFirstOrThrow();
    const answer = await (await world.as('giulia')).try(cases.mergeCase, { params: { id: lucas.id }, body: { intoId: elenas.id } });
    expect(answer).toMatchObject({ status: 409, body: { code: 'merge.customers_differ', words: expect.stringContaining('Luca Ferri e Elena Marchetti') } });
  });

  it('splits what is another matter, with the same owner, and not the whole case', async () => {
    const rows = await world.app.db.selectFrom('messages').innerJoin('cases', 'cases.id', 'messages.case_id').where('cases.owner_id', '=', world.people.marco.id).where('cases.subject', '=', 'Rimborso').select(['messages.id', 'cases.id as caseId']).orderBy('messages.at').execute();
    const caseId = rows[0]!.caseId;
    const own = rows.filter((row) => row.caseId === caseId);
    const marco = await world.as('marco');
    const whole = await marco.try(cases.splitCase, { params: { id: caseId }, body: { messageIds: own.map((row) => row.id), subject: 'Altro' } });
    expect(whole).toMatchObject({ status: 409, body: { code: 'split.whole_case' } });
    const { newId, splitId } = await marco.call(cases.splitCase, { params: { id: caseId }, body: { messageIds: [own.at(-1)!.id], subject: 'Il cavo è corto' } });
    expect(await byId(newId)).toMatchObject({ owner_id: world.people.marco.id, subject: 'Il cavo è corto' });
    await marco.call(cases.undoSplit, { params: { id: splitId } });
    expect(await byId(newId)).toMatchObject({ merged_into_id: caseId });
  });
});

it('warns the owner an hour before the customer would hear nothing, and the leads when it happens', async () => {
  await world.receives({ from: 'Studio Bianchi <info@studiobianchi.example>', subject: 'Installazione', text: 'Quando viene il tecnico?' });
  const { id } = await one();
  const giulia = await world.as('giulia');
  await giulia.call(cases.takeCharge, { params: { id } });
  await world.app.advance(30 * hour, { step: hour });
  const kinds = (await giulia.call(noticeRoutes.list)).filter((notice) => notice.caseId === id).map((notice) => notice.kind);
  expect(kinds).toEqual(expect.arrayContaining(['next_update_near', 'next_update_missed']));
  const leads = (await (await world.as('marta')).call(noticeRoutes.list)).filter((notice) => notice.caseId === id);
  expect(leads.map((notice) => notice.kind)).toContain('next_update_missed');
});
