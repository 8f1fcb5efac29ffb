import { describe, expect, it } from 'vitest';
import { hour, plus } from '#base/clock.ts';
import { dayMarks, placeOnLine } from './timeline.ts';

const now = new Date('2026-11-26T09:00:00Z');

describe('the line of time', () => {
  it('begins with what boils now or has boiled, and ends three days on', () => {
    expect(placeOnLine(plus(now, -5 * hour), now)).toBe(0);
    expect(placeOnLine(now, now)).toBe(0);
    expect(placeOnLine(plus(now, 72 * hour), now)).toBe(1);
    expect(placeOnLine(plus(now, 500 * hour), now)).toBe(1);
  });

  it('always goes right, and gives the next hours more room than the last', () => {
    const places = Array.from({ length: 73 }, (_, hours) => placeOnLine(plus(now, hours * hour), now));
    expect(places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0))).toBe(true);
    expect((places[6] ?? 0) - (places[0] ?? 0)).toBeGreaterThan(4 * ((places[72] ?? 0) - (places[66] ?? 0)));
  });

  it('marks where days begin, by the clock of the company', () => {
    expect(dayMarks(now, 'Europe/Rome').map(({ at }) => at.toISOString())).toEqual(['2026-11-26T23:00:00.000Z', '2026-11-27T23:00:00.000Z', '2026-11-28T23:00:00.000Z']);
    expect(dayMarks(new Date('2026-11-26T23:00:00Z'), 'Europe/Rome')).toHaveLength(2);
  });
});
