import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import css from './CustomerPage.module.css';
import { Button } from '#ui/Button.tsx';
import { useTexts } from '#ui/language.tsx';
import { Loading } from '#ui/states.tsx';
import type { CustomerPageView } from '../contract.ts';
import { customerPageTexts } from '../texts.ts';
import { useSayWhen } from './Said.tsx';
import { pageTexts } from './texts.ts';

// Most people only read. What is written with is fetched behind their back, so that it is there even if the network goes meanwhile.
const sheets = () => import('./sheets.tsx');
const Add = lazy(() => sheets().then((m) => ({ default: m.Add })));
const Solved = lazy(() => sheets().then((m) => ({ default: m.Solved })));
const Unsolved = lazy(() => sheets().then((m) => ({ default: m.Unsolved })));

type Doing = 'add' | 'solved' | 'unsolved';
/** What was just done, and when the server had it. */
interface Done {
  what: Doing;
  at: string;
}

interface ActsProps {
  page: CustomerPageView;
  token: string;
  /** The page has changed on the server. */
  onDone: () => void;
}

/** What the customer can do: add, say that it is solved, or that it is not. One thing at a time, and said when it has arrived. */
export function Acts({ page, token, onDone }: ActsProps) {
  const texts = useTexts(customerPageTexts);
  const own = useTexts(pageTexts);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const open = (what: Doing) => {
    setDone(null);
    setDoing(what);
  };
  const finish = (what: Doing, at: string) => {
    setDoing(null);
    setDone({ what, at });
    onDone();
  };
  const close = () => setDoing(null);
  useEffect(() => {
    // Without a network now, it is asked for again when somebody writes; until then nothing is missing.
    sheets().catch(() => undefined);
  }, []);
  const awaitsYou = page.awaited[0]?.from === 'you';
  return (
    <>
      {done && <Arrived done={done} page={page} />}
      <Suspense fallback={<Loading shape="text" rows={3} />}>
        {doing === 'add' && <Add page={page} token={token} onSent={(at) => finish('add', at)} onCancel={close} />}
        {doing === 'solved' && <Solved token={token} onSent={(at) => finish('solved', at)} onCancel={close} />}
        {doing === 'unsolved' && <Unsolved token={token} onSent={(at) => finish('unsolved', at)} onCancel={close} />}
      </Suspense>
      {doing === null && (
        <div className={css.acts}>
          <Button look={page.isSolved ? 'plain' : 'primary'} size="l" wide onClick={() => open('add')}>
            {awaitsYou && !page.isSolved ? own.answerNow : done?.what === 'add' ? own.addMore : texts.add}
          </Button>
          {page.isSolved
            ? <Button size="l" wide onClick={() => open('unsolved')}>{texts.sayUnsolved}</Button>
            : <Button size="l" wide onClick={() => open('solved')}>{texts.saySolved}</Button>}
        </div>
      )}
    </>
  );
}

function Arrived({ done, page }: { done: Done; page: CustomerPageView }) {
  const texts = useTexts(customerPageTexts);
  const own = useTexts(pageTexts);
  const when = useSayWhen(page.timeZone);
  const place = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone; reading goes on from the answer to it.
  useEffect(() => place.current?.focus(), []);
  const words = {
    add: [texts.sent, `${own.sentAt(when(done.at))} ${page.ownerName === null ? own.sentToQueue : own.sentTo(page.ownerName)}`],
    solved: [own.thanksSolved, ''],
    unsolved: [texts.reopenedThanks, page.ownerName === null ? own.sentToQueue : own.sentTo(page.ownerName)],
  }[done.what];
  return <div ref={place} className={css.said} role="status" tabIndex={-1}><b>{words[0]}</b>{words[1] && <span>{words[1]}</span>}</div>;
}
