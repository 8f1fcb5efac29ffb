import { useState } from 'react';
import css from './AnswerPage.module.css';
import type { InputOf } from '#base/contract.ts';
import { useDoing } from '#app/web/asking.ts';
import { call, type ApiError } from '#app/web/call.ts';
import { Button } from '#ui/Button.tsx';
import { Textarea, TextInput } from '#ui/Field.tsx';
import { focusWhenShown } from '#ui/focus.ts';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { askBack, sayNotOurs, sendAnswer, type AnsweringView } from '../contract/answering.ts';
import { answerTexts } from './answer-texts.ts';
import { sayLocalDay } from './local-day.ts';

/** How what is said is sent: through a link, or from a department's board. */
export interface Sends {
  answer: (body: InputOf<typeof sendAnswer>['body']) => Promise<void>;
  ask: (text: string) => Promise<void>;
  notOurs: (body: { text: string; whoseIsIt: string }) => Promise<void>;
}

interface FormProps {
  view: Pick<AnsweringView, 'choices' | 'state' | 'askedBy' | 'turns'>;
  sends: Sends;
}

/** An answer through the link of one addressee. */
export const sendsByLink = (token: string, onAnswered: (view: AnsweringView) => void): Sends => {
  const params = { token };
  return {
    answer: async (body) => onAnswered(await call(sendAnswer, { params, body })),
    ask: async (text) => onAnswered(await call(askBack, { params, body: { text } })),
    notOurs: async (body) => onAnswered(await call(sayNotOurs, { params, body })),
  };
};

function Problem({ error }: { error: ApiError | undefined }) {
  const texts = useTexts(answerTexts);
  if (!error) return null;
  const words = error.status === 0 ? texts.offlineKept : (Object.values(error.fields)[0] ?? error.words ?? texts.failed);
  return <p className={css.problem} role="alert">{words}</p>;
}

/** The choice a link in the mail was made for: `?choice=Non ancora`. Only one of those that were asked counts. */
const choiceInLink = (view: FormProps['view']): string | null => {
  const wished = new URLSearchParams(window.location.search).get('choice');
  return view.choices.find(({ label }) => label === wished)?.label ?? null;
};

/** Answer, ask back, or say whose it is. */
export function AnswerForm(props: FormProps) {
  const texts = useTexts(answerTexts);
  const [doing, setDoing] = useState<'answer' | 'ask' | 'notOurs'>('answer');
  const { view } = props;
  const back = () => setDoing('answer');
  if (doing === 'ask') return <AskBack {...props} onDone={back} />;
  if (doing === 'notOurs') return <NotOurs {...props} onDone={back} />;
  return (
    <div className={css.form}>
      {/* Drawn anew after an answer, so that nothing of it is sent a second time by who only adds to it. */}
      <Answer key={view.turns.length} {...props} />
      {view.state !== 'answered' && (
        <div className={css.pair}>
          {view.state !== 'questioned' && <Button size="l" onClick={() => setDoing('ask')}>{texts.ask(view.askedBy)}</Button>}
          {view.state !== 'refused' && <Button size="l" onClick={() => setDoing('notOurs')}>{texts.notOurs}</Button>}
        </div>
      )}
    </div>
  );
}

function Answer({ view, sends }: FormProps) {
  const texts = useTexts(answerTexts);
  const { language } = useLanguage();
  const isAddition = view.state === 'answered';
  const [choice, setChoice] = useState(() => (isAddition ? null : choiceInLink(view)));
  const [promisedFor, setPromisedFor] = useState('');
  const [text, setText] = useState('');
  const [empty, setEmpty] = useState(false);
  const { busy, error, run } = useDoing();
  const asksDate = view.choices.find(({ label }) => label === choice)?.asksDate ?? null;
  const send = () => {
    const answer = { choice, promisedFor: asksDate !== null && promisedFor !== '' ? promisedFor : null, text: text.trim() === '' ? null : text };
    const isEmpty = answer.choice === null && answer.text === null;
    setEmpty(isEmpty);
    if (!isEmpty) run(() => sends.answer(answer));
  };
  return (
    <div className={css.form}>
      {view.choices.length > 0 && (
        <fieldset className={css.choices}>
          <legend>{texts.choose}</legend>
          <div className={css.grid}>
            {view.choices.map(({ label }) => (
              <label key={label} className={css.choice}>
                <input type="radio" name="choice" value={label} checked={choice === label} onChange={() => setChoice(label)} />
                <span>{label}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {asksDate !== null && (
        <TextInput
          type="date" optional label={asksDate} value={promisedFor} description={promisedFor === '' ? texts.dateIf : sayLocalDay(promisedFor, language)}
          onChange={(event) => setPromisedFor(event.target.value)}
        />
      )}
      <Textarea
        label={view.choices.length > 0 || isAddition ? texts.text : texts.textAlone} optional={view.choices.length > 0} rows={3} maxLength={5_000} value={text}
        description={texts.onlyRead(view.askedBy)} error={empty && text.trim() === '' && choice === null ? texts.chooseFirst : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      <Problem error={error} />
      <Button look="primary" size="l" wide loading={busy} onClick={send}>{isAddition ? texts.addToIt : texts.answer}</Button>
    </div>
  );
}

function AskBack({ view, sends, onDone }: FormProps & { onDone: () => void }) {
  const texts = useTexts(answerTexts);
  const [text, setText] = useState('');
  const [empty, setEmpty] = useState(false);
  const { busy, error, run } = useDoing();
  const send = () => {
    setEmpty(text.trim() === '');
    if (text.trim() !== '') run(() => sends.ask(text).then(onDone));
  };
  return (
    <section className={css.sheet}>
      <Textarea
        label={texts.askWhat(view.askedBy)} description={texts.askWhy} rows={3} ref={focusWhenShown} maxLength={2_000} value={text}
        error={empty && text.trim() === '' ? texts.writeFirst : undefined} onChange={(event) => setText(event.target.value)}
      />
      <Problem error={error} />
      <div className={css.pair}>
        <Button look="primary" size="l" loading={busy} onClick={send}>{texts.sendQuestion}</Button>
        <Button size="l" onClick={onDone}>{texts.cancel}</Button>
      </div>
    </section>
  );
}

function NotOurs({ view, sends, onDone }: FormProps & { onDone: () => void }) {
  const texts = useTexts(answerTexts);
  const [text, setText] = useState('');
  const [whoseIsIt, setWhose] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, error, run } = useDoing();
  const send = () => {
    setTried(true);
    if (text.trim() !== '' && whoseIsIt.trim() !== '') run(() => sends.notOurs({ text, whoseIsIt }).then(onDone));
  };
  return (
    <section className={css.sheet}>
      <Textarea
        label={texts.notOursWhy} rows={3} ref={focusWhenShown} maxLength={2_000} value={text} error={tried && text.trim() === '' ? texts.writeFirst : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      <TextInput
        label={texts.whose} description={texts.whoseWhy} maxLength={200} value={whoseIsIt} error={tried && whoseIsIt.trim() === '' ? texts.writeFirst : undefined}
        onChange={(event) => setWhose(event.target.value)}
      />
      <Problem error={error} />
      <div className={css.pair}>
        <Button look="primary" size="l" loading={busy} onClick={send}>{texts.sendNotOurs(view.askedBy)}</Button>
        <Button size="l" onClick={onDone}>{texts.cancel}</Button>
      </div>
    </section>
  );
}
