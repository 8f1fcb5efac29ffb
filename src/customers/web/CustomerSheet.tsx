import { useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useRead } from '#app/web/client.ts';
import { sayEuros } from '#base/cents.ts';
import { Button } from '#ui/Button.tsx';
import { Entries, Entry } from '#ui/Entries.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { Page } from '#ui/Page.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Problem } from '#ui/Problem.tsx';
import { Empty, Loading } from '#ui/states.tsx';
import { When } from '#ui/When.tsx';
import { readCustomer, type CustomerView, type IdentityKind } from '../contract.ts';
import { AddIdentityDialog, EditCustomerDialog } from './CustomerDialogs.tsx';
import { customerTexts } from './texts.ts';

/** What there is to know about a customer besides their cases, which whoever shows this puts below: `children` gets the customer. */
export function CustomerSheet({ id, children }: { id: string; children: (customer: CustomerView) => ReactNode }) {
  const texts = useTexts(customerTexts);
  const [doing, setDoing] = useState<'edit' | 'add' | null>(null);
  const { data, error, refetch } = useRead(readCustomer, { params: { id } }, { watches: ['case'] });
  if (error?.status === 404) return <Empty screen title={texts.gone.title}>{texts.gone.words}</Empty>;
  if (!data) return error ? <Problem of={error} onRetry={() => void refetch()} /> : <Loading shape="panel" rows={3} />;
  const close = () => setDoing(null);
  return (
    <Page title={data.name} lead={<About customer={data} />} back={<Link to="/cases">{texts.back}</Link>} acts={<Button onClick={() => setDoing('edit')}>{texts.edit}</Button>}>
      <Panel title={texts.reach} aside={<Button onClick={() => setDoing('add')}>{texts.add}</Button>}>
        {data.identities.length === 0 ? <p className="muted">{texts.noReach}</p> : (
          <Entries label={texts.reach}>
            {data.identities.map(({ id: one, kind, value, verifiedAt }) => (
              <Entry key={one} title={<Reach kind={kind} value={value} />}>
                {texts.kinds[kind]} · {verifiedAt === null ? texts.unproven : <>{texts.proven}, <When at={verifiedAt} /></>}
              </Entry>
            ))}
          </Entries>
        )}
      </Panel>
      {children(data)}
      {doing === 'edit' && <EditCustomerDialog customer={data} onClose={close} />}
      {doing === 'add' && <AddIdentityDialog customerId={id} onClose={close} />}
    </Page>
  );
}

function Reach({ kind, value }: { kind: IdentityKind; value: string }) {
  if (kind === 'phone') return <a className="num" href={`tel:${value}`}>{value}</a>;
  return <span>{value}</span>;
}

function About({ customer }: { customer: CustomerView }) {
  const texts = useTexts(customerTexts);
  const { language } = useLanguage();
  const locale = language === 'it' ? 'it-IT' : 'en-GB';
  const { company, customerSince, yearlyValueCents, lastScore, cases } = customer;
  const day = customerSince === null ? null : new Date(`${customerSince}T12:00:00Z`).toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const amount = yearlyValueCents === null ? null : sayEuros(yearlyValueCents, language);
  const said = [
    company?.name, texts.cases(cases.open, cases.resolved), day !== null && texts.since(day), amount !== null && texts.yearly(amount), lastScore !== null && texts.lastScore(lastScore),
  ];
  return <span className="num">{said.filter(Boolean).join(' · ')}</span>;
}
