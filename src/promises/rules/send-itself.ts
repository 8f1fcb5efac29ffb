import { minute, plus, type Instant } from '#base/clock.ts';

/**
 * A case can be set to keep its customer informed: where nobody wrote, an honest update leaves ten minutes before the customer was
 * to hear. It does not leave over the head of somebody who is writing, nor while an answer lies ready that only needs sending, for
 * then it would say that there is none. After two in a row a person has to write: a machine that goes on telling somebody that
 * nothing is new is silence with words.
 */
export const selfSending = { before: 10 * minute, writingHolds: 10 * minute, mostInARow: 2 } as const;

export interface SelfUpdateFacts {
  readonly dueAt: Instant;
  readonly answerWaits: boolean;
  readonly replyInFlight: boolean;
  /** When somebody last touched a draft of a reply on this case. */
  readonly lastWrittenAt: Instant | null;
  readonly sentInARow: number;
}

export type SelfUpdateVerdict = 'sends' | 'not_yet' | 'answer_waits' | 'somebody_writes' | 'a_person_must_write';

/** Does the update leave now? What holds it back is named. Somebody's writing holds it to the due instant and no longer. */
export const leavesByItself = ({ dueAt, answerWaits, replyInFlight, lastWrittenAt, sentInARow }: SelfUpdateFacts, now: Instant): SelfUpdateVerdict => {
  if (now < plus(dueAt, -selfSending.before)) return 'not_yet';
  if (answerWaits) return 'answer_waits';
  if (sentInARow >= selfSending.mostInARow) return 'a_person_must_write';
  const isWriting = lastWrittenAt !== null && lastWrittenAt > plus(now, -selfSending.writingHolds);
  return replyInFlight || (isWriting && now < dueAt) ? 'somebody_writes' : 'sends';
};
