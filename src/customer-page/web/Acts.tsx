import { useEffect, useRef, useState } from 'react';
import css from './CustomerPage.module.css';
import { useDoing } from '#app/web/asking.ts';
import { call } from '#app/web/call.ts';
import { FileField, useFileProblem } from '#channels/forms/web/public/FileField.tsx';
import { toSend } from '#channels/forms/web/public/files.ts';
import { Button } from '#ui/Button.tsx';
import { Textarea } from '#ui/Field.tsx';
import { focusWhenShown } from '#ui/focus.ts';
import { useTexts } from '#ui/language.tsx';
import { saySolved, sayUnsolved, writeOnPage, type CustomerPageView } from '../contract.ts';
import { customerPageTexts } from '../texts.ts';
import { Problem } from './Problem.tsx';
import { useSayWhen } from './Said.tsx';
import { pageTexts } from './texts.ts';

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
  const awaitsYou = page.awaited[0]?.from === 'you';
  return (
    <>
      {done && <Arrived done={done} page={page} />}
      {doing === 'add' && <Add page={page} token={token} onSent={(at) => finish('add', at)} onCancel={close} />}
      {doing === 'solved' && <Solved token={token} onSent={(at) => finish('solved', at)} onCancel={close} />}
      {doing === 'unsolved' && <Unsolved token={token} onSent={(at) => finish('unsolved', at)} onCancel={close} />}
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

interface SheetProps {
  token: string;
  onSent: (at: string) => void;
  onCancel: () => void;
}

function Add({ page, token, onSent, onCancel }: SheetProps & { page: CustomerPageView }) {
  const texts = useTexts(customerPageTexts);
  const own = useTexts(pageTexts);
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [missing, setMissing] = useState(false);
  const problem = useFileProblem(files);
  const { busy, error, run } = useDoing();
  const send = () => {
    setMissing(text.trim() === '');
    if (text.trim() === '' || problem !== null) return;
    run(async () => onSent((await call(writeOnPage, { params: { token }, body: { text, files: await toSend(files) } })).receivedAt));
  };
  return (
    <section className={css.sheet}>
      <Textarea
        label={texts.addWords} rows={4} value={text} maxLength={20_000} ref={focusWhenShown} error={missing && text.trim() === '' ? own.writeFirst : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      <FileField files={files} onChange={setFiles} error={problem} />
      <Problem error={error} />
      <div className={css.pair}>
        <Button look="primary" size="l" loading={busy} onClick={send}>{texts.send}</Button>
        <Button size="l" onClick={onCancel}>{own.cancel}</Button>
      </div>
      {page.ownerName !== null && <p className="small muted">{own.sentTo(page.ownerName)}</p>}
    </section>
  );
}

function Solved({ token, onSent, onCancel }: SheetProps) {
  const own = useTexts(pageTexts);
  const { busy, error, run } = useDoing();
  return (
    <section className={css.sheet}>
      <p><b>{own.confirmSolved}</b> <span className="muted">{own.confirmSolvedWords}</span></p>
      <Problem error={error} />
      <div className={css.pair}>
        <Button look="take" size="l" ref={focusWhenShown} loading={busy} onClick={() => run(async () => onSent((await call(saySolved, { params: { token } })).receivedAt))}>{own.yesSolved}</Button>
        <Button size="l" onClick={onCancel}>{own.notYet}</Button>
      </div>
    </section>
  );
}

function Unsolved({ token, onSent, onCancel }: SheetProps) {
  const texts = useTexts(customerPageTexts);
  const own = useTexts(pageTexts);
  const [text, setText] = useState('');
  const { busy, error, run } = useDoing();
  return (
    <section className={css.sheet}>
      <Textarea label={texts.unsolvedWords} description={own.unsolvedWhy} optional rows={3} ref={focusWhenShown} value={text} maxLength={20_000} onChange={(event) => setText(event.target.value)} />
      <Problem error={error} />
      <div className={css.pair}>
        <Button look="primary" size="l" loading={busy} onClick={() => run(async () => onSent((await call(sayUnsolved, { params: { token }, body: { text } })).receivedAt))}>{own.sendUnsolved}</Button>
        <Button size="l" onClick={onCancel}>{own.cancel}</Button>
      </div>
    </section>
  );
}
