import css from './AnswerPage.module.css';
import { Moment } from '#calendar/web/Moment.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { When } from '#ui/When.tsx';
import type { AnsweringView } from '../contract/answering.ts';
import { answerTexts } from './answer-texts.ts';
import { sayLocalDay } from './local-day.ts';

/** What was said between the asker and the department, as the department reads it. Said in `timeZone`, or the reader's own. */
export function SaidOnPage({ turns, timeZone }: { turns: AnsweringView['turns']; timeZone?: string }) {
  const texts = useTexts(answerTexts);
  const { language } = useLanguage();
  if (turns.length === 0) return null;
  return (
    <section className={css.turns}>
      <h2>{texts.said}</h2>
      {turns.map((turn) => (
        <div key={turn.id} className={css.turn}>
          <div className="muted"><b>{turn.by}</b> {texts.kinds[turn.kind]} · {timeZone === undefined ? <When at={turn.at} /> : <Moment at={turn.at} timeZone={timeZone} />}</div>
          {turn.choice !== null && <p><b>{turn.choice}</b>{turn.promisedFor !== null && `, ${texts.by(sayLocalDay(turn.promisedFor, language))}`}</p>}
          {turn.choice === null && turn.promisedFor !== null && <p>{texts.by(sayLocalDay(turn.promisedFor, language))}</p>}
          {turn.text && <p>{turn.text}</p>}
          {turn.whoseIsIt !== null && <p className="muted">{texts.whoseIs(turn.whoseIsIt)}</p>}
        </div>
      ))}
    </section>
  );
}
