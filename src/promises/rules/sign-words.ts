import { any, letter } from './date-figures.ts';

/**
 * The words that tell whose word a date is, in Italian and English. Where two signs end at one place the longer wins, of two as long
 * the one whose kind is named first: "will not" before "will". They are
 * matched against lower case: that costs half of what matching both cases does.
 */
export type Word = 'ours' | 'past' | 'asked' | 'condition' | 'denied' | 'hours' | 'hedged' | 'theirs' | 'general';

interface Sign {
  readonly word: Word;
  readonly pattern: RegExp;
}

const before = `(?<![${letter}0-9'’])`;
const sign = (word: Word, ...sources: readonly string[]): Sign => ({ word, pattern: new RegExp(`${before}(?:${any(...sources)})(?![${letter}])`, 'gu') });

const acts =
  'scriv|(?:ri|ricon)?chiam|aggiorn|(?:ri)?mand|invi|rispond|dic|facci|sped|rispedisc|spedisc|rimbors|(?:ri)?contatt|telefon|comunic|comunich|prepar|consegn|restitu|restituisc|accredit|sostitu|sostituisc|port|ved|verific|verifich|controll|riscriv|avvis|ricev|sent|inoltr|gir|conferm|tien|teng|ritir|inform|assegn|storn|ripar|sistem';
const toYou = '(?:le|ti|te|vi|ve|glie(?:lo|la|li|le|ne)|(?:te|ve) (?:lo|la|li|le|ne))';
const toYouOrIt = '(?:la|li|lo|gli|ne|l[’\'])';
// After "le" these say something else than what we are going to do.
const noActs = '(?!(?:ringrazi|pregh|prego|chied|ricord|augur|invit|consigli|sugger|alleg|porg|ho\\b|abbiamo|sono\\b|siamo|possiamo|dobbiamo|capi|assicuro|nostro|vostro|credo|crediamo|scus|saluto|salutiamo|primo|stiamo|sto\\b|dispiac|vogliamo))';
const presents = 'provvedo|procedo|verifico|sollecito|preparo|mando|spedisco|sistemo|risolvo|apro|chiamo|richiamo|inoltro|prenoto|torno|rispondo|scrivo|aggiorno|confermo|sostituisco|chiudo|organizzo|recupero|mi occupo|me ne occupo|mi faccio (?:vivo|viva|sentire)|mi informo|ti chiamo|mi metto|faccio';

// "Give us 24 hours", "mi dia fino a martedì": whoever asks for time says until when the customer waits.
const forAWhile = '(?: ancora| altr[ei])?(?: tempo)? (?:fino a|sino a|(?:un|una|due|tre|quattro|cinque|\\d{1,2}|mezz[ao])(?:(?= )|[\'’])[a-zà-ÿ \'’]{0,12}?(?:minut|or[ae]|giorn|settiman))';
const aWhile = ' (?:until|till|(?:another |about |up to |a further |at least )?(?:a|an|a few|one|two|three|a couple of|\\d{1,2})(?: more)? (?:working |business )?(?:minute|hour|day|week))';

const ours: readonly string[] = [
  `(?:mi|ci) (?:serv(?:e|ono|irà|iranno)|occorr(?:e|ono)|dia|lasci|conceda|dai|lascia|date|lasciate)(?=${forAWhile})`, `(?:give|allow|grant) (?:me|us)(?=${aWhile})`, `(?:i|we)(?:['’]ll| will)? need(?=${aWhile})`, '(?:bear with|leave (?:it|this|that) with) (?:me|us)(?= (?:until|till))',
  '(?:si (?:può |puoi )?aspett(?:i|are)|aspettatevi)(?= (?:una?|la|il|un[\'’]|notizie|mie|nostre))', 'mi sono segnat[oa]', 'mi segno', '(?<=(?:^|[.,;!] )\\s*)(?:talk|speak|write) to you', '(?<=(?:^|[.,;!] )\\s*)(?:talk|speak)(?= (?:on|tomorrow|again|next|later))',
  '(?:we|i) (?:fit|install|deliver|collect|ship|refund|replace|swap|dispatch|process|release|reissue)',
  // "le scrivo", "glielo mando", "la richiamo", "ve lo spediamo", "la chiama Marco".
  `${toYou}\\s+${noActs}[a-zà-ÿ]+(?:o|iamo)`, `${toYouOrIt}\\s*(?:${acts})(?:o|iamo)`, `(?:le|la|ti|vi|${toYou})\\s+(?:(?:ri)?chiam|(?:ri)?contatt|telefon|mand|invi|consegn|port|aggiorn|arriv)(?:a|ano)`, `(?:le|ti|vi)\\s+(?:scriv|rispond|spedisc|forn)(?:e|ono)`, '(?:le|ti|vi) (?:fa|fanno|dà|danno)',
  'ci vorr(?:à|anno)',
  presents, 'torno a [a-zà-ÿ]+', 'ci (?:ri)?sentiamo', 'ci vediamo', '(?:mi|ci) impegn(?:o|iamo) (?:a|per)', 'sped(?:isco|iamo)', 'riceve|ricevi|ricevete',
  '(?:ri)?part(?:e|ono)|arriv(?:a|ano)|pass(?:a|ano)(?! in negozio)|torn(?:a|ano) (?:disponibil|operativ|attiv|onlin|in stock)[a-zà-ÿ]+|h(?:a|ai) (?:la|il|una|un|tutt[oa])|ha in mano|trov(?:a|i|ate)|ricev(?:ono)|risult(?:a|ano)|(?:è|sono) (?:da (?:lei|te|voi)|(?:tutto )?pront[oaie]|disponibil[ei]|a casa sua|in consegna)|si sblocc(?:a|ano)|finisc(?:e|ono)|va in|entra in|esc(?:e|ono)|rientra|va in consegna|(?:corriere|magazzino|spedizioniere|tecnico) (?:consegn|ritir|rispedisc|spedisc|pass|sostituisc)(?:a|e)|ritira|consegnano|vien[ei]|vengono|è in consegna|(?:è|sono) sul (?:furgone|camion)|(?:ha|hai|avete) di nuovo|(?:suona|citofona|bussa) da (?:lei|te|voi)|avete|ha(?:i|nno)? (?:mie|nostre) notizie', 'h(?:o|ai|a) la (?:mia|nostra) parola',
  '(?:è|sono) (?:previst|prenotat|confermat|programmat|fissat|pianificat|attes)[oaie]', '(?:consegna|ritiro|appuntamento|montaggio|intervento|sopralluogo|spedizione|installazione) (?:[a-zà-ÿ]+ ){0,3}(?:è|sono) (?:per|il|tra|fra)',
  "(?:will|shall|['’]ll|['’]?(?:am|is|are|m|re|s) going to|gonna)", 'let me [a-zà-ÿ]+', 'let you have',
  "(?:['’](?:m|re|s)|am|are|is)(?: now| also| currently)? (?!(?:hop|try|look|wait|hav|be|runn|clos|work|expect|experienc|ask|writ|bring|morn|even|noth|someth|anyth|suggest|miss)ing)[a-zà-ÿ]{2,}ing",
  '(?:is|are) on the (?:van|truck|lorry)|you get(?= (?:an?|the|your|my|our|it) )|arrives|ships|leaves|departs|lands|goes (?:out|live|back|through|ahead)|comes|reaches|posts|gets (?:to|there)|hits|clears|drops|is (?:back|ready|done|fixed|live|out for delivery|with you)|(?:is|are) due(?! to (?:the|a|an|your|our|high|our)(?![a-zà-ÿ]))|(?:is|are) (?:expected|scheduled|booked|planned|set|confirmed|arranged|ready)', '(?:consegna|ritiro|appuntamento|delivery|collection|pickup|appointment|visit|slot) (?:confermat[oa]|fissat[oa]|programmat[oa]|previst[oa]|prenotat[oa]|confirmed|booked|scheduled|arranged|set)', '(?:delivery|collection|appointment|visit|pickup|installation) (?:[a-zà-ÿ]+ ){0,3}(?:is|are)',
  '(?:(?:you )?(?:can|may|should) )?(?<!we |i )expect(?= (?:a|an|it|to hear|to receive|to have|our|my|the|your|me|us|him|her|an?other|news|delivery)\\b)', '(?:i|we) (?:promise|guarantee|commit|undertake)|you have (?:my|our) word', '(?<=(?:^|[,.;!] )\\s*)[a-zà-ÿ]{2,}ing (?:it|this|that|them|you|your|the|a|over|out|back)',
];

// Arranged is not over: "ho fissato il ritiro per giovedì".
const arranged = ['(?<!(?:ha|aveva) )(?:ho|abbiamo) (?:già )?(?:mess[oa]|inserit[oa]) in (?:agenda|calendario|programma)', '(?:ho|abbiamo|è stat[oa]|sono stat[ei])(?: già| appena)? (?:fissat|programmat|prenotat|organizzat|pianificat|previst|concordat)[oaie]', "(?:i|we)(?:['’]ve| have) (?:put|made|set|noted|blocked)(?: [a-zà-ÿ]+){1,4} (?:diary|calendar|reminder)", "(?:(?:i|we)['’]ve|have|has|['’]ve|has been|have been)(?: just| already| now| also)? (?:been )?(?:booked|scheduled|arranged|planned|set up|confirmed|lined up)", 'garanti(?:sco|amo)|promett(?:o|iamo)|assicur(?:o|iamo)'];

const past: readonly string[] = [
  '(?:ho|abbiamo|hanno|ha|hai|avete|avevo|avevamo|aveva|avevano|avevate)(?! (?:mie|nostre) notizie)(?: (?:già|anche|appena|subito|sempre|poi|ancora))? [a-zà-ÿ]{3,}(?:to|ta|ti|te|so|sa|si|se|rto)',
  '(?:è|sono|era|erano) (?:già )?(?:stat[oaie]|arrivat[oaie]|partit[oaie]|uscit[oaie]|scadut[oaie]|passat[oaie]|successo)',
  '(?:doveva(?:no|te|mo)?|dovevo|dovuto|sarebbe(?:ro)?|avrebbe(?:ro)?|avremmo|avrei|era|erano)', '(?:come|così come) (?:promesso|detto|concordato|indicato|da accordi)', '(?:risale|risalgono)', "l['’]h(?:o|a|anno)",
  "(?:was|were|had|did|wrote|sent|promised|said|told|called|asked|shipped|left|arrived|tried|received|spoke|should have|would have|as (?:agreed|promised|discussed)|(?:have|has|['’]ve) (?:already )?(?!to )[a-zà-ÿ]{3,}(?:ed|en|nt|de|ne|wn|ld|id|ft))", '(?:thank you|thanks) for|sorry for|apologi[sz]e for',
];

const asked: readonly string[] = [
  `(?:mi|ci|me l[oa]|ce l[oa]) (?:ri)?(?:scriva|mandi|invii|faccia|confermi|dica|risponda|chiami|contatti|indichi|spedisca|restituisca|fornisca|comunichi|segnali|(?:lasci|dia|serve|servono|servirà|serviranno|occorre|occorrono)(?!${forAWhile})|scriviate|mandiate|inviate|scrivi|manda|invia|fai|dici|rispondi)(?:te)?`,
  '(?:ci|mi) (?!vor|sent|risul)[a-zà-ÿ]{3,}(?:rà|rai|rete|ranno)',
  '(?:può|puoi|potete|potrà|potrai|potrete|potranno|deve|devi|dovete|devono|dovrai|dovrà|dovrete|dovranno|bisogna|occorre|basta|(?:è|sarà) (?:necessario|sufficiente)|le chied(?:o|iamo)|l[ae] preg(?:o|hiamo)|(?:la|ti|vi) invit(?:o|iamo)|cortesemente|gentilmente|per favore|per cortesia|si prega|v(?:a|anno) (?!in consegna)[a-zà-ÿ]{3,}(?:to|ti|ta|te|so|si)|(?:abbiamo|avremo|avrei) bisogno|resto in attesa|restiamo in attesa|in attesa di|attend(?:o|iamo)|aspett(?:o|iamo))',
  '(?:restituisca|risponda|rispondete|invii|mandi|compili|paghi|ritiri|verifichi|controlli|scriva|chiami|telefoni|aspetti|attenda|confermi|spenga|riaccenda|provi|ricordi|tenga|faccia|passi|porti|venga|scelga|indichi|legga|usi|clicchi|aspetta|attendi|prova|invia|ricorda|passate|inviate|mandate|attendete|provate)',
  '(?:manda|scrivi|invia|chiama|fam|dim|rispondi|facci|dacci|dam|telefona|conferma|porta|lascia|ricorda|comunica|segnala|richiama|contatta)(?:mi|ci|melo|celo|mela|cela|teci|temi|lo)',
  `(?:please|pls|plz|kindly|(?:could|can|would|will) you|you (?:can|may|must|need to|have to|have(?! (?:my|our) word)|['’]ve got|should|could|are (?:welcome|invited|requested|required|asked))|you(?:['’]ll| will) (?:need|have to|want to|be able)|(?:must|have to|has to|needs? to) be|let (?:me|us) know|(?<!(?:will|['’]ll|to|and|can|shall|team|i|we|also) )(?:send|write|tell|give(?! (?:me|us)(?:${aWhile}))|call|return) (?:to )?(?:me|us|it)|get back to (?:me|us)|feel free|(?<!(?:will|['’]ll|to|shall|me) )make sure|remember to|don['’]t forget|(?:i|we)(?:['’]ll| will)? (?:need(?!${aWhile})|require)|(?:i|we)(?:['’]ll| will) (?:wait|ask you|need you))`, 'just (?:write|send|reply|call|drop)', '(?<=(?:^|[,.;] )\\s*)(?:bring|fill in|fill out|pick|choose|switch|try|wait|hold|post|use|keep|check your|look out|reply|respond|show|hand|ask|take|put|leave|ring|call|write|email|contact)(?= )',
];

const condition = ['(?<!anche )(?<!come )se', 'qualora', 'nel caso(?: in cui)?', 'in caso(?: di)?', 'a meno che', 'purché|a patto che|a condizione che', '(?<!even )(?<!as )(?<!as\\s)if', 'unless|in case|(?:provided|providing) (?:that|you|we|the)|assuming|as long as', '(?<=^\\s*)should (?:the|you|your|it|this|they|we|there|any)', '(?<=^\\s*)had (?:the|you|your|it|we)'];

const denied = [
  'non(?! (?:oltre|più tardi|appena|prima|esit|manch|si preoccup|ti preoccup|vi preoccup|solo|tema))', 'impossibile|nemmeno|neanche|mai|nessun[oa]?',
  "(?:cannot|can['’]?t|won['’]?t|will not|(?:will|shall|do|does|am|is|are)(?:n['’]t| not)|don['’]?t|not|never|unable|impossible|nor|nobody|no one|no longer)(?! (?:later|only|just|hesitate|worry|to worry|fail|forget))",
];

const hours = [
  '(?:(?:saremo|sarà|saranno|siamo|restiamo|resteremo|rimarremo|will be|are|is) )?(?:chius[oaie](?! (?:entro|in giornata))|apert[oaie]|apre|aprono|chiude|chiudono|riapre|riapriamo|orari[oi]?|apertura|chiusura|ferie|closed(?! (?:out|by|within))|open|opens|closes|opening|hours)', 'dal(?:le|l[ao]|la)?\\s+[a-zà-ÿ]+dì', '(?:mon|tues|wednes|thurs|fri|satur|sun)day (?:to|until|through)',
  '(?:scad(?:e|ono|rà|ranno)|termin(?:a|ano|erà)|(?:si |resta )?(?:rinnov|bloccat)(?:a|o|erà)|valid[oaie]|in ferie|assente|fuori ufficio|lavor(?:a|ano|iamo|o)|in riunione|manutenzione)', '(?:expires?|will expire|will end|ends|valid|renews?|will renew|auto-?renews?|will be charged|is fixed|on (?:holiday|leave|vacation|annual leave)|out of (?:the )?office|off (?:today|tomorrow|until|on)|works?(?! on)|maintenance|deadline|(?:payment|balance|instal?ment|invoice) (?:is|are|falls|was) due|will (?:be )?(?:close[ds]?|away|out|off)|(?:will be|be|am|[’\']ll be|[’\']m) (?:away|out of|off|on holiday|on leave|in the office|here|around))',
];

const hedged = [
  '(?:dovrebbe(?:ro)?|dovremmo|dovrei|potrebbe(?:ro)?|potremmo|potrei|vorre(?:i|mmo)|mi piacerebbe|forse|probabilmente|magari|presumibilmente|eventualmente|è (?:probabile|possibile)|sper(?:o|iamo|ando)|cerc(?:o|herò|heremo|hiamo)|prov(?:o|erò|eremo|iamo)|tenter(?:ò|emo)|(?:farò|faremo|facciamo|faccio) (?:il|tutto il|del mio|del nostro) (?:possibile|meglio)|cont(?:o|iamo) di|cred(?:o|iamo)|pens(?:o|iamo)|mi augur(?:o)|in teoria|indicativamente|salvo (?:ritardi|imprevisti)|puntiamo a|ipotizz[a-zà-ÿ]+)',
  "(?:should|might|could|would|may(?= (?:be|take|not|need|have|arrive|come|still|also|get|leave|ship|reach|go|well))|(?:i|we|you|it|they)['’]d|probably|perhaps|maybe|possibly|hopefully|(?:i|we|i['’]m|we['’]re|am|are) hop(?:e|ing)|(?:(?:will|['’]ll|shall) )?(?:(?:try|endeavou?r|aim|attempt) (?:to|and|for)|try our best|do (?:my|our|their) (?:very )?best|do what (?:i|we) can|do (?:everything|all) (?:i|we) can)|['’]?(?:m|re|am|are) (?:trying|aiming|hoping)|hoping|likely|(?:we|i) (?:think|believe|expect|reckon|hope|aim)|in theory|if all goes well|with (?:any|a bit of) luck|can take|could take|up in the air)",
];

const theirs = [
  '(?:mi|ci) (?:dice|dicono|dicevano|scrive|scrivono|riferisce|riferiscono|segnala|risulta)', "(?:mi|ci|vi|le) (?:ha|hanno|aveva|avevano|avete|avevate|hai|è stato) (?:detto|scritto|riferito|chiesto|segnalato|comunicato|promesso)", '(?:lei|il cliente|la cliente) (?:mi |ci )?(?:scrive|dice|chiede|vuole|afferma)', "secondo (?:il|la|lo|i|l['’]|quanto|me\\b)", 'a detta di',
  '(?:you|he|she|they|(?:the|our) [a-zà-ÿ]+(?: team)?) (?:says?|tells? (?:me|us)|told (?:me|us)|said|mentions?|mentioned|claims?|claimed|reports?|reckons?|thinks?|writes?|wrote|asked)', '(?:the|your) (?:customer|client|buyer|guest) (?:[a-zà-ÿ]+ ){0,2}(?:writes?|says?|wants?|asks?|will|is going to)', 'according to|apparently',
];

const general = [
  'quando|when|whenever|ogniqualvolta|entro i quali',
  '(?:di (?:solito|norma|regola)|normalmente|in (?:genere|media)|generalmente|solitamente|tipicamente|ogni|tutt[ei] (?:i|le)|standard|come da (?:contratto|regolamento)|(?:gli|tutti gli|per gli) ordini|gli acquisti|i resi (?!sar)|i rimborsi|i pagamenti|le spedizioni|le consegne|le richieste|le riparazioni)',
  "(?:usually|normally|typically|generally|ordinarily|as a rule|on average|every|each|always|standard|our policy|(?:all )?orders (?:placed|received|made|over|under|are|ship)|(?:all )?(?:refunds|returns|deliveries|repairs|claims|payments) (?:are|take|ship|get|will be)|(?:the )?(?:customers?|buyers?|users?) (?:may|can|must|has|have|will)|(?:il|i) client[ei] (?:può|possono|potr|deve|devono|ha|hanno)[a-zà-ÿ]*)",
];

const apostrophe = (one: Sign): Sign => ({ ...one, pattern: new RegExp(one.pattern.source.replace(before, `(?:${before}|(?=['’](?:ll|m|re|s|ve)(?![${letter}])))`), 'gu') });

export const signs: readonly Sign[] = [
  sign('denied', ...denied),
  apostrophe(sign('hours', ...hours)),
  apostrophe(sign('hedged', ...hedged)),
  sign('theirs', ...theirs),
  apostrophe(sign('ours', ...arranged)),
  sign('past', ...past),
  sign('asked', ...asked),
  // "Inviarci", "rispondermi": read from its end, or every word would be tried.
  { word: 'asked', pattern: /(?<=\p{L}[aei]r)(?:ci|mi)(?!\p{L})/gu },
  sign('condition', ...condition),
  sign('general', ...general),
  apostrophe(sign('ours', ...ours)),
];
