import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import css from './SearchDialog.module.css';
import { useRead } from '#app/web/client.ts';
import { Button } from '#ui/Button.tsx';
import { useTexts } from '#ui/language.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Ready } from '#ui/Ready.tsx';
import { When } from '#ui/When.tsx';
import { casesOfCustomer, type CaseOfCustomer } from '../contract.ts';
import { searchWebTexts } from './texts.ts';

function Row({ of: { caseId, number, subject, status, ownerName, lastActivityAt } }: { of: CaseOfCustomer }) {
  const texts = useTexts(searchWebTexts);
  return (
    <li>
      <Link to={`/cases/${caseId}`} className={css.row}>
        <span className={css.top}><b>{subject}</b><span className={`${css.aside} num`}>C-{number}</span></span>
        <span className={css.about}>{texts.status[status]} · {ownerName ?? texts.nobodyOwns} · <When at={lastActivityAt} as="day" /></span>
      </Link>
    </li>
  );
}

function CasesPage({ id, cursor }: { id: string; cursor?: string }) {
  const texts = useTexts(searchWebTexts);
  const [more, setMore] = useState(false);
  const list = useRead(casesOfCustomer, { params: { id }, query: cursor === undefined ? {} : { cursor } }, { watches: ['case'] });
  return (
    <Ready of={list} rows={2}>
      {({ items, next }) => (
        <>
          {items.length === 0 && cursor === undefined && <p className="muted">{texts.noCases}</p>}
          <ul aria-label={texts.casesOf}>{items.map((one) => <Row key={one.caseId} of={one} />)}</ul>
          {next !== null && !more && <div><Button onClick={() => setMore(true)}>{texts.more}</Button></div>}
          {next !== null && more && <CasesPage id={id} cursor={next} />}
        </>
      )}
    </Ready>
  );
}

/** All the cases of a customer, the one opened last first. */
export function CasesOfCustomer({ id }: { id: string }) {
  const texts = useTexts(searchWebTexts);
  return <Panel title={texts.casesOf}><CasesPage id={id} /></Panel>;
}
