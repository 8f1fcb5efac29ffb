import { useMe } from '#people/web/me.ts';

/** The company's time zone, in which promises are written and read; the reader's own until it is known. */
export const useTimeZone = (): string => useMe()?.company.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
