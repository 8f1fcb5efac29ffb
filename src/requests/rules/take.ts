import { refuse, type Refusal } from '#base/refusal.ts';
import { isOpen, type RequestTimes } from './state.ts';

export type TakeRefusal = Refusal<'request.settled' | 'request.taken_already'>;

interface Taken extends RequestTimes {
  readonly takenBy: string | null;
}

const plainly = (name: string): string => name.trim().toLowerCase();

/**
 * May `by` say "I have it"? Null means yes. Somebody else who has it keeps it, unless `over` says that this was seen and meant: two
 * colleagues who both look for one parcel cost more than one that waits a minute.
 */
export const mayTake = (request: Taken, by: string, over: boolean): TakeRefusal | null => {
  if (!isOpen(request)) return refuse('request.settled');
  if (request.takenBy === null || over || plainly(request.takenBy) === plainly(by)) return null;
  return refuse('request.taken_already', { by: request.takenBy });
};
