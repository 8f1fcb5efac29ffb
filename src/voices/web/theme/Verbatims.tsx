import { useState } from 'react';
import css from './Theme.module.css';
import { useTexts } from '#ui/language.tsx';
import { Problem } from '#ui/Problem.tsx';
import { Loading } from '#ui/states.tsx';
import type { ThemeView } from '../../contract.ts';
import { boardTexts } from '../board-texts.ts';
import { decidingTexts } from '../deciding-texts.ts';
import { useVoices } from '../reading.ts';
import { Said } from './Said.tsx';
import { Section } from './Section.tsx';

const shownAtFirst = 3;

interface VerbatimsProps {
  theme: ThemeView;
  /** While voices are ticked, to be split off. */
  ticked?: ReadonlySet<string>;
  onTick?: (ticked: ReadonlySet<string>) => void;
}

/** What customers said, in their own words, the latest first. */
export function Verbatims({ theme, ticked, onTick }: VerbatimsProps) {
  const texts = useTexts(boardTexts);
  const { pick } = useTexts(decidingTexts);
  const [isOpen, setOpen] = useState(false);
  const { items, isLoading, error, again, more } = useVoices({ themeId: theme.id });
  const all = isOpen || ticked !== undefined;
  const shown = all ? items : items.slice(0, shownAtFirst);
  const others = theme.voices - shown.length;
  const tick = (id: string, on: boolean): void => onTick?.(new Set(on ? [...(ticked ?? []), id] : [...(ticked ?? [])].filter((one) => one !== id)));
  return (
    <Section title={texts.verbatims}>
      <Problem of={error} onRetry={again} />
      {isLoading && !error && <Loading shape="text" rows={4} />}
      <ul className={css.verbatims}>
        {shown.map((voice) => (
          <li key={voice.id} {...(ticked !== undefined && { className: css.ticked })}>
            {ticked !== undefined && <input type="checkbox" aria-label={pick(voice.words)} checked={ticked.has(voice.id)} onChange={(event) => tick(voice.id, event.target.checked)} />}
            <Said voice={voice} />
          </li>
        ))}
      </ul>
      {others > 0 && !all && <button type="button" className={css.link} onClick={() => setOpen(true)}>{texts.others(others)} ↓</button>}
      {all && more && <button type="button" className={css.link} onClick={more}>{others > 0 ? texts.others(others) : texts.ofCustomer.more} ↓</button>}
    </Section>
  );
}
