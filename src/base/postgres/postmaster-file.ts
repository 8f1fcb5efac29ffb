import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What PostgreSQL writes about itself into `postmaster.pid` while it runs. */
export interface Running {
  readonly pid: number;
  readonly port: number;
  readonly socketFolder: string;
  /** `starting`, `ready` or `stopping`. */
  readonly status: string;
}

/** The PostgreSQL that holds `clusterFolder`, as far as its file says; undefined where there is none. */
export const readPostmasterFile = (clusterFolder: string): Running | undefined => {
  const path = join(clusterFolder, 'postmaster.pid');
  if (!existsSync(path)) return undefined;
  let lines: string[];
  try {
    lines = readFileSync(path, 'utf8').split('\n').map((line) => line.trim());
  } catch (error) {
    // It was there a moment ago: PostgreSQL removes the file as its last act.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const pid = Math.abs(Number(lines[0]));
  if (!Number.isInteger(pid) || pid === 0) return undefined;
  return { pid, port: Number(lines[3]), socketFolder: lines[4] ?? '', status: lines[7] ?? 'starting' };
};

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM means that the process exists and is somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

const commandOf = (pid: number): string => {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    // No such process any more, which is an answer and not a failure.
    return '';
  }
};

/**
 * Whether the process named in the file is still PostgreSQL. After a power cut, or in a new container, its number may belong
 * to any other program; PostgreSQL itself would then refuse to start for ever.
 */
export const isPostgres = (pid: number): boolean => isAlive(pid) && /postgres/u.test(commandOf(pid));
