// Who is who by address. The domain is not case-sensitive; the part before it is by the letter of the standard and never in practice:
// we keep it as it was written and compare it without regard to case.
import { headerOf, type MailAddress, type UnderstoodMail } from './understood-mail.ts';

/** For showing and sending: trimmed, domain in lower case, local part as it was written. */
export const normaliseAddress = (address: string): string => {
  const trimmed = address.trim();
  const at = trimmed.lastIndexOf('@');
  return at < 0 ? trimmed : trimmed.slice(0, at) + trimmed.slice(at).toLowerCase();
};

/** For comparing and for unique keys; never for sending. */
export const addressKey = (address: string): string => address.trim().toLowerCase();

export const isSameAddress = (one: string, other: string): boolean => addressKey(one) === addressKey(other);

/** Our mailboxes and their aliases, and the domains on which every address is ours (that of the signed reply addresses). */
export interface OwnAddresses {
  readonly addresses: readonly string[];
  readonly domains: readonly string[];
}

/** Is this one of ours? `assistenza+anything@` belongs to whoever owns `assistenza@`. */
export const isOwnAddress = (address: string, own: OwnAddresses): boolean => {
  const key = addressKey(address);
  const at = key.lastIndexOf('@');
  const domain = key.slice(at + 1);
  const plus = key.indexOf('+');
  const base = plus > 0 && plus < at ? key.slice(0, plus) + key.slice(at) : key;
  return own.domains.some((one) => one.toLowerCase() === domain) || own.addresses.some((one) => [key, base].includes(addressKey(one)));
};

/** Each address once, in its first spelling, without those of ours: a mail to ourselves comes back as a new case. */
export const withoutOurs = (list: readonly MailAddress[], own: OwnAddresses): MailAddress[] => {
  const seen = new Set<string>();
  return list.filter(({ address }) => {
    const key = addressKey(address);
    if (seen.has(key) || isOwnAddress(address, own)) return false;
    seen.add(key);
    return true;
  });
};

export interface ReplyRecipients {
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
}

type Correspondence = Pick<UnderstoodMail, 'from' | 'replyTo' | 'to' | 'cc'>;

/**
 * Whom a reply to everybody goes to: the sender, by the address where they ask for answers, and all others of the mail that is
 * answered. `to` is empty when only we are left: then there is nobody to write to, and the caller must say so.
 */
export const replyRecipients = (mail: Correspondence, own: OwnAddresses): ReplyRecipients => {
  const wished = withoutOurs(mail.replyTo, own);
  const to = wished.length > 0 ? wished : withoutOurs(mail.from === null ? [] : [mail.from], own);
  const others = withoutOurs([...mail.to, ...mail.cc], own);
  const cc = others.filter((other) => !to.some((one) => isSameAddress(one.address, other.address)));
  return to.length > 0 ? { to, cc } : { to: cc.slice(0, 1), cc: cc.slice(1) };
};

export interface Author {
  readonly address: MailAddress;
  /** False when a mailing list put our own address in From and the true one had to be guessed. */
  readonly verbatim: boolean;
  /** Where they ask for answers, when that is somewhere else: shown beside the name, never taken for who they are. */
  readonly answersElsewhere: MailAddress | null;
}

/** Who wrote it: From alone. Only when From is ours (a group that rewrites it) do the headers that keep the original count. */
export const authorOf = (mail: UnderstoodMail, own: OwnAddresses): Author | null => {
  if (mail.from === null) return null;
  if (!isOwnAddress(mail.from.address, own)) {
    const wish = withoutOurs(mail.replyTo, own).find(({ address }) => !isSameAddress(address, mail.from?.address ?? '')) ?? null;
    return { address: mail.from, verbatim: true, answersElsewhere: wish };
  }
  const kept = headerOf(mail, 'x-original-from') ?? headerOf(mail, 'x-original-sender') ?? '';
  const original = /<?([^\s<>"]{1,64}@[^\s<>"]{1,255})>?/.exec(kept)?.[1];
  const guess = original === undefined ? mail.replyTo[0] : { name: mail.from.name, address: original };
  const outsider = guess !== undefined && !isOwnAddress(guess.address, own) ? guess : null;
  return { address: outsider ?? mail.from, verbatim: outsider === null, answersElsewhere: null };
};
