/** One address as people write it: `name` is what they call themselves and may be empty, `address` always holds an `@`. */
export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

export interface MailHeader {
  /** Lower case. */
  readonly name: string;
  readonly value: string;
}

export interface MailAttachment {
  /** Never empty and never a path: a nameless part is named after its type. */
  readonly name: string;
  readonly type: string;
  /** Bytes of `content`. */
  readonly size: number;
  /** Without angle brackets. */
  readonly contentId: string | null;
  /** True when the HTML body itself shows this file; everything else belongs in the list of files. */
  readonly inline: boolean;
  readonly content: Uint8Array;
}

/**
 * What a mail says, in plain data that PostgreSQL can store: no NUL, no lone surrogates, everything bounded. Message ids stand
 * without angle brackets, and an absent id is null, never '': an empty id would join strangers' mails into one case.
 */
export interface UnderstoodMail {
  readonly messageId: string | null;
  readonly inReplyTo: string | null;
  /** Oldest first. */
  readonly references: readonly string[];
  readonly from: MailAddress | null;
  readonly replyTo: readonly MailAddress[];
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  /** Where servers say they delivered it (Delivered-To, X-Original-To and their cousins), lower case. */
  readonly deliveredTo: readonly string[];
  /** One line; '' when there is none. */
  readonly subject: string;
  /** What the sender's clock said; null when absent or nonsense. Order by arrival, show both. */
  readonly sentAt: Date | null;
  /** The plain words; made from the HTML when the mail has no text of its own. '' when it is only files. */
  readonly text: string;
  /** As it came, not cleaned: whoever shows it must sanitise it first. */
  readonly html: string | null;
  readonly attachments: readonly MailAttachment[];
  /** Only those that later rules need, in the order of the mail. */
  readonly headers: readonly MailHeader[];
  /** True when something was longer than we keep here; the raw mail has it all. */
  readonly shortened: boolean;
  /** `partly` when the MIME structure was beyond reading: the whole mail then hangs on as an attachment. */
  readonly reading: 'whole' | 'partly';
}

/** There is nothing in these bytes that could be shown as a mail: the caller puts them in quarantine with the reason. */
export interface NotUnderstood {
  readonly notUnderstood: 'empty' | 'no_mail_in_it';
}

export const isUnderstood = (result: UnderstoodMail | NotUnderstood): result is UnderstoodMail => !('notUnderstood' in result);

/** The first header of that name, or null. `name` in lower case. */
export const headerOf = (mail: Pick<UnderstoodMail, 'headers'>, name: string): string | null =>
  mail.headers.find((header) => header.name === name)?.value ?? null;
