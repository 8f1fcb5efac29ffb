import css from './Loop.module.css';
import { useRead } from '#app/web/client.ts';
import { sayEuros } from '#base/cents.ts';
import type { Language } from '#base/texts.ts';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { Problem } from '#ui/Problem.tsx';
import { Loading } from '#ui/states.tsx';
import { readBrought, type BroughtView } from '../../contract.ts';
import { sayLocalDate } from '../say.ts';
import { Section } from '../theme/Section.tsx';
import { loopNews } from './reading.ts';
import { broughtTexts } from './texts.ts';

type Measured = Extract<BroughtView, { state: 'measured' }>;

/** What a shipped theme brought: the same weeks before and after, with how sure it is. */
export function Brought({ themeId }: { themeId: string }) {
  const texts = useTexts(broughtTexts);
  const { language } = useLanguage();
  const { data, error, refetch } = useRead(readBrought, { params: { id: themeId } }, { watches: loopNews });
  if (data?.state === 'not_shipped') return null;
  return (
    <Section title={texts.title}>
      {error && <Problem of={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading shape="text" rows={2} />}
      {data?.state === 'too_early' && <p className="small muted">{data.readableAt === null ? texts.never : texts.early(sayLocalDate(data.readableAt.slice(0, 10), language))}</p>}
      {data?.state === 'measured' && <Figures brought={data} />}
    </Section>
  );
}

const sayRatio = (value: number, language: Language): string => value.toLocaleString(language === 'it' ? 'it-IT' : 'en-GB', { maximumFractionDigits: 2 });

function Figures({ brought }: { brought: Measured }) {
  const texts = useTexts(broughtTexts);
  const { language } = useLanguage();
  const { ratio, everything, boiled, leaving, won, weeks } = brought;
  const say = (value: number): string => sayRatio(value, language);
  const euros = (cents: number): string => sayEuros(cents, language);
  const saying = ({ count, cents }: Measured['won']['before']): string => texts.wonTimes(count, euros(cents));
  const mayBeChance = ratio !== null && ratio.low <= 1 && (ratio.high === null || ratio.high >= 1);
  return (
    <div className={css.group}>
      <p className="small muted">{texts.span(weeks)}</p>
      <Chart brought={brought} />
      <p>
        {ratio === null ? texts.silent : ratio.value === null ? texts.noRatio(say(ratio.low)) : texts.ratio(say(ratio.value), say(ratio.low), ratio.high === null ? texts.unbounded : say(ratio.high))}
        {mayBeChance && ` ${texts.unclear}`}
      </p>
      <p><b>{texts.association}</b> {texts.everything(everything.before, everything.after)}</p>
      {boiled.customers > 0 && <p>{texts.boiled(boiled.before, boiled.after, boiled.customers)}</p>}
      {leaving.all.customers > 0 && (
        <>
          <p>{texts.leaving(leaving.all.customers, euros(leaving.all.valueCents))}</p>
          <ul className={css.since}>
            <li>{texts.wrote(leaving.wroteSince.customers, euros(leaving.wroteSince.valueCents))}</li>
            <li>{texts.quiet(leaving.silentSince.customers, euros(leaving.silentSince.valueCents))}</li>
            <li>{texts.again(leaving.saidAgain.customers, euros(leaving.saidAgain.valueCents))}</li>
          </ul>
        </>
      )}
      {won.ratio !== null && <p>{texts.won(saying(won.before), saying(won.after))} {texts.interval(say(won.ratio.low), won.ratio.high === null ? texts.unbounded : say(won.ratio.high))}</p>}
    </div>
  );
}

const [width, height, floor] = [520, 96, 78];

/** A bar for each week; the line is the day on which it shipped. Told in words to whoever does not see it. */
function Chart({ brought: { perWeek, voices, weeks } }: { brought: Measured }) {
  const texts = useTexts(broughtTexts);
  const all = [...perWeek.before, ...perWeek.after];
  const most = Math.max(1, ...all);
  const step = width / all.length;
  const label = texts.chart(voices.before, voices.after, weeks);
  return (
    <svg className={css.chart} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <title>{label}</title>
      {all.map((count, at) => {
        const tall = (count / most) * (floor - 6);
        return <rect key={at} data-after={at >= weeks || undefined} x={at * step + 1} y={floor - tall} width={Math.max(1, step - 2)} height={tall} rx="1" />;
      })}
      <line x1={width / 2} x2={width / 2} y1="0" y2={floor} strokeDasharray="3 3" />
      <line x1="0" x2={width} y1={floor} y2={floor} />
      <text x={width / 4} y={height - 5} textAnchor="middle">{`${texts.before}: ${voices.before}`}</text>
      <text x={(width * 3) / 4} y={height - 5} textAnchor="middle">{`${texts.after}: ${voices.after}`}</text>
    </svg>
  );
}
