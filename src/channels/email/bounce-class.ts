import type { BounceClass } from './contract.ts';
import { nobodyThere, type FailedRecipient } from './delivery-report.ts';

const tooLarge = /(?:message|mail|size|content)[^\n]{0,30}(?:too (?:large|big)|exceeds)|too large|size limit|line (?:is )?(?:too long|limit)/i;
/** Whoever is not let in as a sender is refused, whatever is said of addresses: they are the sender's own. */
const ofTheSender = /sender (?:address )?(?:was |is )?(?:rejected|denied|refused|unknown|unroutable)|domain of sender|after mail from:|unroutable sender|my name was rejected/i;
const closed =
  /(?:account|mailbox|recipient|user|address|destinataire)[^\n]{0,40}\b(?:disabled|suspended|frozen|inactive|deactivated|closed|blocked?|bloque|locked|expired)\b|disabled recipient|recipient address rejected: access denied/i;
const noMailHere = /(?:host|domain)[^\n]{0,80}(?:does(?:n't| not) (?:accept|receive) (?:e-?)?mail|not accepting messages)|null ?mx|dns lookup failure: host|domain is not reachable|no valid recipients|not (?:a )?valid (?:address|recipient|mailbox)|recipient not found|check if address is correct|did not reach the following recipient/i;
const full =
  /quota|(?:mail ?box|inbox|account|user|recipient)[^\n]{0,60}\b(?:is |are |was )?(?:full|over(?:flow| its| the)?\b|exceed|storage)|not enough (?:disk )?(?:space|storage)|insufficient storage|(?:storage|disk) allocation|casella (?:[^\n]{0,30} )?piena|boîte [^\n]{0,30}pleine|postfach [^\n]{0,30}voll|buzón [^\n]{0,30}llen/i;
const refused =
  /\b(?:spam|unsolicited|junk|ube|uce|virus|malware|phish\w*|black ?list\w*|block ?list\w*|blocked|rbl|dnsbl|spamhaus|barracuda|senderbase|spamcop|reputation|abus(?:e|ive)|polic(?:y|ies)|dmarc|dkim|spf|sender id|ptr|reverse dns|rdns|helo|ehlo|relaying|prohibit\w*|banned|forbidden|unauthenticated|complaints)\b|content (?:rejected|filter\w*|restrict\w*)|message (?:was )?(?:rejected|refused|content)|not (?:authori[sz]ed|allowed|permitted) |access denied|(?:denied|rejected|refused|filtered) (?:by|due|because|for)|authentication (?:is )?required|restrict\w*|looks like|suspicious|client host rejected|invalid (?:ip|domain name)|name lookup failed|mismatches client ip|protocol violation|5\.7\.\d+/i;
const passing =
  /temporar|try (?:again|later)|grey ?list|timed? ?out|timeout|too many (?:connection|session|concurrent|message|recipient|mail)|frequency limited|rate limit|throttl|could not (?:connect|be contacted|deliver for the last)|unable to (?:connect|contact)|did not accept our requests to connect|connection (?:refused|reset|dropped|lost|closed|timed)|no route to host|network (?:is )?unreachable|(?:host|server) (?:is )?(?:not reachable|unreachable|down)|retry|retries|expired|has not been collected|deferred|system (?:not accepting|resources|busy|load)|service (?:unavailable|not available)|for (?:more than )?\d+ (?:hours|days)|low on space|insufficient (?:disk|system)|at a rate|have been failing|establish an smtp connection/i;

/**
 * The class of one refusal, from its status (RFC 3463) and the refusing server's own sentence. The sentence weighs more: many
 * servers give 5.0.0, 5.1.1 or 5.7.1 for whatever happened. What comes first decides: a refused sender is told of addresses as well,
 * and a full box of a server that is only waiting.
 */
export const bounceClassOf = ({ status, words, delayed }: Pick<FailedRecipient, 'status' | 'words' | 'delayed'>): BounceClass => {
  const is = (pattern: RegExp): boolean => pattern.test(status ?? '');
  if (is(/^[45]\.2\.2$/u) || (full.test(words) && !tooLarge.test(words))) return 'box_full';
  if (delayed) return 'temporary';
  if (is(/^5\.(?:3\.4|2\.3)$/u) || tooLarge.test(words)) return 'other';
  if (is(/^5\.1\.[78]$/u) || ofTheSender.test(words)) return is(/^4\./u) && !refused.test(words) ? 'temporary' : 'spam_or_policy';
  if (is(/^4\.4\.[12]$/u)) return 'temporary';
  if (closed.test(words) || noMailHere.test(words) || comesFirst(nobodyThere, passing, words)) return 'address_wrong';
  if (is(/^4\./u)) return refused.test(words) ? 'spam_or_policy' : 'temporary';
  if (comesFirst(refused, passing, words)) return 'spam_or_policy';
  if (passing.test(words)) return 'temporary';
  return byStatus(status);
};

/** What a server says first is what happened; what follows is advice, and often of other recipients. */
const comesFirst = (one: RegExp, other: RegExp, words: string): boolean => {
  const [at, otherAt] = [words.search(one), words.search(other)];
  return at >= 0 && (otherAt < 0 || at <= otherAt);
};

const byStatus = (status: string | null): BounceClass => {
  if (status === null) return 'other';
  if (/^5\.1\.[0-46]$|^5\.1\.10$|^5\.2\.1$|^5\.4\.[014]$/u.test(status)) return 'address_wrong';
  if (/^5\.[67]\.|^5\.2\.0$/u.test(status)) return 'spam_or_policy';
  return status.startsWith('5.4.') ? 'temporary' : 'other';
};
