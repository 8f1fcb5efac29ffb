import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import { second } from '#base/clock.ts';
import type { Config } from '#base/config.ts';
import { isDatabaseAway } from '#base/http/failures.ts';
import { openEmbedded } from '#base/postgres/embedded.ts';
import { exitCodes, refused, texts } from './texts.ts';

/** The database that this process works on: the one it brings, or the one that DATABASE_URL names. */
export interface OpenedDatabase {
  readonly connection: pg.PoolConfig;
  /** Resolves with what it last printed, should the one we bring end by itself. */
  readonly lost: Promise<string>;
  /** Stops the one we bring, if this process started it. */
  stop(): Promise<void>;
}

const patience = 30 * second;

/** Opens it, and waits up to 30 seconds for one that is only just starting. Throws StartRefused. */
export const openDatabaseServer = async (config: Config, log: Logger): Promise<OpenedDatabase> => {
  if (config.databaseUrl === null) {
    const embedded = await openEmbedded({ dataFolder: config.dataFolder, log });
    return { connection: embedded.connection, lost: embedded.lost, stop: () => embedded.stop() };
  }
  const connection = { connectionString: config.databaseUrl };
  await untilItAnswers(connection, placeOf(config.databaseUrl), log);
  return { connection, lost: new Promise(() => undefined), stop: async () => undefined };
};

/** Where it is, for people to read: never with the password. */
export const placeOf = (url: string): string => {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
};

const untilItAnswers = async (connection: pg.PoolConfig, place: string, log: Logger): Promise<void> => {
  const deadline = performance.now() + patience;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await tryOnce(connection);
    } catch (error) {
      const said = (error as Error).message || String((error as NodeJS.ErrnoException).code);
      if (!isDatabaseAway(error) && (error as NodeJS.ErrnoException).code !== 'ENOTFOUND') {
        throw refused((words) => words.databaseRefuses(place, said), { exitCode: exitCodes.configuration, cause: error });
      }
      if (performance.now() > deadline) {
        throw refused((words) => words.databaseAway(place, said), { exitCode: exitCodes.unavailable, cause: error });
      }
      if (attempt === 1) log.warn(texts.en.databaseWaits(place));
      await pause(second);
    }
  }
};

const tryOnce = async (connection: pg.PoolConfig): Promise<void> => {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5 * second });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
  } finally {
    await client.end();
  }
};
