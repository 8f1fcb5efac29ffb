import { Link } from '@tanstack/react-router';
import css from './Side.module.css';
import { sayEuros } from '#base/cents.ts';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { Card, Fact } from '#ui/Panel.tsx';
import type { OpenedCase } from '../../contract.ts';
import { sideTexts } from '../texts/side.ts';

/** Who the customer is, in five lines. */
export function CustomerCard({ opened: { customer, otherOpenCases } }: { opened: OpenedCase }) {
  const texts = useTexts(sideTexts);
  const { language } = useLanguage();
  const since = customer.customerSince?.slice(0, 4);
  const value = customer.yearlyValueCents;
  return (
    <Card title={customer.name}>
      <dl className={css.facts}>
        <Fact name={since === undefined ? texts.newCustomer : texts.customerSince(since)}>{value === null ? '' : <span className="num" title={texts.perYear}>{sayEuros(value, language)}</span>}</Fact>
        {customer.company !== null && <Fact name={texts.company}>{customer.company.name}</Fact>}
        <Fact name={texts.cases}>{texts.casesSaid(customer.cases.resolved, customer.cases.open)}</Fact>
        {customer.lastScore !== null && (
          <Fact name={texts.lastVote}><span role="img" aria-label={texts.stars(customer.lastScore)} title={texts.stars(customer.lastScore)}>{'★'.repeat(customer.lastScore)}{'☆'.repeat(5 - customer.lastScore)}</span></Fact>
        )}
      </dl>
      {customer.prefers !== null && (
        <p><b>{customer.prefers.number === null ? texts.prefersMail : <>{texts.prefersPhone} <a className="num" href={`tel:${customer.prefers.number}`}>{customer.prefers.number}</a></>}</b></p>
      )}
      <p className={css.identities}>{customer.identities.map(({ value: one }) => one).join(' · ')}</p>
      {otherOpenCases.length > 0 && (
        <div className={css.others}>
          <h3>{texts.others}</h3>
          <ul>{otherOpenCases.map(({ id, number, subject }) => <li key={id}><Link to={`/cases/${id}`} search={(now: object) => now}>C-{number} · {subject}</Link></li>)}</ul>
        </div>
      )}
    </Card>
  );
}
