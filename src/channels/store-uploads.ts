import { Buffer } from 'node:buffer';
import type { FileStore } from '#base/files/files.ts';
import { BadInput } from '#base/http/failures.ts';
import type { StoredFile } from './intake.ts';
import type { Upload } from './uploads.ts';

/**
 * Puts the files of a message into the store, before anything of it is written: what a row names is there. Bytes whose message is
 * then refused stay behind unnamed and harm nobody.
 */
export const storeUploads = async (files: FileStore, uploads: readonly Upload[]): Promise<StoredFile[]> => {
  const stored: StoredFile[] = [];
  for (const [place, { name, type, base64 }] of uploads.entries()) {
    const bytes = Buffer.from(base64, 'base64');
    if (bytes.length === 0) throw new BadInput(`files.${place}`, { it: 'Il file è vuoto.', en: 'The file is empty.' });
    stored.push({ sha256: await files.put(bytes), name, type, size: bytes.length, contentId: null, isInline: false });
  }
  return stored;
};
