import { Link } from '@tanstack/react-router';
import { buttonClass } from '#ui/Button.tsx';
import { Entries, Entry } from '#ui/Entries.tsx';
import { isRefusal } from '#base/refusal.ts';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { Pill } from '#ui/Pill.tsx';
import type { CalendarInUse } from '../contract.ts';
import { isOpen, nextClosing, nextOpening } from '../rules.ts';
import { calendarTexts } from '../texts.ts';
import { sayInstant } from '../words.ts';
import { calendarScreenTexts } from './texts.ts';
import { sayWeek } from './week-words.ts';

/** "aperto adesso, chiude oggi alle 18:00", as somebody standing before the door wants to know it. */
const useOpenState = (calendar: CalendarInUse): { words: string; open: boolean } => {
  const texts = useTexts(calendarScreenTexts);
  const { language } = useLanguage();
  const now = useNow();
  const say = (at: Date): string => sayInstant(at, { now, timeZone: calendar.timeZone, language });
  const open = isOpen(calendar, now);
  const turn = open ? nextClosing(calendar, now) : nextOpening(calendar, now);
  if (isRefusal(turn)) return { open, words: turn.refused === 'calendar.never_closes' ? texts.always : texts.never };
  return { open, words: open ? texts.openNow(say(turn)) : texts.opens(say(turn)) };
};

function CalendarEntry({ calendar, act }: { calendar: CalendarInUse; act: string }) {
  const texts = useTexts(calendarScreenTexts);
  const { language } = useLanguage();
  const state = useOpenState(calendar);
  const { id, name, week, departments, coming } = calendar;
  const next = coming[0];
  const date = next && new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${next.date}T12:00:00Z`));
  return (
    <Entry
      title={<>{name}<Pill {...(state.open && { tone: 'calm' })}>{state.words}</Pill></>}
      acts={<Link to={`/settings/calendars/${id}`} className={buttonClass()}>{act}<span className="unseen"> {name}</span></Link>}
    >
      {sayWeek(week, texts.weekdaysShort)}
      <br />
      {departments.length === 0 ? texts.unused : texts.usedBy(departments.join(', '))}; {next ? `${texts.nextHoliday}: ${next.name[language]}, ${date}` : texts.noHolidays}
    </Entry>
  );
}

/** The calendars, each with its week in words and whether it is open now. */
export function CalendarList({ calendars, act }: { calendars: readonly CalendarInUse[]; act: string }) {
  const texts = useTexts(calendarScreenTexts);
  return <Entries label={texts.list}>{calendars.map((calendar) => <CalendarEntry key={calendar.id} calendar={calendar} act={act} />)}</Entries>;
}

/** A calendar that somebody may read and not change. */
export function CalendarFacts({ calendar }: { calendar: CalendarInUse }) {
  const texts = useTexts(calendarScreenTexts);
  const words = useTexts(calendarTexts);
  const { language } = useLanguage();
  return (
    <Entries label={calendar.name}>
      <Entry title={words.week}>{sayWeek(calendar.week, texts.weekdaysShort)}</Entry>
      <Entry title={words.timeZone}>{calendar.timeZone}</Entry>
      <Entry title={words.holidays}>{calendar.coming.length === 0 ? texts.noHolidays : calendar.coming.map(({ date, name }) => `${date} ${name[language]}`).join(', ')}</Entry>
      {calendar.exceptions.length > 0 && <Entry title={words.exceptions}>{calendar.exceptions.map(({ name, from, to }) => `${name}: ${from} – ${to}`).join(', ')}</Entry>}
    </Entries>
  );
}
