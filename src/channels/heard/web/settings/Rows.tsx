import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import css from './heard.module.css';
import { useRead } from '#app/web/client.ts';
import { Button } from '#ui/Button.tsx';
import { Select } from '#ui/Field.tsx';
import { useTexts } from '#ui/language.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Ready } from '#ui/Ready.tsx';
import type { OutputOf } from '#base/contract.ts';
import { importRows, type ImportView } from '../../contract.ts';
import { heardScreenTexts } from './texts.ts';

type ImportedRow = OutputOf<typeof importRows>['items'][number];
const outcomes = ['opened', 'joined', 'suggested', 'known', 'left_out', 'refused'] as const;
type Shown = (typeof outcomes)[number] | 'stays' | 'all';

function Row({ row: { line, became, reason, excerpt, caseId, caseNumber, undone } }: { row: ImportedRow }) {
  const texts = useTexts(heardScreenTexts);
  return (
    <li className={css.row}>
      <div className={css.about}>
        <b className="num">{texts.rows.line(line)}</b>
        <span className={became === 'refused' ? css.no : undefined}>{texts.rowBecame[became]}{reason !== null && `: ${texts.reasons[reason]}`}</span>
        {undone !== null && <span>{texts.rows[undone]}</span>}
        {caseId !== null && caseNumber !== null && <Link to={`/cases/${caseId}`}>{texts.rows.caseOf(caseNumber)}</Link>}
      </div>
      <p>{excerpt}</p>
    </li>
  );
}

/** A hundred rows, and the hundred after when they are asked for. */
function RowPage({ id, shown, after }: { id: string; shown: Shown; after: number }) {
  const texts = useTexts(heardScreenTexts).rows;
  const [more, setMore] = useState(false);
  const query = { after, ...(shown === 'stays' ? { stays: 'yes' as const } : shown === 'all' ? {} : { became: shown }) };
  const list = useRead(importRows, { params: { id }, query }, { watches: [`heard:${id}`] });
  return (
    <Ready of={list}>
      {({ items, next }) => (
        <>
          {items.length === 0 && after < 0 && <p className="muted">{texts.none}</p>}
          {items.length > 0 && <ul className={css.rows}>{items.map((row) => <Row key={row.line} row={row} />)}</ul>}
          {next !== null && !more && <div><Button onClick={() => setMore(true)}>{texts.more}</Button></div>}
          {next !== null && more && <RowPage id={id} shown={shown} after={next} />}
        </>
      )}
    </Ready>
  );
}

/** What became of each row, first of all of those that were not taken. */
export function Rows({ file: { id, became, stays } }: { file: ImportView }) {
  const texts = useTexts(heardScreenTexts);
  const [chosen, setChosen] = useState<Shown | null>(null);
  const shown = chosen ?? (stays > 0 ? 'stays' : became.refused > 0 ? 'refused' : 'all');
  const choices = [
    { value: 'all', words: texts.rows.all },
    ...outcomes.filter((one) => became[one] > 0).map((value) => ({ value, words: texts.rowBecame[value] })),
    ...(stays > 0 ? [{ value: 'stays', words: texts.rows.stays }] : []),
  ];
  return (
    <Panel title={texts.rows.title}>
      <div className={css.stack}>
        <Select label={texts.rows.show} value={shown} onChange={(event) => setChosen(event.target.value as Shown)} choices={choices} />
        <RowPage key={shown} id={id} shown={shown} after={-1} />
      </div>
    </Panel>
  );
}
