import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readConfig, type Config } from '#base/config.ts';
import { withClient, type SocketConnection } from '#base/postgres/joining.ts';
import { StartRefused } from '#base/start-refused.ts';
import { freshDatabase, type FreshDatabase } from '#test/postgres.ts';
import { startPresa, type RunningPresa } from './start.ts';

let database: FreshDatabase;
let folder: string;
const running: RunningPresa[] = [];

beforeEach(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'presa-start-'));
});
afterEach(async () => {
  for (const presa of running.splice(0)) await presa.stop();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const configure = (env: Record<string, string> = {}): Config => {
  const { host, user, database: name } = database.connection as SocketConnection;
  const url = `postgres://${user}@localhost/${name}?host=${encodeURIComponent(host)}`;
  return readConfig({ DATABASE_URL: url, PRESA_DATA: folder, PRESA_PORT: '0', PRESA_LOG: 'silent', ...env });
};

const start = async (config: Config): Promise<RunningPresa> => {
  const presa = await startPresa(config, {});
  running.push(presa);
  return presa;
};

const refusalOf = async (starting: Promise<unknown>): Promise<StartRefused> => {
  const error: unknown = await starting.then(() => undefined, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(StartRefused);
  return error as StartRefused;
};

test('the first start prints an address and the link to set the company up, and ends without a trace', async () => {
  const presa = await start(configure());
  expect(presa.setupLink).toMatch(/\/setup#\S{20,}$/u);
  expect((await fetch(`${presa.address}/health`)).status).toBe(200);
  await presa.stop();
  await expect(fetch(`${presa.address}/health`)).rejects.toThrow('fetch failed');
});

test('a second start on the same data says that it runs already, and where', async () => {
  const { address } = await start(configure());
  // As if another process had started it: our own number is never taken for somebody else's.
  await writeFile(path.join(folder, 'running.json'), JSON.stringify([{ pid: process.ppid, address, roles: ['web'] }]));
  const refused = await refusalOf(startPresa(configure(), {}));
  expect(refused.words.it).toBe(`Presa è già in funzione su questi dati (${folder}): ${address}`);
});

test('a taken port is refused with the port that would do', async () => {
  const { address } = await start(configure());
  const port = new URL(address ?? '').port;
  const refused = await refusalOf(startPresa(configure({ PRESA_PORT: port, PRESA_DATA: path.join(folder, 'other') }), {}));
  expect(refused.words.en).toContain(`PRESA_PORT=${Number(port) + 1} npm start`);
});

test('a database that does not know us is refused in words, without the password', async () => {
  const { host } = database.connection as SocketConnection;
  const url = `postgres://presa:segreto@localhost/nowhere?host=${encodeURIComponent(host)}`;
  const refused = await refusalOf(startPresa(configure({ DATABASE_URL: url }), {}));
  expect(refused.words.en).toContain('localhost/nowhere refuses us');
  expect(JSON.stringify(refused.words)).not.toContain('segreto');
});

test('connections that the database cuts are opened again: pages, jobs and live news go on', async () => {
  const presa = await start(configure());
  await withClient({ ...(database.connection as SocketConnection) }, (client) =>
    client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()'),
  );
  await vi.waitFor(
    async () => expect([await (await fetch(`${presa.address}/health`)).json(), presa.services.live.listening]).toEqual([{ status: 'ok' }, true]),
    { timeout: 10_000, interval: 200 },
  );
});
