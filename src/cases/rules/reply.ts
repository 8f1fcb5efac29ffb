import { refuse, type Refusal } from '#base/refusal.ts';
import type { CaseState } from './state.ts';

/**
 * When a reply may leave. Only somebody of the service writes to a customer; a case without an owner gets the writer as its owner,
 * so that whoever speaks also carries it through. If somebody else answered after the writer last looked, the reply waits and both
 * are shown: two answers that do not know of each other are worse than one that comes a minute later.
 */
export type ReplyRefusal = Refusal<'reply.answered_meanwhile' | 'reply.no_address' | 'reply.prefers_phone' | 'reply.too_late_to_take_back' | 'reply.other_in_flight' | 'case.is_merged'>;

interface Sending {
  readonly state: CaseState;
  /** There is an address to send it to, or the chat in which the customer wrote. */
  readonly isReachable: boolean;
  /** Who answered after the writer last looked, or null. */
  readonly answeredBy: string | null;
  /** Whose reply is about to leave, if it is not the writer's own; or null. */
  readonly inFlightBy: string | null;
}

/** May the reply leave now? Null means yes. */
export const mayReply = ({ state, isReachable, answeredBy, inFlightBy }: Sending): ReplyRefusal | null => {
  if (state.mergedIntoId !== null) return refuse('case.is_merged', { caseId: state.mergedIntoId });
  if (answeredBy !== null) return refuse('reply.answered_meanwhile', { name: answeredBy });
  if (inFlightBy !== null) return refuse('reply.other_in_flight', { name: inFlightBy });
  return isReachable ? null : refuse('reply.no_address');
};

export type StatusAfterReply = 'open' | 'waiting_customer' | 'waiting_department' | 'waiting_third_party' | 'resolved';

/** Where the case stands after a reply. While a department owes an answer it stays with the department, whatever we said. */
export const statusAfterReply = (act: 'resolves' | 'asks' | 'updates', status: CaseState['status']): StatusAfterReply => {
  if (act === 'resolves') return 'resolved';
  if (status === 'waiting_department') return 'waiting_department';
  if (act === 'asks') return 'waiting_customer';
  return status === 'waiting_third_party' ? 'waiting_third_party' : 'open';
};

/** A holding reply keeps the customer waiting: only a resolution or a question to them ends the wait for our answer. */
export const answersTheWait = (act: 'resolves' | 'asks' | 'updates'): boolean => act !== 'updates';

const empty =
  /^(?:(?:buongiorno|buonasera|salve|gentil\p{L}*|caro|cara|ciao|hello|hi|dear)[^.!\n]{0,40}[,.!\n\s]+)?(?:(?:la|le|vi|ti)? ?(?:faremo|farò|faranno) sapere|stiamo (?:verificando|lavorando)|abbiamo (?:inoltrato|preso in carico|passato)|i colleghi|la (?:sua|vostra|tua) richiesta (?:è|sarà)|we (?:are (?:looking into|working on|checking)|have (?:forwarded|passed|received)|will let you know)|our colleagues|your request (?:is|has been))[^.!?\n]*[.!?]?(?:[\s\n]+(?:grazie|cordiali saluti|saluti|a presto|thank you|thanks|(?:best|kind) regards)[^\n]*)*$/iu;

/**
 * Does a reply tell the customer anything? "We are looking into it" alone does not; with a date it does, because a date is a fact.
 */
export const hasSubstance = (text: string, givesDate: boolean): boolean => givesDate || !empty.test(text.trim().slice(0, 600));
