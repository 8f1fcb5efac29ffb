import { describe, expect, it } from 'vitest';
import { holidaysFor, knowsHolidaysOf } from './holidays.ts';

const dates = (holidays: { date: string }[]) => holidays.map((holiday) => holiday.date);
const monza = { country: 'IT', patronDay: { month: 6, day: 24, name: 'San Giovanni Battista' } };

describe('holidays', () => {
  it('knows the Italian ones, with 4 October from 2026 on, in order and with the patron in his place', async () => {
    expect(dates(await holidaysFor(monza, [2026]))).toEqual([
      '2026-01-01', '2026-01-06', '2026-04-05', '2026-04-06', '2026-04-25', '2026-05-01', '2026-06-02', '2026-06-24',
      '2026-08-15', '2026-10-04', '2026-11-01', '2026-12-08', '2026-12-25', '2026-12-26',
    ]);
    expect(dates(await holidaysFor({ country: 'IT' }, [2025]))).not.toContain('2025-10-04');
    expect(dates(await holidaysFor({ country: 'IT' }, [2027, 2028]))).toEqual(expect.arrayContaining(['2027-03-29', '2028-04-17']));
  });

  it('names them in both languages, without years and brackets', async () => {
    const byDate = new Map((await holidaysFor(monza, [2026])).map(({ date, name }) => [date, name]));
    expect(byDate.get('2026-12-25')?.it).toMatch(/^Natale/);
    expect(byDate.get('2026-12-25')?.en).toBe('Christmas Day');
    expect(byDate.get('2026-04-25')?.it).toBe('Liberazione dal nazifascismo');
    expect(byDate.get('2026-06-24')).toEqual({ it: 'San Giovanni Battista', en: 'San Giovanni Battista' });
  });

  it('leaves out days on which people work, and says which days only make up for another', async () => {
    const british = await holidaysFor({ country: 'GB' }, [2027]);
    expect(dates(british)).not.toContain('2027-03-07');
    expect(british.find(({ date }) => date === '2027-12-27')?.name.en).toBe('Christmas Day (substitute day)');
    expect(british.find(({ date }) => date === '2027-12-27')?.name.it).toMatch(/^Natale.* \(recupero\)$/);
  });

  it('adds those of a region', async () => {
    expect(dates(await holidaysFor({ country: 'DE', region: 'BY' }, [2026]))).toContain('2026-01-06');
    expect(dates(await holidaysFor({ country: 'DE' }, [2026]))).not.toContain('2026-01-06');
  });

  it('counts every day of a long holiday, none of one that takes an afternoon, and no day twice', async () => {
    const turkish = dates(await holidaysFor({ country: 'TR' }, [2026]));
    expect(turkish).toEqual(expect.arrayContaining(['2026-03-20', '2026-03-21', '2026-03-22']));
    expect(new Set(turkish).size).toBe(turkish.length);
    expect(dates(await holidaysFor({ country: 'CN' }, [2026]))).not.toContain('2026-05-04');
  });

  it('keeps the national name where the patron falls on the same day', async () => {
    const ambrose = await holidaysFor({ country: 'IT', patronDay: { month: 12, day: 8, name: 'Patrono' } }, [2026]);
    expect(ambrose.filter(({ date }) => date === '2026-12-08').map(({ name }) => name.it)).toEqual(['Immacolata Concezione']);
  });

  it('keeps a patron of 29 February to leap years', async () => {
    const leap = { country: 'IT', patronDay: { month: 2, day: 29, name: 'Patrono' } };
    expect(dates(await holidaysFor(leap, [2027, 2028])).filter((date) => date.includes('-02-'))).toEqual(['2028-02-29']);
  });

  it('tells a known country and region from an unknown one', async () => {
    expect(await knowsHolidaysOf({ country: 'IT' })).toBe(true);
    expect(await knowsHolidaysOf({ country: 'IT', region: '32' })).toBe(true);
    expect(await knowsHolidaysOf({ country: 'IT', region: 'BZ' })).toBe(false);
    expect(await knowsHolidaysOf({ country: 'QQ' })).toBe(false);
  });
});
