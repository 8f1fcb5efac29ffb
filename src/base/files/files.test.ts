import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { hour, minute, plus, systemClock } from '#base/clock.ts';
import { openFileStore } from './files.ts';

// What reached the disk in what order: a power cut cannot be had in a test, but the flushes that it needs can be seen.
const flushed = vi.hoisted(() => [] as string[]);
vi.mock('node:fs/promises', async (load) => {
  const real = await load<typeof import('node:fs/promises')>();
  const open: typeof real.open = async (place, ...rest) => {
    const handle = await real.open(place, ...rest);
    const sync = handle.sync.bind(handle);
    handle.sync = () => {
      flushed.push(String(place));
      return sync();
    };
    return handle;
  };
  return { ...real, open };
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'presa-files-'));
  flushed.length = 0;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('keeps the same bytes once and gives them back', async () => {
  const store = await openFileStore(folder);
  const [one, other] = await Promise.all([store.put(Buffer.from('collo')), store.put(Buffer.from('collo'))]);
  expect(one).toBe(other);
  expect((await store.read(one)).toString()).toBe('collo');
  expect(await readdir(path.join(folder, one.slice(0, 2)))).toEqual([one]);
  expect([await store.has(one), await store.has('0'.repeat(64))]).toEqual([true, false]);
  await expect(store.has('../../secret.key')).rejects.toThrow('named by its SHA-256');
});

it('flushes the file, its folder, and the folder above where that is new', async () => {
  const store = await openFileStore(folder);
  const sha256 = await store.put(Buffer.from('collo'));
  const inside = path.join(folder, sha256.slice(0, 2));
  expect(flushed.map((place) => place.replace(/\.[0-9a-f]{12}$/u, ''))).toEqual([path.join(inside, sha256), inside, folder]);
  flushed.length = 0;
  // Another file in the same folder: its two letters are the same, and the entry of the folder is safe already.
  let number = 0;
  const sameFolder = async (): Promise<string> => {
    for (;;) {
      number += 1;
      flushed.length = 0;
      const put = await store.put(Buffer.from(`altro ${number}`));
      if (put.startsWith(sha256.slice(0, 2))) return put;
    }
  };
  const second = await sameFolder();
  expect(flushed.map((place) => place.replace(/\.[0-9a-f]{12}$/u, ''))).toEqual([path.join(inside, second), inside]);
});

it('removes what a kill left half written an hour ago, and neither what is being written nor what is kept', async () => {
  const store = await openFileStore(folder);
  const kept = await store.put(Buffer.from('collo'));
  const inside = path.join(folder, kept.slice(0, 2));
  const now = systemClock.now();
  const at = async (name: string, when: Date): Promise<void> => {
    await writeFile(path.join(inside, name), 'mezzo');
    await utimes(path.join(inside, name), when, when);
  };
  await at(`${kept}.0123456789ab`, plus(now, -hour - minute));
  await at(`${kept}.ba9876543210`, plus(now, -minute));
  await at('appunti.txt', plus(now, -24 * hour));
  await utimes(path.join(inside, kept), plus(now, -24 * hour), plus(now, -24 * hour));
  expect(await store.removeUnfinished()).toBe(1);
  expect((await readdir(inside)).toSorted()).toEqual([kept, `${kept}.ba9876543210`, 'appunti.txt'].toSorted());
  expect(await store.removeUnfinished()).toBe(0);
});
