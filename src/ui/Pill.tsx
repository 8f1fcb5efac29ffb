import type { ReactNode } from 'react';
import css from './Pill.module.css';
import { classNames } from './class-names.ts';
import { useTexts } from './language.tsx';
import { uiTexts } from './texts.ts';

export type Tone = 'calm' | 'warm' | 'hot' | 'boil' | 'internal' | 'plain' | 'take' | 'leave';

const levels: Partial<Record<Tone, number>> = { calm: 1, warm: 2, hot: 3, boil: 4 };

/** Heat as four rising bars, so that it can be told without seeing colours. */
export function HeatLevel({ level }: { level: number }) {
  return (
    <svg className={css.level} viewBox="0 0 11 10" aria-hidden="true">
      {[1, 2, 3, 4].map((step) => (
        <rect key={step} x={(step - 1) * 3} y={10 - step * 2.5} width="2" height={step * 2.5} rx=".6" opacity={step <= level ? 1 : 0.28} />
      ))}
    </svg>
  );
}

/** A short fact with a meaning. The tone is drawn, coloured and said to screen readers; the words say what it is about. */
export function Pill({ tone = 'plain', children, title }: { tone?: Tone; children: ReactNode; title?: string }) {
  const { tones } = useTexts(uiTexts);
  const level = levels[tone];
  const word = tones[tone];
  const said = typeof children === 'string' && word !== '' && children.toLowerCase().startsWith(word);
  return (
    <span className={classNames(css.pill, css[tone], 'num')} title={title}>
      {level !== undefined && <HeatLevel level={level} />}
      {tone === 'take' && <span aria-hidden="true">✓</span>}
      {word !== '' && !said && <span className="unseen">{word}: </span>}
      <span className={css.words}>{children}</span>
    </span>
  );
}
