import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day, plus } from '#base/clock.ts';
import { newId } from '#base/ids.ts';
import { planAbsence } from '#people/actions/absences.ts';
import { departMember } from '#people/actions/members.ts';
import type { Client } from '#test/client.ts';
import { addressOf, startPeopleApp, type PeopleApp } from '#test/people-app.ts';
import { noticeKinds, noticeRoutes } from './contract.ts';
import { doneFor, notify, type Notice } from './index.ts';
import { sayNotice } from './texts.ts';

let app: PeopleApp;
let giulia: string;
let marco: string;
let screens: Record<'giulia' | 'marco', Client>;

beforeAll(async () => {
  app = await startPeopleApp();
  giulia = await app.add({ name: 'Giulia Serra' });
  marco = await app.add({ name: 'Marco Neri' });
  await app.add({ name: 'Paolo Greco', roles: ['admin'] });
  screens = { giulia: await app.enter(addressOf('Giulia Serra')), marco: await app.enter(addressOf('Marco Neri')) };
}, 60_000);
afterAll(() => app.stop());

const wrote = (more: Partial<Notice> = {}): Notice =>
  ({ memberId: giulia, kind: 'customer_wrote', caseId: newId(app.clock.now()), facts: { customer: 'Elena Marchetti' }, ...more });
const call = (notice: Notice) => app.act((work) => notify(work, notice));
const waiting = async (who: 'giulia' | 'marco', caseId: string | null) =>
  (await screens[who].call(noticeRoutes.list)).filter((notice) => notice.caseId === caseId);

describe('a notice', () => {
  it('is not doubled while it waits, also when two things happen at once, and comes again once it is done', async () => {
    const notice = wrote();
    await Promise.all([call(notice), call(notice), call(notice)]);
    const [first, ...more] = await waiting('giulia', notice.caseId);
    expect(more).toEqual([]);
    await screens.giulia.call(noticeRoutes.done, { params: { id: first!.id } });
    expect(await waiting('giulia', notice.caseId)).toEqual([]);
    await call(notice);
    expect(await waiting('giulia', notice.caseId)).toHaveLength(1);
  });

  it('stands beside another of its kind about something else', async () => {
    const one = wrote({ kind: 'promise_near', facts: { key: 'prima' } });
    await call(one);
    await call({ ...one, facts: { key: 'seconda' } });
    await call({ ...one, facts: { key: 'prima' } });
    expect(await waiting('giulia', one.caseId)).toHaveLength(2);
    await app.act((work) => doneFor(work, { caseId: one.caseId!, kinds: ['promise_near'], key: 'prima' }));
    expect((await waiting('giulia', one.caseId)).map(({ facts }) => facts.key)).toEqual(['seconda']);
  });

  it('is finished by the one it calls alone', async () => {
    const notice = wrote();
    await call(notice);
    const [own] = await waiting('giulia', notice.caseId);
    expect((await screens.marco.try(noticeRoutes.done, { params: { id: own!.id } })).status).toBe(404);
    expect(await waiting('giulia', notice.caseId)).toHaveLength(1);
  });

  it('tells the screens of whoever it calls', async () => {
    const told: string[] = [];
    await app.act((work) => notify({ ...work, tell: (topic) => void told.push(topic) }, wrote()));
    expect(told).toEqual([`member:${giulia}`]);
  });

  it('reaches the deputy too while somebody is away, and both are settled together', async () => {
    const now = app.clock.now();
    await app.act((work) => planAbsence(work, { memberId: giulia, roles: ['agent'] }, {
      from: now.toISOString(), until: plus(now, day).toISOString(), deputyId: marco,
    }));
    const notice = wrote();
    await call(notice);
    expect(await waiting('giulia', notice.caseId)).toHaveLength(1);
    expect((await waiting('marco', notice.caseId))[0]?.facts).toEqual({ customer: 'Elena Marchetti', insteadOf: 'Giulia Serra' });
    await app.act((work) => doneFor(work, { caseId: notice.caseId!, kinds: ['customer_wrote'] }));
    expect([...(await waiting('giulia', notice.caseId)), ...(await waiting('marco', notice.caseId))]).toEqual([]);
  });

  it('of somebody who left is nobody’s but the deputy’s', async () => {
    const davide = await app.add({ name: 'Davide Moro', deputyId: marco });
    await app.act((work) => departMember(work, davide));
    const notice = wrote({ memberId: davide });
    await call(notice);
    const rows = await app.services.db.selectFrom('notices').select('member_id').where('case_id', '=', notice.caseId).execute();
    expect(rows).toEqual([{ member_id: marco }]);
  });
});

describe('its words', () => {
  const say = (language: 'it' | 'en') => ({ language, timeZone: 'Europe/Rome', now: new Date('2026-09-14T06:00:00Z') });

  it('say what happened and what to do', () => {
    const notice = { kind: 'promise_near' as const, facts: { customer: 'Luca Ferri', dueAt: '2026-09-14T13:00:00Z', what: 'rimborso' } };
    expect(sayNotice(notice, say('it'))).toEqual({
      what: 'La promessa a Luca Ferri scade oggi alle 15:00: «rimborso».', next: 'Mantienila, o scrivi adesso al cliente una data nuova.',
    });
    expect(sayNotice(notice, say('en')).what).toBe('The promise to Luca Ferri falls due today at 15:00: “rimborso”.');
    expect(sayNotice({ ...notice, facts: { ...notice.facts, insteadOf: 'Giulia Serra' } }, say('it')).what).toMatch(/^Sostituisci Giulia Serra\. La promessa/u);
  });

  it('say what helps where a mail did not arrive', () => {
    const came = { kind: 'delivery_failed' as const, facts: { address: 'luca@posta.example', why: 'box_full' } };
    expect(sayNotice(came, say('it')).next).toBe('La sua casella è piena: telefona, oppure riprova tra qualche giorno. Il cliente non sa ancora niente.');
    expect(sayNotice({ ...came, facts: { ...came.facts, why: 'other' } }, say('en')).next).toBe('Check the address, or call. The customer knows nothing yet.');
  });

  it('tell a mail to a department that came back from one to a customer', () => {
    const came = { kind: 'delivery_failed' as const, facts: { address: 'vendite@casalumina.example', reason: '5.1.1' } };
    expect(sayNotice(came, say('it')).what).toBe('Il messaggio per un cliente (vendite@casalumina.example) non è stato consegnato: «5.1.1».');
    expect(sayNotice({ ...came, facts: { ...came.facts, department: came.facts.address } }, say('it'))).toEqual({
      what: 'La nostra e-mail a vendite@casalumina.example non è stata consegnata: «5.1.1».', next: 'Controlla l’indirizzo, oppure senti il reparto: non sa ancora niente.',
    });
  });

  it.each(noticeKinds.options)('are complete for %s, also without any fact', (kind) => {
    for (const language of ['it', 'en'] as const) {
      const { what, next } = sayNotice({ kind, facts: {} }, say(language));
      expect(what).toMatch(/^\p{Lu}.+\.$/u);
      expect(next).toMatch(/^\p{Lu}.+\.$/u);
      expect(what + next).not.toMatch(/undefined|null|NaN/u);
    }
  });
});
