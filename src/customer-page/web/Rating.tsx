import { useState } from 'react';
import css from './CustomerPage.module.css';
import { useDoing } from '#app/web/asking.ts';
import { call } from '#app/web/call.ts';
import { Button } from '#ui/Button.tsx';
import { Textarea } from '#ui/Field.tsx';
import { useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { ratePage, type CustomerPageView } from '../contract.ts';
import { customerPageTexts } from '../texts.ts';
import { Problem } from './Problem.tsx';
import { useSayWhen } from './Said.tsx';
import { pageTexts } from './texts.ts';

const scores = [1, 2, 3, 4, 5] as const;

interface RatingProps {
  page: CustomerPageView;
  token: string;
  onRated: (rating: NonNullable<CustomerPageView['rating']>) => void;
}

/** How it went, from 1 to 5, each with its word: five stars mean something else to everybody. */
export function Rating({ page, token, onRated }: RatingProps) {
  const [changing, setChanging] = useState(false);
  if (page.rating !== null && !changing) return <Given page={page} rating={page.rating} onChange={() => setChanging(true)} />;
  if (!page.canRate) return null;
  return (
    <Scale
      page={page} token={token}
      onRated={(rating) => {
        setChanging(false);
        onRated(rating);
      }}
    />
  );
}

function Given({ page, rating, onChange }: { page: CustomerPageView; rating: NonNullable<CustomerPageView['rating']>; onChange: () => void }) {
  const texts = useTexts(customerPageTexts);
  const own = useTexts(pageTexts);
  const when = useSayWhen(page.timeZone);
  const changeable = useNow() < new Date(rating.changeableUntil);
  return (
    <section className={css.sheet} role="status">
      <p><b>{own.yourRating(own.scores[rating.score]?.toLowerCase() ?? '')}</b> <span className="muted">({texts.score(rating.score)})</span></p>
      <p className="small muted">{changeable ? texts.ratedThanks(when(rating.changeableUntil)) : texts.rated}</p>
      {changeable && <div><Button onClick={onChange}>{own.changeRating}</Button></div>}
    </section>
  );
}

function Scale({ page, token, onRated }: RatingProps) {
  const texts = useTexts(customerPageTexts);
  const own = useTexts(pageTexts);
  const [score, setScore] = useState<number | null>(page.rating?.score ?? null);
  const [words, setWords] = useState(page.rating?.words ?? '');
  const [asked, setAsked] = useState(false);
  const { busy, error, run } = useDoing();
  const send = () => {
    setAsked(true);
    if (score !== null) run(async () => onRated(await call(ratePage, { params: { token }, body: { score, words } })));
  };
  return (
    <section className={css.sheet}>
      <fieldset className={css.scores}>
        <legend>{texts.rate}</legend>
        <div className={css.scale}>
          {scores.map((one) => (
            <label key={one} className={css.score}>
              <input type="radio" name="score" value={one} checked={score === one} onChange={() => setScore(one)} aria-label={`${texts.score(one)}: ${own.scores[one]}`} />
              <b className="num" aria-hidden="true">{one}</b>
              <span aria-hidden="true">{own.scores[one]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {score !== null && <Textarea label={texts.rateWords.replace(/ \(.*\)$/u, '')} optional rows={2} maxLength={2_000} value={words} onChange={(event) => setWords(event.target.value)} />}
      {asked && score === null && <p className={css.problem} role="alert">{own.chooseScore}</p>}
      <Problem error={error} />
      <Button look="primary" size="l" wide loading={busy} onClick={send}>{texts.sendRating}</Button>
    </section>
  );
}
