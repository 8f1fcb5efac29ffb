import { cleanLine } from './clean-text.ts';
import { isHard, statusIn, type FailedRecipient } from './delivery-report.ts';
import { headerOf, type UnderstoodMail } from './understood-mail.ts';

const daemon = /mailer[-_ ]?daemon|mail[-. ]deliver(?:y|)[-. ](?:sub)?system|mail delivery service|system administrator|mmsc ndr/i;
const postmaster = /(?:^|[<"\s])po+st_?master(?:@|>|$|")/i;
const failureSubject =
  /undeliver|delivery (?:has )?fail|failure notice|returned mail|delivery (?:status )?notification|delivery status|mail delivery|(?:could|can) ?not be delivered|mail system error|failed delivery|delivery failure|has failed|mail failure|delivery (?:has been )?delay|delayed \d+ hours|mancat[oa] (?:consegna|recapito)|non (?:recapitat|consegnat|recapitabil)|impossibile (?:recapitare|consegnare)|notifica (?:dello )?stato (?:di )?recapito|unzustellbar|non remis|no se pudo entregar|не доставлено|недоставлен/i;
const failureBody =
  /(?:was|were|is|are|be|been) (?:not |un)(?:able to (?:be )?)?deliver|(?:could|can|was|did) ?n(?:o|')t (?:be )?(?:deliver|reach)|undeliverable|permanent(?:ly)? (?:error|failure|fatal)|fatal error|delivery (?:error|fail|problem)|returned to (?:the )?sender|returning message|user unknown|unknown user|unable to (?:deliver|send)|not a member|transcript of session|non (?:è|e') stato (?:possibile )?(?:recapitat|consegnat|recapitare|consegnare)|\b5\d\d[ -]5\.\d\.\d/i;

const hasNullSender = (mail: UnderstoodMail): boolean => /^<\s*>$|^<?mailer-daemon/i.test(headerOf(mail, 'return-path')?.trim() ?? 'none');

/**
 * A report of non-delivery in prose, from the servers that do not write RFC 3464. One sign is never enough: postmasters are people
 * too, and customers write "mail delivery" in subjects.
 */
export const isBounceInProse = (mail: UnderstoodMail): boolean => {
  if (headerOf(mail, 'x-failed-recipients') !== null) return true;
  const from = headerOf(mail, 'from') ?? '';
  const subject = failureSubject.test(mail.subject);
  const body = failureBody.test(mail.text.slice(0, 5_000));
  const nullSender = hasNullSender(mail);
  if (daemon.test(from)) return subject || body || nullSender;
  if (postmaster.test(from)) return (subject && (body || nullSender)) || (body && nullSender);
  return nullSender && subject && body;
};

const address = String.raw`[^\s<>"'()\[\],;:]{1,64}@[^\s<>"'()\[\],;:]{1,255}`;
/** Where the mail that came back begins: what follows are the addresses of its own headers. */
const copyBegins =
  /^[-_ \t>]{0,80}(?:below this line|(?:begin(?:ning)? of )?(?:the )?original message|this is a copy of|included is a copy|header(?:s)? of the|unsent message|returned message|message follows|messaggio originale|the (?:full )?(?:headers|text) of|----- message header)|^(?:return-path|received|message-id|x-mailer):/im;

const startsWithAddress = new RegExp(String.raw`^[\s*>-]{0,12}(?:(?:to|rcpt to|recipient|address|destinatario|a|user|for)\s*:?\s*)?<?(${address})>?(?=[\s:.,(\[]|$)`, 'i');
const saidOfAddress = new RegExp(String.raw`(?:deliver(?:ed|y)?[^\n]{0,60}?(?:to|for)|user|recipient|address|mailbox|destinatario|casella)\s*:?\s*<?(${address})>?`, 'i');
const anyAddress = new RegExp(`<?(${address})>?`, 'i');

const tidy = (found: string): string => found.replace(/[.:>]+$/, '').toLowerCase();

/** The addresses that a prose report complains about, best source first. */
const addressesComplainedOf = (mail: UnderstoodMail): string[] => {
  const header = headerOf(mail, 'x-failed-recipients');
  if (header !== null) return header.split(/[,;\s]+/).filter((word) => word.includes('@')).map(tidy);
  const all = mail.text.slice(0, 20_000);
  const copy = copyBegins.exec(all);
  const lines = (copy && copy.index > 40 ? all.slice(0, copy.index) : all).split('\n').slice(0, 200).map((line) => line.slice(0, 500));
  const own = new Set([...mail.to, ...mail.cc].map((entry) => entry.address.toLowerCase()));
  for (const pattern of [startsWithAddress, saidOfAddress, anyAddress]) {
    const found = lines.map((line) => pattern.exec(line)?.[1]).filter((match) => match !== undefined).map(tidy);
    const others = [...new Set(found)].filter((one) => !own.has(one) && !/^(?:postmaster|mailer-daemon|abuse|helpdesk)@/.test(one));
    if (others.length > 0) return others.slice(0, 50);
  }
  return [];
};

const delayWords = /\b(?:delay(?:ed)?|will (?:keep|be) (?:try|retr)|still (?:being )?(?:try|retr)|warning: (?:could|message)|ritardo)/i;

/** The recipients named in a prose report; one nameless entry when it names none. */
export const recipientsInProse = (mail: UnderstoodMail): FailedRecipient[] => {
  const text = mail.text.slice(0, 20_000);
  const delayed = delayWords.test(mail.subject) && !/fail/i.test(mail.subject);
  const found = addressesComplainedOf(mail);
  const describe = (one: string): FailedRecipient => {
    const at = one === '' ? 0 : Math.max(0, text.toLowerCase().indexOf(one));
    const words = cleanLine(text.slice(at, at + 600), 300);
    const status = statusIn(text.slice(at, at + 1_500)) ?? statusIn(text);
    return { address: one, status, hard: !delayed && isHard(status, words), delayed, words };
  };
  return (found.length > 0 ? found : ['']).map(describe);
};
