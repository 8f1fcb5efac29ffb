import { expect, it } from 'vitest';
import { calendarFile } from './calendar-file.ts';

const around = { company: 'Casa Lumina', timeZone: 'Europe/Rome', now: new Date('2026-10-20T08:00:00Z') };
const entry = { uid: 'p@presa', title: 'Casa Lumina: il montaggio', details: 'Caso C-10001', at: new Date('2026-10-26T09:30:00+01:00') };

it('writes each instant so that it is right on both sides of the change of the clocks', () => {
  const summer = calendarFile([{ ...entry, at: new Date('2026-10-24T09:30:00+02:00') }], around);
  const winter = calendarFile([entry], around);
  expect([/^DTSTART:(.+)$/mu.exec(summer)?.[1]?.trim(), /^DTSTART:(.+)$/mu.exec(winter)?.[1]?.trim()]).toEqual(['20261024T073000Z', '20261026T083000Z']);
  expect(winter).toContain('X-WR-TIMEZONE:Europe/Rome\r\n');
});

it('has the lines that a calendar asks for, each ended as it must be, none over 75 bytes', () => {
  const file = calendarFile([{ ...entry, details: 'È la promessa più lunga che ci sia; '.repeat(8), title: 'Lampada, «Brera»; \\ e\nil resto' }], around);
  expect(file.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true);
  expect(file.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true);
  const lines = file.split('\r\n');
  expect(lines.every((line) => !line.includes('\n') && new TextEncoder().encode(line).length <= 75)).toBe(true);
  expect(lines).toContain('SUMMARY:Lampada\\, «Brera»\\; \\\\ e\\nil resto');
  const unfolded = file.replaceAll('\r\n ', '');
  expect(unfolded).toContain(`DESCRIPTION:${'È la promessa più lunga che ci sia\\; '.repeat(8)}\r\n`);
});

it('is an empty calendar where nothing has a day', () => {
  expect(calendarFile([], around)).not.toContain('VEVENT');
});
