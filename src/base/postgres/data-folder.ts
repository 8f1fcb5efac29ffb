import { execFile } from 'node:child_process';
import { access, constants, mkdir, mkdtemp, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { exitCodes } from '../start-refused.ts';
import { commandAs, giveTo, type Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { explain } from './failures.ts';
import { refused } from './texts.ts';

/** The one user of the database. Nobody gives a password: whoever can enter the socket folder is that user. */
export const databaseUser = 'presa';

const versionIn = async (clusterFolder: string): Promise<string | undefined> =>
  existsSync(join(clusterFolder, 'PG_VERSION')) ? (await readFile(join(clusterFolder, 'PG_VERSION'), 'utf8')).trim() : undefined;

const refuseOther = (clusterFolder: string, found: string, major: number): never => {
  throw refused('otherVersion', [clusterFolder, found, String(major)], { exitCode: exitCodes.configuration });
};

/**
 * Throws StartRefused where starting would mean to leave data behind or to touch what is not ours: a cluster of another major
 * version, in our folder or beside it, or files that are no cluster.
 */
export const refuseForeignData = async (clusterFolder: string, major: number): Promise<void> => {
  if (existsSync(clusterFolder)) {
    await access(clusterFolder, constants.R_OK | constants.X_OK).catch((error: unknown) => {
      throw refused('othersFolder', [clusterFolder], { exitCode: exitCodes.configuration, cause: error });
    });
    const found = await versionIn(clusterFolder);
    if (found === undefined) throw refused('notACluster', [clusterFolder], { exitCode: exitCodes.configuration });
    if (found !== String(major)) refuseOther(clusterFolder, found, major);
    return;
  }
  const dataFolder = dirname(clusterFolder);
  if (!existsSync(dataFolder)) return;
  for (const name of await readdir(dataFolder)) {
    if (!/^pg\d+$/u.test(name)) continue;
    const found = await versionIn(join(dataFolder, name));
    if (found !== undefined) refuseOther(join(dataFolder, name), found, major);
  }
};

/**
 * Makes the folder above the cluster, so that another user may pass through it but not look around. Parents get 0755: with a
 * 0700 among them PostgreSQL, which is not root, could not reach its own files.
 */
export const prepareDataFolder = async (dataFolder: string): Promise<void> => {
  if (!existsSync(dataFolder)) {
    await mkdir(dirname(dataFolder), { recursive: true, mode: 0o755 });
    // Not recursive: on a disk that takes no writes Node would then say that the folder is missing, which is not the reason.
    await mkdir(dataFolder, { mode: 0o711 }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
  if (!(await stat(dataFolder)).isDirectory()) throw refused('cannotWrite', [dataFolder], { exitCode: exitCodes.cannotCreate });
};

// With an empty environment plain initdb chooses SQL_ASCII. The builtin provider, new in 17, folds accented letters and sorts fastest.
const localeArguments = (major: number): readonly string[] =>
  major >= 17
    ? ['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
    : ['-E', 'UTF8', '--locale=C.UTF-8', '--lc-messages=C'];

interface NewCluster {
  readonly binaries: Binaries;
  readonly clusterFolder: string;
  readonly account: Account;
  /** For tests only: skips waiting for the disk. */
  readonly noSync?: boolean;
}

/**
 * Makes the cluster, in a folder of another name that is renamed when it is complete: killed half-way, or done by two processes
 * at once, there is never half a cluster under the real name. Whoever comes second throws its own away.
 */
export const createCluster = async ({ binaries, clusterFolder, account, noSync = false }: NewCluster): Promise<void> => {
  const making = await mkdtemp(`${clusterFolder}.making-`);
  try {
    giveTo(account, making);
    const command = commandAs(account, binaries.initdb, [
      '-D', making, '-U', databaseUser, '-A', 'trust', ...localeArguments(binaries.major), ...(noSync ? ['--no-sync'] : []),
    ]);
    await promisify(execFile)(command.program, command.args, {
      ...command.as,
      cwd: '/',
      env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      timeout: 120_000,
    }).catch((error: Error & { stderr?: string; code?: unknown }) => {
      throw error.code === 'ENOENT'
        ? refused('wrongLibc', [`${process.platform}-${process.arch}`], { exitCode: exitCodes.unavailable, cause: error })
        : explain(error.stderr === undefined || error.stderr === '' ? error.message : error.stderr, clusterFolder);
    });
    await rename(making, clusterFolder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(making, { recursive: true, force: true });
    await removeAbandoned(clusterFolder);
  }
};

/** Removes what starts that were killed half-way have left, once it is an hour old and so nobody's work any more. */
const removeAbandoned = async (clusterFolder: string): Promise<void> => {
  const above = dirname(clusterFolder);
  for (const name of await readdir(above)) {
    if (!name.startsWith(`${basename(clusterFolder)}.making-`)) continue;
    const { mtimeMs } = await stat(join(above, name));
    if (Date.now() - mtimeMs > 3_600_000) await rm(join(above, name), { recursive: true, force: true });
  }
};
