import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const longestStart = 30_000;
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What runs in the process: all of Presa as `npm start` runs it, or only what has to do with mail, which starts faster. */
export const scripts = { presa: [at('../../src/app/cli/main.ts'), 'start'], mailParts: [at('mail-parts.test-process.ts')] } as const;

/** Presa in a process of its own that can be killed. */
export interface Program {
  /** Starts it, and resolves when it says that it runs; false where it was killed before. */
  start(): Promise<boolean>;
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>;
  /** Ends everything, for good. */
  end(): Promise<void>;
  /** The errors that it logged over all its lives. */
  readonly defects: readonly string[];
  /** How it ended, and what it had printed, where nobody killed it. */
  readonly ends: readonly string[];
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });

/** PostgreSQL's address for DATABASE_URL, by the folder of its socket. */
export const databaseUrl = ({ host, database }: { host: string; database: string }): string =>
  `postgresql:///${database}?host=${encodeURIComponent(host)}&user=presa`;

interface Life {
  readonly child: ChildProcess;
  /** Waits to be told to begin; what is not told begins by itself. */
  readonly loaded: Promise<void>;
  readonly running: Promise<void>;
  readonly ended: Promise<void>;
  printed(): string;
}

interface Heard {
  readonly onDefect: (line: string) => void;
  readonly onEnd: (how: string) => void;
}

/** The channel is how it hears that this process is gone: a run that is interrupted leaves nothing behind. */
const bear = (script: readonly string[], env: Readonly<Record<string, string>>, { onDefect, onEnd }: Heard): Life => {
  const child = spawn(process.execPath, [...script], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC', PRESA_LOG: 'error', PRESA_PORT: '0', ...env },
  });
  let printed = '';
  const heard = new Map<string, () => void>();
  const hears = (words: string): Promise<void> => new Promise((resolve) => void heard.set(words, resolve));
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      for (const line of text.split('\n')) if (line.includes('"level":50')) onDefect(line);
      for (const [words, resolve] of heard) if (printed.includes(words)) resolve();
    });
  }
  child.once('exit', (code, signal) => {
    if (signal !== 'SIGKILL') onEnd(`${code ?? signal}: ${printed}`);
  });
  // Killed between two of our words to it, the channel is closed; that it is gone is told by its exit.
  child.on('error', () => undefined);
  return { child, loaded: hears('Presa is loaded'), running: hears('Presa is running'), ended: new Promise((resolve) => void child.once('exit', () => resolve())), printed: () => printed };
};

export const programOf = (script: readonly string[], env: Readonly<Record<string, string>>): Program => {
  const defects: string[] = [];
  const ends: string[] = [];
  const next = (): Life => bear(script, env, { onDefect: (line) => void defects.push(line), onEnd: (how) => void ends.push(how) });
  // The one that starts after the next kill loads its code while this one works.
  let spare: Life | undefined;
  let current: Life | undefined;

  const start = async (): Promise<boolean> => {
    const life = spare ?? next();
    current = life;
    void life.loaded.then(() => life.child.send('begin', () => undefined));
    spare = script === scripts.mailParts ? next() : undefined;
    const late = new Promise<'late'>((resolve) => void setTimeout(resolve, longestStart, 'late').unref());
    const outcome = await Promise.race([life.running.then(() => 'running' as const), life.ended.then(() => 'ended' as const), late]);
    if (outcome === 'late' || (outcome === 'ended' && life.child.signalCode !== 'SIGKILL')) throw new Error(`Presa did not start (${outcome}): ${life.printed()}`);
    return outcome === 'running';
  };
  const kill = async (life: Life | undefined): Promise<void> => {
    life?.child.kill('SIGKILL');
    await life?.ended;
  };
  return {
    start,
    kill: () => kill(current),
    end: async () => void (await Promise.all([kill(current), kill(spare)])),
    defects,
    ends,
  };
};
