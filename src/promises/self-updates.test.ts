import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { minute, second } from '#base/clock.ts';
import * as cases from '#cases/contract.ts';
import { openCase } from '#desk/contract.ts';
import { newId } from '#base/ids.ts';
import { noticeRoutes } from '#notices/contract.ts';

import { startWorld, type World } from '#test/world.ts';
import { sendUpdatesByThemselves } from './actions/send-itself.ts';
import { countUpdates } from './contract.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

let customers = 0;

/** A case that Giulia owns and answered with a date, set to keep its customer informed. */
const waitingCase = async ({ text = 'Buongiorno, quando arriva il secondo collo?', words = 'Buongiorno, le scrivo entro le 17 di oggi.' } = {}): Promise<string> => {
  world.app.clock.set('2026-11-26T10:00:00+01:00');
  customers += 1;
  await world.receives({ from: `Cliente ${customers} <informato${customers}@posta.example>`, subject: `Ordine ${customers}`, text });
  const { id } = await world.app.db.selectFrom('cases').select('id').orderBy('number', 'desc').limit(1).executeTakeFirstOrThrow();
  const giulia = await world.as('giulia');
  await giulia.call(cases.takeCharge, { params: { id } });
  await giulia.call(cases.sendReply, { params: { id }, body: { act: 'updates', text: words, nextUpdateAt: '2026-11-26T17:00:00+01:00', seenEventId: 1_000_000 } });
  await world.app.advance(11 * second);
  await giulia.call(cases.setSelfUpdates, { params: { id }, body: { on: true } });
  return id;
};

const sent = (id: string) =>
  world.app.db.selectFrom('messages').where('case_id', '=', id).where('sent_by_itself', '=', true).orderBy('at').select(['text', 'author_name', 'act', 'is_automatic']).execute();
const at = async (time: string): Promise<void> => {
  world.app.clock.set(time);
  await world.app.sweep();
};

describe('an update that leaves by itself', () => {
  it('leaves ten minutes before the customer was to hear, says so, and sets the next date', async () => {
    const id = await waitingCase();
    await at('2026-11-26T16:49:00+01:00');
    expect(await sent(id)).toEqual([]);
    await at('2026-11-26T16:51:00+01:00');
    const [update, ...more] = await sent(id);
    expect(more).toEqual([]);
    expect(update).toMatchObject({ author_name: 'Giulia Serra', act: 'updates', is_automatic: false });
    expect(update?.text).toMatch(/^Gentile Cliente \d+,/u);
    expect(update?.text).toContain('Questo messaggio è partito da sé all’ora che le avevamo detto');
    const opened = await (await world.as('giulia')).call(openCase, { params: { id } });
    expect(opened).toMatchObject({ tellsByItself: true, preparedReplies: [], messages: [{}, { isByItself: false }, { isByItself: true }] });
    expect(new Date(opened.case.nextUpdateDueAt ?? 0).getTime()).toBeGreaterThan(new Date('2026-11-27T09:00:00+01:00').getTime());
    const { mail } = await world.app.db.selectFrom('outbox').where('case_id', '=', id).orderBy('created_at', 'desc').select('mail').executeTakeFirstOrThrow();
    expect(mail).toMatchObject({ automatic: 'auto-generated' });
    const notices = await (await world.as('giulia')).call(noticeRoutes.list);
    expect(notices.filter((notice) => notice.caseId === id && notice.kind === 'next_update_missed')).toEqual([]);
  });

  it('speaks to the customer as we did before', async () => {
    const id = await waitingCase({ words: 'Ciao, ti scrivo entro le 17 di oggi.' });
    await at('2026-11-26T16:55:00+01:00');
    expect((await sent(id))[0]?.text).toMatch(/^Ciao Cliente,.*all’ora che ti avevamo detto/su);
  });

  it('leaves twice in a row and then calls for a person, whose words begin the count anew', async () => {
    const id = await waitingCase();
    const dueAt = async (): Promise<Date> => (await world.app.db.selectFrom('cases').where('id', '=', id).select('next_update_due_at').executeTakeFirstOrThrow()).next_update_due_at!;
    for (let round = 0; round < 4; round += 1) await at(new Date((await dueAt()).getTime() - 5 * minute).toISOString());
    expect(await sent(id)).toHaveLength(2);
    expect(new Set((await sent(id)).map(({ text }) => text)).size).toBe(2);
    await at(new Date((await dueAt()).getTime() + minute).toISOString());
    expect(await sent(id)).toHaveLength(2);
    const kinds = (await (await world.as('giulia')).call(noticeRoutes.list)).filter((notice) => notice.caseId === id).map(({ kind }) => kind);
    expect(kinds).toContain('next_update_missed');
  });

  it('stays silent where a draft is being written, until the due instant', async () => {
    const id = await waitingCase();
    world.app.clock.set('2026-11-26T16:50:00+01:00');
    await (await world.as('giulia')).call(cases.saveDraft, { params: { id, kind: 'reply' }, body: { text: 'Buonasera, il collo', seenEventId: 1 } });
    await at('2026-11-26T16:55:00+01:00');
    expect(await sent(id)).toEqual([]);
    await at('2026-11-26T17:00:00+01:00');
    expect(await sent(id)).toHaveLength(1);
  });

  it('leaves although others that wait for a person stand before it', async () => {
    const [stuck, other] = [await waitingCase(), await waitingCase()];
    await world.app.db.insertInto('prepared_replies').values({ id: newId(world.app.clock.now()), case_id: stuck, reason: 'answer', text: 'Il collo parte domani.', created_at: world.app.clock.now() }).execute();
    await world.app.db.updateTable('cases').set({ next_update_due_at: new Date('2026-11-26T16:59:00+01:00') }).where('id', '=', stuck).execute();
    world.app.clock.set('2026-11-26T16:55:00+01:00');
    await sendUpdatesByThemselves(world.app.services, 1);
    expect([await sent(stuck), (await sent(other)).length]).toEqual([[], 1]);
  });

  it('can be switched off again, and on only where somebody owns an open case', async () => {
    const id = await waitingCase();
    const giulia = await world.as('giulia');
    await giulia.call(cases.setSelfUpdates, { params: { id }, body: { on: false } });
    await at('2026-11-26T17:30:00+01:00');
    expect(await sent(id)).toEqual([]);
    await giulia.call(cases.resolveCase, { params: { id }, body: { reason: 'Detto al telefono' } });
    expect(await giulia.try(cases.setSelfUpdates, { params: { id }, body: { on: true } })).toMatchObject({ status: 409, body: { code: 'case.is_resolved' } });
  });
});

describe('updates after which the customer asks all the same', () => {
  const between = { from: '2026-11-26T00:00:00+01:00', to: '2026-11-27T00:00:00+01:00' };

  it('are counted against the last word before the contact, within 72 hours, thanks left out', async () => {
    const giulia = await world.as('giulia');
    const before = await giulia.call(countUpdates, { query: between });
    await waitingCase();
    const asking = customers;
    await waitingCase();
    const thanks = customers;
    await waitingCase();
    await at('2026-11-26T16:55:00+01:00');
    const signed = async (customer: number) =>
      (await world.app.db.selectFrom('outbox').innerJoin('outbox_recipients', 'outbox_recipients.outbox_id', 'outbox.id').where('address', '=', `informato${customer}@posta.example`).orderBy('created_at', 'desc').select('mail').executeTakeFirstOrThrow()).mail as { replyTo: string };
    world.app.clock.set('2026-11-27T09:00:00+01:00');
    await world.receives({ from: `Cliente <informato${asking}@posta.example>`, to: (await signed(asking)).replyTo, subject: 'Re: Ordine', text: 'Ma allora, quando arriva? Non ho capito.' });
    await world.receives({ from: `Cliente <informato${thanks}@posta.example>`, to: (await signed(thanks)).replyTo, subject: 'Re: Ordine', text: 'Grazie mille!' });
    const after = await giulia.call(countUpdates, { query: between });
    // Of the three updates by hand none was the last word: the ones that left by themselves came after them.
    expect({ sent: after.byHand.sent - before.byHand.sent, recontacted: after.byHand.recontacted - before.byHand.recontacted }).toEqual({ sent: 3, recontacted: 0 });
    expect({ sent: after.byItself.sent - before.byItself.sent, recontacted: after.byItself.recontacted - before.byItself.recontacted }).toEqual({ sent: 3, recontacted: 1 });
    world.app.clock.set('2026-11-30T09:00:00+01:00');
    expect((await giulia.call(countUpdates, { query: between })).byItself).toMatchObject({ undecided: 0 });
  });
});
