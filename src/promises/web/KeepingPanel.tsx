import { useMemo } from 'react';
import css from './KeepingPanel.module.css';
import { useRead } from '#app/web/client.ts';
import { day, minute } from '#base/clock.ts';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { Panel } from '#ui/Panel.tsx';
import { Problem } from '#ui/Problem.tsx';
import { countUpdates, promiseKeeping } from '../contract.ts';
import { keepingTexts } from './keeping-texts.ts';

const span = 28 * day;

interface Counted {
  kept: number;
  renegotiated: number;
  broken: number;
  rate: number | null;
}

function Line({ label, counted: { kept, renegotiated, broken, rate } }: { label: string; counted: Counted }) {
  const texts = useTexts(keepingTexts);
  const { language } = useLanguage();
  const said = rate === null ? texts.noRate : new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(rate);
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className={css.bar} aria-hidden="true">
        {([['kept', kept], ['renegotiated', renegotiated], ['broken', broken]] as const).map(([fate, count]) => count > 0 && <span key={fate} className={css[fate]} style={{ flexGrow: count }} />)}
      </td>
      <td className="num">{kept}</td><td className="num">{renegotiated}</td><td className="num">{broken}</td><td className="num"><b>{said}</b></td>
    </tr>
  );
}

/** How we kept our word in the last four weeks: by the first date, moved dates apart, and what each department behind them did to it. */
export function KeepingPanel() {
  const texts = useTexts(keepingTexts);
  const { language } = useLanguage();
  const now = useNow();
  // To the quarter of an hour, so that the question does not change with every tick of the clock.
  const to = Math.floor(now.getTime() / (15 * minute)) * 15 * minute;
  const query = useMemo(() => ({ from: new Date(to - span).toISOString(), to: new Date(to).toISOString() }), [to]);
  const { data, error } = useRead(promiseKeeping, { query }, { watches: ['promise'] });
  const { data: updates } = useRead(countUpdates, { query });
  if (error) return <Panel title={texts.title}><Problem of={error} /></Panel>;
  if (data === undefined || data.all.rate === null) return null;
  const percent = (part: number, whole: number): string => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(whole === 0 ? 0 : part / whole);
  const asked = updates === undefined ? [] : ([['byHand', updates.byHand], ['byItself', updates.byItself]] as const).filter(([, { sent }]) => sent > 0);
  return (
    <Panel title={texts.title} aside={<span className="small muted">{texts.span}</span>}>
      <table className={css.table}>
        <thead>
          <tr><th scope="col">{texts.what}</th><td aria-hidden="true" /><th scope="col">{texts.kept}</th><th scope="col">{texts.renegotiated}</th><th scope="col">{texts.broken}</th><th scope="col">{texts.rate}</th></tr>
        </thead>
        <tbody>
          <Line label={texts.all} counted={data.all} />
          {data.byKind.news.rate !== null && <Line label={texts.news} counted={data.byKind.news} />}
          {data.byKind.deed.rate !== null && <Line label={texts.deed} counted={data.byKind.deed} />}
          {data.byDepartment.filter(({ rate }) => rate !== null).map(({ department, ...counted }) => <Line key={department?.id ?? 'ours'} label={department === null ? texts.ours : texts.behind(department.name)} counted={counted} />)}
        </tbody>
      </table>
      {asked.map(([how, { sent, recontacted }]) => <p key={how} className="small muted">{texts[how](sent, recontacted, percent(recontacted, sent))}</p>)}
      <p className="small faint">{texts.about}</p>
    </Panel>
  );
}
