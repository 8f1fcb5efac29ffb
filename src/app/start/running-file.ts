import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Config } from '#base/config.ts';
import { exitCodes, refused } from './texts.ts';

const entry = z.object({ pid: z.int().positive(), address: z.string().nullable(), roles: z.array(z.string()) });
export type RunningEntry = z.infer<typeof entry>;

const fileOf = (config: Config): string => path.join(config.dataFolder, 'running.json');

const isAlive = (pid: number): boolean => {
  // In containers every start has the same number: ours is never somebody else's.
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** A number alone may have passed to another program since; a page of ours at the address has not. */
const answers = async ({ pid, address }: RunningEntry): Promise<boolean> => {
  if (!isAlive(pid)) return false;
  if (address === null) return true;
  try {
    const health = await fetch(`${address}/health`, { signal: AbortSignal.timeout(3_000) });
    return z.object({ status: z.enum(['ok', 'in_trouble']) }).safeParse(await health.json()).success;
  } catch {
    return false;
  }
};

/** Every process of Presa that runs on this data folder now. A file that cannot be read says that none does. */
export const runningHere = async (config: Config): Promise<RunningEntry[]> => {
  const text = await readFile(fileOf(config), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '[]';
    throw error;
  });
  const parsed = z.array(entry).safeParse(parseJson(text));
  if (!parsed.success) return [];
  const alive = await Promise.all(parsed.data.map(answers));
  return parsed.data.filter((_entry, place) => alive[place]);
};

// A power cut may leave half of it. What it says is a courtesy; the database's own lock is what keeps two apart.
const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

/** Throws StartRefused with the address where one with any of our roles runs on this data already. */
export const refuseSecondStart = async (config: Config): Promise<void> => {
  const other = (await runningHere(config)).find(({ roles }) => config.roles.some((role) => roles.includes(role)));
  if (other === undefined) return;
  const { address, pid } = other;
  throw refused(
    (words) => (address === null ? words.runsAlreadyWithoutPages(config.dataFolder, pid) : words.runsAlready(config.dataFolder, address)),
    { exitCode: exitCodes.tryLater },
  );
};

const write = async (config: Config, entries: readonly RunningEntry[]): Promise<void> => {
  await mkdir(config.dataFolder, { recursive: true, mode: 0o755 });
  const beside = `${fileOf(config)}.${process.pid}`;
  await writeFile(beside, `${JSON.stringify(entries)}\n`);
  await rename(beside, fileOf(config));
};

export const noteRunning = async (config: Config, address: string | null): Promise<void> =>
  write(config, [...(await runningHere(config)), { pid: process.pid, address, roles: [...config.roles] }]);

export const noteStopped = async (config: Config): Promise<void> => write(config, await runningHere(config));
