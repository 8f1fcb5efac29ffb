import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { exitCodes, StartRefused } from '../start-refused.ts';
import { chooseAccount, type Account } from './account.ts';
import { embeddedBinaries, type Binaries } from './binaries.ts';
import { startPostmaster, stopPostmaster, untilReady, type Started } from './cluster.ts';
import { createCluster, prepareDataFolder, refuseForeignData } from './data-folder.ts';
import { explain, explainSystem } from './failures.ts';
import { canJoin, connectionTo, createOurDatabase, type SocketConnection } from './joining.ts';
import { isAlive, isPostgres, readPostmasterFile } from './postmaster-file.ts';
import { refused } from './texts.ts';
import { lockedElsewhere } from './watchdog.ts';

export type { SocketConnection } from './joining.ts';

export interface EmbeddedPostgres {
  readonly connection: SocketConnection;
  /** False where another process of this machine has it running: it then ends with that process, and not with us. */
  readonly startedHere: boolean;
  /** Resolves with what PostgreSQL last printed, should it end though nobody asked. Never settles otherwise. */
  readonly lost: Promise<string>;
  /** Stops it in good order, if it was started here. May be called twice. */
  stop(): Promise<void>;
}

/** Where PostgreSQL's own lines go; a pino logger fits. */
export interface PostgresLog {
  debug(details: object, message: string): void;
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}

export interface OpenEmbedded {
  /** Presa's data folder; the cluster lies in it as `pg18`. Made where it is missing. */
  readonly dataFolder: string;
  readonly log: PostgresLog;
  /** PostgreSQL settings that differ from ours; for tests (`{ fsync: 'off' }`). */
  readonly settings?: Readonly<Record<string, string>>;
  /** How long to wait for another process to make way, in milliseconds. A recovery after a power cut is given ten times that. */
  readonly patience?: number;
}

interface Place {
  readonly binaries: Binaries;
  readonly clusterFolder: string;
  readonly account: Account;
  readonly settings: Readonly<Record<string, string>>;
  readonly patience: number;
  readonly log: PostgresLog;
}

const joined = (connection: SocketConnection): EmbeddedPostgres => ({
  connection,
  startedHere: false,
  lost: new Promise(() => undefined),
  stop: async () => undefined,
});

const ours = (started: Started, place: Place): EmbeddedPostgres => {
  let stopping: Promise<void> | undefined;
  return {
    connection: connectionTo({ socketFolder: started.socketFolder, port: 5432 }),
    startedHere: true,
    lost: new Promise((lose) => {
      void started.program.ended.then(() => {
        if (stopping === undefined) lose(started.output());
      });
    }),
    stop: () => (stopping ??= stopPostmaster(started, place.clusterFolder)),
  };
};

const logLine = (log: PostgresLog) => (line: string): void => {
  if (/\b(?:WARNING|ERROR|FATAL|PANIC):/u.test(line)) log.warn({ from: 'postgres' }, line);
  else log.debug({ from: 'postgres' }, line);
};

// The cluster is held by one that we could not see when we looked: two starts at once, or backends that outlive a killed postmaster.
const isHeld = (started: Started): boolean =>
  started.program.exitCode() === lockedElsewhere ||
  /lock file "postmaster\.pid" already exists|shared memory block .* is still in use/u.test(started.output());

/** Starts the cluster; undefined where somebody else turned out to hold it. */
const tryStart = async (place: Place): Promise<EmbeddedPostgres | undefined> => {
  const { clusterFolder, patience } = place;
  const began = Date.now();
  const started = startPostmaster({ ...place, onLine: logLine(place.log) });
  const state = await untilReady(started, clusterFolder, began + 10 * patience);
  if (state === 'ended') {
    // The watchdog removes it after a postmaster; where there was none to guard, nobody did.
    await rm(started.socketFolder, { recursive: true, force: true });
    if (isHeld(started)) return undefined;
    throw explain(started.output(), clusterFolder);
  }
  const opened = ours(started, place);
  try {
    if (state === 'slow') throw refused('slow', [clusterFolder, (10 * patience) / 1_000], { exitCode: exitCodes.tryLater });
    await createOurDatabase({ socketFolder: started.socketFolder, port: 5432 });
  } catch (error) {
    await opened.stop();
    throw error;
  }
  place.log.info({ folder: clusterFolder, milliseconds: Date.now() - began }, 'database started');
  return opened;
};

/** Joins whoever runs the cluster, or starts it; one of the two succeeds once an earlier process has made way. */
const joinOrStart = async (place: Place): Promise<EmbeddedPostgres> => {
  const { clusterFolder, patience } = place;
  const deadline = Date.now() + patience;
  for (;;) {
    const running = readPostmasterFile(clusterFolder);
    if (running !== undefined && isPostgres(running.pid)) {
      if (await canJoin(running)) return joined(connectionTo(running));
    } else {
      // PostgreSQL would take any living process of that number for its own, and refuse for ever.
      if (running !== undefined && isAlive(running.pid)) await rm(join(clusterFolder, 'postmaster.pid'), { force: true });
      const opened = await tryStart(place);
      if (opened !== undefined) return opened;
    }
    if (Date.now() > deadline) {
      const words = readPostmasterFile(clusterFolder) === undefined ? 'heldElsewhere' : 'stillStopping';
      throw refused(words, [clusterFolder, patience / 1_000], { exitCode: exitCodes.tryLater });
    }
    await pause(50);
  }
};

/**
 * Opens the database that Presa brings, in `dataFolder`: makes the cluster where there is none, starts it, or joins the process
 * that has it running. It ends with this process, however that ends. Throws StartRefused, with words for whoever started Presa.
 */
export const openEmbedded = async ({ dataFolder, log, settings = {}, patience = 60_000 }: OpenEmbedded): Promise<EmbeddedPostgres> => {
  const binaries = embeddedBinaries();
  const folder = resolve(dataFolder);
  const clusterFolder = join(folder, `pg${binaries.major}`);
  try {
    await refuseForeignData(clusterFolder, binaries.major);
    await prepareDataFolder(folder);
    const account = chooseAccount(clusterFolder, [folder, binaries.initdb, binaries.postgres]);
    if (!existsSync(clusterFolder)) {
      log.info({ folder: clusterFolder }, 'making the database; this happens once');
      await createCluster({ binaries, clusterFolder, account, noSync: settings['fsync'] === 'off' });
    }
    return await joinOrStart({ binaries, clusterFolder, account, settings, patience, log });
  } catch (error) {
    throw error instanceof StartRefused ? error : explainSystem(error, folder);
  }
};
