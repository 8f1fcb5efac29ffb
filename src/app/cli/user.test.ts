import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recoveryRoutes } from '#people/contract.ts';
import { addressOf, startPeopleApp, type PeopleApp } from '#test/people-app.ts';
import { commands } from './commands.ts';
import { runCommandLine } from './run.ts';

let app: PeopleApp;
let folder: string;
beforeAll(async () => {
  app = await startPeopleApp();
  folder = await mkdtemp(path.join(tmpdir(), 'presa-user-'));
  await app.add({ name: 'Giulia Serra' });
});
afterAll(async () => {
  await app.stop();
  await rm(folder, { recursive: true, force: true });
});

const type = async (...args: string[]) => {
  const { host, database } = app.services.pool.options;
  const [out, error]: [string[], string[]] = [[], []];
  const env = { LANG: 'it_IT.UTF-8', PRESA_DATA: folder, PRESA_URL: 'https://presa.example', DATABASE_URL: `postgresql:///${database}?host=${encodeURIComponent(host ?? '')}&user=presa` };
  const code = await runCommandLine(commands, args, { env, out: (text) => out.push(text), error: (text) => error.push(text) });
  return { code, out: out.join('\n'), error: error.join('\n') };
};

it('prints a link by which a colleague without mail chooses a new password, once', async () => {
  const { code, out, error } = await type('user', 'link', addressOf('Giulia Serra'));
  expect([code, error]).toEqual([0, 'Chi lo apre sceglie una nuova password per Giulia Serra. Vale una volta sola; un altro link lo annulla.']);
  const token = /^https:\/\/presa\.example\/password#(\S+)$/u.exec(out)?.[1] ?? '';
  const visitor = app.visitor();
  expect(await visitor.call(recoveryRoutes.check, { body: { token } })).toMatchObject({ name: 'Giulia Serra' });
  await visitor.call(recoveryRoutes.choose, { body: { token, password: 'una lampada accesa' } });
  await app.enter(addressOf('Giulia Serra'), 'una lampada accesa');
  expect((await visitor.try(recoveryRoutes.choose, { body: { token, password: 'una lampada spenta' } })).status).not.toBe(204);
  await expect(app.enter(addressOf('Giulia Serra'), 'una lampada spenta')).rejects.toThrow('Could not sign in');
});

it('makes no link for somebody who is not there, and asks for the address', async () => {
  expect(await type('user', 'link', 'nessuno@casalumina.example')).toEqual({ code: 1, out: '', error: 'Nessun collega entra con nessuno@casalumina.example.' });
  expect(await type('user', 'link')).toMatchObject({ code: 2, error: expect.stringContaining('Manca l’indirizzo') });
});
