import type { Step } from './contract.ts';
import type { customerPageTexts } from './texts.ts';

type Words = (typeof customerPageTexts)['it'];
type Say = (at: string) => string;

/** A step, as its customer reads it. */
export const titleOf = (step: Step, { steps }: Words): string => {
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
export const detailOf = (step: Step, texts: Words, when: Say): string[] => {
  const { steps, channels } = texts;
  switch (step.kind) {
    case 'you_wrote': return [channels[step.channel], ...(step.files > 0 ? [steps.files(step.files)] : []), ...(step.isChase ? [steps.joined] : [])];
    case 'you_called': return step.isChase ? [steps.joined] : [];
    case 'asked': return step.seenAt === null ? [] : [steps.seen(when(step.seenAt))];
    case 'promised': return [promiseDetail(step, texts, when)];
    default: return [];
  }
};
