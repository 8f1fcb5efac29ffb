import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day, hour, plus } from '#base/clock.ts';
import { addressOf, cookieOf, startPeopleApp, type PeopleApp } from '#test/people-app.ts';
import type { Client } from '#test/client.ts';
import { absenceRoutes, acceptanceRoutes, departmentRoutes, invitationRoutes, memberRoutes, sessionRoutes } from './contract.ts';
import { deputyFor, directors, headOf, membersByIds, serviceDepartment } from './index.ts';

let app: PeopleApp;
let marta: Client;
let paolo: Client;
let ids: Record<'giulia' | 'marco' | 'chiara' | 'marta' | 'paolo', string>;
const agent = { roles: ['agent' as const], level: 1 };

beforeAll(async () => {
  app = await startPeopleApp();
  ids = {
    giulia: await app.add({ name: 'Giulia Serra' }),
    marco: await app.add({ name: 'Marco Neri' }),
    chiara: await app.add({ name: 'Chiara Poli' }),
    marta: await app.add({ name: 'Marta Riva', roles: ['lead'] }),
    paolo: await app.add({ name: 'Paolo Greco', roles: ['admin'] }),
  };
  marta = await app.enter(addressOf('Marta Riva'));
  paolo = await app.enter(addressOf('Paolo Greco'));
}, 60_000);
afterAll(() => app.stop());

const inDays = (days: number): string => plus(app.clock.now(), days * day).toISOString();
const codeOf = ({ status, body }: { status: number; body: unknown }) => `${status} ${(body as { code?: string }).code ?? ''}`.trim();
const tokenOf = (link: string): string => link.split('#')[1] ?? '';

describe('an invitation', () => {
  const invitation = (name: string) => ({ name, email: addressOf(name), ...agent, departmentId: app.departmentId, language: 'it' as const });

  it('opens once, for the person it names, and signs them in', async () => {
    const { link, invitation: made } = await marta.call(invitationRoutes.invite, { body: invitation('Davide Moro') });
    expect(link).toMatch(/^https:\/\/presa\.example\/invitation#.{40,}$/u);
    expect(made).toMatchObject({ invitedBy: 'Marta Riva', expiresAt: plus(app.clock.now(), 72 * hour).toISOString() });
    const stored = await app.services.db.selectFrom('invitations').selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(tokenOf(link));
    const visitor = app.visitor();
    expect(await visitor.call(acceptanceRoutes.check, { body: { token: tokenOf(link) } }))
      .toMatchObject({ companyName: 'Casa Lumina', email: addressOf('Davide Moro') });
    const body = { token: tokenOf(link), name: 'Davide Moro', password: 'tecnica-con-pazienza' };
    const both = await Promise.all([visitor.try(acceptanceRoutes.accept, { body }), visitor.try(acceptanceRoutes.accept, { body })]);
    expect(both.map(codeOf).toSorted()).toEqual(['200', '409 invitation.spent']);
    const accepted = both.find(({ status }) => status === 200)!;
    const me = await app.visitor(cookieOf(accepted.headers)).call(sessionRoutes.me);
    expect(me).toMatchObject({ name: 'Davide Moro', email: addressOf('Davide Moro'), roles: ['agent'] });
  });

  it('is void after 72 hours, when it was withdrawn, and when a newer one was sent', async () => {
    const first = await marta.call(invitationRoutes.invite, { body: invitation('Anna Fabbri') });
    const second = await marta.call(invitationRoutes.invite, { body: invitation('Anna Fabbri') });
    const check = (link: string) => app.visitor().try(acceptanceRoutes.check, { body: { token: tokenOf(link) } });
    expect([codeOf(await check(first.link)), codeOf(await check(second.link))]).toEqual(['409 invitation.spent', '200']);
    await marta.call(invitationRoutes.withdraw, { params: { id: second.invitation.id } });
    expect(codeOf(await check(second.link))).toBe('409 invitation.spent');
    const third = await marta.call(invitationRoutes.invite, { body: invitation('Anna Fabbri') });
    app.clock.advance(72 * hour);
    expect(codeOf(await check(third.link))).toBe('409 invitation.spent');
    expect(await marta.call(invitationRoutes.list)).toEqual([]);
  });

  it('gives no role that whoever invites may not give, and no address twice', async () => {
    const tooMuch = await marta.try(invitationRoutes.invite, { body: { ...invitation('Luca Sala'), roles: ['admin'] } });
    const taken = await marta.try(invitationRoutes.invite, { body: { ...invitation('Altro Nome'), email: addressOf('GIULIA SERRA').toUpperCase() } });
    const notAsked = await (await app.enter(addressOf('Giulia Serra'))).try(invitationRoutes.invite, { body: invitation('Luca Sala') });
    expect([tooMuch, taken, notAsked].map(codeOf)).toEqual(['409 invitation.not_yours_to_give', '409 member.address_taken', '403 missing_role']);
  });
});

describe('an absence', () => {
  beforeEach(async () => {
    app.clock.advance(60 * day);
    marta = await app.enter(addressOf('Marta Riva'));
    paolo = await app.enter(addressOf('Paolo Greco'));
  });

  it('hands over to the deputy from its first moment to its last', async () => {
    const giulia = await app.enter(addressOf('Giulia Serra'));
    const planned = await giulia.call(absenceRoutes.plan, { body: { from: inDays(1), until: inDays(3), deputyId: ids.marco } });
    expect(planned).toMatchObject({ memberName: 'Giulia Serra', deputyName: 'Marco Neri' });
    const deputy = async () => (await deputyFor(app.services.db, ids.giulia, app.clock.now()))?.name ?? null;
    expect(await deputy()).toBeNull();
    app.clock.advance(day);
    expect(await deputy()).toBe('Marco Neri');
    expect((await marta.call(memberRoutes.list)).find(({ id }) => id === ids.giulia)?.away)
      .toEqual({ until: planned.until, deputyId: ids.marco, deputyName: 'Marco Neri' });
    app.clock.advance(2 * day);
    expect(await deputy()).toBeNull();
  });

  it('is planned for others by the lead alone, and withdrawn likewise', async () => {
    const marco = await app.enter(addressOf('Marco Neri'));
    const body = { memberId: ids.giulia, from: inDays(1), until: inDays(3), deputyId: ids.chiara };
    expect(codeOf(await marco.try(absenceRoutes.plan, { body }))).toBe('409 absence.not_yours');
    const { id } = await marta.call(absenceRoutes.plan, { body });
    expect(codeOf(await marco.try(absenceRoutes.withdraw, { params: { id } }))).toBe('404 not_found');
    await marta.call(absenceRoutes.withdraw, { params: { id } });
    expect(await marta.call(absenceRoutes.list)).toEqual([]);
  });

  it('makes no circle, also when two name each other at the same moment', async () => {
    const [giulia, marco] = [await app.enter(addressOf('Giulia Serra')), await app.enter(addressOf('Marco Neri'))];
    const days = { from: inDays(1), until: inDays(3) };
    const answers = await Promise.all([
      giulia.try(absenceRoutes.plan, { body: { ...days, deputyId: ids.marco } }),
      marco.try(absenceRoutes.plan, { body: { ...days, deputyId: ids.giulia } }),
    ]);
    expect(answers.map(codeOf).toSorted()).toEqual(['200', '409 absence.deputy_away']);
  });

  it('passes on where a deputy leaves the company meanwhile', async () => {
    const luca = await app.add({ name: 'Luca Sala' });
    const roles = { ...agent, departmentId: app.departmentId, deputyId: ids.chiara };
    await paolo.call(memberRoutes.change, { params: { id: luca }, body: roles });
    await marta.call(absenceRoutes.plan, { body: { memberId: ids.giulia, from: inDays(0), until: inDays(9), deputyId: luca } });
    await paolo.call(memberRoutes.depart, { params: { id: luca } });
    expect((await deputyFor(app.services.db, ids.giulia, app.clock.now()))?.name).toBe('Chiara Poli');
  });
});

describe('a department', () => {
  const magazzino = () => ({
    name: 'Magazzino', kind: 'internal' as const, address: 'magazzino@casalumina.example', calendarId: app.calendarId, answersWithinMinutes: 240, headId: ids.chiara,
  });

  it('has a head, who is stood in for', async () => {
    const { id, headName } = await paolo.call(departmentRoutes.open, { body: magazzino() });
    expect(headName).toBe('Chiara Poli');
    const head = async () => (await headOf(app.services.db, id, app.clock.now()))?.name ?? null;
    expect(await head()).toBe('Chiara Poli');
    await marta.call(absenceRoutes.plan, { body: { memberId: ids.chiara, from: inDays(0), until: inDays(1), deputyId: ids.marco } });
    expect(await head()).toBe('Marco Neri');
    await paolo.call(departmentRoutes.change, { params: { id }, body: { ...magazzino(), headId: null } });
    expect(await head()).toBeNull();
    await paolo.call(departmentRoutes.close, { params: { id } });
    expect((await paolo.call(departmentRoutes.list)).map(({ name }) => name)).toEqual(['Servizio clienti']);
  });

  it('is refused where it would not work', async () => {
    const open = (more: object) => paolo.try(departmentRoutes.open, { body: { ...magazzino(), name: 'Logistica', ...more } });
    expect(codeOf(await open({ name: 'Servizio clienti' }))).toBe('409 department.name_taken');
    expect(codeOf(await open({ headId: app.departmentId }))).toBe('409 department.head_not_here');
    expect(codeOf(await open({ calendarId: ids.giulia }))).toBe('409 department.no_calendar');
    expect(codeOf(await marta.try(departmentRoutes.open, { body: magazzino() }))).toBe('403 missing_role');
  });

  it('of the service stays, as long as it is the only one', async () => {
    const { id } = await serviceDepartment(app.services.db);
    expect(codeOf(await paolo.try(departmentRoutes.close, { params: { id } }))).toBe('409 department.has_members');
    const body = { ...magazzino(), name: 'Servizio clienti', headId: null };
    expect(codeOf(await paolo.try(departmentRoutes.change, { params: { id }, body }))).toBe('409 department.last_service');
  });
});

describe('the last administrator', () => {
  it('can neither leave nor give up the role', async () => {
    const body = { ...agent, departmentId: app.departmentId, deputyId: null };
    expect(codeOf(await paolo.try(memberRoutes.change, { params: { id: ids.paolo }, body }))).toBe('409 member.last_admin');
    expect(codeOf(await paolo.try(memberRoutes.depart, { params: { id: ids.paolo } }))).toBe('409 member.last_admin');
  });

  it('is never the one who went last of two at once', async () => {
    const second = await app.add({ name: 'Ilaria Fontana', roles: ['admin'] });
    const ilaria = await app.enter(addressOf('Ilaria Fontana'));
    const answers = await Promise.all([
      paolo.try(memberRoutes.depart, { params: { id: ids.paolo } }),
      ilaria.try(memberRoutes.depart, { params: { id: second } }),
    ]);
    expect(answers.map(codeOf).toSorted()).toEqual(['200', '409 member.last_admin']);
  });
});

it('finds top management, and members by the handful', async () => {
  const elena = await app.add({ name: 'Elena Brambilla', roles: ['management'] });
  expect((await directors(app.services.db)).map(({ id }) => id)).toEqual([elena]);
  const found = await membersByIds(app.services.db, [elena, ids.giulia, elena, app.departmentId]);
  expect([...found.values()].map(({ name }) => name).toSorted()).toEqual(['Elena Brambilla', 'Giulia Serra']);
});
