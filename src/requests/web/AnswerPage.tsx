import { lazy, Suspense, useEffect, useRef } from 'react';
import css from './AnswerPage.module.css';
import { useLinkedPage } from '#app/web/asking.ts';
import { addressOf } from '#app/web/call.ts';
import { Moment } from '#calendar/web/Moment.tsx';
import { useTexts } from '#ui/language.tsx';
import { Loading, NotThere } from '#ui/states.tsx';
import { markSeen, readAnswering, readAnsweringFile, type AnsweringView } from '../contract/answering.ts';
import { Taking } from './Taking.tsx';
import { AnswerForm, sendsByLink } from './AnswerForm.tsx';
import { FieldsTable } from './FieldsTable.tsx';
import { answerTexts } from './answer-texts.ts';

/** Fetched where something was said before: mostly the question is all there is. */
const SaidOnPage = lazy(() => import('./SaidOnPage.tsx').then((m) => ({ default: m.SaidOnPage })));

const titleOf = ({ department, company }: AnsweringView): string => `${department} · ${company}`;

/** A question to a department, answered in two taps by whoever holds the link. */
export function AnswerPage({ link }: { link: string }) {
  const { data, error, again, take } = useLinkedPage({ link, read: readAnswering, opened: markSeen, titleOf });
  const texts = useTexts(answerTexts);
  if (!data) return error ? <NotThere error={error} onRetry={again} {...texts} /> : <Loading shape="panel" rows={2} />;
  return <Sheet view={data} token={link} onAnswered={take} />;
}

function Sheet({ view, token, onAnswered }: { view: AnsweringView; token: string; onAnswered: (view: AnsweringView) => void }) {
  const texts = useTexts(answerTexts);
  const { inTime, of } = view.thisWeek;
  return (
    <div className={css.page}>
      <header className={css.head}>
        <p className="small muted">{texts.heading(view.company, view.department)} · <span className="num">{texts.case(view.caseNumber)}</span></p>
        <h1>{view.question}</h1>
      </header>
      <Standing view={view} />
      <Taking view={view} token={token} onDone={onAnswered} />
      <div className={css.why}>
        <FieldsTable fields={view.fields} fileAt={(fileId) => addressOf(readAnsweringFile.path, { params: { token, fileId } })} />
        <p>{view.why}</p>
        <p>{texts.asks(view.askedBy, view.askedByDepartment)}</p>
      </div>
      {view.turns.length > 0 && <Suspense fallback={<Loading shape="text" rows={2} />}><SaidOnPage turns={view.turns} timeZone={view.timeZone} /></Suspense>}
      <AnswerForm view={view} sends={sendsByLink(token, onAnswered)} />
      <p className="small muted">
        {texts.foot} {texts.youAre(view.youAre)} {of > 0 && texts.stats(view.department, inTime, of)}
      </p>
    </div>
  );
}

/** By when it is needed; or, once something was said, what came of it. */
function Standing({ view }: { view: AnsweringView }) {
  const texts = useTexts(answerTexts);
  const { state } = view;
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(state);
  useEffect(() => {
    // What was pressed is gone; reading goes on from what came of it.
    if (before.current !== state) place.current?.focus();
    before.current = state;
  }, [state]);
  if (state === 'answered' || state === 'questioned' || state === 'refused') {
    const { title, words } = texts.state[state];
    return (
      <div ref={place} tabIndex={-1} role="status" className={`${css.state} ${state === 'answered' ? '' : css.waiting}`}>
        <b>{title}</b><span>{words(view.askedBy)}</span>
      </div>
    );
  }
  return (
    <div ref={place} tabIndex={-1} className={`${css.due} ${view.isLate ? css.late : ''}`}>
      <span>{view.isLate ? texts.lateSince : texts.neededBy}</span>
      <b><Moment at={view.dueAt} timeZone={view.timeZone} as="label" /></b>
      {view.missing !== null && <p><b>{texts.notEnough(view.askedBy)}</b> {view.missing}</p>}
      {view.isLate && <p>{texts.late}</p>}
    </div>
  );
}
