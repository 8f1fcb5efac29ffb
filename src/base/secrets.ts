import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/** A token that opens something: 256 random bits, readable in an address. Only its hash is ever stored. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Everything that is derived from the one secret of an installation. Each purpose has a key of its own. */
export interface Secrets {
  /** 32 bytes for `purpose`; the same every time. */
  keyFor(purpose: string): Buffer;
  /** Encrypts for storage in the database (AES-256-GCM, a fresh nonce each time). */
  seal(plain: string): string;
  /** The reverse. Throws where the text was altered or sealed under another secret. */
  unseal(sealed: string): string;
  /** HMAC-SHA256 over `text` under the key of `purpose`. */
  sign(purpose: string, text: string): Buffer;
  verifies(signature: Buffer, purpose: string, text: string): boolean;
}

export const secretsFrom = (root: Buffer): Secrets => {
  if (root.length < 32) throw new Error('The installation secret must have at least 32 bytes.');
  const keys = new Map<string, Buffer>();
  const keyFor = (purpose: string): Buffer => {
    const key = keys.get(purpose) ?? Buffer.from(hkdfSync('sha256', root, 'presa', purpose, 32));
    keys.set(purpose, key);
    return key;
  };
  const sign = (purpose: string, text: string): Buffer => createHmac('sha256', keyFor(purpose)).update(text).digest();
  return {
    keyFor,
    sign,
    verifies: (signature, purpose, text) => {
      const expected = sign(purpose, text).subarray(0, signature.length);
      return signature.length >= 16 && expected.length === signature.length && timingSafeEqual(expected, signature);
    },
    seal: (plain) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', keyFor('seal'), nonce);
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
    },
    unseal: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', keyFor('seal'), bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
  };
};
