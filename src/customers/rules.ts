import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';
import { refuse, type Refusal } from '#base/refusal.ts';

/**
 * A customer is recognised by how they reach us. Two spellings of the same address or number are one identity, so each is brought
 * to one form before it is stored or looked for: addresses in lower case, numbers with their country (E.164), handles with an @,
 * and with the place where they are somebody's (`@marta.v@instagram`) where that is known: the same name elsewhere is another person.
 * Nothing is ever guessed from a name.
 */
export type IdentityKind = 'email' | 'phone' | 'handle' | 'pec';

export type IdentityRefusal = Refusal<'identity.not_an_address' | 'identity.not_a_number' | 'identity.not_a_handle'>;

const address = /^[^\s@<>"]+@[^\s@<>"]+$/u;

/** The one form of `value`; a number without a country is read as one of `country` (ISO 3166, as in "IT"). */
export const normaliseIdentity = (kind: IdentityKind, value: string, country = 'IT'): string | IdentityRefusal => {
  const trimmed = value.trim();
  if (kind === 'email' || kind === 'pec') {
    return address.test(trimmed) && trimmed.length <= 254 ? trimmed.toLowerCase() : refuse('identity.not_an_address', { value: trimmed });
  }
  if (kind === 'phone') {
    const number = parsePhoneNumberFromString(trimmed, country as CountryCode);
    return number?.isPossible() === true ? number.number : refuse('identity.not_a_number', { value: trimmed });
  }
  const handle = trimmed.replace(/^@+/u, '').toLowerCase();
  return /^[\w.-]{1,60}(?:@[\w.-]{1,60})?$/u.test(handle) ? `@${handle}` : refuse('identity.not_a_handle', { value: trimmed });
};

/** What a customer is called where nobody told us: the part of the address before the @, or the number itself. */
export const nameFromIdentity = (kind: IdentityKind, value: string): string => {
  if (kind !== 'email' && kind !== 'pec') return value;
  const words = value.slice(0, value.indexOf('@')).split(/[._-]+/u).filter((word) => /^\p{L}+$/u.test(word));
  if (words.length === 0) return value;
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
};
