import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { StartRefused } from '../start-refused.ts';
import { openEmbedded } from './embedded.ts';
import { explain, explainSystem } from './failures.ts';

const said: readonly [output: string, it: string, en: string][] = [
  ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'è pieno', 'is full'],
  ['FATAL:  could not resize shared memory segment "/PostgreSQL.1" to 8 bytes: No space left on device', '/dev/shm', '/dev/shm'],
  ['initdb: error: could not look up effective user ID 1234: user does not exist', 'nessun nome', 'no name'],
  ['FATAL:  data directory "/d" has wrong ownership', 'un altro utente', 'another user'],
  ['FATAL:  could not open file "/d/postgresql.conf": Permission denied', 'non può scrivere', 'cannot write'],
  ['LOG:  invalid checkpoint record\nPANIC:  could not locate a valid checkpoint record at 0/1', 'Non cancelli nulla', 'Delete nothing'],
  ['LOG:  starting\nFATAL:  unrecognized configuration parameter "colour".', 'PostgreSQL dice: unrecognized configuration parameter "colour".', 'PostgreSQL says: unrecognized'],
];

test.each(said)('"%s" is explained in both languages', (output, it, en) => {
  const { words, cause } = explain(output, '/srv/presa/pg18');
  expect(words.it).toContain(it);
  expect(words.en).toContain(en);
  expect(cause).toBe(output.trim());
});

test('an error that nobody foresaw is thrown on as it is', () => {
  const error = new TypeError('a defect');
  expect(explainSystem(error, '/srv/presa')).toBe(error);
});

const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined };

/** Opens the database on a small disk of its own, and returns what came of it and what was left on that disk. */
const onDisk = async (options: string): Promise<{ error: unknown; left: string[] }> => {
  const disk = mkdtempSync(join(tmpdir(), 'presa-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'presa-test', disk]);
  try {
    const error: unknown = await openEmbedded({ dataFolder: join(disk, 'data'), log: quiet }).then(() => undefined, (reason: unknown) => reason);
    return { error, left: readdirSync(disk, { recursive: true }).map(String) };
  } finally {
    execFileSync('umount', [disk]);
    rmSync(disk, { recursive: true });
  }
};

// Only root may mount a disk that is small enough to fill.
test.runIf(process.getuid?.() === 0)('a full disk is said in words, and half a database is not left on it', async () => {
  const { error, left } = await onDisk('size=12m,mode=755');
  expect(error).toBeInstanceOf(StartRefused);
  expect(String(error)).toMatch(/The disk of .* is full/u);
  expect(left).toEqual(['data']);
});

test.runIf(process.getuid?.() === 0)('a disk that takes no writes is said in words', async () => {
  const { error } = await onDisk('ro');
  expect(error).toBeInstanceOf(StartRefused);
  expect(String(error)).toMatch(/cannot write to/u);
});
