import { lazy, Suspense } from 'react';
import css from './DeskScreen.module.css';
import { useTexts } from '#ui/language.tsx';
import { Empty, Loading } from '#ui/states.tsx';
import { useDeskAddress } from './address.ts';
import { CaseList } from './CaseList.tsx';
import { caseTexts } from './texts/case.ts';

/** Fetched apart: the list is on the screen before the case is needed. */
const CasePane = lazy(() => import('./CasePane.tsx').then((m) => ({ default: m.CasePane })));

/** The agent's day: the list, the case, who the customer is. On a phone these are three steps, one screen each. */
export function DeskScreen() {
  const texts = useTexts(caseTexts);
  const { caseId, part } = useDeskAddress();
  const step = caseId === null ? 'list' : part ?? 'case';
  return (
    <div className={css.desk} data-step={step}>
      <div className={css.listPlace}><CaseList /></div>
      <div className={css.casePlace}>
        {caseId === null ? (
          <Empty title={texts.choose.title}>{texts.choose.words}</Empty>
        ) : (
          <Suspense fallback={<Loading shape="text" rows={12} />}><CasePane key={caseId} caseId={caseId} /></Suspense>
        )}
      </div>
    </div>
  );
}
