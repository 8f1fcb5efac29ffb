import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from './server.ts';

const file = new URL('../docs/api/openapi.json', import.meta.url);

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

it('is the document that stands in docs/api, so that a change of the API shows in its diff (write it anew with PRESA_WRITE=1)', async () => {
  const response = await app.http.inject({ url: '/api/openapi.json' });
  const written = `${JSON.stringify(response.json(), null, 1)}\n`;
  if (process.env['PRESA_WRITE'] === '1') await writeFile(file, written);
  expect(await readFile(file, 'utf8')).toBe(written);
  expect(response.json()).toMatchObject({ openapi: '3.1.0', info: { title: 'Presa' } });
});
