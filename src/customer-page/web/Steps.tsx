import type { ReactNode } from 'react';
import css from './CustomerPage.module.css';
import { useTexts } from '#ui/language.tsx';
import type { Awaited, CustomerPageView, Step } from '../contract.ts';
import { customerPageTexts } from '../texts.ts';
import { Said, useSayWhen } from './Said.tsx';
import { pageTexts } from './texts.ts';

type Words = (typeof customerPageTexts)['it'];
type Say = (at: string) => string;

const titleOf = (step: Step, { steps }: Words): string => {
  switch (step.kind) {
    case 'you_wrote': return step.isChase ? steps.you_wroteAgain : steps.you_wrote;
    case 'you_called': return steps.you_called;
    case 'taken': return step.isHandover ? steps.handedOver(step.name) : steps.taken(step.name);
    case 'asked': return step.department === null ? steps.askedSupplier : steps.asked(step.department);
    case 'department_answered': return step.department === null ? steps.supplierAnswered : steps.department_answered(step.department);
    case 'we_answered': return step.asksYou ? steps.we_asked(step.name) : steps.we_answered(step.name);
    case 'promised': return steps.promised(step.what);
    case 'resolved': return step.by === 'you' ? steps.resolvedByYou : steps.resolvedByUs;
    case 'reopened': return steps.reopened;
  }
};

const promiseDetail = ({ state, dueAt }: Extract<Step, { kind: 'promised' }>, { steps }: Words, when: Say): string =>
  ({ open: steps.promisedBy(when(dueAt)), kept: steps.promiseKept, broken: steps.promiseBroken(when(dueAt)), released: steps.promiseReleased })[state];

/** What stands small beside the date. */
const detailOf = (step: Step, texts: Words, when: Say): string[] => {
  const { steps, channels } = texts;
  switch (step.kind) {
    case 'you_wrote': return [channels[step.channel], ...(step.files > 0 ? [steps.files(step.files)] : []), ...(step.isChase ? [steps.joined] : [])];
    case 'you_called': return step.isChase ? [steps.joined] : [];
    case 'asked': return step.seenAt === null ? [] : [steps.seen(when(step.seenAt))];
    case 'promised': return [promiseDetail(step, texts, when)];
    default: return [];
  }
};

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
