import css from './Opportunities.module.css';
import { useRead } from '#app/web/client.ts';
import { sayCents } from '#base/cents.ts';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { saySpan } from '#ui/say-when.ts';
import { readOpportunityFigures } from '../contract.ts';
import { screenTexts } from './screen-texts.ts';

/** How much is known of what was handed over, and what it brought: each figure with what it means. Of no single person. */
export function Figures() {
  const texts = useTexts(screenTexts);
  const { language } = useLanguage();
  const { data } = useRead(readOpportunityFigures, { query: {} }, { watches: ['opportunity'] });
  if (data === undefined || data.handedOver === 0) return null;
  const { handedOver, open, outcomeRate, won, wonCents, medianFirstAnswer } = data;
  return (
    <dl className={css.figures} aria-label={texts.figures}>
      <div className={css.figure}>
        <dt>{texts.rate}</dt>
        <dd className="num">{texts.rateSaid(outcomeRate ?? 0, handedOver - open, handedOver)}</dd>
        <dd>{texts.rateAbout} {texts.settledAbout}</dd>
      </div>
      <div className={css.figure}>
        <dt>{texts.won}</dt>
        <dd className="num">{won === 0 ? texts.nothingYet : texts.wonSaid(won, sayCents(wonCents, language))}</dd>
        <dd>{texts.wonAbout}</dd>
      </div>
      <div className={css.figure}>
        <dt>{texts.first}</dt>
        <dd className="num">{medianFirstAnswer === null ? texts.nothingYet : saySpan(medianFirstAnswer, { language })}</dd>
        <dd>{texts.firstAbout}</dd>
      </div>
    </dl>
  );
}
