// How mail programs mark where the old mail begins. Every test looks at one line of bounded length, or at a few joined ones, so the
// time is linear in the mail however it is built. Italian and English first, because those are the customers; other languages where
// one word more costs nothing.

/** A line longer than this is prose: no program writes such a header. */
const longestSign = 400;

/** The sentence in our own outbound mails above which people answer; both spellings of the dash come back from mail programs. */
export const replyDelimiters = { it: '— Rispondi sopra questa riga —', en: '— Reply above this line —' } as const;
const delimiter = /^[\s>*|]{0,40}[-–—]{1,3}\s*(?:rispondi sopra questa riga|reply above this line)\s*[-–—]{1,3}\s*\*?$/i;

export const isDelimiter = (line: string): boolean => line.length <= longestSign && delimiter.test(line);

export const isQuoted = (line: string): boolean => /^\s{0,3}(?:>|\|(?:\s|$))/.test(line.slice(0, 10));

const separator = new RegExp(
  String.raw`^[\s>*_]{0,40}(?:[-–—_=*]{2,80}\s*)(?:original message|original appointment|messaggio originale|messaggio original|forwarded message|messaggio inoltrato|inizio messaggio inoltrato|forwarded by .{1,80}|message d'origine|message original|ursprüngliche nachricht|mensaje original|mensagem original|oorspronkelijk bericht|ursprungligt meddelande|reply message|messaggio di risposta|пересылаемое сообщение|исходное сообщение)\b.{0,80}$`,
  'i',
);
const bareForward = /^\s*(?:begin forwarded message|inizio (?:del )?messaggio inoltrato)\s*:\s*$/i;

/** "-----Messaggio originale-----" and its kin. */
export const isSeparator = (line: string): boolean => line.length <= longestSign && (separator.test(line) || bareForward.test(line));

export const isForwardSign = (line: string): boolean => /inoltrato|forwarded|пересылаемое/i.test(line.slice(0, longestSign));

const labels =
  'from|sent|to|cc|bcc|date|subject|reply-to|importance|da|inviato|data|a|oggetto|rispondi a|von|gesendet|an|betreff|datum|de|envoyé|à|objet|date|répondre à|enviado(?: el)?|para|asunto|fecha|assunto|van|verzonden|aan|onderwerp|från|skickat|till|ämne|от кого|от|отправлено|кому|тема|дата|od|do|temat|wysłano';
const labelled = new RegExp(String.raw`^[\s>*|]{0,20}\*?(${labels})\s{0,2}\*?\s?:\*?(?:\s|$)`, 'i');
const opener = /^(?:from|da|von|de|van|från|от кого|от|od|sender)$/i;

const labelOf = (line: string | undefined): string | null =>
  line === undefined ? null : (labelled.exec(line.slice(0, longestSign))?.[1]?.toLowerCase() ?? null);

/**
 * Does the block "Da: / Inviato: / A: / Oggetto:" begin at `index`? The first line names a sender and at least two more labels follow
 * within the next lines: one alone ("Da: lunedì 3, a: venerdì") is prose.
 */
export const isHeaderBlock = (lines: readonly string[], index: number): boolean => {
  const first = labelOf(lines[index]);
  if (first === null || !opener.test(first)) return false;
  const seen = new Set<string>();
  for (let next = index + 1; next <= index + 8 && next < lines.length; next += 1) {
    const label = labelOf(lines[next]);
    if (label !== null && !opener.test(label)) seen.add(label);
  }
  return seen.size >= 2;
};

const verbs =
  String.raw`ha(?:nno)? scritto|scrive|wrote|writes|a écrit|schrieb(?: am .{1,60})?|geschrieben|schreef|escribió|escreveu|skrev|napisał(?:\(a\))?|написал(?:\(а\))?|写道|het volgende geschreven`;
const attributionEnd = new RegExp(String.raw`(?:(?:${verbs})\s*[:：]?|<[^<>\n]{1,200}@[^<>\n]{1,200}>\s*:)\s*$`, 'i');
const attributionStart = new RegExp(
  String.raw`^[\s>*]{0,10}(?:-{2,3}\s?)?(?:il\s|il giorno|in data|on\s|le\s|am\s|el\s|em\s|op\s|den\s|dnia\s|at\s|\d{1,4}[-/. ]|в\s|пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|среда|четверг|пятница|在|mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|gio|ven|sab|dom)`,
  'i',
);
/** A year, an hour or an address: what tells "Il 3/3/2026 Anna ha scritto:" from the customer's own "Il 3 marzo mi ha scritto:". */
const datedOrAddressed = /\d{1,2}[:.]\d{2}|\b\d{4}\b|\d{1,2}[/-]\d{1,2}[/-]\d{2}|年|@/;
/** "Anna Rossi <anna@example.it> ha scritto:" */
const addressedAttribution = new RegExp(String.raw`^[^\n]{0,120}<?[^\s<>]{1,64}@[^\s<>]{1,120}>?[^\n]{0,40}(?:${verbs})\s*[:：]\s*$`, 'i');
/** How many lines the sentence "Il giorno … ha scritto:" takes from `index` on, wrapped as programs wrap it; 0 when there is none. */
export const attributionLines = (lines: readonly string[], index: number): number => {
  const first = lines[index] ?? '';
  if (first.length > longestSign) return 0;
  if (addressedAttribution.test(first)) return 1;
  if (!attributionStart.test(first)) return 0;
  let joined = '';
  for (let taken = 1; taken <= 4; taken += 1) {
    const line = lines[index + taken - 1];
    if (line === undefined || line.length > longestSign || (taken > 1 && line.trim() === '')) return 0;
    joined = `${joined} ${line.trim()}`;
    if (attributionEnd.test(joined)) return datedOrAddressed.test(joined) ? taken : 0;
    if (taken === 1 && /[.!?]$/.test(line.trim())) return 0;
  }
  return 0;
};

const device =
  /^[\s*_]{0,5}(?:(?:this (?:email|message) was )?sent (?:from|via|with|by|on)\s(?:my|the|a|samsung|outlook|yahoo|proton|mail|airmail|windows|gmail|mobile|android|iphone|ipad|sparrow|aol|mailbird|hey)\b|from my \w|get outlook for|inviato (?:dal?|con|tramite|da)l?\s?(?:mio |mia |l')?(?:iphone|ipad|samsung|outlook|libero|mail|android|yahoo|tim|huawei|xiaomi|cellulare|telefono|smartphone|tablet|dispositivo|proton|gmail|virgilio|alice|tiscali|posta|galaxy|windows|blackberry|il mio)|scarica outlook|ottieni outlook|envoyé (?:depuis|de|à partir)|von meinem .{1,40} gesendet|gesendet (?:von|mit)|enviado (?:desde|do|de)\s|verstuurd vanaf|skickat från|verzonden (?:vanaf|met)|отправлено (?:с|из))/i;

/** "Inviato da iPhone": the program's line, not the customer's. */
export const isDeviceLine = (line: string): boolean => line.length <= 160 && device.test(line);

/** The line that by custom opens a signature. */
export const isSignatureMark = (line: string): boolean => /^\s{0,2}(?:--|—|__|_{5,60}|-{10,60}|-- )\s{0,2}$/.test(line.slice(0, 80));
