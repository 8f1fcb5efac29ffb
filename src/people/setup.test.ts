import { afterEach, expect, it } from 'vitest';
import { hour } from '#base/clock.ts';
import { isRefusal } from '#base/refusal.ts';
import { inWork, system } from '#base/work.ts';
import { calendarOfDepartment } from '#calendar/index.ts';
import { addressOf, cookieOf, setupToken, startPeopleApp, type PeopleApp } from '#test/people-app.ts';
import { addMember } from './actions/members.ts';
import { createSetupLink, foundCompany, type LoadDemo } from './actions/setup.ts';
import { sessionRoutes, setupRoutes } from './contract.ts';
import { companyOf, findCompany, serviceDepartment } from './index.ts';

let app: PeopleApp;
afterEach(() => app.stop());

const codeOf = ({ status, body }: { status: number; body: unknown }) => `${status} ${(body as { code?: string }).code ?? ''}`.trim();
const first = (token: string) => ({
  token, language: 'it' as const, companyName: 'Casa Lumina', timeZone: 'Europe/Rome', name: 'Paolo Greco', email: addressOf('Paolo Greco'),
  password: 'serve-una-frase-lunga',
});

it('founds the company once, with somebody who may do everything and a service that works', async () => {
  app = await startPeopleApp({ isFounded: false });
  const token = await setupToken(app.services);
  await app.visitor().call(setupRoutes.check, { body: { token } });
  const both = await Promise.all([1, 2].map(() => app.visitor().try(setupRoutes.setUp, { body: first(token) })));
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const me = await app.visitor(cookieOf(both.find(({ status }) => status === 200)!.headers)).call(sessionRoutes.me);
  expect(me).toMatchObject({ name: 'Paolo Greco', departmentName: 'Servizio clienti', may: { administer: true, serve: true } });
  const { db } = app.services;
  expect(await companyOf(db)).toEqual({ name: 'Casa Lumina', language: 'it', timeZone: 'Europe/Rome', isDemo: false });
  const service = await serviceDepartment(db);
  expect(service.headId).toBe(me.id);
  const calendar = await calendarOfDepartment(db, service.id, app.clock.now());
  expect(calendar.week[1]).toEqual([{ from: '09:00', to: '13:00' }, { from: '14:00', to: '18:00' }]);
  expect(calendar.holidays.map(({ date }) => date)).toContain('2026-12-08');
  expect(await calendarOfDepartment(db, service.id, app.clock.now())).toBe(calendar);
  expect(await createSetupLink(app.services)).toEqual({ refused: 'setup.already_done' });
});

it('opens by the newest link alone, for a day', async () => {
  app = await startPeopleApp({ isFounded: false });
  const old = await setupToken(app.services);
  const token = await setupToken(app.services);
  const check = async (given: string) => codeOf(await app.visitor().try(setupRoutes.check, { body: { token: given } }));
  expect([await check(old), await check(token)]).toEqual(['409 setup.link_spent', '200']);
  app.clock.advance(24 * hour);
  expect(await check(token)).toBe('409 setup.link_spent');
  expect(codeOf(await app.visitor().try(setupRoutes.setUp, { body: first(token) }))).toBe('409 setup.link_spent');
  expect(await findCompany(app.services.db)).toBeNull();
});

it('says which field is wrong, and keeps the link for the next try', async () => {
  app = await startPeopleApp({ isFounded: false });
  const token = await setupToken(app.services);
  const answer = await app.visitor().try(setupRoutes.setUp, { body: { ...first(token), password: 'corta', timeZone: 'Monza' } });
  expect(answer).toMatchObject({ status: 400, body: { code: 'bad_input' } });
  expect((answer.body as { fields: { field: string }[] }).fields.map(({ field }) => field).toSorted()).toEqual(['password', 'timeZone']);
  expect((await app.visitor().try(setupRoutes.setUp, { body: first(token) })).status).toBe(200);
});

it('lets a visitor look around, and gives the link back where that fails', async () => {
  let isBroken = true;
  const loadDemo: LoadDemo = (services, language) =>
    inWork(services, system, async (work) => {
      if (isBroken) throw new Error('The disk is full.');
      const { departmentId } = await foundCompany(work, { name: 'Casa Lumina', language, timeZone: 'Europe/Rome', isDemo: true });
      const memberId = await addMember(work, { name: 'Marta Riva', email: addressOf('Marta Riva'), language, roles: ['lead'], departmentId });
      if (isRefusal(memberId)) throw new Error(memberId.refused);
      return { memberId };
    });
  app = await startPeopleApp({ isFounded: false, loadDemo });
  const token = await setupToken(app.services);
  const look = () => app.visitor().try(setupRoutes.setUp, { body: { token, lookAround: true, language: 'en' } });
  expect((await look()).status).toBe(500);
  expect(app.takeDefects().join()).toContain('The disk is full.');
  isBroken = false;
  const answer = await look();
  expect(answer).toMatchObject({ status: 200, body: { name: 'Marta Riva', company: { isDemo: true, language: 'en' } } });
  expect((await app.visitor(cookieOf(answer.headers)).call(sessionRoutes.me)).departmentName).toBe('Customer service');
});
