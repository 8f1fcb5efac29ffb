import type { Instant } from '#base/clock.ts';

/**
 * A calendar file as RFC 5545 has it. Instants are written in UTC, the one form that every calendar shows at the right hour of its
 * reader, on both sides of the change to summer time and without a table of zones in the file; the company's zone is named beside.
 */
export interface CalendarEntry {
  /** The same for ever: a file that is opened again moves the entry instead of doubling it. */
  readonly uid: string;
  readonly title: string;
  readonly details: string;
  readonly at: Instant;
}

interface Around {
  readonly company: string;
  readonly timeZone: string;
  readonly now: Instant;
}

const stamp = (at: Instant): string => at.toISOString().replaceAll(/[-:]|\.\d{3}/gu, '');

/** Text as a value of the file: commas, semicolons, backslashes and line ends have their own spelling there. */
const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll(/\r\n?|\n/gu, '\\n');

const bytesIn = (text: string): number => new TextEncoder().encode(text).length;

/** A line may hold 75 bytes; the rest goes on after a line end and a space, and no character is cut in two. */
const folded = (line: string): string => {
  const lines: string[] = [];
  let current = '';
  let bytes = 0;
  for (const character of line) {
    const length = bytesIn(character);
    if (bytes + length > 75) {
      lines.push(current);
      [current, bytes] = [' ', 1];
    }
    current += character;
    bytes += length;
  }
  return [...lines, current].join('\r\n');
};

/** The file of these entries, each a quarter of an hour long and announced an hour before. */
export const calendarFile = (entries: readonly CalendarEntry[], { company, timeZone, now }: Around): string => {
  const events = entries.flatMap(({ uid, title, details, at }) => [
    'BEGIN:VEVENT', `UID:${uid}`, `DTSTAMP:${stamp(now)}`, `DTSTART:${stamp(at)}`, 'DURATION:PT15M', `SUMMARY:${escaped(title)}`, `DESCRIPTION:${escaped(details)}`,
    'TRANSP:TRANSPARENT', 'BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(title)}`, 'TRIGGER:-PT1H', 'END:VALARM', 'END:VEVENT',
  ]);
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//${escaped(company)}//Presa//IT`, 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `X-WR-TIMEZONE:${timeZone}`, ...events, 'END:VCALENDAR'];
  return `${lines.map(folded).join('\r\n')}\r\n`;
};
