import css from './heard.module.css';
import { useTexts } from '#ui/language.tsx';
import { heardScreenTexts } from './texts.ts';

/** How far a file is. */
export function Progress({ done, rows }: { done: number; rows: number }) {
  const { label } = useTexts(heardScreenTexts).progress;
  return (
    <div className={css.progress}>
      <progress max={Math.max(1, rows)} value={done} aria-label={label(done, rows)} />
      <span className="small muted num">{label(done, rows)}</span>
    </div>
  );
}
