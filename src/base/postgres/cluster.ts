import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { giveTo, reaches, type Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { runGuarded, type GuardedProgram } from './watchdog.ts';

/** PostgreSQL's settings for one process on a small server. What matters for safety is left at PostgreSQL's own: fsync is on. */
const smallServer: Readonly<Record<string, string>> = {
  shared_buffers: '128MB',
  max_connections: '100',
  // Our statements are short: compiling them costs more than it saves.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // The program hears of its errors by itself; statements and details would carry what customers wrote into the log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

export interface Started {
  readonly program: GuardedProgram;
  readonly socketFolder: string;
  /** The last few thousand characters that PostgreSQL printed. */
  output(): string;
}

interface Start {
  readonly binaries: Binaries;
  readonly clusterFolder: string;
  readonly account: Account;
  readonly settings?: Readonly<Record<string, string>>;
  readonly removeAfter?: readonly string[];
  readonly onLine: (line: string) => void;
}

// A socket's whole path may have 107 characters, of which `.s.PGSQL.5432` and the folder's own name take 35.
const socketParents = (): readonly string[] => [tmpdir(), '/tmp'].filter((folder) => Buffer.byteLength(folder) < 70);

const makeSocketFolder = (account: Account): string => {
  let failure: unknown;
  for (const parent of socketParents()) {
    try {
      const folder = mkdtempSync(join(parent, 'presa-pg-'));
      chmodSync(folder, 0o700);
      giveTo(account, folder);
      if (reaches(account, [folder])) return folder;
      rmSync(folder, { recursive: true });
    } catch (error) {
      failure = error;
    }
  }
  throw failure ?? new Error(`No folder for the database's socket: neither ${tmpdir()} nor /tmp can be used.`);
};

/** Keeps the end of what was printed, and hands on whole lines. */
const collector = (onLine: (line: string) => void) => {
  let kept = '';
  let rest = '';
  return {
    take: (text: string): void => {
      kept = (kept + text).slice(-8_000);
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line.trim() !== '') onLine(line);
    },
    kept: () => kept,
  };
};

/** Starts the postmaster and returns at once; `readPostmasterFile` tells when it is ready. It listens on no network. */
export const startPostmaster = ({ binaries, clusterFolder, account, settings, removeAfter = [], onLine }: Start): Started => {
  const socketFolder = makeSocketFolder(account);
  const printed = collector(onLine);
  const all: Record<string, string> = {
    ...smallServer,
    ...settings,
    listen_addresses: '',
    port: '5432',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    // Read by a second process: is whoever started this cluster still there? See embedded.ts.
    'presa.started_by': String(process.pid),
  };
  const program = runGuarded({
    account,
    program: binaries.postgres,
    args: ['-D', clusterFolder, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    signal: 'INT',
    lock: clusterFolder,
    removeAfter: [socketFolder, ...removeAfter],
    onOutput: printed.take,
  });
  return { program, socketFolder, output: printed.kept };
};

/** Waits until the postmaster is ready, or has ended, or the deadline (Unix milliseconds) has passed. */
export const untilReady = async (started: Started, clusterFolder: string, deadline: number): Promise<'ready' | 'ended' | 'slow'> => {
  while (Date.now() < deadline) {
    if (started.program.exitCode() !== undefined) return 'ended';
    const running = readPostmasterFile(clusterFolder);
    if (running?.status === 'ready' && running.socketFolder === started.socketFolder) return 'ready';
    await pause(15);
  }
  return 'slow';
};

/**
 * Stops PostgreSQL in good order: open transactions are rolled back and everything is on disk. One that has not ended after
 * a minute is told to end at once, which loses nothing either: it recovers at the next start.
 */
export const stopPostmaster = async (started: Started, clusterFolder: string): Promise<void> => {
  started.program.letGo();
  const tooLong = setTimeout(() => {
    const running = readPostmasterFile(clusterFolder);
    if (running !== undefined) process.kill(running.pid, 'SIGQUIT');
  }, 60_000);
  await started.program.ended;
  clearTimeout(tooLong);
};
