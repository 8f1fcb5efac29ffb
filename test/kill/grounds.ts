import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { movableClock, type MovableClock } from '#base/clock.ts';
import { readConfig } from '#base/config.ts';
import { openLog } from '#base/log.ts';
import type { Services } from '#base/services.ts';
import { inWork, system } from '#base/work.ts';
import type { MailboxInput } from '#channels/email/contract.ts';
import { openServices } from '../../src/app/services.ts';
import { foundCasaLumina, type CasaLumina } from '../../src/demo/company.ts';
import { databaseUrl, freePort, programOf, type Program } from './program.ts';

/** Another seed each time; a run that failed is run again by PRESA_KILL_SEED. */
export const seedOfRun = (): number => {
  const seed = Number(process.env['PRESA_KILL_SEED'] ?? Date.now() % 1_000_000);
  process.stdout.write(`killed with -9: PRESA_KILL_SEED=${seed}\n`);
  return seed;
};

export const until = async (what: string, within: number, isSo: () => Promise<boolean>): Promise<void> => {
  const deadline = performance.now() + within;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`Not within ${within} ms: ${what}`);
    await pause(20);
  }
};

export interface Installation extends CasaLumina {
  readonly services: Services;
  readonly clock: MovableClock;
  readonly folder: string;
  readonly program: Program;
  readonly smtpPort: number;
}

interface Installing {
  readonly connection: { readonly host?: string | undefined; readonly database?: string | undefined };
  readonly servers?: Pick<MailboxInput, 'imap' | 'smtp'>;
  readonly script: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Where programs are killed: what is set up for it, and taken away when it is over, the last first. */
export interface Grounds {
  /** To be done when it is over. */
  afterwards(close: () => Promise<unknown>): void;
  temporaryFolder(): Promise<string>;
  /** Casa Lumina on that database, a program that can be killed over it, and services of our own to look at both. */
  install(installing: Installing): Promise<Installation>;
  clear(): Promise<void>;
}

// Twenty starts in one test: compiling the same files twenty times would be most of it. Kept between runs; Node looks whether a file has changed.
const compiled = path.join(process.cwd(), 'node_modules/.cache/presa-kill');

export const openGrounds = (): Grounds => {
  const closers: (() => Promise<unknown>)[] = [];
  const afterwards = (close: () => Promise<unknown>): void => void closers.push(close);
  const temporaryFolder = async (): Promise<string> => {
    const folder = await mkdtemp(path.join(tmpdir(), 'presa-kill-'));
    afterwards(() => rm(folder, { recursive: true, force: true }));
    return folder;
  };
  const install = async ({ connection, servers, script, env = {} }: Installing): Promise<Installation> => {
    const folder = await temporaryFolder();
    const secret = 'x'.repeat(48);
    const smtpPort = await freePort();
    const clock = movableClock();
    const opened = await openServices({ config: readConfig({ PRESA_DATA: folder }), connection, secret: Buffer.from(secret), log: openLog('silent'), clock });
    afterwards(() => opened.close());
    const company = await inWork(opened.services, system, (work) => foundCasaLumina(work, servers === undefined ? {} : { servers }));
    const program = programOf(script, {
      DATABASE_URL: databaseUrl({ host: connection.host ?? '', database: connection.database ?? '' }),
      PRESA_DATA: folder, PRESA_SECRET: secret, PRESA_SMTP_PORT: String(smtpPort), PRESA_ROLES: 'jobs,mail',
      NODE_COMPILE_CACHE: compiled,
      ...env,
    });
    afterwards(() => program.end());
    return { ...company, services: opened.services, clock, folder, program, smtpPort };
  };
  return {
    afterwards, temporaryFolder, install,
    clear: async () => {
      for (const close of closers.splice(0).reverse()) await close();
    },
  };
};
