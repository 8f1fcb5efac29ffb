import css from './LiveStatus.module.css';
import { useTexts } from '#ui/language.tsx';
import { useLiveState } from '../live.ts';
import { shellTexts } from '../texts.ts';

/** Whether what is on the screen is the present. Said in a word, drawn full when live and hollow when not. */
export function LiveStatus() {
  const texts = useTexts(shellTexts).live;
  const state = useLiveState();
  return (
    <span className={css.status} data-state={state} title={state === 'lost' ? texts.lostWhy : undefined}>
      {texts[state]}
    </span>
  );
}
