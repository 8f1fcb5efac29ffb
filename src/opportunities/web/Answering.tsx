import { lazy, Suspense, useState } from 'react';
import css from './Answering.module.css';
import { useDoing } from '#app/web/asking.ts';
import { Button } from '#ui/Button.tsx';
import { useTexts } from '#ui/language.tsx';
import { isOutcome, type AnsweringProps } from './answered.ts';
import { AnsweringProblem } from './AnsweringProblem.tsx';
import { opportunityTexts } from './texts.ts';

// Fetched when somebody answers: whoever only reads does not wait for the forms.
const Take = lazy(() => import('./AnswerSteps.tsx').then((m) => ({ default: m.Take })));
const Conclude = lazy(() => import('./AnswerSteps.tsx').then((m) => ({ default: m.Conclude })));

/** Who has it, and what came of it: the two things that are awaited, one after the other. Whoever knows the end already says it at once. */
export function Answering({ view, sends, asksName, isMine }: AnsweringProps) {
  const texts = useTexts(opportunityTexts);
  const [doing, setDoing] = useState<'take' | 'conclude' | null>(null);
  const { busy, error, run } = useDoing();
  const back = () => setDoing(null);
  if (doing === 'take') return <Suspense fallback={null}><Take view={view} sends={sends} asksName={asksName} onDone={back} /></Suspense>;
  if (doing === 'conclude') return <Suspense fallback={null}><Conclude view={view} sends={sends} asksName={asksName && view.takenBy === null} onDone={back} /></Suspense>;
  const settled = isOutcome(view.state);
  return (
    <div className={css.form}>
      {view.takenBy !== null && !settled && <p role="status"><b>{isMine ? texts.mine : texts.has(view.takenBy)}</b></p>}
      <AnsweringProblem error={error} />
      <div className={css.acts}>
        {!settled && view.takenBy === null && <Button look="primary" size="l" onClick={() => setDoing('take')}>{texts.take}</Button>}
        <Button look={!settled && view.takenBy !== null ? 'primary' : 'plain'} size="l" onClick={() => setDoing('conclude')}>{settled ? texts.correct : texts.tell}</Button>
        {!settled && view.takenBy !== null && !isMine && <Button look="quiet" onClick={() => setDoing('take')}>{texts.takeOver}</Button>}
        {!settled && view.takenBy !== null && <Button look="quiet" loading={busy} onClick={() => run(sends.letGo)}>{texts.letGo}</Button>}
      </div>
    </div>
  );
}
