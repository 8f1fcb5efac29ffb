import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { readConfig } from '#base/config.ts';
import { serveInto } from '#base/http/serve.ts';
import { openHttp } from '#base/http/server.ts';
import { openLog } from '#base/log.ts';
import { isRefusal, type Refusal } from '#base/refusal.ts';
import type { Services } from '#base/services.ts';
import { inWork, system, type Work } from '#base/work.ts';
import { serveCalendar } from '#calendar/routes.ts';
import { calendarRefusals } from '#calendar/texts.ts';
import { serveNotices } from '#notices/routes.ts';
import { addMember, type NewColleague } from '#people/actions/members.ts';
import { createSetupLink, foundCompany, type Founded, type LoadDemo } from '#people/actions/setup.ts';
import { authenticate } from '#people/authenticate.ts';
import { sessionRoutes } from '#people/contract.ts';
import { registerSetup, servePeople } from '#people/routes.ts';
import { peopleRefusals } from '#people/texts.ts';
import { openServices } from '../src/app/services.ts';
import { clientOf, type Client } from './client.ts';
import { testClock, type TestClock } from './clock.ts';
import { freshDatabase } from './postgres.ts';

export interface PeopleApp extends Founded {
  readonly services: Services;
  readonly clock: TestClock;
  readonly http: FastifyInstance;
  visitor(headers?: Readonly<Record<string, string>>): Client;
  /** Adds a member of the service, an agent unless said, and returns the id. */
  add(colleague: Partial<NewColleague> & { name: string }): Promise<string>;
  /** Signs in through the form, as a browser does. */
  enter(email: string, password?: string): Promise<Client>;
  act<Result>(act: (work: Work) => Promise<Result>): Promise<Exclude<Result, Refusal>>;
  /** The defects logged so far, and forgets them: for the test that provokes one. */
  takeDefects(): string[];
  /** Throws where a defect was logged that the test did not take. */
  stop(): Promise<void>;
}

export const password = 'lampada-e-scaffale';
export const addressOf = (name: string): string => `${name.toLowerCase().replaceAll(' ', '.')}@casalumina.example`;

/** The cookie of a sign-in, as a browser sends it back. */
export const cookieOf = (headers: Readonly<Record<string, unknown>>): Record<string, string> => {
  const given = [headers['set-cookie']].flat().map(String).find((cookie) => cookie.startsWith('presa_session='));
  if (given === undefined) throw new Error('No cookie was given.');
  return { cookie: given.split(';')[0] ?? '' };
};

interface Options {
  readonly isFounded?: boolean;
  readonly loadDemo?: LoadDemo;
  readonly env?: Readonly<Record<string, string>>;
}

const noDemo: LoadDemo = async () => {
  throw new Error('This test has no invented company.');
};

/** People, calendars and notices alone, behind the sign-in that members really use. */
export const startPeopleApp = async ({ isFounded = true, loadDemo = noDemo, env = {} }: Options = {}): Promise<PeopleApp> => {
  const clock = testClock('2026-09-14T06:00:00Z');
  const defects: string[] = [];
  const log = openLog('error', { write: (line) => void defects.push(line) });
  const takeDefects = (): string[] => defects.splice(0);
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'presa-people-'));
  const database = await freshDatabase();
  const config = readConfig({ PRESA_DATA: dataFolder, PRESA_URL: 'https://presa.example', ...env });
  const opened = await openServices({ config, connection: database.connection, secret: Buffer.alloc(48, 7), log, clock });
  const { services } = opened;
  const http = await openHttp(services);
  const served = serveInto({ http, services, authenticate: authenticate(services), refusalWords: { ...peopleRefusals, ...calendarRefusals } });
  servePeople(served);
  serveCalendar(served);
  serveNotices(served);
  registerSetup(served, { loadDemo });

  const act: PeopleApp['act'] = async (run) => {
    const result = await inWork(services, system, run);
    if (isRefusal(result)) throw new Error(`Refused: ${result.refused}`);
    return result as Exclude<typeof result, Refusal>;
  };
  const founded = isFounded
    ? await act((work) => foundCompany(work, { name: 'Casa Lumina', language: 'it', timeZone: 'Europe/Rome', isDemo: false }))
    : { calendarId: '', departmentId: '' };
  const visitor: PeopleApp['visitor'] = (headers = {}) => clientOf(http, headers, 'it');
  return {
    ...founded,
    services,
    clock,
    http,
    visitor,
    act,
    add: (colleague) =>
      act((work) => addMember(work, {
        email: addressOf(colleague.name), language: 'it', roles: ['agent'], departmentId: founded.departmentId, password, ...colleague,
      })),
    enter: async (email, given = password) => {
      const answer = await visitor().try(sessionRoutes.signIn, { body: { email, password: given } });
      if (answer.status !== 200) throw new Error(`Could not sign in: ${JSON.stringify(answer.body)}`);
      return visitor(cookieOf(answer.headers));
    },
    takeDefects,
    stop: async () => {
      await http.close();
      await opened.close();
      await database.drop();
      await rm(dataFolder, { recursive: true, force: true });
      const logged = takeDefects();
      if (logged.length > 0) throw new Error(`Defects were logged:\n${logged.join('')}`);
    },
  };
};

/** The token of the set-up link, as the first start prints it. */
export const setupToken = async (services: Services): Promise<string> => {
  const token = await createSetupLink(services);
  if (isRefusal(token)) throw new Error(token.refused);
  return token;
};
