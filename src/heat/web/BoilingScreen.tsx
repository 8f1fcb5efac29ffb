import { useRef, useState } from 'react';
import { Link } from '@tanstack/react-router';
import css from './Boiling.module.css';
import { useRead } from '#app/web/client.ts';
import { Button, buttonClass } from '#ui/Button.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { Page } from '#ui/Page.tsx';
import { Pill } from '#ui/Pill.tsx';
import { Problem } from '#ui/Problem.tsx';
import { saySpan } from '#ui/say-when.ts';
import { useShortcuts } from '#ui/shortcuts.ts';
import { Empty, Loading } from '#ui/states.tsx';
import { whoBoilsNext, type BoilingCase, type HeatRisks, type SilentCase } from '../contract.ts';
import { heatTexts, sayReasons, sayRisk } from '../words.ts';
import { useStoppingAct, useWrite } from './acts.tsx';
import { Ticks, TimeBar, useZone } from './TimeBar.tsx';
import { boilingTexts } from './texts.ts';

/** Who boils next, by when, why, and the one act that stops it. */
export function BoilingScreen() {
  const texts = useTexts(boilingTexts);
  const { data, error, refetch } = useRead(whoBoilsNext, undefined, { watches: ['case'] });
  const rows = useRef<HTMLUListElement>(null);
  const { items = [], leavingInSilence = [] } = data ?? {};
  useRowKeys(rows, items.length > 0);
  if (data && items.length + leavingInSilence.length === 0) {
    return <Empty screen title={texts.emptyTitle} action={<Link to="/cases" className={buttonClass({ look: 'primary' })}>{texts.toCases}</Link>}>{texts.empty}</Empty>;
  }
  return (
    <Page title={texts.title} lead={texts.lead} acts={<span className={css.legend}><i aria-hidden="true" />{texts.legend}</span>}>
      <Problem of={error} onRetry={() => void refetch()} />
      {!data && !error && <Loading shape="panel" rows={4} />}
      {items.length > 0 && (
        <div className={css.rows}>
          <div className={css.headline} aria-hidden="true"><span>{texts.who}</span><Ticks /><span>{texts.whatStops}</span></div>
          <ul ref={rows} className={css.rows} aria-label={texts.list}>
            {items.map((item) => <Row key={item.caseId} item={item} />)}
          </ul>
        </div>
      )}
      {leavingInSilence.length > 0 && <InSilence cases={leavingInSilence} />}
    </Page>
  );
}

/** j and k go from customer to customer; f does the act of the one that has the focus. */
const useRowKeys = (rows: React.RefObject<HTMLUListElement | null>, on: boolean): void => {
  const texts = useTexts(boilingTexts);
  const all = () => [...(rows.current?.children ?? [])];
  const at = () => all().findIndex((row) => row.contains(document.activeElement));
  const go = (to: number) => {
    const row = all()[Math.max(0, Math.min(all().length - 1, to))];
    row?.querySelector('a')?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  };
  useShortcuts([
    { keys: 'j', does: texts.next, run: () => go(at() + 1) },
    { keys: 'k', does: texts.previous, run: () => go(at() - 1) },
    { keys: 'f', does: texts.doAct, run: () => all()[Math.max(0, at())]?.querySelector<HTMLElement>('[data-stops]')?.click() },
  ], on);
};

function Row({ item }: { item: BoilingCase }) {
  const texts = useTexts(boilingTexts);
  const { acts } = useTexts(heatTexts);
  const { language } = useLanguage();
  const now = useNow();
  const timeZone = useZone();
  const act = useStoppingAct(item);
  const write = useWrite();
  const { heat, customer, owner } = item;
  const [first, ...others] = sayReasons(heat.reasons, language, { now, timeZone });
  const writes = heat.act.code === 'send_update' || heat.act.code === 'answer' || heat.act.code === 'give_date';
  return (
    <li className={css.row}>
      <div className={css.who}>
        <span className={css.first}>
          <Link to={`/cases/${item.caseId}`} className={css.name}>{customer.name}</Link>
          <Pill tone={heat.band}>{`${heat.degrees}°`}</Pill>
        </span>
        <span className={css.about}>{item.subject} · {owner?.name ?? texts.noOwner}</span>
      </div>
      <div className={css.line}>
        <TimeBar item={item} />
        <p className={css.reasons}><b>{first}</b>{others.map((one) => ` · ${one}`)}</p>
        {heat.risks !== null && <Risk risks={heat.risks} />}
      </div>
      <div className={css.acts}>
        {act.words !== null && <Button look="primary" keys="f" loading={act.pending} data-stops="" onClick={act.run}>{act.words}</Button>}
        {act.nothing && <span className={css.nothing}>{act.nothing}</span>}
        {!writes && heat.act.code !== 'nothing' && owner !== null && <Button onClick={() => write(item.caseId)}>{acts.send_update}</Button>}
        {act.dialog}
      </div>
    </li>
  );
}

/** What was learnt from chases, never as a bare number. */
function Risk({ risks }: { risks: HeatRisks }) {
  const texts = useTexts(heatTexts);
  const { language } = useLanguage();
  const { raises, lowers } = sayRisk(risks, language, useNow());
  if (risks.chase72 === null) return null;
  const said = [texts.risk(Math.round(risks.chase72 * 100)), ...(raises.length > 0 ? [texts.raises(raises)] : []), ...(lowers.length > 0 ? [texts.lowers(lowers)] : [])];
  return <p className="small muted">{said.join(' · ')}</p>;
}

/** So many are shown before the rest is asked for: who leaves in silence must not push who boils off the screen. */
const shownAtFirst = 5;

function InSilence({ cases }: { cases: readonly SilentCase[] }) {
  const texts = useTexts(boilingTexts);
  const { silence } = useTexts(heatTexts);
  const { language } = useLanguage();
  const now = useNow();
  const write = useWrite();
  const [all, setAll] = useState(false);
  const shown = all ? cases : cases.slice(0, shownAtFirst);
  return (
    <section className={css.silent} aria-labelledby="in-silence">
      <header><h2 id="in-silence">{silence(cases.length)}</h2><p className="small muted">{texts.silentWhy}</p></header>
      <ul className={css.silentList}>
        {shown.map(({ caseId, customer, subject, ourWordAt, owner }) => (
          <li key={caseId}>
            <div>
              <Link to={`/cases/${caseId}`} className={css.name}>{customer.name}</Link>{' '}
              <span className={css.about}>{subject} · {texts.silentSince(saySpan(now.getTime() - new Date(ourWordAt).getTime(), { language }))} · {owner?.name ?? texts.noOwner}</span>
            </div>
            <Button aria-label={`${texts.write}: ${customer.name}`} onClick={() => write(caseId)}>{texts.write}</Button>
          </li>
        ))}
      </ul>
      {shown.length < cases.length && <div><Button onClick={() => setAll(true)}>{texts.showAll(cases.length - shown.length)}</Button></div>}
    </section>
  );
}
