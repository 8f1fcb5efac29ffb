import type { Instant } from '#base/clock.ts';
import type { Refusal } from '#base/refusal.ts';
import type { Language } from '#base/texts.ts';
import type { Work } from '#base/work.ts';
import type { Channel } from './contract.ts';

/** A file that is in the file store already. */
export interface StoredFile {
  readonly sha256: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly contentId: string | null;
  readonly isInline: boolean;
}

/** Somebody reached us. Every channel says it in this one shape; no channel knows what a case does with it. */
export interface ContactReceived {
  readonly channel: Channel;
  readonly at: Instant;
  /** `customerId`: whom the channel has recognised already, by more than `value` says; `value` may then be empty. */
  readonly from: { readonly kind: 'email' | 'phone' | 'handle' | 'pec'; readonly value: string; readonly name: string; readonly customerId?: string };
  readonly subject: string | null;
  readonly text: string;
  readonly folded: string;
  readonly html: string | null;
  readonly files: readonly StoredFile[];
  /** Null where the text is too short to tell. */
  readonly language: Language | null;
  /** The department whose address was written to; null for the service itself. */
  readonly departmentId: string | null;
  /**
   * The case that it answers. A signed reply address proves that the writer was given it; one of our Message-IDs only proves
   * that they saw a message, so the sender must take part in the case as well.
   */
  readonly answers: {
    readonly caseId: string;
    readonly proof: 'signed_address' | 'message_id' | 'own_page' | 'chosen';
    /** Which message of ours, where the mail names it. It says what is spoken of, and proves nothing. */
    readonly messageId?: string | undefined;
  } | null;
  readonly rawMailId: string | null;
  /** A machine answered ("I am away"): kept where it belongs, and no clock hears of it. Only ever with a proven case. */
  readonly isAutomatic: boolean;
  /** The member who wrote it down, for what does not arrive in writing. */
  readonly loggedBy: string | null;
  /** Whoever wrote it down did not take it: a new case waits in the queue, with its claim clock. */
  readonly staysInQueue?: boolean;
  /** Cases that it may belong to, with the reason: proposed to a person where it joins none. */
  readonly mayBelongTo?: readonly { readonly caseId: string; readonly because: 'same_name_waits' | 'answers_post' }[];
}

/** One of us answered where the customer wrote, by hand, in public. */
export interface AnsweredElsewhere {
  readonly caseId: string;
  readonly channel: 'review' | 'social';
  readonly text: string;
  readonly at: Instant;
  /** When the customer hears next; null leaves what they were told. */
  readonly nextUpdateAt: Instant | null;
}

/** What a file or a program brought, and somebody wants out again. */
export interface TakenBack {
  readonly messageId: string;
  /** Further messages that are being taken back with it: they are nobody's act. */
  readonly besides: readonly string[];
  /** Since when the taking back runs; what it does itself is nobody's act either. */
  readonly since: Instant;
}

export interface ContactFiled {
  readonly caseId: string;
  readonly messageId: string;
  readonly became: 'opened' | 'joined' | 'suggested';
}

/** A department's answer that came by e-mail to the signed address of one request and one person. */
export interface DepartmentMail {
  readonly requestId: string;
  readonly from: { readonly address: string; readonly name: string };
  readonly text: string;
  readonly folded: string;
  readonly files: readonly StoredFile[];
  readonly at: Instant;
  readonly rawMailId: string;
}

/** Where the channels hand over what came. `app/wiring.ts` puts the domains behind it, so that channels know none of them. */
export interface Intake {
  contact(work: Work, contact: ContactReceived): Promise<ContactFiled>;
  /** The message that stands for such an answer, or why it could not be noted. */
  answeredElsewhere(work: Work, answer: AnsweredElsewhere): Promise<{ readonly messageId: string } | Refusal>;
  /** Takes a contact back, unless anybody has acted on its case since: then it stays. */
  takeBack(work: Work, taken: TakenBack): Promise<'taken_back' | 'stays'>;
  departmentMail(work: Work, mail: DepartmentMail): Promise<{ readonly became: 'answered' | 'noted' | 'refused'; readonly caseId: string | null }>;
}
