import { openIntervalsOn, type LocalDate, type WorkCalendar } from '#calendar/rules.ts';

const allDay = [{ from: '00:00', to: '24:00' }] as const;

/** A calendar that never closes: its opening on a date is the whole of that day, however long the change of clocks makes it. */
const wholeDays = (timeZone: string): WorkCalendar => ({
  timeZone, holidays: [], exceptions: [], week: { 1: allDay, 2: allDay, 3: allDay, 4: allDay, 5: allDay, 6: allDay, 7: allDay },
});

/** From the first moment of `first` to the last of `last`, both included, where the company lives; null for what is no date. */
export const periodOfDays = (first: LocalDate, last: LocalDate, timeZone: string): { from: string; until: string } | null => {
  if (first === '' || last === '') return null;
  const calendar = wholeDays(timeZone);
  const from = openIntervalsOn(calendar, first)[0]?.from;
  const until = openIntervalsOn(calendar, last).at(-1)?.to;
  return from === undefined || until === undefined ? null : { from: from.toISOString(), until: until.toISOString() };
};
