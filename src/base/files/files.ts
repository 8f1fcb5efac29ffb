import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { hour, systemClock } from '#base/clock.ts';

/** Stores bytes under the SHA-256 of their content: the same bytes are kept once, and a name can never lead out of the folder. */
export interface FileStore {
  /** Resolves once the bytes survive a power cut. Returns the SHA-256 in hex. */
  put(bytes: Uint8Array): Promise<string>;
  /** Rejects where nothing is stored under that hash. */
  read(sha256: string): Promise<Buffer>;
  stream(sha256: string): Readable;
  has(sha256: string): Promise<boolean>;
  /** Removes what a kill in the middle of writing left behind more than an hour ago, and says how many. Nothing refers to it. */
  removeUnfinished(): Promise<number>;
}

const isHash = /^[0-9a-f]{64}$/u;

export const openFileStore = async (folder: string): Promise<FileStore> => {
  await mkdir(folder, { recursive: true, mode: 0o755 });
  const placeOf = (sha256: string): string => {
    if (!isHash.test(sha256)) throw new Error('A file is named by its SHA-256.');
    return path.join(folder, sha256.slice(0, 2), sha256);
  };
  const has = async (sha256: string): Promise<boolean> =>
    stat(placeOf(sha256)).then(
      () => true,
      () => false,
    );
  // Whose entry in the folder above is known to be on the disk. Another process may have made one and died before that, so it is
  // flushed once by each process that writes there, 256 times at most.
  const safe = new Set<string>();
  return {
    has,
    removeUnfinished: () => removeUnfinished(folder),
    read: (sha256) => readFile(placeOf(sha256)),
    stream: (sha256) => createReadStream(placeOf(sha256)),
    put: async (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const inside = path.dirname(placeOf(sha256));
      if (await has(sha256)) return sha256;
      await writeDurably(placeOf(sha256), bytes);
      if (!safe.has(inside)) await flushFolder(folder);
      safe.add(inside);
      return sha256;
    },
  };
};

/** A folder's entries are safe only once the folder itself is flushed. */
const flushFolder = async (folder: string): Promise<void> => {
  const opened = await open(folder, 'r');
  await opened.sync().finally(() => opened.close());
};

/** Write beside, flush, rename, flush the folder: after a crash the file is there whole, or not at all. */
const writeDurably = async (place: string, bytes: Uint8Array): Promise<void> => {
  const folder = path.dirname(place);
  await mkdir(folder, { recursive: true, mode: 0o755 });
  const beside = `${place}.${randomBytes(6).toString('hex')}`;
  const file = await open(beside, 'wx', 0o644);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } catch (error) {
    await unlink(beside);
    throw error;
  } finally {
    await file.close();
  }
  await rename(beside, place);
  await flushFolder(folder);
};

const unfinished = /^[0-9a-f]{64}\.[0-9a-f]{12}$/u;

/** Whatever is being written is done in seconds; what is older was left by a kill. */
const longestWriting = hour;

const removeUnfinished = async (folder: string): Promise<number> => {
  // By the machine's clock, as the file system dates its files: ours may be moved, and must not reach a file that is being written.
  const now = systemClock.now();
  let removed = 0;
  for (const inside of (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory())) {
    for (const name of (await readdir(path.join(folder, inside.name))).filter((one) => unfinished.test(one))) {
      const place = path.join(folder, inside.name, name);
      const written = await stat(place).catch(gone);
      if (written === null || now.getTime() - written.mtimeMs < longestWriting) continue;
      await unlink(place).catch(gone);
      removed += 1;
    }
  }
  return removed;
};

/** Another process that starts at the same moment was quicker. */
const gone = (error: NodeJS.ErrnoException): null => {
  if (error.code === 'ENOENT') return null;
  throw error;
};
