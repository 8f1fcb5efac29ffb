import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';

/** Stores bytes under the SHA-256 of their content: the same bytes are kept once, and a name can never lead out of the folder. */
export interface FileStore {
  /** Resolves once the bytes survive a power cut. Returns the SHA-256 in hex. */
  put(bytes: Uint8Array): Promise<string>;
  /** Rejects where nothing is stored under that hash. */
  read(sha256: string): Promise<Buffer>;
  stream(sha256: string): Readable;
  has(sha256: string): Promise<boolean>;
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
  return {
    has,
    read: (sha256) => readFile(placeOf(sha256)),
    stream: (sha256) => createReadStream(placeOf(sha256)),
    put: async (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      if (!(await has(sha256))) await writeDurably(placeOf(sha256), bytes);
      return sha256;
    },
  };
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
  const opened = await open(folder, 'r');
  await opened.sync();
  await opened.close();
};
