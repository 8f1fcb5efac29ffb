import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StartRefused } from '../start-refused.ts';
import { openEmbedded, type EmbeddedPostgres } from './embedded.ts';
import { withClient } from './joining.ts';
import { isPostgres, readPostmasterFile } from './postmaster-file.ts';

const log = { debug: () => undefined, info: () => undefined, warn: () => undefined };
const fast = { fsync: 'off' };
let folder: string;
let opened: EmbeddedPostgres[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'presa-embedded-'));
  chmodSync(folder, 0o755);
  opened = [];
});
afterEach(async () => {
  for (const one of opened) await one.stop();
  rmSync(folder, { recursive: true, force: true });
});

const dataFolder = (): string => join(folder, 'data');
const clusterFolder = (): string => join(dataFolder(), 'pg18');

const open = async (patience?: number): Promise<EmbeddedPostgres> => {
  const one = await openEmbedded({ dataFolder: dataFolder(), log, settings: fast, ...(patience === undefined ? {} : { patience }) });
  opened.push(one);
  return one;
};

const ask = <Row extends pg.QueryResultRow>(at: EmbeddedPostgres, sql: string): Promise<Row[]> =>
  withClient(at.connection, async (client) => (await client.query<Row>(sql)).rows);

const refusal = async (): Promise<StartRefused> => {
  const error: unknown = await open().then(() => undefined, (reason: unknown) => reason);
  if (!(error instanceof StartRefused)) throw new Error(`Not refused, but: ${String(error)}`);
  expect(error.words.it).not.toBe(error.words.en);
  return error;
};

const eventually = async (holds: () => boolean, milliseconds: number): Promise<void> => {
  const deadline = Date.now() + milliseconds;
  while (!holds() && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(holds()).toBe(true);
};

const postmaster = (): number => {
  const running = readPostmasterFile(clusterFolder());
  if (running === undefined) throw new Error('No postmaster.pid.');
  return running.pid;
};

describe('the database that Presa brings', () => {
  test('is made at the first start, knows accents and UTC, and writes to the disk', async () => {
    const first = await openEmbedded({ dataFolder: dataFolder(), log });
    opened.push(first);
    expect(first.startedHere).toBe(true);
    const rows = await ask(first, `select upper('però') as up, current_setting('timezone') as zone, current_setting('fsync') as fsync,
      current_setting('server_encoding') as encoding, current_setting('listen_addresses') as network,
      current_setting('server_version_num')::int / 10000 as major`);
    expect(rows).toEqual([{ up: 'PERÒ', zone: 'UTC', fsync: 'on', encoding: 'UTF8', network: '', major: 18 }]);
  });

  test('keeps its rows over a stop, leaves no process and no socket folder behind', async () => {
    const first = await open();
    await ask(first, 'create table kept as select 41 as n');
    const pid = postmaster();
    await first.stop();
    await first.stop();
    expect(isPostgres(pid)).toBe(false);
    expect(existsSync(first.connection.host)).toBe(false);
    expect(await ask(await open(), 'select n from kept')).toEqual([{ n: 41 }]);
  });

  test('two processes that start at once share one cluster', async () => {
    const [one, other] = await Promise.all([open(), open()]);
    expect([one.startedHere, other.startedHere].sort()).toEqual([false, true]);
    expect(one.connection).toEqual(other.connection);
    expect(readdirSync(dataFolder())).toEqual(['pg18']);
    expect(await ask(other, 'select 1 as n')).toEqual([{ n: 1 }]);
  });

  test('a process that joined does not stop it for the one that started it', async () => {
    const first = await open();
    const second = await open();
    expect(second.startedHere).toBe(false);
    await second.stop();
    expect(await ask(first, 'select 1 as n')).toEqual([{ n: 1 }]);
  });

  test('says when it is lost', async () => {
    const first = await open();
    process.kill(postmaster(), 'SIGQUIT');
    expect(await first.lost).toContain('immediate shutdown');
  });

  test.runIf(process.getuid?.() === 0)('root starts it as another user', async () => {
    await open();
    const owner = statSync(clusterFolder()).uid;
    expect(owner).not.toBe(0);
    expect(statSync(`/proc/${postmaster()}`).uid).toBe(owner);
    expect(statSync(clusterFolder()).mode & 0o777).toBe(0o700);
  });

  test.runIf(process.getuid?.() === 0)('root starts it where nobody else may enter, on files that stay its own', async () => {
    chmodSync(folder, 0o700);
    await open();
    expect(statSync(clusterFolder()).uid).toBe(0);
  });
});

const startProcess = (): ChildProcess =>
  spawn(process.execPath, [fileURLToPath(new URL('open-and-write.test-process.ts', import.meta.url)), dataFolder()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** Runs a process that writes, kills it with -9 after `count` acknowledgements, and returns the last number that it was told. */
const writeAndKill = async (count: number): Promise<number> => {
  const child = startProcess();
  if (child.stdout === null) throw new Error('No output to read.');
  let last = 0;
  for await (const line of createInterface(child.stdout)) {
    if (line.startsWith('open')) continue;
    last = Number(line);
    if (last === count) child.kill('SIGKILL');
  }
  return last;
};

describe('after kill -9', () => {
  test('of Presa, PostgreSQL ends by itself and every acknowledged row is there', async () => {
    const last = await writeAndKill(200);
    expect(last).toBeGreaterThanOrEqual(200);
    await eventually(() => !existsSync(join(clusterFolder(), 'postmaster.pid')), 10_000);
    expect(await ask(await open(), `select count(*)::int as n from acknowledged where n <= ${last}`)).toEqual([{ n: last }]);
  }, 60_000);

  test('of Presa, a new start at once waits for the old one to end instead of joining it', async () => {
    await writeAndKill(20);
    const again = await open();
    expect(again.startedHere).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await ask(again, 'select 1 as n')).toEqual([{ n: 1 }]);
  }, 60_000);

  test('of PostgreSQL, nothing is lost either', async () => {
    const first = await open();
    await ask(first, 'create table kept as select generate_series(1, 1000) as n');
    process.kill(postmaster(), 'SIGKILL');
    await first.lost;
    expect(await ask(await open(), 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }]);
  }, 60_000);

  test('a process number that now belongs to another program does not block the start', async () => {
    await (await open()).stop();
    writeFileSync(join(clusterFolder(), 'postmaster.pid'), `${process.pid}\n${clusterFolder()}\n1\n5432\n/nowhere\n\n1 1\nready\n`);
    expect((await open()).startedHere).toBe(true);
  });
});

describe('it refuses, in words, and touches nothing', () => {
  test('data of another version', async () => {
    await (await open()).stop();
    writeFileSync(join(clusterFolder(), 'PG_VERSION'), '17\n');
    const { words, exitCode } = await refusal();
    expect(words.it).toContain('PostgreSQL 17');
    expect(words.en).toContain(clusterFolder());
    expect(exitCode).toBe(78);
    expect(readFileSync(join(clusterFolder(), 'PG_VERSION'), 'utf8')).toBe('17\n');
  });

  test('data of another version beside an empty place', async () => {
    mkdirSync(join(dataFolder(), 'pg16'), { recursive: true });
    writeFileSync(join(dataFolder(), 'pg16', 'PG_VERSION'), '16\n');
    expect((await refusal()).words.en).toContain('PostgreSQL 16');
    expect(readdirSync(dataFolder())).toEqual(['pg16']);
  });

  test('files that are no database', async () => {
    mkdirSync(clusterFolder(), { recursive: true });
    writeFileSync(join(clusterFolder(), 'letter.txt'), 'Cara Giulia');
    expect((await refusal()).words.it).toContain('non sono un database');
    expect(readdirSync(clusterFolder())).toEqual(['letter.txt']);
  });

  test('a data folder that is a file', async () => {
    writeFileSync(dataFolder(), '');
    expect((await refusal()).words.en).toContain(`cannot write to ${dataFolder()}`);
  });

  test('a cluster held where it cannot be reached, once patience is over', async () => {
    const first = await open();
    await first.stop();
    const holder = spawn('flock', ['--no-fork', join(clusterFolder(), 'PG_VERSION'), 'sh', '-c', 'echo held; exec sleep 60'], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => holder.stdout.once('data', resolve));
    const error: unknown = await open(500).then(() => undefined, (reason: unknown) => reason);
    holder.kill('SIGKILL');
    expect(error).toBeInstanceOf(StartRefused);
    expect(String(error)).toContain('already open in another process');
  });
});
