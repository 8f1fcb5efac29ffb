/**
 * Which place an address stands at, who wrote there, and whose case it is about. The place is read from the address, because nobody
 * should have to type it; the writer is somebody only together with the place, because the same name elsewhere is another person.
 */
interface Site {
  readonly site: string;
  readonly channel: 'review' | 'social';
}

const known: readonly (readonly [RegExp, Site])[] = [
  [/(?:^|\.)(?:google\.[a-z.]+|goo\.gl|g\.page|g\.co)$/u, { site: 'Google', channel: 'review' }],
  [/(?:^|\.)trustpilot\.[a-z.]+$/u, { site: 'Trustpilot', channel: 'review' }],
  [/(?:^|\.)tripadvisor\.[a-z.]+$/u, { site: 'Tripadvisor', channel: 'review' }],
  [/(?:^|\.)amazon\.[a-z.]+$/u, { site: 'Amazon', channel: 'review' }],
  [/(?:^|\.)(?:feedaty\.com)$/u, { site: 'Feedaty', channel: 'review' }],
  [/(?:^|\.)(?:facebook\.com|fb\.com|fb\.me)$/u, { site: 'Facebook', channel: 'social' }],
  [/(?:^|\.)instagram\.com$/u, { site: 'Instagram', channel: 'social' }],
  [/(?:^|\.)(?:x\.com|twitter\.com)$/u, { site: 'X', channel: 'social' }],
  [/(?:^|\.)tiktok\.com$/u, { site: 'TikTok', channel: 'social' }],
  [/(?:^|\.)linkedin\.com$/u, { site: 'LinkedIn', channel: 'social' }],
  [/(?:^|\.)(?:youtube\.com|youtu\.be)$/u, { site: 'YouTube', channel: 'social' }],
  [/(?:^|\.)reddit\.com$/u, { site: 'Reddit', channel: 'social' }],
];

/** The address in its one form, without what only marks a place on the page; null where it is no https address that one may click. */
export const postAddress = (typed: string): string | null => {
  const url = URL.parse(typed.trim());
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  url.hash = '';
  return url.href;
};

/** Which place an https address stands at, as people call it; what we do not know is called by its own name and taken for reviews. */
export const siteOf = (url: string): Site => {
  const host = (URL.parse(url)?.hostname ?? '').replace(/^(?:www|m)\./u, '');
  return known.find(([pattern]) => pattern.test(host))?.[1] ?? { site: host, channel: 'review' };
};

/** The one form of a place's name, fit for an identity: `google`, `recensioni-verificate`. */
export const siteKey = (site: string): string =>
  site.toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/[^\w.-]+/gu, '-').replaceAll(/^-+|-+$/gu, '').slice(0, 60) || 'altrove';

/** A handle as the place writes it (`@Marta.V`) in its one form, without its sign; null where it is a name and no handle. */
export const handleOf = (typed: string): string | null => {
  const handle = typed.trim().replace(/^@+/u, '').toLowerCase();
  return /^[\w.-]{1,60}$/u.test(handle) ? handle : null;
};

/** Whose a handle is, in words that can be stored: `@marta.v@instagram`. */
export const identityAt = (handle: string, key: string): string => `@${handle}@${key}`;

/** The case that it certainly belongs to: the one a person chose, else the only open one of a customer who is known for certain. */
export const caseOfPost = (chosen: string | null | undefined, open: readonly { readonly id: string }[]): string | null => {
  if (chosen !== undefined) return chosen;
  return open.length === 1 ? open[0]!.id : null;
};
