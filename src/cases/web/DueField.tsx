import { use, useId, useMemo, useState } from 'react';
import css from './Forms.module.css';
import { Field } from '#ui/Field.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { sayWhen } from '#ui/say-when.ts';
import { dueChoices, fromLocalInput, toLocalInput } from './due-choices.ts';
import { HoursOf, useDepartmentCalendar } from './department-calendar.ts';
import { actTexts } from './act-texts.ts';

interface DueFieldProps {
  label: string;
  description?: string;
  error?: string | undefined;
  /** ISO 8601; null while nothing is chosen. */
  value: string | null;
  onChange: (value: string | null) => void;
  /** A date that stands behind another word of ours; offered first. */
  offered?: readonly { at: string; words?: string }[];
  /** Where room is short: the field itself appears only for who wants another date. */
  compact?: boolean;
}

const none: readonly { at: string }[] = [];

/** A date and an hour: one press for those that people give most, any other in the field. */
export function DueField({ label, description, error, value, onChange, offered = none, compact = false }: DueFieldProps) {
  const texts = useTexts(actTexts);
  const { language } = useLanguage();
  const now = useNow();
  // To the minute: the choices must not move under the pointer with every tick of the clock.
  const minute = toLocalInput(now);
  const calendar = useDepartmentCalendar(use(HoursOf));
  const usual = useMemo(() => dueChoices(new Date(minute), calendar), [minute, calendar]);
  const choices = [
    ...offered.filter(({ at }) => new Date(at) > now).map(({ at, words }) => ({ at, words: words ?? sayWhen(new Date(at), now, { language }) })),
    ...usual.map((date) => ({ at: date.toISOString(), words: sayWhen(date, now, { language }) })),
  ];
  const seen = new Set<number>();
  const once = choices.filter(({ at }) => {
    const instant = new Date(at).getTime();
    const isNew = !seen.has(instant);
    seen.add(instant);
    return isNew;
  }).slice(0, compact ? 3 : 4);
  const isChosen = (at: string): boolean => value !== null && new Date(value).getTime() === new Date(at).getTime();
  const [otherOpen, setOtherOpen] = useState(false);
  const labelId = useId();
  const showsField = !compact || otherOpen || (value !== null && !once.some(({ at }) => isChosen(at)));
  const chips = (
    <div className={css.chips} role="group" aria-label={compact ? undefined : texts.usualDates} aria-labelledby={compact ? labelId : undefined}>
      {once.map(({ at, words }) => <button key={at} type="button" className={css.chip} aria-pressed={isChosen(at)} onClick={() => onChange(at)}>{words}</button>)}
      {compact && !showsField && <button type="button" className={css.chip} onClick={() => setOtherOpen(true)}>{texts.otherDate}</button>}
    </div>
  );
  const field = (
    <Field label={compact ? texts.otherDate : label} {...(description && { description })} {...(error && !compact && { error })}>
      {(wired) => (
        <input
          type="datetime-local" {...wired} step={300} min={minute} value={value === null ? '' : toLocalInput(new Date(value))}
          onChange={(event) => onChange(fromLocalInput(event.target.value))}
        />
      )}
    </Field>
  );
  if (!compact) return <div className={css.due}>{field}{chips}</div>;
  return (
    <div className={css.due}>
      <div className={css.compact}><b id={labelId}>{label}</b>{chips}</div>
      {showsField && field}
      {error && <p className={css.error} role="alert">{error}</p>}
    </div>
  );
}
