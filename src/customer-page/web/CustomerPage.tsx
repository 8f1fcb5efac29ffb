import { lazy, Suspense, useEffect } from 'react';
import css from './CustomerPage.module.css';
import { useAsked } from '#app/web/asking.ts';
import { ApiError, call } from '#app/web/call.ts';
import { Button } from '#ui/Button.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { Empty, Loading } from '#ui/states.tsx';
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

/** Says that a person looks at it. Whether that arrives changes nothing for them, so a journey that fails is left alone. */
const sayOpened = (token: string): void => {
  call(pageOpened, { params: { token } }).catch((failure: unknown) => {
    if (!(failure instanceof ApiError)) throw failure;
  });
};

/** Where a case is, for its customer: who has it, when they hear next, what is awaited; and what they want to tell us. */
export function CustomerPage({ link }: { link: string }) {
  const { data, error, again, take } = useAsked(readPage, { params: { token: link } });
  const { follow } = useLanguage();
  const language = data?.language;
  const isThere = data !== undefined;
  useEffect(() => {
    if (language) follow(language);
  }, [language, follow]);
  useEffect(() => {
    if (isThere) sayOpened(link);
  }, [isThere, link]);
  useEffect(() => {
    if (data) document.title = `C-${data.caseNumber} · ${data.companyName}`;
  }, [data]);
  if (!data) return error ? <NotThere error={error} onRetry={again} /> : <Loading shape="panel" rows={3} />;
  return <Sheet page={data} token={link} isStale={error?.status === 0} onDone={again} onRated={(rating) => take({ ...data, rating })} />;
}

function NotThere({ error, onRetry }: { error: ApiError; onRetry: () => void }) {
  const texts = useTexts(customerPageTexts);
  const own = useTexts(pageTexts);
  if (error.status === 404) return <Empty screen title={own.goneTitle}>{own.goneHow} {texts.gone}</Empty>;
  const words = error.status === 0 ? own.offline : (error.words ?? own.offline);
  return <Empty screen title={own.offlineTitle} action={<Button look="primary" onClick={onRetry}>{own.retry}</Button>}>{words}</Empty>;
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
