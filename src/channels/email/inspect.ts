import { bounceClassOf } from './bounce-class.ts';
import type { BounceClass } from './contract.ts';
import { machineIn } from './machine.ts';
import { pecOf, writtenIn, type PecKind } from './pec.ts';
import { separateReply } from './separate-reply.ts';
import { understandMail } from './understand.ts';
import { isUnderstood, type MailAddress } from './understood-mail.ts';

/** What Presa makes of a mail, in one piece of plain data: for whoever asks by the command line, and for the measures. */
export type Inspected = { readonly ok: false; readonly quarantine: string } | InspectedMail;

export interface InspectedMail {
  readonly ok: true;
  readonly from: MailAddress | null;
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly subject: string;
  readonly messageId: string | null;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** ISO 8601; null where the sender's clock said nothing of sense. */
  readonly date: string | null;
  readonly text: string;
  /** The new words alone. */
  readonly reply: string;
  readonly quoted: string;
  readonly signature: string;
  /** Sizes in bytes. */
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly size: number; readonly inline: boolean }[];
  readonly bounce: { readonly recipients: readonly { readonly address: string; readonly class: BounceClass; readonly hard: boolean; readonly status: string | null }[]; readonly originalMessageId: string | null } | null;
  readonly autoReply: boolean;
  readonly feedbackLoop: boolean;
  readonly bulk: boolean;
  readonly pec: { readonly kind: PecKind; readonly messageId: string | null; readonly subject: string; readonly certifiedAt: string | null } | null;
}

export const inspectMail = async (raw: Uint8Array): Promise<Inspected> => {
  const envelope = await understandMail(raw);
  if (!isUnderstood(envelope)) return { ok: false, quarantine: envelope.notUnderstood };
  const pec = pecOf(envelope);
  const mail = await writtenIn(envelope);
  // Here nobody knows which addresses are ours: a list that stands in for a mailbox of ours is told as a list.
  const machine = machineIn({ envelope, mail }, { instance: '', isOurs: () => false, envelopeFrom: null });
  const { newText, parts } = separateReply(mail.text);
  const words = (...kinds: readonly string[]): string => parts.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text).join('').trim();
  return {
    ok: true,
    from: mail.from, to: mail.to, cc: mail.cc, subject: mail.subject, messageId: mail.messageId, inReplyTo: mail.inReplyTo, references: mail.references, date: mail.sentAt?.toISOString() ?? null,
    text: mail.text, reply: newText, quoted: words('quoted', 'forwarded'), signature: words('signature'),
    attachments: mail.attachments.map(({ name, type, size, inline }) => ({ name, type, size, inline })),
    bounce: machine.kind !== 'bounce' ? null : {
      recipients: machine.failedRecipients.map((one) => ({ address: one.address, class: bounceClassOf(one), hard: one.hard, status: one.status })),
      originalMessageId: machine.originalMessageId,
    },
    autoReply: machine.kind === 'auto_reply', feedbackLoop: machine.kind === 'feedback_report', bulk: machine.kind === 'list_or_bulk',
    pec: pec === null ? null : { kind: pec.kind, messageId: pec.messageId, subject: pec.subject, certifiedAt: pec.certifiedAt?.toISOString() ?? null },
  };
};
