import css from './Kinds.module.css';
import { useTexts } from '#ui/language.tsx';
import { Kbd } from '#ui/Kbd.tsx';
import { insightKind, type InsightKind } from '../contract.ts';
import { voiceTexts } from './texts.ts';

/** The kind behind a figure: 1 to 7, in the order in which they are drawn. */
export const kindOfKey = (key: string): InsightKind | undefined => (/^[1-7]$/u.test(key) ? insightKind.options[Number(key) - 1] : undefined);

/** What it is that somebody said: one of seven, each with its figure. */
export function Kinds({ value, onChange }: { value: InsightKind | null; onChange: (kind: InsightKind) => void }) {
  const texts = useTexts(voiceTexts);
  return (
    <fieldset className={css.kinds}>
      <legend>{texts.kind}</legend>
      <div className={css.all}>
        {insightKind.options.map((kind, at) => (
          <label key={kind} className={css.kind}>
            <input type="radio" name="kind" value={kind} checked={value === kind} onChange={() => onChange(kind)} />
            {texts.kinds[kind]}<Kbd keys={String(at + 1)} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
