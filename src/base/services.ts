import type pg from 'pg';
import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Db } from './db/db.ts';
import type { FileStore } from './files/files.ts';
import type { LiveHub } from './live/hub.ts';
import type { Secrets } from './secrets.ts';
import type { Wiring } from './work.ts';

/** What the whole process shares. Made once at the start, handed to whoever acts; tests make their own with a clock they move. */
export interface Services {
  readonly db: Db;
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly config: Config;
  readonly secrets: Secrets;
  readonly files: FileStore;
  readonly live: LiveHub;
  readonly log: Logger;
  readonly wiring: Wiring;
}
