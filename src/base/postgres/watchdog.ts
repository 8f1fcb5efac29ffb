import { spawn, type ChildProcess } from 'node:child_process';
import { commandAs, type Account } from './account.ts';

/**
 * Runs a program that must not outlive us. The shell waits on a pipe that only our process holds: when it closes, because we
 * closed it or because we were killed with -9, the program is told to stop. `wait` then passes on how it ended, and whatever is
 * left of the session (the waiting shell, helpers that the program forgot) is told to end too. Arguments:
 * the signal, a folder to hold locked ('' for none), folders to remove at the end (one a line), the program, its arguments.
 * The lock is on the folder's PG_VERSION and is inherited by the program: it also holds between containers, whose processes
 * cannot see each other. Where `flock` is missing the program's own lock file must do.
 */
const script = `
signal=$1; locked=$2; remove=$3; shift 3
if [ -n "$locked" ] && command -v flock >/dev/null 2>&1; then
  exec 9<"$locked/PG_VERSION"
  flock -n 9
  [ $? -eq 1 ] && exit 75
fi
exec 3<&0 </dev/null
"$@" 3<&- &
program=$!
( exec 9<&-; while read -r _ <&3; do :; done; kill -s "$signal" $program ) &
exec 3<&- 9<&-
wait $program
ended=$?
trap '' TERM
kill -s TERM 0
if [ -n "$remove" ]; then
  set -f
  IFS='
'
  rm -rf -- $remove
fi
exit $ended
`;

/** The exit code of a watchdog that found its folder locked by another one. */
export const lockedElsewhere = 75;

interface Guarded {
  readonly account: Account;
  readonly program: string;
  readonly args: readonly string[];
  /** What makes the program stop in good order. */
  readonly signal: 'INT' | 'TERM';
  /** The folder that only one such program may have; see the script. */
  readonly lock?: string;
  /** Folders to remove when the program has ended, however it ended. */
  readonly removeAfter?: readonly string[];
  readonly onOutput: (text: string) => void;
}

export interface GuardedProgram {
  /** Settles with the exit code when the program has ended and its folders are removed. */
  readonly ended: Promise<number>;
  /** The code, once it has ended. */
  exitCode(): number | undefined;
  /** Tells the program to stop; `ended` says when it has. */
  letGo(): void;
}

const unref = (child: ChildProcess): void => {
  child.unref();
  for (const stream of [child.stdin, child.stdout, child.stderr]) {
    if (stream !== null && 'unref' in stream && typeof stream.unref === 'function') stream.unref();
  }
};

/**
 * Starts a program under the watchdog, in a session of its own, so that Ctrl-C reaches our shutdown and not the program. It
 * does not keep our process alive: a script that forgets to stop it ends all the same, and takes the program with it.
 */
export const runGuarded = ({ account, program, args, signal, lock, removeAfter = [], onOutput }: Guarded): GuardedProgram => {
  const command = commandAs(account, '/bin/sh', [
    '-c', script, 'presa-watchdog', signal, lock ?? '', removeAfter.join('\n'), program, ...args,
  ]);
  const child = spawn(command.program, command.args, {
    ...command.as,
    detached: true,
    cwd: '/',
    // Nothing of ours leaks in: PGDATA or PGPORT in the surroundings would redirect it, LANG would translate its errors.
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let code: number | undefined;
  child.stdin.on('error', () => undefined); // It may be gone before we let go of it; `ended` tells.
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', onOutput);
  const ended = new Promise<number>((resolve) => {
    child.once('error', (error) => {
      code = 127;
      onOutput(error.message);
      resolve(code);
    });
    child.once('close', (status) => resolve((code = status ?? 128)));
  });
  unref(child);
  return { ended, exitCode: () => code, letGo: () => void child.stdin.end() };
};
