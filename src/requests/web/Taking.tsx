import { useState } from 'react';
import css from './AnswerPage.module.css';
import { useDoing } from '#app/web/asking.ts';
import { call } from '#app/web/call.ts';
import { Button } from '#ui/Button.tsx';
import { TextInput } from '#ui/Field.tsx';
import { focusWhenShown } from '#ui/focus.ts';
import { useTexts } from '#ui/language.tsx';
import { recall, remember } from '#ui/remembered.ts';
import { letGoOnPage, takeOnPage, type AnsweringView } from '../contract/answering.ts';
import { answerTexts } from './answer-texts.ts';

interface TakingProps {
  view: AnsweringView;
  token: string;
  onDone: (view: AnsweringView) => void;
}

const settled: readonly AnsweringView['state'][] = ['answered', 'refused', 'withdrawn'];
/** The link in the mail that says "is it yours?" opens the page with the name already asked for. */
const isAskedByLink = (): boolean => new URLSearchParams(window.location.search).has('mine');

/** "I have it", so that no two colleagues look for the same thing. A link of the whole department asks who is there, once per browser. */
export function Taking({ view, token, onDone }: TakingProps) {
  const texts = useTexts(answerTexts);
  const [asking, setAsking] = useState(() => view.takenBy === null && isAskedByLink());
  const [name, setName] = useState(() => (view.asksName ? (recall('my-name') ?? '') : view.youAre));
  const [tried, setTried] = useState(false);
  const { busy, error, run } = useDoing();
  if (settled.includes(view.state)) return null;
  const finish = (answer: AnsweringView) => {
    setAsking(false);
    onDone(answer);
  };
  const take = () => {
    setTried(true);
    if (name.trim() === '') return;
    if (view.asksName) remember('my-name', name.trim());
    run(async () => finish(await call(takeOnPage, { params: { token }, body: { name: view.asksName ? name : null, over: view.takenBy !== null } })));
  };
  const letGo = () => run(async () => finish(await call(letGoOnPage, { params: { token } })));
  const start = () => (view.asksName ? setAsking(true) : take());
  if (asking) {
    return (
      <form className={css.sheet} onSubmit={(event) => { event.preventDefault(); take(); }} noValidate>
        <TextInput
          label={texts.yourName} description={texts.yourNameWhy} ref={focusWhenShown} autoComplete="name" maxLength={120} value={name}
          error={tried && name.trim() === '' ? texts.writeFirst : undefined} onChange={(event) => setName(event.target.value)}
        />
        {error?.words && <p className={css.problem} role="alert">{error.words}</p>}
        <div className={css.pair}>
          <Button type="submit" look="primary" size="l" loading={busy}>{view.takenBy === null ? texts.mine : texts.takeOver}</Button>
          <Button size="l" onClick={() => setAsking(false)}>{texts.cancel}</Button>
        </div>
      </form>
    );
  }
  return (
    <div className={css.taking}>
      {view.takenBy !== null && <p role="status"><b>{texts.hasIt(view.takenBy)}</b></p>}
      {error?.words && <p className={css.problem} role="alert">{error.words}</p>}
      {view.takenBy === null ? <Button loading={busy} onClick={start}>{texts.mine}</Button> : (
        <>
          <Button look="quiet" loading={busy} onClick={letGo}>{texts.letGo}</Button>
          <Button look="quiet" onClick={start}>{texts.takeOver}</Button>
        </>
      )}
    </div>
  );
}
