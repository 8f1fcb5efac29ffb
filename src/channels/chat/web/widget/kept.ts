/** What a visitor's browser keeps of a conversation, so that a reload or a lost connection loses nothing. */
export interface Kept {
  /** 256 bits, made here; absent before the first line. */
  secret?: string;
  /** Lines that the server has not confirmed, in order. */
  queue: readonly { readonly clientId: string; readonly text: string }[];
  name: string;
  email: string;
  /** What stands in the field, not sent yet. */
  draft: string;
}

const blank: Kept = { queue: [], name: '', email: '', draft: '' };
const placeOf = (key: string): string => `presa.chat.${key}`;

/**
 * Within a frame the browser keeps this apart for each site around us. Where it keeps nothing at all (a visitor who forbids it), the
 * conversation lives as long as the page: that is what they asked for.
 */
export const readKept = (key: string): Kept => {
  try {
    return { ...blank, ...(JSON.parse(localStorage.getItem(placeOf(key)) ?? '{}') as Partial<Kept>) };
  } catch {
    return blank;
  }
};

export const keep = (key: string, kept: Kept): void => {
  try {
    localStorage.setItem(placeOf(key), JSON.stringify(kept));
  } catch {
    // Nothing may be kept here: see above.
  }
};

const base64url = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** So many random bytes, as they can stand in an address. */
export const random = (bytes: number): string => base64url(crypto.getRandomValues(new Uint8Array(bytes)));
