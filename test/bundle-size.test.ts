import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtPages, type BuiltPages } from './built-pages.ts';

let pages: BuiltPages;
beforeAll(async () => {
  pages = await builtPages();
});
afterAll(() => pages?.remove());

interface Measured {
  readonly page: string;
  readonly firstLoad: number;
  readonly screens: number;
}

const measured = async (): Promise<Measured[]> => {
  const tool = fileURLToPath(new URL('../tools/bundle-size.ts', import.meta.url));
  // Above its budget the tool ends with 1, and still says what it measured.
  const { stdout } = await promisify(execFile)(process.execPath, [tool, pages.folder]).catch((error: { stdout: string }) => error);
  return JSON.parse(stdout) as Measured[];
};

test('what a person downloads before the first screen works stays small, compressed', async () => {
  const [app, open] = await measured();
  // The screens are fetched when gone to; if the tool saw none of them, it would have measured half.
  expect(app?.screens).toBeGreaterThan(20);
  expect(open?.screens).toBeGreaterThan(2);
  expect(app?.firstLoad).toBeLessThanOrEqual(250_000);
  expect(open?.firstLoad).toBeLessThanOrEqual(90_000);
});
