import { Link, useSearch } from '@tanstack/react-router';
import css from './Management.module.css';
import { useRead } from '#app/web/client.ts';
import { Moment } from '#calendar/web/Moment.tsx';
import { useTexts } from '#ui/language.tsx';
import { Page } from '#ui/Page.tsx';
import { Problem } from '#ui/Problem.tsx';
import { Empty, Loading } from '#ui/states.tsx';
import { casesBehind } from '../contract.ts';
import { figureNames, type Figure } from '../rules.ts';
import { reportTexts } from '../texts.ts';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The cases behind one figure of a week. */
export function CasesBehindScreen() {
  const own = useTexts(reportTexts);
  const { behind: texts } = own;
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const [week, of, asked] = [text(search['week']), text(search['of']), text(search['figure'])];
  const figure: Figure = figureNames.find((one) => one === asked) ?? 'opened';
  const { data, error, refetch } = useRead(casesBehind, { query: { figure, ...(week !== undefined && { week }), ...(of !== undefined && { of }) } });
  const back = <Link to="/management" search={week === undefined ? {} : { week }}>← {texts.back}</Link>;
  if (data?.items.length === 0) return <Empty screen title={texts.none.title} action={back}>{texts.none.words}</Empty>;
  return (
    <Page title={texts.title[figure]} lead={texts.lead(week === undefined ? own.running.toLowerCase() : own.week(week))} back={back}>
      <Problem of={error} onRetry={() => void refetch()} />
      {!data && !error && <Loading rows={6} />}
      {data && (
        <>
          <ul className={css.rows}>
            {data.items.map((one) => (
              <li key={`${one.id} ${one.at}`}>
                <span className={css.what}>
                  {one.mayOpen ? <Link to={`/cases/${one.id}`}>C-{one.number} {one.subject}</Link> : <b>C-{one.number} {one.subject}</b>}
                  <br /><span className={css.quiet}>{[one.customer, one.department, one.owner === null ? texts.nobody : texts.owner(one.owner), one.words].filter((part) => part !== null).join(' · ')}</span>
                </span>
                <span className={`${css.figure} ${css.quiet}`}><Moment at={one.at} as="label" /></span>
              </li>
            ))}
          </ul>
          {data.more && <p className={css.quiet}>{texts.onlyFirst(data.items.length)}</p>}
          {data.items.some(({ mayOpen }) => !mayOpen) && <p className={css.quiet}>{texts.mayNot}</p>}
        </>
      )}
    </Page>
  );
}
