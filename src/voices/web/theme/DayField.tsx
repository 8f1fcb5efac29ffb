import css from './Theme.module.css';
import { TextInput } from '#ui/Field.tsx';
import { useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { decidingTexts } from '../deciding-texts.ts';
import { inMonths } from '../say.ts';

/** A day of the calendar: one press for those that are given most, any other in the field. */
export function DayField({ label, value, error, onChange }: { label: string; value: string; error: string | undefined; onChange: (day: string) => void }) {
  const texts = useTexts(decidingTexts);
  const now = useNow();
  return (
    <>
      <TextInput label={label} type="date" data-autofocus value={value} min={inMonths(now, 0)} error={error} onChange={(event) => onChange(event.target.value)} />
      <div className={css.chips} role="group" aria-label={texts.usual}>
        {[1, 3, 6].map((months) => {
          const day = inMonths(now, months);
          return <button key={months} type="button" className={css.chip} aria-pressed={value === day} onClick={() => onChange(day)}>{texts.months(months)}</button>;
        })}
      </div>
    </>
  );
}
