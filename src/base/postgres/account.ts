import { spawnSync } from 'node:child_process';
import { chownSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { exitCodes } from '../start-refused.ts';
import { refused } from './texts.ts';

/**
 * As whom PostgreSQL runs. It refuses root, so a Presa that root starts gives it another user. `self`: the user who started us;
 * `other`: another user of the machine; `mapped`: root's own files, seen by PostgreSQL from a user namespace in which root is nobody.
 */
export type Account =
  | { readonly kind: 'self' }
  | { readonly kind: 'other'; readonly uid: number; readonly gid: number }
  | { readonly kind: 'mapped' };

const mapping = ['--user', '--map-user=65534', '--map-group=65534'];

/** The command that runs `program` with `args` under `account`, in the form that spawn takes. */
export const commandAs = (account: Account, program: string, args: readonly string[]) => ({
  program: account.kind === 'mapped' ? 'unshare' : program,
  args: account.kind === 'mapped' ? [...mapping, '--', program, ...args] : [...args],
  as: account.kind === 'other' ? { uid: account.uid, gid: account.gid } : {},
});

const userNamed = (name: string): Account | undefined => {
  const fields = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':')).find(([first]) => first === name);
  if (fields === undefined) return undefined;
  return { kind: 'other', uid: Number(fields[2]), gid: Number(fields[3]) };
};

const canRun = (account: Account, test: readonly string[]): boolean => {
  const { program, args, as } = commandAs(account, 'test', test);
  return spawnSync(program, args, { ...as, stdio: 'ignore', cwd: '/' }).status === 0;
};

/** Whether `account` may pass through every one of these folders, or run every one of these programs. */
export const reaches = (account: Account, paths: readonly string[]): boolean => paths.every((path) => canRun(account, ['-x', path]));

/** The outermost folder on the way to `path` that `account` cannot enter: the one to open, or to move away from. */
const closedFolder = (account: Account, path: string): string => {
  const above = dirname(path);
  if (above !== path && !reaches(account, [above])) return closedFolder(account, above);
  return path;
};

const ownerOf = (clusterFolder: string): Account | undefined => {
  const stat = statSync(clusterFolder, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  return stat.uid === 0 ? { kind: 'mapped' } : { kind: 'other', uid: stat.uid, gid: stat.gid };
};

/**
 * Chooses the account for the cluster in `clusterFolder`: whoever owns it already; for a new one `postgres`, else `nobody`, else
 * root's own files through a user namespace. `mustEnter` are the paths without which it could not work. Throws StartRefused.
 */
export const chooseAccount = (clusterFolder: string, mustEnter: readonly string[]): Account => {
  if (process.getuid?.() !== 0) return { kind: 'self' };
  const owner = ownerOf(clusterFolder);
  const users = [userNamed('postgres'), userNamed('nobody')].filter((user) => user !== undefined);
  const candidates: readonly Account[] = owner === undefined ? [...users, { kind: 'mapped' }] : [owner];
  const chosen = candidates.find((account) => reaches(account, mustEnter));
  if (chosen !== undefined) return chosen;
  if (owner?.kind === 'mapped') throw refused('rootsData', [clusterFolder], { exitCode: exitCodes.configuration });
  const first = owner ?? users[0];
  if (first === undefined) throw refused('noAccount', [], { exitCode: exitCodes.configuration });
  const blocked = mustEnter.find((path) => !reaches(first, [path])) ?? clusterFolder;
  throw refused('closedFolder', [closedFolder(first, blocked)], { exitCode: exitCodes.configuration });
};

/** Gives `paths` to the account that PostgreSQL will run as; nothing to do where that is us. */
export const giveTo = (account: Account, ...paths: readonly string[]): void => {
  if (account.kind === 'other') for (const path of paths) chownSync(path, account.uid, account.gid);
};
