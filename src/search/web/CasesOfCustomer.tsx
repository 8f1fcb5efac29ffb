import { Link } from '@tanstack/react-router';
import css from './SearchDialog.module.css';
import { useTexts } from '#ui/language.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Problem } from '#ui/Problem.tsx';
import { Loading } from '#ui/states.tsx';
import { CaseFound } from './FoundRows.tsx';
import { useFound } from './found.ts';
import { searchWebTexts } from './texts.ts';

/** The cases of a customer, found by what identifies them best. */
export function CasesOfCustomer({ id, by }: { id: string; by: string }) {
  const texts = useTexts(searchWebTexts);
  const found = useFound(by);
  const own = found.cases.filter(({ customer }) => customer.id === id);
  return (
    <Panel title={texts.casesOf}>
      {found.searching && own.length === 0 && <Loading rows={2} shape="text" />}
      <Problem of={found.error} />
      {!found.searching && own.length === 0 && !found.error && <p className="muted">{texts.noCases}</p>}
      <ul>
        {own.map((one) => (
          <li key={one.caseId}><Link to={`/cases/${one.caseId}`} className={css.row}><CaseFound found={one} /></Link></li>
        ))}
      </ul>
    </Panel>
  );
}
