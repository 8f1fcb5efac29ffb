import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { second, type Clock } from '#base/clock.ts';
import { readSecret, type Config } from '#base/config.ts';
import { migrate } from '#base/db/migrate.ts';
import { migrateJobs } from '#base/jobs.ts';
import { openLog } from '#base/log.ts';
import type { Services } from '#base/services.ts';
import { authenticate } from '#people/index.ts';
import { companions } from './companions.ts';
import { openHttpApp, type HttpApp } from './http.ts';
import { openServices } from './services.ts';
import { setupLink } from './setup-link.ts';
import { openDatabaseServer } from './start/database.ts';
import { listen } from './start/listen.ts';
import { noteRunning, noteStopped, refuseSecondStart } from './start/running-file.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface OpenedPresa {
  readonly services: Services;
  /** Resolves with what the database that we bring last printed, should it end by itself. */
  readonly lost: Promise<string>;
  close(): Promise<void>;
}

interface Options {
  readonly clock?: Clock;
}

interface StartOptions extends Options {
  /** Puts more into the HTTP side before it listens; `presa dev` does. */
  readonly extend?: (http: FastifyInstance, services: Services) => void;
  /** What has to be there before anybody sees anything, and before any clock runs; `presa start --demo` loads its company here. */
  readonly prepare?: (services: Services) => Promise<void>;
}

/** Opens the database and everything over it, brought up to this version's schema. For the server and for each command. */
export const openPresa = async (config: Config, env: Environment, { clock }: Options = {}): Promise<OpenedPresa> => {
  const log = openLog(config.logLevel);
  const secret = await readSecret(config, env);
  const database = await openDatabaseServer(config, log);
  const { connection, lost } = database;
  try {
    const opened = await openServices({ config, connection, secret, log, ...(clock === undefined ? {} : { clock }) });
    const close = async (): Promise<void> => {
      // A connection that somebody still holds must not keep the database from stopping in good order.
      await withinSeconds(2, opened.close());
      await database.stop();
    };
    await bringUp(opened.services.pool).catch(async (error: unknown) => {
      await opened.close();
      throw error;
    });
    return { services: opened.services, lost, close };
  } catch (error) {
    await database.stop();
    throw error;
  }
};

const bringUp = async (pool: pg.Pool): Promise<void> => {
  await migrate(pool);
  await migrateJobs(pool);
};

export interface RunningPresa {
  readonly services: Services;
  /** Null where this process has no pages. */
  readonly address: string | null;
  /** The one-time link by which the company is set up; null once it is. */
  readonly setupLink: string | null;
  readonly lost: Promise<string>;
  /** Finishes what is running, within ten seconds, and ends. May be called twice. */
  stop(): Promise<void>;
}

interface Part {
  stop(): Promise<void>;
}

/** Starts Presa with the roles of `config`. Throws StartRefused, with words, where it cannot. */
export const startPresa = async (config: Config, env: Environment, options: StartOptions = {}): Promise<RunningPresa> => {
  await refuseSecondStart(config);
  const presa = await openPresa(config, env, options);
  const { services } = presa;
  const parts: Part[] = [];
  try {
    await options.prepare?.(services);
    const pages = config.roles.includes('web') ? await openHttpApp(services, authenticate(services)) : undefined;
    if (pages !== undefined) options.extend?.(pages.http, services);
    const address = pages === undefined ? null : await startPages(pages, config, parts);
    for (const companion of companions.filter(({ role }) => config.roles.includes(role))) parts.push(await companion.start(services));
    await noteRunning(config, address);
    parts.push({ stop: () => noteStopped(config) });
    let stopping: Promise<void> | undefined;
    const stop = (): Promise<void> => (stopping ??= stopAll(presa, parts));
    return { services, address, setupLink: pages === undefined ? null : await setupLink(services), lost: presa.lost, stop };
  } catch (error) {
    await stopAll(presa, parts);
    throw error;
  }
};

const startPages = async (pages: HttpApp, config: Config, parts: Part[]): Promise<string> => {
  parts.push({ stop: () => pages.close() });
  return listen(pages.http, config);
};

/** What `work` resolves with, or `late` where that takes longer; it is not stopped then. */
const withinSeconds = async <Result>(seconds: number, work: Promise<Result>): Promise<Result | 'late'> => {
  const done = new AbortController();
  const late = pause(seconds * second, 'late' as const, { signal: done.signal }).catch(() => 'late' as const);
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
  }
};

/** First what takes in new work, then the database. What has not ended after ten seconds is left behind: its job runs again. */
const stopAll = async (presa: OpenedPresa, parts: readonly Part[]): Promise<void> => {
  const { log } = presa.services;
  const ended = Promise.all(parts.map((part) => part.stop().catch((error: Error) => log.error({ err: error }, 'A part did not stop in good order.'))));
  if ((await withinSeconds(10, ended)) === 'late') log.warn('Something was still running after ten seconds; it was left behind.');
  await presa.close();
};
