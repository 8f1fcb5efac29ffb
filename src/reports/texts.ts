import type { RefusalWords } from '#base/refusal.ts';
import { defineTexts, plural, type Language } from '#base/texts.ts';
import type { Digest } from './contract.ts';
import { inPercent, type Headline } from './rules.ts';

type Loose = Digest['heard']['loose'];

export const reportRefusals = {
  'recipient.exists': { it: ({ email }) => `${email} la riceve già.`, en: ({ email }) => `${email} gets it already.` },
} as const satisfies RefusalWords<string>;

const italianNumbers = ['nessuno', 'uno', 'due', 'tre', 'quattro', 'cinque', 'sei', 'sette', 'otto', 'nove', 'dieci', 'undici', 'dodici', 'tredici', 'quattordici', 'quindici', 'sedici', 'diciassette', 'diciotto', 'diciannove', 'venti'];
const englishNumbers = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'];

/** In words up to twenty, as a headline says it; beyond, in figures. */
const inWords = (count: number, language: Language): string => (language === 'it' ? italianNumbers : englishNumbers)[count] ?? String(count);
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** "2026-W47" as "settimana 47". */
const weekNumber = (week: string): number => Number(week.slice(-2));

type Cause = Digest['boiled']['byCause'][number];

export const reportTexts = defineTexts({
  it: {
    inThis: 'In italiano',
    title: 'Direzione',
    lead: 'La settimana come la legge chi dirige: che cosa dicono i clienti, che cosa aspetta una decisione, che cosa abbiamo promesso.',
    week: (week: string) => `settimana ${weekNumber(week)}`,
    forManagement: 'per la direzione',
    minutes: (count: number) => plural(count, '1 minuto', `${count} minuti`),
    running: 'Settimana in corso',
    headline: (found: Headline): string => {
      switch (found.code) {
        case 'boiled': return `${found.customers === 1 ? 'Un cliente ha perso la pazienza.' : `${capital(inWords(found.customers, 'it'))} clienti hanno perso la pazienza.`}${found.sameCause > 0 ? ` ${found.sameCause < found.customers ? capital(inWords(found.sameCause, 'it')) : found.customers === 2 ? 'Tutti e due' : 'Tutti'} per lo stesso motivo.` : ''}`;
        case 'overdue': return `${found.themes === 1 ? 'Una decisione è' : `${capital(inWords(found.themes, 'it'))} decisioni sono`} oltre la data${found.daysLate > 0 ? `, ${found.themes === 1 ? 'da' : 'la più vecchia da'} ${plural(found.daysLate, 'un giorno', `${found.daysLate} giorni`)}` : ''}.`;
        case 'broken': return `${found.broken === 1 ? 'Una promessa non è stata mantenuta' : `${capital(inWords(found.broken, 'it'))} promesse non sono state mantenute`}, su ${found.of}.`;
        case 'missed': return found.missed === 1 ? 'Un cliente è rimasto senza notizie oltre la data.' : `${capital(inWords(found.missed, 'it'))} volte un cliente è rimasto senza notizie oltre la data.`;
        case 'decided': return found.left === 0 ? `${capital(found.taken === 1 ? 'una cosa chiesta dai clienti è stata presa' : `${inWords(found.taken, 'it')} cose chieste dai clienti sono state prese`)}.` : found.taken === 0 ? `${capital(found.left === 1 ? 'una cosa chiesta dai clienti è stata lasciata' : `${inWords(found.left, 'it')} cose chieste dai clienti sono state lasciate`)}, con il motivo.` : `${capital(inWords(found.taken + found.left, 'it'))} decisioni: ${found.taken === 1 ? 'una presa' : `${inWords(found.taken, 'it')} prese`}, ${found.left === 1 ? 'una lasciata' : `${inWords(found.left, 'it')} lasciate`}.`;
        case 'calm': return found.kept > 0 ? `Nessun cliente ha perso la pazienza, e ogni promessa è stata mantenuta.` : 'Nessun cliente ha perso la pazienza.';
        default: return 'Una settimana senza notizie.';
      }
    },
    cause: ({ cause, title, customers }: Cause) =>
      cause === 'theme' ? `«${title}»: è il motivo per ${plural(customers, 'un cliente', `${customers} clienti`)}.` : cause === 'department' ? `${title} doveva una risposta a ${plural(customers, 'un cliente', `${customers} clienti`)}.` : '',
    causeUndecided: (decider: string, daysLate: number) => (daysLate > 0 ? `${decider} doveva decidere, ed è in ritardo di ${plural(daysLate, 'un giorno', `${daysLate} giorni`)}.` : `Decide ${decider}.`),
    promisesMove: (now: number, before: number | null) =>
      before === null || inPercent(now) === inPercent(before) ? `Promesse mantenute alla prima data: ${inPercent(now)}%.` : `Le promesse mantenute alla prima data ${now > before ? 'salgono' : 'scendono'} al ${inPercent(now)}% (era ${inPercent(before)}%).`,
    silenceMove: (hours: number, before: number | null) => `Il silenzio più lungo oltre la data: ${plural(hours, '1 ora', `${hours} ore`)}${before === null ? '' : ` (la settimana prima ${before})`}.`,
    undecided: 'Da decidere, e in ritardo',
    nothingOverdue: 'Nessuna decisione in ritardo.',
    waiting: (count: number) => `${plural(count, 'un altro tema aspetta', `${count} temi aspettano`)} una decisione entro la data`,
    days: (count: number) => (count === 0 ? 'oggi' : plural(count, '1 giorno', `${count} giorni`)),
    decided: 'Deciso questa settimana',
    nothingDecided: 'Nessuna decisione questa settimana.',
    kinds: { take: 'preso', leave: 'lasciato' },
    by: (day: string) => `entro il ${day}`,
    customers: (count: number) => plural(count, '1 cliente', `${count} clienti`),
    told: (count: number) => plural(count, '1 avvisato', `${count} avvisati`),
    shipped: 'Uscito',
    promises: 'Promesse mantenute, per chi le rendeva possibili',
    noPromises: 'Nessuna promessa scadeva questa settimana.',
    ofUs: 'Servizio clienti',
    ofSome: (kept: number, of: number) => `${kept} su ${of}`,
    moved: (count: number) => plural(count, '1 spostata in tempo', `${count} spostate in tempo`),
    heard: 'Che cosa ci hanno detto',
    heardSome: (voices: number, customers: number, before: number) => `${plural(voices, 'una voce', `${voices} voci`)} da ${plural(customers, 'un cliente', `${customers} clienti`)} (la settimana prima ${before})`,
    loose: ({ count, overdue }: Loose) => `${plural(count, 'Una voce non è ancora in nessun tema', `${count} voci non sono ancora in nessun tema`)}${overdue === 0 ? plural(count, ', e c’è ancora tempo', ', e per tutte c’è ancora tempo') : `: ${plural(overdue, 'una doveva', `${overdue} dovevano`)} già esserci`}.`,
    nothingHeard: 'Questa settimana nessuno ha raccolto la voce di un cliente. Non vuol dire che non abbiano detto niente.',
    quoted: (words: string) => `«${words}»`,
    quoteBy: (since: string | null) => (since === null ? 'un cliente' : `cliente dal ${since.slice(0, 4)}`),
    boiled: 'Chi ha perso la pazienza',
    nobodyBoiled: 'Nessuno, questa settimana.',
    why: { second_channel: 'ha sollecitato su un secondo canale', angry: 'ha scritto con rabbia', in_public: 'si è lamentato in pubblico', threat: 'ha annunciato un reclamo o un avvocato', low_rating: 'ha dato un voto basso', formal_complaint: 'ha fatto un reclamo formale' },
    service: 'Il servizio',
    opened: 'casi aperti', resolved: 'casi risolti', open: 'ancora aperti', chased: 'solleciti', missed: 'silenzi oltre la data',
    before: (count: number) => `prima ${count}`,
    csat: 'soddisfatti (voto 4 o 5)', ofAnswers: (count: number) => `su ${plural(count, '1 risposta', `${count} risposte`)}`,
    brought: 'Che cosa ha portato, e che cosa è costato',
    won: (won: number, of: number) => (of === 0 ? 'Negli ultimi 90 giorni il servizio non ha passato opportunità.' : `da ${plural(won, 'un’opportunità vinta', `${won} opportunità vinte`)} su ${of} passate negli ultimi 90 giorni`),
    lateLeads: (count: number) => plural(count, 'un’opportunità aspetta ancora una risposta, oltre la data', `${count} opportunità aspettano ancora una risposta, oltre la data`),
    complaints: (received: number, open: number, overdue: number) => `${plural(received, 'un reclamo formale arrivato', `${received} reclami formali arrivati`)}, ${open} ${open === 1 ? 'aperto' : 'aperti'}${overdue === 0 ? '' : `, ${overdue} oltre il termine`}`,
    paid: (money: string) => `pagati per reclami: ${money}`,
    behind: {
      title: { boiled: 'Chi ha perso la pazienza', opened: 'Casi aperti', resolved: 'Casi risolti', missed: 'Silenzi oltre la data', broken: 'Promesse non mantenute', renegotiated: 'Promesse spostate in tempo', kept: 'Promesse mantenute', chased: 'Casi sollecitati' },
      lead: (week: string) => `I casi dietro alla cifra, ${week}.`,
      none: { title: 'Nessun caso', words: 'Dietro a questa cifra non c’è nessun caso.' },
      back: 'Alla settimana', owner: (name: string) => `lo segue ${name}`, nobody: 'nessuno lo segue ancora',
      onlyFirst: (count: number) => `Sono i primi ${count}.`, mayNot: 'I nomi dei clienti li vede chi lavora sui casi.',
    },
    leads: 'Ogni cifra porta ai suoi casi.',
    live: 'La pagina viva',
    pdf: 'PDF',
    definitions: 'Definizioni',
    define: [
      'Una voce è una cosa detta da un cliente e raccolta con le sue parole. Un tema raccoglie le voci che dicono la stessa cosa.',
      'In ritardo: è passato il giorno entro cui chi decide doveva prendere o lasciare.',
      'Promesse mantenute: alla prima data detta al cliente, sulle promesse la cui prima data cadeva nella settimana. Spostata in tempo non conta come mantenuta.',
      'Ha perso la pazienza: mentre aspettava ha sollecitato su un secondo canale, scritto con rabbia, reclamato in pubblico o formalmente, o dato un voto basso. Ogni cliente una volta; il motivo è il tema che più clienti condividono, poi il reparto in ritardo.',
      'Silenzio: il tempo passato senza una parola nostra oltre la data detta al cliente.',
    ],
    link: (url: string) => `La pagina, con ogni cifra che porta ai suoi casi: ${url}`,
    mail: { subject: (week: string, headline: string) => `Settimana ${weekNumber(week)}: ${headline}`, attached: 'In allegato il PDF. Il collegamento vale due settimane ed è personale: non inoltrarlo.', greeting: (name: string) => `Buongiorno ${name},` },
  },
  en: {
    inThis: 'In English',
    title: 'Management',
    lead: 'The week as those who run the company read it: what customers say, what waits for a decision, what we promised.',
    week: (week: string) => `week ${weekNumber(week)}`,
    forManagement: 'for the management',
    minutes: (count: number) => plural(count, '1 minute', `${count} minutes`),
    running: 'The week so far',
    headline: (found: Headline): string => {
      switch (found.code) {
        case 'boiled': return `${found.customers === 1 ? 'One customer lost their patience.' : `${capital(inWords(found.customers, 'en'))} customers lost their patience.`}${found.sameCause > 0 ? ` ${found.sameCause < found.customers ? capital(inWords(found.sameCause, 'en')) : found.customers === 2 ? 'Both' : 'All'} for the same reason.` : ''}`;
        case 'overdue': return `${found.themes === 1 ? 'One decision is' : `${capital(inWords(found.themes, 'en'))} decisions are`} overdue${found.daysLate > 0 ? `, ${found.themes === 1 ? 'by' : 'the oldest by'} ${plural(found.daysLate, 'a day', `${found.daysLate} days`)}` : ''}.`;
        case 'broken': return `${found.broken === 1 ? 'One promise was' : `${capital(inWords(found.broken, 'en'))} promises were`} not kept, of ${found.of}.`;
        case 'missed': return found.missed === 1 ? 'One customer heard nothing when they should have.' : `${capital(inWords(found.missed, 'en'))} times a customer heard nothing when they should have.`;
        case 'decided': return found.left === 0 ? `${capital(found.taken === 1 ? 'one thing that customers asked for was taken' : `${inWords(found.taken, 'en')} things that customers asked for were taken`)}.` : found.taken === 0 ? `${capital(found.left === 1 ? 'one thing that customers asked for was left' : `${inWords(found.left, 'en')} things that customers asked for were left`)}, with the reason.` : `${capital(inWords(found.taken + found.left, 'en'))} decisions: ${inWords(found.taken, 'en')} taken, ${inWords(found.left, 'en')} left.`;
        case 'calm': return found.kept > 0 ? 'No customer lost their patience, and every promise was kept.' : 'No customer lost their patience.';
        default: return 'A week without news.';
      }
    },
    cause: ({ cause, title, customers }: Cause) =>
      cause === 'theme' ? `“${title}” is behind it for ${plural(customers, 'one customer', `${customers} customers`)}.` : cause === 'department' ? `${title} owed ${plural(customers, 'one customer', `${customers} customers`)} an answer.` : '',
    causeUndecided: (decider: string, daysLate: number) => (daysLate > 0 ? `${decider} was to decide and is ${plural(daysLate, 'a day', `${daysLate} days`)} late.` : `${decider} decides.`),
    promisesMove: (now: number, before: number | null) =>
      before === null || inPercent(now) === inPercent(before) ? `Promises kept by their first date: ${inPercent(now)}%.` : `Promises kept by their first date ${now > before ? 'rise' : 'fall'} to ${inPercent(now)}% (from ${inPercent(before)}%).`,
    silenceMove: (hours: number, before: number | null) => `The longest silence past its date: ${plural(hours, '1 hour', `${hours} hours`)}${before === null ? '' : ` (${before} the week before)`}.`,
    undecided: 'To decide, and late',
    nothingOverdue: 'No decision is late.',
    waiting: (count: number) => `${plural(count, 'one more theme waits', `${count} themes wait`)} for a decision within its day`,
    days: (count: number) => (count === 0 ? 'today' : plural(count, '1 day', `${count} days`)),
    decided: 'Decided this week',
    nothingDecided: 'No decision this week.',
    kinds: { take: 'taken', leave: 'left' },
    by: (day: string) => `by ${day}`,
    customers: (count: number) => plural(count, '1 customer', `${count} customers`),
    told: (count: number) => plural(count, '1 told', `${count} told`),
    shipped: 'Out',
    promises: 'Promises kept, by who made them possible',
    noPromises: 'No promise fell due this week.',
    ofUs: 'Customer service',
    ofSome: (kept: number, of: number) => `${kept} of ${of}`,
    moved: (count: number) => plural(count, '1 moved in time', `${count} moved in time`),
    heard: 'What they told us',
    heardSome: (voices: number, customers: number, before: number) => `${plural(voices, 'one voice', `${voices} voices`)} from ${plural(customers, 'one customer', `${customers} customers`)} (${before} the week before)`,
    loose: ({ count, overdue }: Loose) => `${plural(count, 'One voice is in no theme yet', `${count} voices are in no theme yet`)}${overdue === 0 ? ', none beyond its day' : `: ${plural(overdue, 'one is', `${overdue} are`)} beyond the day`}.`,
    nothingHeard: 'Nobody captured a customer’s voice this week. That does not mean that they said nothing.',
    quoted: (words: string) => `“${words}”`,
    quoteBy: (since: string | null) => (since === null ? 'a customer' : `a customer since ${since.slice(0, 4)}`),
    boiled: 'Who lost their patience',
    nobodyBoiled: 'Nobody, this week.',
    why: { second_channel: 'asked again on a second channel', angry: 'wrote in anger', in_public: 'complained in public', threat: 'announced a complaint or a lawyer', low_rating: 'gave a low rating', formal_complaint: 'made a formal complaint' },
    service: 'The service',
    opened: 'cases opened', resolved: 'cases resolved', open: 'still open', chased: 'chases', missed: 'silences past their date',
    before: (count: number) => `${count} before`,
    csat: 'satisfied (4 or 5)', ofAnswers: (count: number) => `of ${plural(count, '1 answer', `${count} answers`)}`,
    brought: 'What it brought, and what it cost',
    won: (won: number, of: number) => (of === 0 ? 'Service handed over no opportunity in the last 90 days.' : `from ${plural(won, 'one opportunity won', `${won} opportunities won`)} of ${of} handed over in the last 90 days`),
    lateLeads: (count: number) => plural(count, 'one opportunity still waits for an answer, past its date', `${count} opportunities still wait for an answer, past their date`),
    complaints: (received: number, open: number, overdue: number) => `${plural(received, 'one formal complaint received', `${received} formal complaints received`)}, ${open} open${overdue === 0 ? '' : `, ${overdue} past their term`}`,
    paid: (money: string) => `paid for complaints: ${money}`,
    behind: {
      title: { boiled: 'Who lost their patience', opened: 'Cases opened', resolved: 'Cases resolved', missed: 'Silences past their date', broken: 'Promises not kept', renegotiated: 'Promises moved in time', kept: 'Promises kept', chased: 'Cases that were chased' },
      lead: (week: string) => `The cases behind the figure, ${week}.`,
      none: { title: 'No case', words: 'There is no case behind this figure.' },
      back: 'To the week', owner: (name: string) => `${name} has it`, nobody: 'nobody has it yet',
      onlyFirst: (count: number) => `These are the first ${count}.`, mayNot: 'Customers are named to whoever works on cases.',
    },
    leads: 'Every figure leads to its cases.',
    live: 'The live page',
    pdf: 'PDF',
    definitions: 'Definitions',
    define: [
      'A voice is one thing that a customer said, captured in their words. A theme holds the voices that say the same.',
      'Late: the day has passed by which somebody was to take it or leave it.',
      'Promises kept: by the date first given to the customer, of those whose first date fell in the week. Moved in time does not count as kept.',
      'Lost their patience: while waiting they asked again on a second channel, wrote in anger, complained in public or formally, or gave a low rating. Each customer once; the reason is the theme that most of them share, else the department that was late.',
      'Silence: the time without a word of ours past the date that the customer was given.',
    ],
    link: (url: string) => `The page, where every figure leads to its cases: ${url}`,
    mail: { subject: (week: string, headline: string) => `Week ${weekNumber(week)}: ${headline}`, attached: 'The PDF is attached. The link is yours alone and opens for two weeks: please do not pass it on.', greeting: (name: string) => `Good morning ${name},` },
  },
});
export type ReportTexts = (typeof reportTexts)['it'];
