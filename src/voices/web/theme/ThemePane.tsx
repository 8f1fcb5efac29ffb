import { useState } from 'react';
import css from './Theme.module.css';
import { useRead } from '#app/web/client.ts';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { Pill } from '#ui/Pill.tsx';
import { Problem } from '#ui/Problem.tsx';
import { Empty, Loading } from '#ui/states.tsx';
import { useTitle } from '#ui/title.ts';
import { readTheme, type ThemeView } from '../../contract.ts';
import { boardTexts } from '../board-texts.ts';
import { Brought } from '../loop/Brought.tsx';
import { Loop } from '../loop/Loop.tsx';
import { voiceNews } from '../news.ts';
import { paceOf, sayEurosShort, sayLocalDate, sayTopic } from '../say.ts';
import { Standing } from '../Standing.tsx';
import { voiceTexts } from '../texts.ts';
import { Acts, type Doing } from './Acts.tsx';
import { Alike, Decisions, Steps } from './Past.tsx';
import { Proposal } from './Proposal.tsx';
import { TitleLevel } from './Section.tsx';
import { SplitForm } from './Sorting.tsx';
import { Verbatims } from './Verbatims.tsx';

/** One theme: what stands behind it, in the customers' own words, and what can be decided. */
export function ThemePane({ themeId, level }: { themeId: string; level: 'h1' | 'h2' }) {
  const texts = useTexts(boardTexts);
  const { data, error, refetch } = useRead(readTheme, { params: { id: themeId } }, { watches: voiceNews });
  if (data) return <Theme key={data.id} theme={data} askedFor={themeId} level={level} />;
  if (error?.status === 404 || error?.status === 400) return <Empty title={texts.gone.title}>{texts.gone.words}</Empty>;
  return error ? <Problem of={error} onRetry={() => void refetch()} /> : <Loading shape="panel" rows={5} />;
}

function Theme({ theme, askedFor, level: Title }: { theme: ThemeView; askedFor: string; level: 'h1' | 'h2' }) {
  const texts = useTexts(boardTexts);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const done = (): void => {
    setDoing(null);
    setTicked(new Set());
  };
  useTitle(theme.title);
  return (
    <TitleLevel value={Title}><article id="theme" tabIndex={-1} className={css.theme} aria-label={theme.title}>
      {theme.id !== askedFor && <p className="small">{texts.mergedHere}</p>}
      <header className={css.head}>
        <Title className={css.title}>{theme.title}</Title>
        <Opened theme={theme} />
      </header>
      <Figures theme={theme} />
      <p className={css.pills}><Standing theme={theme} /><Risks theme={theme} /></p>
      {theme.state === 'proposed' ? <Proposal theme={theme} /> : <Acts theme={theme} doing={doing} onDoing={setDoing} onDone={done} />}
      {doing === 'split' && <SplitForm theme={theme} insightIds={[...ticked]} onDone={done} />}
      {theme.state !== 'proposed' && <Loop themeId={theme.id} />}
      {theme.state === 'shipped' && <Brought themeId={theme.id} />}
      <Verbatims theme={theme} {...(doing === 'split' && { ticked, onTick: setTicked })} />
      <Alike theme={theme} />
      <Decisions theme={theme} />
      <Steps theme={theme} />
    </article></TitleLevel>
  );
}

function Opened({ theme: { openedBy, openedAt, decider, topic, product } }: { theme: ThemeView }) {
  const texts = useTexts(boardTexts);
  const shared = useTexts(voiceTexts);
  const { language } = useLanguage();
  const on = sayLocalDate(openedAt.slice(0, 10), language);
  return <p className="small muted">{openedBy === null ? texts.foundOn(on) : texts.openedBy(openedBy.name, on)} · {shared.decides(decider.name, decider.department)} · {texts.onTopic(sayTopic(topic, language))}{product !== null && ` · ${product}`}</p>;
}

/** How many, what they are worth, and how fast it grows. */
function Figures({ theme: { customers, valueCents, weeks } }: { theme: ThemeView }) {
  const texts = useTexts(boardTexts);
  const { language } = useLanguage();
  const { lately, trend } = paceOf(weeks);
  return (
    <dl className={css.figures} aria-label={texts.figuresOf}>
      <div><dt>{texts.figures.customers(customers)}</dt><dd className="num">{customers}</dd></div>
      <div><dt>{texts.figures.revenue}</dt><dd className="num">{sayEurosShort(valueCents, language)}</dd></div>
      <div data-trend={trend}><dt>{texts.figures.pace(lately)}, {texts.trends[trend]}</dt><dd className="num">{lately}</dd></div>
    </dl>
  );
}

function Risks({ theme: { boiled, leaving, kinds } }: { theme: ThemeView }) {
  const texts = useTexts(voiceTexts);
  return (
    <>
      {boiled > 0 && <Pill tone="boil">{texts.boiled(boiled)}</Pill>}
      {leaving > 0 && <Pill tone="hot">{texts.leaving(leaving)}</Pill>}
      {kinds.filter(({ kind }) => kind !== 'leaving_risk').slice(0, 3).map(({ kind, voices }) => <Pill key={kind}>{`${texts.kinds[kind]} ${voices}`}</Pill>)}
    </>
  );
}
