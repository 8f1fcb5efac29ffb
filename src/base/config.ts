import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { second } from './clock.ts';
import { notNetworks } from './http/outbound-addresses.ts';
import { exitCodes, StartRefused } from './start-refused.ts';

const port = z.coerce.number().int().min(0).max(65_535);

const environment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/u }).optional(),
  PRESA_DATA: z.string().min(1).default('data'),
  PRESA_HOST: z.string().min(1).default('127.0.0.1'),
  PRESA_PORT: port.default(7300),
  PRESA_URL: z.url({ protocol: /^https?$/u }).optional(),
  PRESA_SECRET: z.string().min(32).optional(),
  PRESA_ROLES: z.string().default('web,jobs,mail'),
  PRESA_SMTP_PORT: port.optional(),
  PRESA_LMTP_PORT: port.optional(),
  PRESA_MAIL_HOST: z.string().min(1).default('127.0.0.1'),
  PRESA_MAX_MAIL_MB: z.coerce.number().positive().max(500).default(50),
  PRESA_TRUSTED_PROXIES: z.string().default(''),
  PRESA_OUTBOUND_ALLOW: z.string().default(''),
  PRESA_MODEL_URL: z.url({ protocol: /^https?$/u }).optional(),
  PRESA_MODEL: z.string().min(1).max(200).optional(),
  PRESA_MODEL_KEY: z.string().min(1).max(500).optional(),
  PRESA_MODEL_SECONDS: z.coerce.number().positive().max(120).default(20),
  PRESA_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export type Role = 'web' | 'jobs' | 'mail';

export interface LanguageModel {
  readonly url: string;
  readonly name: string;
  readonly key: string | null;
  /** Milliseconds: a suggestion that is not there by then is made without it. */
  readonly patience: number;
}

export interface Config {
  readonly databaseUrl: string | null;
  /** Where files, the embedded database and the secret live. Absolute. */
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  /** How people outside reach us, without a slash at the end; it stands in every link we send. */
  readonly publicUrl: string;
  readonly roles: readonly Role[];
  /** Ports of our own receiver; null where it is not asked for. */
  readonly smtpPort: number | null;
  readonly lmtpPort: number | null;
  readonly mailHost: string;
  readonly maxMailBytes: number;
  readonly trustedProxies: readonly string[];
  /** Networks that webhooks may reach although they are not public: `10.1.2.0/24`. Empty where nothing inside may be called. */
  readonly outboundAllowed: readonly string[];
  /** A language model behind an address that speaks as OpenAI's does, for suggestions; null, the default, asks none. */
  readonly model: LanguageModel | null;
  readonly logLevel: string;
}

const allRoles: readonly Role[] = ['web', 'jobs', 'mail'];

/** Reads the settings from `env`. What is wrong is said in words, all of it at once. */
export const readConfig = (env: Readonly<Record<string, string | undefined>>, folder = process.cwd()): Config => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) throw refusedSettings(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  const settings = parsed.data;
  const roles = settings.PRESA_ROLES.split(',').map((role) => role.trim());
  const strange = roles.filter((role) => !allRoles.includes(role as Role));
  if (strange.length > 0) throw refusedSettings([`PRESA_ROLES: ${strange.join(', ')} (web, jobs, mail)`]);
  const outboundAllowed = listIn(settings.PRESA_OUTBOUND_ALLOW);
  const unreadable = notNetworks(outboundAllowed);
  if (unreadable.length > 0) throw refusedSettings([`PRESA_OUTBOUND_ALLOW: ${unreadable.join(', ')} (10.1.2.0/24, …)`]);
  if ((settings.PRESA_MODEL_URL === undefined) !== (settings.PRESA_MODEL === undefined)) throw refusedSettings(['PRESA_MODEL_URL, PRESA_MODEL']);
  return {
    databaseUrl: settings.DATABASE_URL ?? null,
    dataFolder: path.resolve(folder, settings.PRESA_DATA),
    host: settings.PRESA_HOST,
    port: settings.PRESA_PORT,
    publicUrl: (settings.PRESA_URL ?? `http://${settings.PRESA_HOST}:${settings.PRESA_PORT}`).replace(/\/$/u, ''),
    roles: roles as Role[],
    smtpPort: settings.PRESA_SMTP_PORT ?? null,
    lmtpPort: settings.PRESA_LMTP_PORT ?? null,
    mailHost: settings.PRESA_MAIL_HOST,
    maxMailBytes: settings.PRESA_MAX_MAIL_MB * 1_000_000,
    trustedProxies: listIn(settings.PRESA_TRUSTED_PROXIES),
    outboundAllowed,
    model: modelIn(settings),
    logLevel: settings.PRESA_LOG,
  };
};

const modelIn = ({ PRESA_MODEL_URL: url, PRESA_MODEL: name, PRESA_MODEL_KEY: key, PRESA_MODEL_SECONDS: seconds }: z.output<typeof environment>): LanguageModel | null =>
  url === undefined || name === undefined ? null : { url: url.replace(/\/$/u, ''), name, key: key ?? null, patience: seconds * second };

const listIn = (text: string): string[] => text.split(',').map((entry) => entry.trim()).filter((entry) => entry !== '');

const refusedSettings = (faults: string[]): StartRefused =>
  new StartRefused(
    {
      it: `Queste impostazioni non vanno:\n  ${faults.join('\n  ')}`,
      en: `These settings cannot be used:\n  ${faults.join('\n  ')}`,
    },
    exitCodes.configuration,
  );

/**
 * The installation's one secret: from PRESA_SECRET, else from `secret.key` in the data folder, made at the first start and
 * readable by its owner alone. Whoever loses it must enter the mailbox passwords again.
 */
export const readSecret = async (config: Config, env: Readonly<Record<string, string | undefined>>): Promise<Buffer> => {
  if (env['PRESA_SECRET']) return Buffer.from(env['PRESA_SECRET'], 'utf8');
  const file = path.join(config.dataFolder, 'secret.key');
  await mkdir(config.dataFolder, { recursive: true, mode: 0o755 });
  try {
    await writeFile(file, randomBytes(48).toString('base64'), { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return Buffer.from(await readFile(file, 'utf8'), 'base64');
};
