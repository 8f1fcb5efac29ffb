import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { ensureWeb } from '../bin/prepare/web.mjs';

export interface BuiltPages {
  readonly folder: string;
  remove(): Promise<void>;
}

/** The pages as they were built last, and built now only where a source has changed since. A copy: another build would move them away. */
export const builtPages = async (): Promise<BuiltPages> => {
  await ensureWeb(process.cwd());
  const folder = await mkdtemp(join(tmpdir(), 'presa-pages-'));
  await cp(join(process.cwd(), 'dist/web'), folder, { recursive: true });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
};

/** The pages with React's own complaints in them (a list without keys, an element where none may be), which the real ones leave out. */
export const complainingPages = async (): Promise<BuiltPages> => {
  const folder = await mkdtemp(join(tmpdir(), 'presa-complaining-'));
  // Under vitest NODE_ENV is `test`, which is all that React asks.
  await build({ configFile: join(process.cwd(), 'vite.config.ts'), logLevel: 'error', build: { outDir: folder } });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
};
