import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { hour } from '#base/clock.ts';
import { readConfig } from '#base/config.ts';
import type { Db } from '#base/db/db.ts';
import { openLog } from '#base/log.ts';
import type { Route } from '#base/contract.ts';
import type { Services } from '#base/services.ts';
import type { Language } from '#base/texts.ts';
import { authenticate } from '#people/index.ts';
import { openHttpApp } from '../src/app/http.ts';
import { openServices } from '../src/app/services.ts';
import { sweepAll, workOff } from '../src/app/sweep-all.ts';
import { clientOf, type Client } from './client.ts';
import { testClock, type TestClock } from './clock.ts';
import { freshDatabase } from './postgres.ts';
import { signInForTests } from './sign-in.ts';

export type { Client } from './client.ts';

/** A Monday morning before the service opens, in summer time. */
const usualStart = '2026-09-14T06:00:00Z';

export interface StartApp {
  /** When the test begins; ISO 8601 with an offset. */
  readonly at?: string;
  /** Settings as the environment would give them (`PRESA_MAX_MAIL_MB`). */
  readonly env?: Readonly<Record<string, string>>;
}

export interface TestApp {
  readonly services: Services;
  readonly db: Db;
  readonly clock: TestClock;
  /** Where it really listens: `http://127.0.0.1:49152`. */
  readonly address: string;
  readonly http: FastifyInstance;
  /** Every route that is served, for tests that go through all of them. */
  readonly routes: readonly Route[];
  /** A client as that member, in that member's language where it is given. */
  signIn(member: { readonly id: string; readonly language?: Language }): Promise<Client>;
  /** The headers of a signed-in member, for whoever calls `inject` or `fetch` directly. */
  signInHeaders(member: { readonly id: string }): Promise<Record<string, string>>;
  /** A client without sign-in: a customer, a colleague with a link. */
  visitor(language?: Language): Client;
  /** Moves the clock on and lets everything happen that falls due, hour by hour unless `step` is finer. Milliseconds. */
  advance(milliseconds: number, options?: { readonly step?: number }): Promise<void>;
  /** Runs the jobs that wait. */
  runJobs(): Promise<void>;
  /** Runs every sweep and job until nothing changes any more. */
  sweep(): Promise<void>;
  /** The defects logged so far, and forgets them: for the test that provokes one. */
  takeDefects(): string[];
  /** Ends everything and removes the database. Throws where a defect was logged that the test did not take. */
  stop(): Promise<void>;
}

/** The whole of Presa, as it runs, on a database of its own and with a clock that the test moves. */
export const startApp = async ({ at = usualStart, env = {} }: StartApp = {}): Promise<TestApp> => {
  const clock = testClock(at);
  const defects: string[] = [];
  const log = openLog('error', { write: (line) => void defects.push(line) });
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'presa-app-'));
  const database = await freshDatabase();
  const config = readConfig({ PRESA_DATA: dataFolder, PRESA_URL: 'https://presa.example', ...env });
  const opened = await openServices({ config, connection: database.connection, secret: Buffer.alloc(48, 7), log, clock });
  const { services } = opened;
  const app = await openHttpApp(services, authenticate(services));
  await untilLive(services);
  await app.http.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.http.server.address() as AddressInfo;

  const takeDefects = (): string[] => defects.splice(0);
  const advance: TestApp['advance'] = async (milliseconds, { step = hour } = {}) => {
    for (let left = milliseconds; left > 0; left -= step) {
      clock.advance(Math.min(step, left));
      await sweepAll(services);
    }
  };
  return {
    services,
    db: services.db,
    clock,
    address: `http://127.0.0.1:${port}`,
    http: app.http,
    routes: app.served.routes,
    signIn: async (member) => clientOf(app.http, await signInForTests(services, member.id), member.language ?? 'it'),
    signInHeaders: (member) => signInForTests(services, member.id),
    visitor: (language = 'it') => clientOf(app.http, {}, language),
    advance,
    runJobs: () => workOff(services),
    sweep: () => sweepAll(services),
    takeDefects,
    stop: async () => {
      await app.close();
      await opened.close();
      await database.drop();
      await rm(dataFolder, { recursive: true, force: true });
      const logged = takeDefects();
      if (logged.length > 0) throw new Error(`Defects were logged:\n${logged.join('')}`);
    },
  };
};

/** The database's news are heard a moment after the start; a test that changes something must not be quicker than that. */
const untilLive = async (services: Services): Promise<void> => {
  for (let turn = 0; !services.live.listening; turn += 1) {
    if (turn > 1_000) throw new Error('The live updates did not reach the database.');
    await pause(5);
  }
};
