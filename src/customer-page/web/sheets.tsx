import { useState } from 'react';
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
import { pageTexts } from './texts.ts';

export interface SheetProps {
  token: string;
  onSent: (at: string) => void;
  onCancel: () => void;
}

/** Adds words and files. */
export function Add({ page, token, onSent, onCancel }: SheetProps & { page: CustomerPageView }) {
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

/** Asks once: a slip of the thumb must not close a case. */
export function Solved({ token, onSent, onCancel }: SheetProps) {
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

/** Says what is missing; the case opens again. */
export function Unsolved({ token, onSent, onCancel }: SheetProps) {
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
