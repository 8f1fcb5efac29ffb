import css from './heard.module.css';
import { useTexts } from '#ui/language.tsx';
import { When } from '#ui/When.tsx';
import type { ImportDetail } from '../../contract.ts';
import { postAddress, readRow, type ReadRow, type Reading } from '../../rules.ts';
import { heardScreenTexts } from './texts.ts';

type Said = Pick<Reading, 'mapping' | 'dateOrder' | 'site' | 'channel' | 'pageUrl' | 'onlyFrom'>;

function Row({ read }: { read: ReadRow }) {
  const texts = useTexts(heardScreenTexts);
  if ('refused' in read || 'leftOut' in read) return <li className={css.row}><span className={css.no}>{texts.reading.notTaken(texts.reasons['refused' in read ? read.refused : read.leftOut])}</span></li>;
  const { text, stars, at, name, handle, email, order } = read.post;
  return (
    <li className={css.row}>
      <div className={css.about}>
        <b>{name ?? (handle === null ? (email ?? texts.reading.anonymous) : `@${handle}`)}</b>
        {stars !== null && <span>{stars}★</span>}
        <span>{at === null ? texts.reading.noDay : <When at={at.toISOString()} as="day" />}</span>
        {order !== null && <span>{texts.reading.orderIs(order)}</span>}
      </div>
      <p>{text}</p>
    </li>
  );
}

/** The first rows, read by the very rule that will bring them in. */
export function Preview({ detail: { columns, sample, reading, timeZone }, said }: { detail: ImportDetail; said: Said }) {
  const texts = useTexts(heardScreenTexts).reading;
  const how = { ...reading, ...said, pageUrl: said.pageUrl === null ? null : postAddress(said.pageUrl), timeZone };
  return (
    <section aria-label={texts.preview} className={css.stack}>
      <h3>{texts.preview}</h3>
      <ul className={css.rows}>{sample.map((cells, at) => <Row key={at} read={readRow({ columns }, cells, how)} />)}</ul>
    </section>
  );
}
