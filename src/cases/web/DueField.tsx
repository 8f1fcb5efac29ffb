import { useMemo } from 'react';
import css from './Forms.module.css';
import { Field } from '#ui/Field.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { sayWhen } from '#ui/say-when.ts';
import { dueChoices, fromLocalInput, toLocalInput } from './due-choices.ts';
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
}

/** A date and an hour: one press for those that people give most, any other in the field. */
export function DueField({ label, description, error, value, onChange, offered = [] }: DueFieldProps) {
  const texts = useTexts(actTexts);
  const { language } = useLanguage();
  const now = useNow();
  // To the minute: the choices must not move under the pointer with every tick of the clock.
  const minute = toLocalInput(now);
  const usual = useMemo(() => dueChoices(new Date(minute)), [minute]);
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
  }).slice(0, 4);
  return (
    <div className={css.due}>
      <Field label={label} {...(description && { description })} {...(error && { error })}>
        {(wired) => (
          <input
            type="datetime-local" {...wired} step={300} min={minute} value={value === null ? '' : toLocalInput(new Date(value))}
            onChange={(event) => onChange(fromLocalInput(event.target.value))}
          />
        )}
      </Field>
      <div className={css.chips} role="group" aria-label={texts.usualDates}>
        {once.map(({ at, words }) => (
          <button key={at} type="button" className={css.chip} aria-pressed={value !== null && new Date(value).getTime() === new Date(at).getTime()} onClick={() => onChange(at)}>
            {words}
          </button>
        ))}
      </div>
    </div>
  );
}
