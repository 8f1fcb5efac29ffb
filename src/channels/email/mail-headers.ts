import { addressParser, decodeWords } from 'postal-mime';

import { cleanLine } from './clean-text.ts';
import type { MailAddress, MailHeader } from './understood-mail.ts';

/** RFC 5322 allows 998 characters a line; an id longer than that names nothing that anybody could quote back. */
const longestId = 998;
const longestHeader = 16_384;
const mostReferences = 200;
const mostAddresses = 500;

/** What the rules of joining, of machine mail and of identity look at. Received lines and signatures stay in the raw mail. */
const neededNames = new Set([
  'from', 'sender', 'to', 'cc', 'reply-to', 'return-path', 'date', 'subject', 'content-type', 'message-id', 'in-reply-to', 'references',
  'delivered-to', 'auto-submitted', 'precedence', 'list-id', 'list-unsubscribe', 'list-post', 'mailing-list', 'feedback-id',
  'authentication-results', 'thread-index', 'thread-topic', 'importance', 'disposition-notification-to', 'delivered-by',
]);
const noise = /^x-(?:ms-exchange-(?!generated|inbox-rules|parent-message)|google-|gm-|received|microsoft-|forefront)/;
const maxHeaders = 200;
const isNeeded = (name: string): boolean => neededNames.has(name) || (name.startsWith('x-') && !noise.test(name));

/** The headers worth keeping, bounded. */
export const keptHeaders = (all: readonly MailHeader[]): MailHeader[] =>
  all
    .filter((header) => isNeeded(header.name))
    .slice(0, maxHeaders)
    .map(({ name, value }) => ({ name: cleanLine(name, 100), value: cleanLine(value, 4_000) }));

export const valuesOf = (all: readonly MailHeader[], name: string): string[] =>
  all.filter((header) => header.name === name).map((header) => header.value.slice(0, longestHeader));

export const isShortened = (all: readonly MailHeader[]): boolean => all.some((header) => header.value.length > longestHeader);

/** Every message id in a header, without brackets. Lenient: broken folding inside the brackets, or no brackets at all. */
export const idsIn = (value: string): string[] => {
  const bracketed = [...value.matchAll(/<([^<>]{1,2000})>/g)].map((match) => match[1] ?? '');
  const candidates = bracketed.length > 0 ? bracketed : value.split(/[\s,;]+/).filter((word) => word.includes('@'));
  return candidates.map((id) => cleanLine(id, longestId).replaceAll(' ', '')).filter((id) => id !== '');
};

/** References keep their first and their last: the middle of a chain of hundreds joins nothing that its ends do not. */
export const referencesIn = (values: readonly string[]): string[] => {
  const ids = [...new Set(values.flatMap(idsIn))];
  return ids.length <= mostReferences ? ids : [...ids.slice(0, 20), ...ids.slice(20 - mostReferences)];
};

const plausible = (address: string): boolean => /^[^\s@<>]{1,320}@[^\s@<>]{1,255}$/.test(address);

/** The real addresses of a header; groups are opened, and what is no address is left out. */
export const addressesIn = (values: readonly string[]): MailAddress[] =>
  values
    .flatMap((value) => addressParser(value, { flatten: true }))
    .slice(0, mostAddresses)
    .map((entry) => ({ name: cleanLine(decodeWords(entry.name), 200), address: cleanLine(entry.address ?? '', 600) }))
    .filter((entry) => plausible(entry.address));

const deliveryHeaders = [
  'delivered-to', 'x-original-to', 'x-envelope-to', 'envelope-to', 'x-delivered-to', 'x-forwarded-to', 'x-real-to', 'x-rcpt-to',
  'x-orig-to', 'resent-to', 'x-resolved-to', 'apparently-to',
];

/** All the places where servers note whom they delivered to: the case's address may stand nowhere else. */
export const deliveredToIn = (all: readonly MailHeader[]): string[] => [
  ...new Set(deliveryHeaders.flatMap((name) => addressesIn(valuesOf(all, name))).map((entry) => entry.address.toLowerCase())),
];

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const written = /\b(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s,-]+(\d{4}|\d{2})[\s,]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{4}|[a-z]{1,4})?/i;
const asctime = /\b([a-z]{3})\s+(\d{1,2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s+(?:([+-]\d{4}|[a-z]{1,4})\s+)?(\d{4})\b/i;
const iso = /^\s*\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})\s*$/;
/** Hours east of Greenwich of the zones RFC 5322 still knows by name, and of the two that Italians meet. Others count as UTC. */
const zones: Readonly<Record<string, number>> = { est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7, cet: 1, cest: 2, jst: 9 };

const offsetMinutes = (zone: string | undefined): number => {
  if (zone === undefined) return 0;
  const numeric = /^([+-])(\d{2})(\d{2})$/.exec(zone);
  if (numeric === null) return (zones[zone.toLowerCase()] ?? 0) * 60;
  return (numeric[1] === '-' ? -1 : 1) * (Number(numeric[2]) * 60 + Number(numeric[3]));
};

const fullYear = (year: string): number => (year.length > 2 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900));

/**
 * The instant of a Date header, or null when it is no date or not within mail's lifetime (1970–2100). Not by `new Date(text)`:
 * that reads a date without a zone in the zone of our machine, and takes half a sentence for a date.
 */
export const sentAtIn = (value: string | undefined): Date | null => {
  if (value === undefined) return null;
  const text = value.slice(0, 200);
  if (iso.test(text)) return within(Date.parse(text));
  const a = written.exec(text);
  if (a) return instantOf({ day: a[1], month: a[2], year: a[3], hour: a[4], minute: a[5], second: a[6], zone: a[7] });
  const b = asctime.exec(text);
  return b ? instantOf({ day: b[2], month: b[1], year: b[7], hour: b[3], minute: b[4], second: b[5], zone: b[6] }) : null;
};

type Part = string | undefined;
const instantOf = (p: { day: Part; month: Part; year: Part; hour: Part; minute: Part; second: Part; zone: Part }): Date | null => {
  const month = months.indexOf((p.month ?? '').toLowerCase());
  const [day, hour, minute, second] = [Number(p.day), Number(p.hour), Number(p.minute), Number(p.second ?? 0)];
  if (month < 0 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60) return null;
  return within(Date.UTC(fullYear(p.year ?? ''), month, day, hour, minute, second) - offsetMinutes(p.zone) * 60_000);
};

const within = (milliseconds: number): Date | null =>
  Number.isNaN(milliseconds) || milliseconds < 0 || milliseconds > Date.UTC(2100, 0) ? null : new Date(milliseconds);
