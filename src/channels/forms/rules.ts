import { hour, second, type Instant } from '#base/clock.ts';
import { refuse, type Refusal } from '#base/refusal.ts';

/**
 * Whether a form was filled in by a person, and how much of it is too much. A person needs some seconds to write a name, an address
 * and a sentence, and leaves the field alone that is not on the screen. A form left open over night has to be opened again, because a
 * ticket that never ends could be sent along by programs for ever. The limits let a busy shop through and a flood not.
 */
export const policy = {
  quickestPerson: 3 * second,
  ticketLives: 24 * hour,
  /** From one place on the net. */
  perSender: { times: 20, within: hour },
  /** In the name of one address. */
  perAddress: { times: 5, within: hour },
  /** Through one form in all: beyond it something is wrong, and the service is not to drown in it. */
  perForm: { times: 300, within: hour },
} as const;

export type FormRefusal = Refusal<'form.looks_automatic' | 'form.open_again' | 'form.already_closed'>;

interface Filled {
  /** What stands in the field that nobody sees. */
  readonly unseen: string;
  /** When the form was opened, by its ticket; null where the ticket is not ours. */
  readonly openedAt: Instant | null;
}

/** Why it is not taken; null means that it is. */
export const whyNotTaken = ({ unseen, openedAt }: Filled, now: Instant): FormRefusal | null => {
  if (unseen !== '') return refuse('form.looks_automatic');
  if (openedAt === null) return refuse('form.open_again');
  const age = now.getTime() - openedAt.getTime();
  if (age > policy.ticketLives) return refuse('form.open_again');
  return age < policy.quickestPerson ? refuse('form.looks_automatic') : null;
};

/** The number in "C-10482", "c 10482" or "10482"; null where it is none. */
export const caseNumberIn = (typed: string): number | null => {
  const digits = /^\s*c?[\s-]*(\d{1,9})\s*$/iu.exec(typed)?.[1];
  return digits === undefined ? null : Number(digits);
};
