import css from './Board.module.css';
import { useTexts } from '#ui/language.tsx';
import { boardTexts } from '../board-texts.ts';
import { paceOf } from '../say.ts';

const [width, height] = [120, 30];

/** Voices in each of the last eight weeks, as a line; told in words to whoever does not see it. */
export function Sparkline({ weeks }: { weeks: readonly number[] }) {
  const texts = useTexts(boardTexts);
  const { trend } = paceOf(weeks);
  const most = Math.max(1, ...weeks);
  const points = weeks.map((count, at) => `${(2 + (at * (width - 4)) / Math.max(1, weeks.length - 1)).toFixed(1)},${(height - 3 - (count * (height - 6)) / most).toFixed(1)}`);
  const label = `${texts.weeks(weeks.join(', '))}, ${texts.trends[trend]}`;
  return (
    <svg className={css.spark} data-trend={trend} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <title>{label}</title>
      <polyline points={points.join(' ')} />
    </svg>
  );
}
