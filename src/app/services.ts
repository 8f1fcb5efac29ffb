import path from 'node:path';
import type pg from 'pg';
import type { Logger } from 'pino';
import { systemClock, type Clock } from '#base/clock.ts';
import type { Config } from '#base/config.ts';
import { openDatabase } from '#base/db/db.ts';
import { openFileStore } from '#base/files/files.ts';
import { openLiveHub } from '#base/live/hub.ts';
import { secretsFrom } from '#base/secrets.ts';
import type { Services } from '#base/services.ts';
import { wiring } from './wiring.ts';

interface Parts {
  readonly config: Config;
  readonly connection: pg.PoolConfig;
  readonly secret: Buffer;
  readonly log: Logger;
  readonly clock?: Clock;
}

export interface OpenedServices {
  readonly services: Services;
  close(): Promise<void>;
}

/** What the whole process shares, over a database that is there. Closing it leaves the database itself running. */
export const openServices = async ({ config, connection, secret, log, clock = systemClock }: Parts): Promise<OpenedServices> => {
  const files = await openFileStore(path.join(config.dataFolder, 'files'));
  const database = openDatabase(connection, (error) => log.warn({ err: error }, 'A database connection was lost; another is opened when needed.'));
  const live = openLiveHub(connection, log);
  const { db, pool } = database;
  return {
    services: { db, pool, clock, config, secrets: secretsFrom(secret), files, live, log, wiring },
    close: async () => {
      await live.close();
      await database.close();
    },
  };
};
