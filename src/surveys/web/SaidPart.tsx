import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import css from './Surveys.module.css';
import { useRead } from '#app/web/client.ts';
import { Button } from '#ui/Button.tsx';
import { Select } from '#ui/Field.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { Pill } from '#ui/Pill.tsx';
import { Ready } from '#ui/Ready.tsx';
import { Empty } from '#ui/states.tsx';
import { When } from '#ui/When.tsx';
import { readSaid, type Said, type SurveyView } from '../contract.ts';
import { isScale, scales } from '../rules.ts';
import { surveysTexts } from './texts.ts';

const kinds = ['words', 'low', 'all'] as const;
type Only = (typeof kinds)[number];

/** What customers said, the latest first, each with the case it comes from. */
export function SaidPart({ survey }: { survey: SurveyView }) {
  const texts = useTexts(surveysTexts);
  const [only, setOnly] = useState<Only>('words');
  /** Where each further page begins. */
  const [pages, setPages] = useState<readonly (string | null)[]>([null]);
  const choose = (chosen: Only): void => {
    setOnly(chosen);
    setPages([null]);
  };
  return (
    <div className={css.body}>
      <div className={css.narrowField}><Select label={texts.only} value={only} onChange={(event) => choose(kinds.find((one) => one === event.target.value) ?? 'words')} choices={kinds.map((value) => ({ value, words: texts.onlyChoices[value] }))} /></div>
      {pages.map((before, place) => <SaidPage key={`${only} ${before}`} survey={survey} only={only} before={before} {...(place === pages.length - 1 && { onMore: (next: string) => setPages([...pages, next]) })} />)}
    </div>
  );
}

interface SaidPageProps {
  survey: SurveyView;
  only: Only;
  before: string | null;
  onMore?: (next: string) => void;
}

function SaidPage({ survey, only, before, onMore }: SaidPageProps) {
  const texts = useTexts(surveysTexts);
  const page = useRead(readSaid, { params: { id: survey.id }, query: { only, ...(before !== null && { before }) } });
  return (
    <Ready of={page} rows={4}>
      {({ items, next }) => (
        <>
          {items.length === 0 && before === null && (only === 'words' ? <Empty title={texts.noWords}>{texts.noWordsAbout}</Empty> : <p>{texts.noneOfThese}</p>)}
          {items.length > 0 && <ul className={css.list}>{items.map((one) => <SaidEntry key={one.responseId} said={one} />)}</ul>}
          {next !== null && onMore && <div><Button onClick={() => onMore(next)}>{texts.more}</Button></div>}
        </>
      )}
    </Ready>
  );
}

function SaidEntry({ said }: { said: Said }) {
  const texts = useTexts(surveysTexts);
  const { language } = useLanguage();
  return (
    <li className={css.said}>
      <div className={css.first}>
        {said.customer ? <Link to={`/customers/${said.customer.id}`}>{said.customer.name}</Link> : <b>{said.email ?? texts.somebody}</b>}
        {said.scores.map(({ kind, score }, place) => isScale(kind) && <Pill key={place} tone={said.isLow ? 'hot' : 'plain'}>{texts.score(texts.kinds[kind], score, scales[kind].to)}</Pill>)}
        {said.isLow && said.scores.length === 0 && <Pill tone="hot">{texts.isBitter}</Pill>}
      </div>
      {said.words.map(({ question, text }, place) => <figure key={place} className={css.quote}><figcaption className={css.about}>{question[language]}</figcaption><blockquote>{text}</blockquote></figure>)}
      <p className={css.about}>
        <When at={said.at} /> · {texts.ways[said.way]}
        {said.case && <> · <Link to={`/cases/${said.case.id}`}>C-{said.case.number}</Link></>}
        {said.became && (said.became.caseId === said.case?.id ? <> · {texts.became[said.became.how]}</> : <> · {texts.became[said.became.how]} <Link to={`/cases/${said.became.caseId}`}>C-{said.became.number}</Link></>)}
      </p>
    </li>
  );
}
