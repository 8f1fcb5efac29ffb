import { Link } from '@tanstack/react-router';
import css from './Theme.module.css';
import { messageTexts } from '#cases/web/texts.ts';
import { useTexts } from '#ui/language.tsx';
import { When } from '#ui/When.tsx';
import type { InsightView } from '../../contract.ts';
import { boardTexts } from '../board-texts.ts';
import { voiceTexts } from '../texts.ts';

/** A customer's own words, with who said them, where, and the case they stand on for whoever may open it. */
export function Said({ voice: { words, saidBy, customer, channel, source, stars, saidAt, case: on, heardBy, remark } }: { voice: InsightView }) {
  const texts = useTexts(boardTexts);
  const shared = useTexts(voiceTexts);
  const { channels } = useTexts(messageTexts);
  const road = channel === null ? shared.sources[source] : channels[channel];
  return (
    <figure className={css.said}>
      <blockquote>{shared.quoted(words)}</blockquote>
      <figcaption className="small muted">
        {customer === null ? saidBy : <Link to={`/customers/${customer.id}`}>{customer.name}</Link>} · {road}{stars !== null && ` ${texts.stars(stars)}`} · <When at={saidAt} as="day" />
        {on !== null && <> · <Link to={`/cases/${on.id}`}>{texts.caseNumber(on.number)}</Link></>}
        {source === 'colleague' && heardBy !== null && ` · ${texts.heardBy(heardBy.name)}`}
        {remark !== null && <span className={css.remark}>{remark}</span>}
      </figcaption>
    </figure>
  );
}
