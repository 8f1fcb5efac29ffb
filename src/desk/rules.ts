import { isSameAddress, replyRecipients, withoutOurs } from '#channels/email/rules.ts';

/**
 * Whom a reply goes to if nobody thinks about it: whoever wrote last, by the address where they ask for answers, and everybody else who
 * was in that mail, without us. Where the last word came by phone or on a page, it is whom we last wrote to; before any mail, the
 * customer's own address. An address of ours or of a department is never proposed: a customer's mail may well name one, and an answer
 * there would come back as a new case, or reach a colleague who is not meant.
 */
interface Named {
  readonly name: string;
  readonly address: string;
}

export interface Correspondence {
  readonly lastAuthor: Named | null;
  readonly lastMail: { readonly from: readonly Named[]; readonly replyTo: readonly Named[]; readonly to: readonly Named[]; readonly cc: readonly Named[] } | null;
  readonly lastWrittenTo: readonly Named[];
  readonly customer: readonly Named[];
  readonly ours: readonly string[];
}

export interface Recipients {
  readonly to: Named[];
  readonly cc: Named[];
}

const plain = (list: readonly { readonly name: string | null; readonly address: string }[]): Named[] => list.map(({ name, address }) => ({ name: name ?? '', address }));

export const proposeRecipients = ({ lastAuthor, lastMail, lastWrittenTo, customer, ours }: Correspondence): Recipients => {
  const own = { addresses: ours, domains: [] };
  if (lastMail !== null) {
    const from = lastMail.from[0] ?? lastAuthor;
    const proposed = replyRecipients({ ...lastMail, from: from ?? null }, own);
    if (proposed.to.length > 0) return { to: plain(proposed.to), cc: plain(proposed.cc) };
  }
  const first = lastAuthor ?? lastWrittenTo[0] ?? customer[0];
  const to = plain(withoutOurs(first === undefined ? [] : [first], own));
  const others = plain(withoutOurs(lastWrittenTo, own)).filter((one) => !to.some((known) => isSameAddress(known.address, one.address)));
  return to.length > 0 ? { to, cc: others } : { to: plain(withoutOurs(customer.slice(0, 1), own)), cc: [] };
};
