import type { Hours, LocalTime, WorkCalendar, Weekday } from '../rules.ts';

export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** "9:00–13:00, 14:00–18:00", as a notice on a door says it; empty for a day without hours. */
export const sayHours = (hours: readonly Hours[]): string =>
  hours.map(({ from, to }) => `${from.replace(/^0/u, '')}–${to.replace(/^0(?=\d)/u, '')}`).join(', ');

/** "lun–ven 9:00–13:00, 14:00–18:00; sab 9:00–13:00": days with the same hours that follow each other are said once. */
export const sayWeek = (week: WorkCalendar['week'], names: Readonly<Record<Weekday, string>>): string => {
  const runs: { first: Weekday; last: Weekday; hours: string }[] = [];
  for (const day of weekdays) {
    const hours = sayHours(week[day]);
    const run = runs.at(-1);
    if (run?.hours === hours) run.last = day;
    else runs.push({ first: day, last: day, hours });
  }
  return runs
    .filter(({ hours }) => hours !== '')
    .map(({ first, last, hours }) => `${first === last ? names[first] : `${names[first]}–${names[last]}`} ${hours}`)
    .join('; ');
};

/** What somebody types for an hour, as contracts want it: "9" → 09:00, "9.30" and "930" → 09:30. What is no hour stays as it is. */
export const tidyTime = (typed: string): LocalTime => {
  const parts = /^(\d{1,2})(?:[:.,hH]?(\d{2}))?$/u.exec(typed.trim());
  return parts ? `${parts[1]?.padStart(2, '0')}:${parts[2] ?? '00'}` : typed.trim();
};
