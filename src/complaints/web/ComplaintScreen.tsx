import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Link, useParams } from '@tanstack/react-router';
import css from './Complaints.module.css';
import { addressOf } from '#app/web/call.ts';
import { after } from '#app/web/after.ts';
import { useAct, useRead } from '#app/web/client.ts';
import { takeReplyBack } from '#cases/contract.ts';
import { Banner } from '#cases/web/Banner.tsx';
import { useMe } from '#people/web/me.ts';
import { Button, buttonClass } from '#ui/Button.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { Page } from '#ui/Page.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Problem } from '#ui/Problem.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { Loading } from '#ui/states.tsx';
import { useToast } from '#ui/Toast.tsx';
import { When } from '#ui/When.tsx';
import { closeComplaint, printComplaint, readComplaint, type ComplaintView } from '../contract.ts';
import { sayEntry } from '../entry-words.ts';
import { About, Stands } from './Facts.tsx';
import type { Doing } from './doing.ts';
import { Kept } from './Kept.tsx';
import { registerTexts } from './texts.ts';

/** Fetched when something is first done: a complaint opens without its forms. */
const Done = lazy(() => import('./Done.tsx').then((m) => ({ default: m.Done })));

/** What helps most now, first. */
const nextActs = ({ state, onItsWay }: ComplaintView): readonly ('acknowledge' | 'interim' | 'answer')[] => {
  if (onItsWay !== null) return [];
  if (state === 'registered') return ['answer', 'interim', 'acknowledge'];
  return state === 'acknowledged' || state === 'interim' ? ['interim', 'answer'] : [];
};
const keys = { acknowledge: 'a', interim: 'i', answer: 'r' } as const;

/** How their words are drawn by whoever knows more of them than the register does. */
type Words = (found: ComplaintView) => ReactNode;

/** One complaint with everything of its file: where it stands, what was said, what is owed, and every line of its history. */
export function ComplaintScreen({ words }: { words?: Words }) {
  const texts = useTexts(registerTexts);
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const { data: found, error, refetch } = useRead(readComplaint, { params: { id } }, { watches: ['case'] });
  const [doing, setDoing] = useState<Doing | null>(null);
  const serves = useMe()?.may.serve ?? false;
  const acts = found === undefined || !serves ? [] : nextActs(found).filter((act) => act !== 'interim' || (found.longestOn !== null && !found.isOverdue));
  useShortcuts(acts.map((act) => ({ keys: keys[act], does: texts.acts[act], run: () => setDoing({ act }) })));
  const shown = found && (
    <>
      <a className={buttonClass({})} href={addressOf(printComplaint.path, { params: { id } })} target="_blank" rel="noreferrer">{texts.paper}</a>
      {acts.map((act, at) => <Button key={act} keys={keys[act]} {...(at === acts.length - 1 && { look: 'primary' as const })} onClick={() => setDoing({ act })}>{texts.acts[act]}</Button>)}
    </>
  );
  return (
    <Page title={found === undefined ? texts.title : `${found.label} ${found.topic}`} back={<Link to="/complaints">← {texts.back}</Link>} acts={shown}>
      <Problem of={error} onRetry={() => void refetch()} />
      {!found && !error && <Loading shape="panel" rows={6} />}
      {found && (
        <div className={css.body}>
          <Leaving found={found} />
          <Stands found={found} />
          <Said found={found} words={words} />
          <Kept found={found} serves={serves} onDoing={setDoing} />
          <About found={found} />
          {serves && <More found={found} onDoing={setDoing} />}
          <History found={found} />
        </div>
      )}
      {found && doing !== null && <Suspense fallback={null}><Done found={found} doing={doing} onClose={() => setDoing(null)} /></Suspense>}
    </Page>
  );
}

/** A letter that can still be taken back. */
function Leaving({ found: { onItsWay } }: { found: ComplaintView }) {
  const texts = useTexts(registerTexts);
  const say = useToast();
  const undo = useAct(takeReplyBack);
  if (onItsWay === null) return null;
  const takeBack = () => after(undo.mutateAsync({ params: { id: onItsWay.pendingId } }), () => say({ words: texts.takenBack }), (words) => words && say({ words }));
  return <Banner tone="internal" error={undo.error} acts={<Button loading={undo.isPending} onClick={takeBack}>{texts.takeBack}</Button>}>{texts.leaving[onItsWay.kind]}</Banner>;
}

function Said({ found, words }: { found: ComplaintView; words: Words | undefined }) {
  const texts = useTexts(registerTexts);
  return (
    <Panel title={texts.parts.said} aside={<Link className="small" to={`/cases/${found.caseId}`}>{texts.case(found.caseNumber)}</Link>}>
      <div className={css.body}>
        {/* Long words scroll, and what scrolls must be reachable by the keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <blockquote className={css.said} tabIndex={0}>{words === undefined ? found.said : words(found)}</blockquote>
        {found.files.length > 0 && <p className={css.about}>{texts.facts.files}: {found.files.join(', ')}</p>}
        {found.details.remedy !== null && <p><b>{texts.facts.remedy}:</b> {found.details.remedy}</p>}
      </div>
    </Panel>
  );
}

/** What is done seldom. */
function More({ found, onDoing }: { found: ComplaintView; onDoing: (doing: Doing) => void }) {
  const texts = useTexts(registerTexts);
  const say = useToast();
  const close = useAct(closeComplaint);
  if (found.state === 'annulled') return null;
  const isAnswered = found.answeredAt !== null;
  return (
    <Panel title={texts.more}>
      <div className={css.body}>
        <div className={css.more}>
          {isAnswered && found.closedAt === null && <Button look="take" loading={close.isPending} onClick={() => close.mutate({ params: { id: found.id } }, { onSuccess: () => say({ words: texts.done }) })}>{texts.acts.close}</Button>}
          {found.closedAt !== null && <Button onClick={() => onDoing({ act: 'reopen' })}>{texts.acts.reopen}</Button>}
          <Button onClick={() => onDoing({ act: 'responsible' })}>{texts.acts.responsible}</Button>
          <Button onClick={() => onDoing({ act: 'correct' })}>{texts.acts.correct}</Button>
          {!isAnswered && <Button look="danger" onClick={() => onDoing({ act: 'annul' })}>{texts.acts.annul}</Button>}
        </div>
        <Problem of={close.error} />
      </div>
    </Panel>
  );
}

function History({ found }: { found: ComplaintView }) {
  const texts = useTexts(registerTexts);
  const { language } = useLanguage();
  return (
    <Panel title={texts.parts.history}>
      <ol>
        {found.entries.toReversed().map((entry) => (
          <li key={entry.id} className={css.line}>
            <span className={css.about}><When at={entry.at} /> · {entry.by.name}</span>
            <span {...(entry.withdrawn !== null && { className: css.struck })}>{sayEntry(entry, language)}</span>
            {entry.withdrawn !== null && <span className={css.about}>{texts.struck(entry.withdrawn.by, entry.withdrawn.reason)}</span>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
