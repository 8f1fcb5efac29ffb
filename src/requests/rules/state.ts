import type { Instant } from '#base/clock.ts';

/** The times of a request. `null` means "not now" or "not yet"; where it stands is read from them and kept nowhere else. */
export interface RequestTimes {
  readonly askedAt: Instant;
  readonly dueAt: Instant;
  readonly seenAt: Instant | null;
  /** Since when the department waits for an answer of ours. */
  readonly questionedAt: Instant | null;
  readonly answeredAt: Instant | null;
  readonly refusedAt: Instant | null;
  readonly withdrawnAt: Instant | null;
  /** Since when a colleague of the department has it. */
  readonly takenAt: Instant | null;
  /** Since when an answer that was not enough waits for a better one. */
  readonly sentBackAt: Instant | null;
}

/** When it was answered, refused or withdrawn; null while it is open. */
export const settledAt = (request: RequestTimes): Instant | null => request.answeredAt ?? request.refusedAt ?? request.withdrawnAt;

export const isOpen = (request: RequestTimes): boolean => settledAt(request) === null;

/**
 * Past its time? What is open is late from the due instant on; while the department waits for us, what counts is the instant at
 * which it asked. An answer at the due instant itself is in time.
 */
export const isLate = (request: RequestTimes, now: Instant): boolean => {
  const settled = settledAt(request);
  if (settled !== null) return settled > request.dueAt;
  return (request.questionedAt ?? now) >= request.dueAt;
};

export const stateOf = (
  request: RequestTimes,
  now: Instant,
): 'waiting' | 'seen' | 'taken' | 'sent_back' | 'questioned' | 'late' | 'answered' | 'refused' | 'withdrawn' => {
  if (request.withdrawnAt !== null) return 'withdrawn';
  if (request.answeredAt !== null) return 'answered';
  if (request.refusedAt !== null) return 'refused';
  if (request.questionedAt !== null) return 'questioned';
  if (isLate(request, now)) return 'late';
  if (request.sentBackAt !== null) return 'sent_back';
  if (request.takenAt !== null) return 'taken';
  return request.seenAt === null ? 'waiting' : 'seen';
};
