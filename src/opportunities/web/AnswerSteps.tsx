import { useState } from 'react';
import css from './Answering.module.css';
import { useDoing } from '#app/web/asking.ts';
import { centsFrom } from '#base/cents.ts';
import { Button } from '#ui/Button.tsx';
import { Select, Textarea, TextInput } from '#ui/Field.tsx';
import { useTexts } from '#ui/language.tsx';
import { recall, remember } from '#ui/remembered.ts';
import { lostReason, outcome as outcomes, type LostReason, type OpportunityKind, type Outcome } from '../contract/parts.ts';
import { isOutcome, type AnsweringProps } from './answered.ts';
import { AnsweringProblem } from './AnsweringProblem.tsx';
import { opportunityTexts } from './texts.ts';

const usualDays = [7, 14, 30, 90] as const;
const rememberedName = 'my-name';

function YourName({ name, onName, missing }: { name: string; onName: (name: string) => void; missing: boolean }) {
  const texts = useTexts(opportunityTexts);
  return <TextInput label={texts.yourName} description={texts.yourNameWhy} autoComplete="name" maxLength={120} value={name} error={missing && name.trim() === '' ? texts.nameMissing : undefined} onChange={(event) => onName(event.target.value)} />;
}

type StepProps = Omit<AnsweringProps, 'isMine'> & { onDone: () => void };

/** "I have it", and by when they know more. */
export function Take({ view, sends, asksName, onDone }: StepProps) {
  const texts = useTexts(opportunityTexts);
  const [name, setName] = useState(() => (asksName ? (recall(rememberedName) ?? '') : ''));
  const [days, setDays] = useState<number>(14);
  const [tried, setTried] = useState(false);
  const { busy, error, run } = useDoing();
  const send = () => {
    setTried(true);
    if (asksName && name.trim() === '') return;
    if (asksName) remember(rememberedName, name.trim());
    run(() => sends.take({ name: asksName ? name : null, over: view.takenBy !== null, withinDays: days }).then(onDone));
  };
  return (
    <form className={css.sheet} onSubmit={(event) => { event.preventDefault(); send(); }} noValidate>
      {asksName && <YourName name={name} onName={setName} missing={tried} />}
      <Select label={texts.within} value={String(days)} choices={usualDays.map((one) => ({ value: String(one), words: texts.days[one] }))} onChange={(event) => setDays(Number(event.target.value))} />
      <AnsweringProblem error={error} />
      <div className={css.acts}>
        <Button type="submit" look="primary" size="l" loading={busy}>{view.takenBy === null ? texts.take : texts.takeOver}</Button>
        <Button size="l" onClick={onDone}>{texts.cancel}</Button>
      </div>
    </form>
  );
}

const amountIn = (cents: number | null): string => (cents === null ? '' : String(cents / 100));

/** What is wrong with what was typed, each beside its field. */
const faultsOf = ({ outcome, amount, why, words, kind }: { outcome: Outcome | null; amount: string; why: LostReason | ''; words: string; kind: OpportunityKind }) => ({
  amountWrong: outcome === 'won' && amount.trim() !== '' && centsFrom(amount) === null,
  amountMissing: outcome === 'won' && amount.trim() === '' && kind !== 'product_idea',
  why: outcome === 'lost' && why === '',
  words: outcome === 'lost' && why === 'other' && words.trim() === '',
});

/** What came of it: won, lost, or nothing. */
export function Conclude({ view, sends, asksName, onDone }: StepProps) {
  const texts = useTexts(opportunityTexts);
  const isIdea = view.kind === 'product_idea';
  const [name, setName] = useState(() => (asksName ? (recall(rememberedName) ?? '') : (view.takenBy ?? '')));
  const [outcome, setOutcome] = useState<Outcome | null>(isOutcome(view.state) ? view.state : null);
  const [amount, setAmount] = useState(amountIn(view.wonCents ?? view.valueCents));
  const [why, setWhy] = useState<LostReason | ''>('');
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, error, run } = useDoing();
  const faults = faultsOf({ outcome, amount, why, words, kind: view.kind });
  const send = () => {
    setTried(true);
    if (outcome === null || (asksName && name.trim() === '') || Object.values(faults).some(Boolean)) return;
    const said = { outcome, wonCents: outcome === 'won' ? centsFrom(amount) : null, lostReason: outcome === 'lost' && why !== '' ? why : null, words: words.trim() === '' ? null : words };
    run(() => sends.conclude({ ...said, name: name.trim() === '' ? null : name }).then(onDone));
  };
  const labels = isIdea ? texts.ideaOutcomes : texts.outcomes;
  return (
    <form className={css.sheet} onSubmit={(event) => { event.preventDefault(); send(); }} noValidate>
      <fieldset className={css.choices}>
        <legend>{isIdea ? texts.howIdea : texts.how}</legend>
        <div className={css.grid}>
          {outcomes.options.map((one) => (
            <label key={one} className={css.choice}>
              <input type="radio" name="outcome" value={one} checked={outcome === one} onChange={() => setOutcome(one)} />
              <span>{labels[one]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {outcome === 'won' && (
        <TextInput
          label={isIdea ? texts.wonCentsIdea : texts.wonCents} optional={isIdea} inputMode="decimal" value={amount} onChange={(event) => setAmount(event.target.value)}
          error={faults.amountWrong ? texts.amountWrong : tried && faults.amountMissing ? texts.amountMissing : undefined}
        />
      )}
      {outcome === 'lost' && (
        <Select
          label={texts.why} placeholder={texts.chooseWhy} value={why} error={tried && faults.why ? texts.whyMissing : undefined}
          choices={lostReason.options.map((one) => ({ value: one, words: texts.reasons[one] }))} onChange={(event) => setWhy(lostReason.options.find((one) => one === event.target.value) ?? '')}
        />
      )}
      {outcome !== null && (
        <Textarea label={texts.words} description={texts.wordsWhy(view.seenBy)} optional={why !== 'other' || outcome !== 'lost'} rows={2} maxLength={1_000} value={words} error={tried && faults.words ? texts.wordsMissing : undefined} onChange={(event) => setWords(event.target.value)} />
      )}
      {asksName && outcome !== null && <YourName name={name} onName={setName} missing={tried} />}
      <AnsweringProblem error={error} />
      <div className={css.acts}>
        <Button type="submit" look="primary" size="l" disabled={outcome === null} loading={busy}>{texts.tell}</Button>
        <Button size="l" onClick={onDone}>{texts.cancel}</Button>
      </div>
    </form>
  );
}
