import css from './Side.module.css';
import { isOpen } from '#cases/rules.ts';
import { customerPageTexts } from '#customer-page/texts.ts';
import { Held } from '#requests/web/Held.tsx';
import { Planned } from '#requests/web/Planned.tsx';
import { Button } from '#ui/Button.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { Card } from '#ui/Panel.tsx';
import { Pill } from '#ui/Pill.tsx';
import { sayWhen } from '#ui/say-when.ts';
import type { OpenedCase } from '../../contract.ts';
import { sayRequestState } from '../RequestCard.tsx';
import { caseTexts } from '../texts/case.ts';
import { sideTexts } from '../texts/side.ts';
import type { Asking } from '../asking.ts';
import { actTexts } from '#cases/web/act-texts.ts';
import { CustomerCard } from './CustomerCard.tsx';
import { sayPage } from './say-page.ts';
import { ComplaintCard } from '#complaints/web/ComplaintCard.tsx';
import { OpportunityCard } from '#opportunities/web/OpportunityCard.tsx';
import { ReferralCard } from '#referrals/web/ReferralCard.tsx';
import { HeardCard } from '#voices/web/HeardCard.tsx';
import { TellsByItself } from './TellsByItself.tsx';
import { PromisesCard } from './PromisesCard.tsx';

function RequestsCard({ opened: { requests, case: found } }: { opened: OpenedCase }) {
  const texts = useTexts(sideTexts);
  const words = useTexts(caseTexts).request;
  const { language } = useLanguage();
  const now = useNow();
  return (
    <Card title={texts.requests}>
      {requests.length === 0 && <p className="small muted">{texts.noRequests}</p>}
      <ul className={css.promises}>
        {requests.map((request) => {
          const { tone, words: said } = sayRequestState(request, words, (at) => sayWhen(new Date(at), now, { language }));
          return <li key={request.id} className={css.line}><span>{request.department.name}</span><Pill tone={tone}>{said}</Pill></li>;
        })}
      </ul>
      {requests.length > 0 && <Planned caseId={found.id} />}
    </Card>
  );
}

/** What the customer sees while we work: how often they looked, and what stands there now. */
function PageCard({ opened }: { opened: OpenedCase }) {
  const { page, customer } = opened;
  const texts = useTexts(sideTexts);
  const pageWords = useTexts(customerPageTexts);
  const { language } = useLanguage();
  const now = useNow();
  const when = (at: string): string => sayWhen(new Date(at), now, { language });
  const looked = page.openedToday > 0 ? texts.seenToday(page.openedToday) : page.lastOpenedAt === null ? texts.seenNever : texts.seenLast(when(page.lastOpenedAt));
  const reads = sayPage(page, pageWords, when);
  return (
    <Card title={texts.page(customer.name)}>
      <p className="small muted">{looked} {reads !== null && texts.reads(reads.replace(/[.]$/u, ''))}</p>
      <p className="small faint">{texts.pageLatest}</p>
      <TellsByItself opened={opened} />
    </Card>
  );
}

/** What else can be done about the case; each opens a form, and nothing here is final. */
function ActsCard({ opened: { case: found, messages }, mayHandOver, onAsking, onReopen }: { opened: OpenedCase; mayHandOver: boolean; onAsking: (asking: Asking) => void; onReopen: () => void }) {
  const texts = useTexts(sideTexts);
  const acts = useTexts(actTexts);
  const open = isOpen(found.status);
  return (
    <Card title={texts.do}>
      <div className={css.do}>
        {open && mayHandOver && <Button keys="h" onClick={() => onAsking('handover')}>{texts.acts.handover}</Button>}
        {open && <Button onClick={() => onAsking('level')}>{texts.acts.level}</Button>}
        {open && messages.some(({ foundAt }) => foundAt !== null) && <Button onClick={() => onAsking('publicAnswer')}>{texts.acts.publicAnswer}</Button>}
        {open && found.owner !== null && <Button onClick={() => onAsking('refer')}>{texts.acts.refer}</Button>}
        {found.mergedInto === null && <Button keys="o" onClick={() => onAsking('opportunity')}>{texts.acts.opportunity}</Button>}
        {open && <Button onClick={() => onAsking('incident')}>{texts.acts.incident}</Button>}
        <Button keys="c" onClick={() => onAsking('complaint')}>{texts.acts.complaint}</Button>
        {open && <Button onClick={() => onAsking('thirdParty')}>{texts.acts.thirdParty}</Button>}
        {open && <Button onClick={() => onAsking('nextUpdate')}>{texts.acts.nextUpdate}</Button>}
        {open && <Button keys="m" onClick={() => onAsking('merge')}>{texts.acts.merge}</Button>}
        <Button onClick={() => onAsking('split')}>{texts.acts.split}</Button>
        {open ? <Button onClick={() => onAsking('resolve')}>{texts.acts.resolve}</Button> : <Button look="primary" onClick={onReopen}>{acts.reopen.act}</Button>}
      </div>
    </Card>
  );
}

interface SideProps {
  opened: OpenedCase;
  mayHandOver: boolean;
  onAsking: (asking: Asking) => void;
  onReopen: () => void;
}

/** Who the customer is, what we promised them, what they see, and what else can be done. */
export function SideColumn(props: SideProps) {
  const { opened } = props;
  return (
    <>
      <CustomerCard opened={opened} />
      <PromisesCard promises={opened.promises} />
      <RequestsCard opened={opened} />
      <Held caseId={opened.case.id} />
      <ComplaintCard caseId={opened.case.id} />
      <ReferralCard caseId={opened.case.id} />
      <HeardCard caseId={opened.case.id} />
      <OpportunityCard caseId={opened.case.id} />
      <PageCard opened={opened} />
      <ActsCard {...props} />
    </>
  );
}
