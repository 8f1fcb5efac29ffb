import css from './calendar.module.css';
import { classNames } from '#ui/class-names.ts';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { Panel } from '#ui/Panel.tsx';
import { day } from '#base/clock.ts';
import type { CalendarInUse } from '../contract.ts';
import { openIntervalsOn, type LocalDate, type WorkCalendar } from '../rules.ts';
import { calendarScreenTexts } from './texts.ts';

/** Whatever is half typed is left out: the rules reckon with whole hours of known zones only. */
const isTime = (text: string): boolean => /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/u.test(text);

const isZone = (timeZone: string): boolean => Intl.supportedValuesOf('timeZone').includes(timeZone) || timeZone === 'UTC';

/** The calendar as it would work if it were saved now; null while it cannot be reckoned with. */
export const tryOut = ({ timeZone, week, exceptions, holidays }: WorkCalendar): WorkCalendar | null => {
  if (!isZone(timeZone)) return null;
  const hours = [...Object.values(week), ...exceptions.map((one) => one.hours)].flat();
  return hours.every(({ from, to }) => isTime(from) && isTime(to)) ? { timeZone, week, exceptions, holidays } : null;
};

const dateAt = (timeZone: string, instant: number): LocalDate =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);

const sayDate = (date: LocalDate, language: string): string =>
  new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`));

const shown = 10;

/** The next days with this calendar, holidays and exceptions named: what was typed can be checked against what one knows. */
export function Preview({ calendar }: { calendar: WorkCalendar | null }) {
  const texts = useTexts(calendarScreenTexts);
  const { language } = useLanguage();
  const now = useNow();
  if (calendar === null) return null;
  const time = new Intl.DateTimeFormat('it-IT', { timeZone: calendar.timeZone, hour: 'numeric', minute: '2-digit' });
  const dates = Array.from({ length: shown }, (_none, ahead) => dateAt(calendar.timeZone, now.getTime() + ahead * day));
  const why = (date: LocalDate): string | undefined =>
    calendar.exceptions.findLast(({ from, to }) => from <= date && date <= to)?.name ?? calendar.holidays.find((one) => one.date === date)?.name[language];
  return (
    <Panel title={texts.preview}>
      <div>
        {dates.map((date) => {
          const open = openIntervalsOn(calendar, date);
          const reason = why(date);
          const hours = open.map(({ from, to }) => `${time.format(from)}–${time.format(to)}`).join(', ');
          return (
            <p key={date} className={classNames(css.line, open.length === 0 && css.off)}>
              <span>{sayDate(date, language)}</span>
              <span className="num">{hours || texts.closed}{reason && ` (${reason})`}</span>
            </p>
          );
        })}
      </div>
    </Panel>
  );
}

/** The holidays of the year ahead as they stand in the saved calendar. */
export function ComingHolidays({ coming }: { coming: CalendarInUse['coming'] }) {
  const texts = useTexts(calendarScreenTexts);
  const { language } = useLanguage();
  if (coming.length === 0) return null;
  return (
    <Panel title={texts.coming}>
      <div>{coming.map(({ date, name }) => <p key={date} className={css.line}><span>{sayDate(date, language)}</span><span>{name[language]}</span></p>)}</div>
      <p className="small faint">{texts.comingSaved}</p>
    </Panel>
  );
}
