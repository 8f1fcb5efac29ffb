import type { Holiday, LocalDate } from './rules.ts';

/** Whose holidays: a country (ISO 3166, `IT`), a region as `date-holidays` names it (Alto Adige is `32`), the town's patron. */
export interface HolidaysOf {
  readonly country: string;
  readonly region?: string;
  readonly patronDay?: { readonly month: number; readonly day: number; readonly name: string };
}

type Library = typeof import('date-holidays').default;

// The library brings the holidays of the whole world: 150 ms and 38 MB to load, measured on Node 24. It is fetched when
// somebody first sets up a calendar, and what comes out is kept with the calendar; no deadline waits for it.
const load = async (): Promise<Library> => (await import('date-holidays')).default;

/** Whether the library knows the country, and the region if one is named. */
export const knowsHolidaysOf = async ({ country, region }: HolidaysOf): Promise<boolean> => {
  const library = new (await load())();
  if (library.getCountries()[country] === undefined) return false;
  return region === undefined || library.getStates(country)?.[region] !== undefined;
};

/** "Liberazione dal nazifascismo (1945)" and "Natale (substitute day)" are not what people call these days. */
const plainName = (name: string, substitute: string, isSubstitute: boolean): string => {
  const plain = name.replace(/\s*\([^)]*\)$/, '');
  return isSubstitute ? `${plain} (${substitute})` : plain;
};

/** The local dates whose midnight lies within the holiday: all days of a long one, none of one that is only an evening. */
const datesOf = ({ date, start, end }: { date: string; start: Date; end: Date }): LocalDate[] => {
  const firstMidnight = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  const begins = Date.parse(`${date.slice(0, 19).replace(' ', 'T')}Z`);
  // Two hours to spare: on the day the clocks change a holiday lasts 25 hours, and must not reach into the next day.
  const ends = begins + (end.getTime() - start.getTime()) - 2 * 3_600_000;
  const dates: LocalDate[] = [];
  for (let midnight = firstMidnight; midnight < ends; midnight += 86_400_000) {
    if (midnight >= begins) dates.push(new Date(midnight).toISOString().slice(0, 10));
  }
  return dates;
};

const keyOf = ({ date, rule }: { date: string; rule: string }): string => `${date} ${rule}`;

const isLeapYear = (year: number): boolean => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;

const patronDates = (patron: NonNullable<HolidaysOf['patronDay']>, years: readonly number[]): Holiday[] => {
  const monthAndDay = [patron.month, patron.day].map((number) => String(number).padStart(2, '0')).join('-');
  return years
    .filter((year) => monthAndDay !== '02-29' || isLeapYear(year))
    .map((year) => ({ date: `${year}-${monthAndDay}`, name: { it: patron.name, en: patron.name } }));
};

/**
 * The public holidays of `years`, in order, one per date, with their names in both languages. Bank holidays, school holidays
 * and observances are left out: on those days people work. A patron's day that is a national holiday keeps the latter's name.
 */
export const holidaysFor = async (of: HolidaysOf, years: readonly number[]): Promise<Holiday[]> => {
  const Library = await load();
  const options = { types: ['public' as const] };
  const library = of.region === undefined
    ? new Library(of.country, options)
    : new Library(of.country, of.region, options);
  const byDate = new Map<LocalDate, Holiday>();
  const add = (holiday: Holiday) => { if (!byDate.has(holiday.date)) byDate.set(holiday.date, holiday); };
  for (const year of years) {
    const english = new Map(library.getHolidays(year, 'en').map((holiday) => [keyOf(holiday), holiday.name]));
    for (const holiday of library.getHolidays(year, 'it')) {
      const name = {
        it: plainName(holiday.name, 'recupero', holiday.substitute === true),
        en: plainName(english.get(keyOf(holiday)) ?? holiday.name, 'substitute day', holiday.substitute === true),
      };
      for (const date of datesOf(holiday)) add({ date, name });
    }
  }
  if (of.patronDay !== undefined) patronDates(of.patronDay, years).forEach(add);
  return [...byDate.values()].toSorted((a, b) => a.date.localeCompare(b.date));
};
