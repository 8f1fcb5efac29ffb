import { lazy, Suspense } from 'react';
import css from './CustomerPage.module.css';
import { useLinkedPage } from '#app/web/asking.ts';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { Loading, NotThere } from '#ui/states.tsx';
import { pageOpened, readPage, type CustomerPageView } from '../contract/view.ts';
import { customerPageTexts } from '../texts.ts';
import { Acts } from './Acts.tsx';
import { Next, Who } from './Standing.tsx';
import { Steps } from './Steps.tsx';
import { pageTexts } from './texts.ts';

/** Fetched when there is something to rate. */
const Rating = lazy(() => import('./Rating.tsx').then((m) => ({ default: m.Rating })));

/** Fetched when one waits. */
const Survey = lazy(() => import('./Survey.tsx').then((m) => ({ default: m.Survey })));

const titleOf = ({ caseNumber, companyName }: CustomerPageView): string => `C-${caseNumber} · ${companyName}`;

/** Where a case is, for its customer: who has it, when they hear next, what is awaited; and what they want to tell us. */
export function CustomerPage({ link }: { link: string }) {
  const { data, error, again, take } = useLinkedPage({ link, read: readPage, opened: pageOpened, titleOf });
  const texts = useTexts(customerPageTexts);
  const own = useTexts(pageTexts);
  if (!data) return error ? <NotThere error={error} onRetry={again} {...own} gone={`${own.goneHow} ${texts.gone}`} /> : <Loading shape="panel" rows={3} />;
  return <Sheet page={data} token={link} isStale={error?.status === 0} onDone={again} onRated={(rating) => take({ ...data, rating })} />;
}

interface SheetProps {
  page: CustomerPageView;
  token: string;
  isStale: boolean;
  onDone: () => void;
  onRated: (rating: NonNullable<CustomerPageView['rating']>) => void;
}

function Sheet({ page, token, isStale, onDone, onRated }: SheetProps) {
  const texts = useTexts(customerPageTexts);
  const { language } = useLanguage();
  const own = useTexts(pageTexts);
  const steps = <Steps key="steps" page={page} />;
  const acts = <Acts key="acts" page={page} token={token} onDone={onDone} />;
  const rating = (page.canRate || page.rating !== null) && (
    <Suspense key="rating" fallback={<Loading shape="text" rows={3} />}><Rating page={page} token={token} onRated={onRated} /></Suspense>
  );
  return (
    <div className={css.page}>
      {isStale && <p className={css.stale} role="status">{own.stale}</p>}
      <header className={css.head}>
        <p className="small muted">{texts.heading(page.companyName, page.caseNumber)}</p>
        <h1>{page.subject}</h1>
      </header>
      <Who page={page} />
      <Next page={page} />
      {/* Keyed: when the case is solved the rating moves up, with the score that somebody may be choosing at that moment. */}
      {page.isSolved ? [rating, page.survey && <Suspense key="survey" fallback={null}><Survey name={page.survey[language]} token={token} /></Suspense>, steps, acts] : [steps, acts, rating]}
      <p className="small muted"><a href="?plain">{texts.all}</a> {texts.privacy}</p>
    </div>
  );
}
