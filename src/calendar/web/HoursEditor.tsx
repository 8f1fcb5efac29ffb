import { useId } from 'react';
import css from './calendar.module.css';
import { Button } from '#ui/Button.tsx';
import { CloseIcon } from '#ui/icons.tsx';
import { useTexts } from '#ui/language.tsx';
import type { Hours } from '../rules.ts';
import { calendarScreenTexts } from './texts.ts';
import { tidyTime } from './week-words.ts';

interface HoursEditorProps {
  /** The day or the exception they belong to, for whoever hears the fields. */
  of: string;
  hours: readonly Hours[];
  onChange: (hours: Hours[]) => void;
  /** What the server said of the nth hours' field. */
  errorOf: (at: number, field: 'from' | 'to') => string | undefined;
}

interface TimeProps {
  label: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

function Time({ label, value, error, onChange }: TimeProps) {
  const id = useId();
  return (
    <>
      <input
        className={css.time}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error && id}
        inputMode="numeric"
        maxLength={5}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={(event) => onChange(tidyTime(event.target.value))}
      />
      {error && <span id={id} className="unseen">{error}</span>}
    </>
  );
}

/** A first guess that is right for most: a whole day, then an afternoon after the break. */
const nextHours = (hours: readonly Hours[]): Hours => {
  const last = hours.at(-1);
  if (last === undefined) return { from: '09:00', to: '18:00' };
  return last.to <= '14:00' ? { from: '14:00', to: '18:00' } : { from: last.to, to: '24:00' };
};

/** The hours of one day: none is closed, a second one comes after a break. */
export function HoursEditor({ of, hours, onChange, errorOf }: HoursEditorProps) {
  const texts = useTexts(calendarScreenTexts);
  const change = (at: number, part: Partial<Hours>): void => onChange(hours.map((one, place) => (place === at ? { ...one, ...part } : one)));
  const errors = hours.flatMap((_one, at) => [errorOf(at, 'from'), errorOf(at, 'to')]).filter((words) => words !== undefined);
  return (
    <div className={css.spans} role="group" aria-label={of}>
      {hours.length === 0 && <span className={css.closed}>{texts.closed}</span>}
      {hours.map(({ from, to }, at) => (
        <span key={at} className={css.span}>
          <Time label={`${of}, ${texts.from}`} value={from} error={errorOf(at, 'from')} onChange={(value) => change(at, { from: value })} />
          –
          <Time label={`${of}, ${texts.to}`} value={to} error={errorOf(at, 'to')} onChange={(value) => change(at, { to: value })} />
          <Button look="quiet" icon={<CloseIcon />} aria-label={`${texts.removeHours}: ${of} ${from}–${to}`} onClick={() => onChange(hours.filter((_one, place) => place !== at))}>{null}</Button>
        </span>
      ))}
      {hours.length < 12 && (
        <Button look="quiet" onClick={() => onChange([...hours, nextHours(hours)])}>
          {hours.length === 0 ? texts.addHours : texts.addAfter}<span className="unseen"> {of}</span>
        </Button>
      )}
      {errors.length > 0 && <span className={css.error} aria-hidden="true">{[...new Set(errors)].join(' ')}</span>}
    </div>
  );
}
