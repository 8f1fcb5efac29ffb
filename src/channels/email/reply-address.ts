// The address that a reply comes back to says which case or request it belongs to, and proves that we gave it out: 128 bits of an
// HMAC that nobody can guess. An id alone would let strangers write into other people's cases; a Message-ID is no proof at all, since
// everybody who ever received a mail knows it. For a request the proof is bound to the colleague who was asked: whoever answers is
// known by the address they were given, and the one that another colleague was given does not speak for them.
import { createHmac, timingSafeEqual } from 'node:crypto';

import { addressKey } from './addresses.ts';

export type ReplyKind = 'case' | 'request';

export interface ReplySubject {
  readonly kind: ReplyKind;
  /** A UUID, or a short number or word of at most 20 characters a–z, 0–9. */
  readonly id: string;
  /** The one person who was given this address. Needed for requests, absent for cases. */
  readonly recipient?: string;
}

const letters: Readonly<Record<ReplyKind, string>> = { case: 'c', request: 'r' };
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
const macBytes = 16;
/** RFC 5321; some servers of large companies refuse one character more. */
const longestLocalPart = 64;

const base32 = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
};

const fromBase32 = (text: string): Uint8Array => {
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Uint8Array.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const shortId = /^[a-z0-9]{1,20}$/;

/** UUIDs in 26 letters instead of 36, since 64 are all that a local part may have; short ids as they are, which is never as long. */
const packed = (id: string): string => (uuid.test(id) ? base32(Buffer.from(id.replaceAll('-', ''), 'hex')) : id);

const unpacked = (text: string): string =>
  text.length === 26 ? Buffer.from(fromBase32(text)).toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : text;

/** The parts are told apart by a NUL, which none of them can hold. */
const macOf = ({ kind, id, recipient }: ReplySubject, key: Uint8Array): Buffer => {
  if ((kind === 'request') !== (recipient !== undefined)) throw new TypeError('A request is answered by one recipient, a case by nobody in particular.');
  const said = ['presa reply address 1', kind, id, recipient === undefined ? '' : addressKey(recipient)].join('\0');
  return createHmac('sha256', key).update(said).digest().subarray(0, macBytes);
};

/**
 * `base+<kind><id>.<mac>@domain`. `mailbox` is the address that receives (`risposte@casalumina.example`), `key` at least 32 secret bytes.
 * Throws when the id is of neither form or the local part would pass 64 characters: a defect of the caller, or a mailbox name too
 * long for UUIDs (then give it the short number of the case).
 */
export const signedReplyAddress = (subject: ReplySubject, mailbox: string, key: Uint8Array): string => {
  if (!uuid.test(subject.id) && !shortId.test(subject.id)) throw new TypeError(`No id for a reply address: ${subject.id}`);
  const at = mailbox.lastIndexOf('@');
  const local = `${mailbox.slice(0, at)}+${letters[subject.kind]}${packed(subject.id)}.${base32(macOf(subject, key))}`;
  if (at < 1 || local.length > longestLocalPart) throw new RangeError(`${mailbox} leaves no room for a reply address.`);
  return local + mailbox.slice(at);
};

export interface ReplyAddress {
  readonly kind: ReplyKind;
  readonly id: string;
  readonly mac: Uint8Array;
  /** The mailbox without the signed part. */
  readonly mailbox: string;
}

const form = /^([^+@\s]{1,60})\+([cr])([a-z2-7]{26}|[a-z0-9]{1,20})\.([a-z2-7]{26})@([^@\s]{1,255})$/;

/** Reads an address of that form, in any case of letters, proven or not; null for any other address. */
export const parseReplyAddress = (address: string): ReplyAddress | null => {
  const match = form.exec(address.trim().toLowerCase());
  if (match === null) return null;
  const [, base = '', letter, id = '', mac = '', domain = ''] = match;
  return { kind: letter === 'c' ? 'case' : 'request', id: unpacked(id), mac: fromBase32(mac), mailbox: `${base}@${domain}` };
};

/** Did we give out this address, to this recipient when it is a request's? Takes the same time whatever is wrong with it. */
export const isGenuine = (address: ReplyAddress, key: Uint8Array, recipient?: string): boolean => {
  const subject = { kind: address.kind, id: address.id };
  const expected = macOf(recipient === undefined ? subject : { ...subject, recipient }, key);
  return address.mac.byteLength === macBytes && timingSafeEqual(expected, address.mac);
};

/** Which of those whom we asked was given this address; null when none of them, whatever From says. */
export const whoWasGiven = (address: ReplyAddress, key: Uint8Array, recipients: readonly string[]): string | null =>
  address.kind === 'request' ? (recipients.find((recipient) => isGenuine(address, key, recipient)) ?? null) : null;

const ownId = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.presa@([a-z0-9.-]{1,255})$/;

/** The Message-ID of a mail of ours, without brackets: on our own domain, because foreign ones look like spam. `id` is a UUID. */
export const messageIdFor = (id: string, domain: string): string => {
  const made = `${id}.presa@${domain.toLowerCase()}`;
  if (!ownId.test(made)) throw new TypeError(`No Message-ID can be made of ${id} at ${domain}.`);
  return made;
};

/** The UUID inside a Message-ID of ours, or null. It finds the case; it proves nothing about who is writing. */
export const ourMessage = (messageId: string, domains: readonly string[]): string | null => {
  const match = ownId.exec(messageId.trim().replace(/^<|>$/g, '').toLowerCase());
  return match?.[1] !== undefined && domains.some((domain) => domain.toLowerCase() === match[2]) ? match[1] : null;
};

export const isOurs = (messageId: string, domains: readonly string[]): boolean => ourMessage(messageId, domains) !== null;
