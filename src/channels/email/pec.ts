// Italian certified mail (PEC; DPR 68/2005, RFC 6109). What a message is, is told by the headers that only a provider sets on top of
// its envelope, never by the subject; what it certifies stands in daticert.xml.
import { cleanLine } from './clean-text.ts';
import { understandMail } from './understand.ts';
import { headerOf, isUnderstood, type MailAttachment, type UnderstoodMail } from './understood-mail.ts';

/** As the rules name them; `anomalia` is ordinary mail that reached a certified mailbox. */
export const pecKinds = [
  'posta-certificata', 'accettazione', 'non-accettazione', 'presa-in-carico', 'avvenuta-consegna', 'errore-consegna', 'preavviso-errore-consegna', 'rilevazione-virus', 'anomalia',
] as const;
export type PecKind = (typeof pecKinds)[number];

export interface Pec {
  readonly kind: PecKind;
  /** Of the message that was sent, without angle brackets: what a receipt speaks of, and what an envelope carries. */
  readonly messageId: string | null;
  readonly subject: string;
  /** When the provider certifies that it happened: legal clocks start here. */
  readonly certifiedAt: Date | null;
  readonly recipients: readonly string[];
  /** The provider's own number, by which it finds the message again. */
  readonly identifier: string | null;
  /** Why it was not delivered, in the provider's words. */
  readonly failure: string | null;
}

const longestCertificate = 200_000;

/** What the provider says of this mail; null of any other mail, whatever stands in its subject or hangs on it. */
export const pecOf = (mail: UnderstoodMail): Pec | null => {
  const kind = kindOf(mail);
  if (kind === null) return null;
  const xml = certificateOf(mail.attachments);
  const reference = headerOf(mail, 'x-riferimento-message-id');
  return {
    kind,
    messageId: bareId(reference ?? '') ?? bareId(within(xml, 'msgid')?.text ?? ''),
    subject: cleanLine(within(xml, 'oggetto')?.text ?? '', 998),
    certifiedAt: instantOf(within(xml, 'data')),
    recipients: all(xml, 'destinatari').map((one) => cleanLine(one, 320)),
    identifier: cleanLine(within(xml, 'identificativo')?.text ?? '', 400) || null,
    failure: cleanLine(within(xml, 'errore-esteso')?.text ?? '', 500) || null,
  };
};

/**
 * What somebody wrote: of certified mail, and of ordinary mail that came into a certified box, the message within the envelope. Any
 * other mail is itself. The envelope stays as it came, as the raw mail: it is the evidence.
 */
export const writtenIn = async (envelope: UnderstoodMail): Promise<UnderstoodMail> => {
  const kind = kindOf(envelope);
  const original = kind === 'posta-certificata' || kind === 'anomalia' ? originalOf(envelope.attachments) : null;
  const inner = original === null ? null : await understandMail(original.content);
  return inner !== null && isUnderstood(inner) ? inner : envelope;
};

const originalOf = (attachments: readonly MailAttachment[]): MailAttachment | null =>
  attachments.find(({ name }) => name.toLowerCase() === 'postacert.eml') ?? attachments.find(({ type }) => type === 'message/rfc822') ?? null;

const kindOf = (mail: UnderstoodMail): PecKind | null => {
  const receipt = headerOf(mail, 'x-ricevuta')?.trim().toLowerCase();
  const known = pecKinds.find((one) => one === receipt);
  if (known !== undefined) return known;
  const transport = headerOf(mail, 'x-trasporto')?.trim().toLowerCase();
  if (transport === 'errore') return 'anomalia';
  return transport === 'posta-certificata' ? 'posta-certificata' : null;
};

const certificateOf = (attachments: readonly MailAttachment[]): string => {
  const part = attachments.find(({ name }) => name.toLowerCase() === 'daticert.xml');
  return part === undefined ? '' : new TextDecoder('utf-8').decode(part.content.subarray(0, longestCertificate));
};

interface Element {
  readonly attributes: string;
  readonly text: string;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const unescaped = (text: string): string =>
  text.replaceAll(/&(#x[\da-f]{1,6}|#\d{1,7}|\w{1,8});/giu, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
    const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });

// Not by a parser of XML: providers are met that leave the brackets of a message id as they are, and then it is none.
const pattern = (tag: string, flags: string): RegExp => new RegExp(String.raw`<${tag}(?=[\s>])([^>]{0,500})>([\s\S]{0,20000}?)</${tag}\s*>`, flags);
const within = (xml: string, tag: string): Element | null => {
  const found = pattern(tag, 'iu').exec(xml);
  return found === null ? null : { attributes: found[1] ?? '', text: unescaped(found[2] ?? '').trim() };
};
const all = (xml: string, tag: string): string[] => [...xml.matchAll(pattern(tag, 'giu'))].slice(0, 500).map((found) => unescaped(found[2] ?? '').trim());

const bareId = (text: string): string | null => cleanLine(text.replaceAll(/[<>\s]/gu, ''), 998) || null;

/** `<data zona="+0100"><giorno>15/11/2024</giorno><ora>18:20:38</ora></data>` */
const instantOf = (element: Element | null): Date | null => {
  if (element === null) return null;
  const day = /(\d{2})\/(\d{2})\/(\d{4})/u.exec(within(element.text, 'giorno')?.text ?? '');
  const time = /(\d{2}):(\d{2})(?::(\d{2}))?/u.exec(within(element.text, 'ora')?.text ?? '');
  const zone = /zona\s*=\s*["']?([+-]\d{2}):?(\d{2})/u.exec(element.attributes);
  if (day === null || time === null) return null;
  const instant = new Date(`${day[3]}-${day[2]}-${day[1]}T${time[1]}:${time[2]}:${time[3] ?? '00'}${zone === null ? '+01:00' : `${zone[1]}:${zone[2]}`}`);
  return Number.isNaN(instant.getTime()) ? null : instant;
};
