import type { ReactNode } from 'react';
import css from './CustomerPage.module.css';
import { useTexts } from '#ui/language.tsx';
import type { Awaited, CustomerPageView } from '../contract.ts';
import { customerPageTexts } from '../texts.ts';
import { detailOf, titleOf } from '../step-words.ts';
import { Said, useSayWhen } from './Said.tsx';
import { pageTexts } from './texts.ts';

const isWord = ({ from }: Awaited): boolean => from === 'department' || from === 'supplier';

/** The way so far, and what is still to come at its end. */
export function Steps({ page }: { page: CustomerPageView }) {
  const texts = useTexts(customerPageTexts);
  const own = useTexts(pageTexts);
  const when = useSayWhen(page.timeZone);
  const label = useSayWhen(page.timeZone, 'label');
  const line = (at: string, words: ReactNode, details: readonly string[]) => (
    <>
      <b>{words}</b>
      <div className={css.detail}><Said at={at} timeZone={page.timeZone}>{[label(at), ...details].join(' · ')}</Said></div>
    </>
  );
  return (
    <section aria-label={own.steps}>
      <ol className={css.steps}>
        {page.steps.map((step) => <li key={`${step.kind} ${step.at} ${step.kind === 'promised' ? `${step.what} ${step.dueAt}` : ''}`}>{line(step.at, titleOf(step, texts), detailOf(step, texts, when))}</li>)}
        {page.awaited.filter(isWord).map((awaited) => (
          <li key={`${awaited.department} ${awaited.dueAt}`} className={css.todo}>
            <b><span className="unseen">{own.next}: </span>{awaited.department === null ? texts.steps.awaitedSupplier : texts.steps.awaitedAnswer(awaited.department)}</b>
            {awaited.dueAt !== null && (
              <div className={css.detail}>
                <Said at={awaited.dueAt} timeZone={page.timeZone}>{awaited.isLate ? texts.steps.awaitedLate(when(awaited.dueAt)) : texts.steps.awaitedBy(when(awaited.dueAt))}</Said>
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
