import type { Instant } from '#base/clock.ts';
import { defineTexts, plural, type Language } from '#base/texts.ts';
import { sayDuration, sayInstant } from '#calendar/words.ts';
import type { Channel } from '#channels/contract.ts';
import type { HeatAct, HeatReason, HeatRisks, RiskReason } from './contract.ts';

export interface SayHeat {
  readonly now: Instant;
  readonly timeZone: string;
}

/** The instants of a reason as they are said. */
interface Said {
  at(instant: string): string;
  /** How long ago, in wall time. */
  ago(instant: string): string;
  working(minutes: number): string;
}

type Code = HeatReason['code'];
type Sayers = { readonly [One in Code]: (facts: Extract<HeatReason, { code: One }>['facts'], said: Said) => string };

const italianChannels: Record<Channel, string> = { email: 'per e-mail', phone: 'al telefono', form: 'dal modulo', page: 'dalla sua pagina', chat: 'in chat', review: 'in una recensione', social: 'sui social' };
const englishChannels: Record<Channel, string> = { email: 'by e-mail', phone: 'on the phone', form: 'by the form', page: 'on their page', chat: 'in chat', review: 'in a review', social: 'on social media' };

const italianCounts = ['', 'una volta', 'due volte', 'tre volte', 'quattro volte', 'cinque volte'];
const englishCounts = ['', 'once', 'twice', 'three times', 'four times', 'five times'];
const times = (language: Language, count: number): string => (language === 'it' ? (italianCounts[count] ?? `${count} volte`) : (englishCounts[count] ?? `${count} times`));

const italianThreats = { lawyer: 'parla di avvocati', complaint: 'annuncia un reclamo formale', consumers: 'parla di tutela dei consumatori', review: 'annuncia una recensione', payment: 'vuole contestare il pagamento', leaving: 'dice che se ne va' } as const;
const englishThreats = { lawyer: 'speaks of lawyers', complaint: 'announces a formal complaint', consumers: 'speaks of consumer protection', review: 'announces a review', payment: 'wants to dispute the payment', leaving: 'says they are leaving' } as const;

const italian: Sayers = {
  waiting: ({ since, workingMinutes }, { ago, working }) => `aspetta da ${ago(since)}, ${working(workingMinutes)}`,
  chased: ({ count, since, newChannel }, { ago }) => `ha sollecitato ${times('it', count)} in ${ago(since)}${newChannel === null ? '' : `, ora anche ${italianChannels[newChannel]}`}`,
  in_public: ({ channel, count, stars }) => `${count === 1 ? 'ha scritto in pubblico' : `ha scritto in pubblico ${times('it', count)}`}, ${italianChannels[channel]}${stars === undefined ? '' : ` da ${stars}★`}`,
  promise_broken: ({ dueAt, count }, { at }) => (count === 1 ? `la promessa di ${at(dueAt)} non è stata mantenuta` : `${count} promesse non sono state mantenute, la prima di ${at(dueAt)}`),
  promise_moved: ({ from, count }, { at }) => `la promessa di ${at(from)} è stata rinegoziata${count === 1 ? '' : `, ed è la ${count}ª volta`}`,
  silence: ({ since, workingMinutes }, { ago, working }) => (since === null ? `non ha ancora avuto una risposta vera, dopo ${working(workingMinutes)}` : `non ha notizie da ${ago(since)}`),
  empty_replies: ({ count }) => (count === 1 ? 'la nostra risposta non diceva niente di nuovo' : `${count} nostre risposte non dicevano niente di nuovo`),
  tone: ({ band }) => `il tono dell’ultimo messaggio è ${band === 'angry' ? 'arrabbiato' : 'irritato'}`,
  threat: ({ kind, words }) => `${italianThreats[kind]} («${words}»)`,
  handed_over: ({ count }) => (count === 1 ? 'ha già cambiato responsabile' : `ha cambiato responsabile ${times('it', count)}`),
  reopened: ({ count }) => (count === 1 ? 'credevamo di averlo risolto' : `lo credevamo risolto, ${times('it', count)}`),
  request_late: ({ department, dueAt }, { at }) => `${department} doveva rispondere ${at(dueAt)}`,
  nobody_took_it: ({ dueAt }, { at }) => `nessuno lo segue: andava preso in carico ${at(dueAt)}`,
  update_missed: ({ dueAt }, { at }) => `aspettava notizie ${at(dueAt)} e non ne ha avute`,
  low_rating: ({ score }) => `ci ha dato ${score} su 5`,
  formal_complaint: ({ label }) => `ha presentato un reclamo formale, ${label}`,
};

const english: Sayers = {
  waiting: ({ since, workingMinutes }, { ago, working }) => `has waited for ${ago(since)}, ${working(workingMinutes)}`,
  chased: ({ count, since, newChannel }, { ago }) => `has chased us ${times('en', count)} in ${ago(since)}${newChannel === null ? '' : `, now ${englishChannels[newChannel]} as well`}`,
  in_public: ({ channel, count, stars }) => `${count === 1 ? 'wrote in public' : `wrote in public ${times('en', count)}`}, ${englishChannels[channel]}${stars === undefined ? '' : ` of ${stars}★`}`,
  promise_broken: ({ dueAt, count }, { at }) => (count === 1 ? `the promise for ${at(dueAt)} was not kept` : `${count} promises were not kept, the first for ${at(dueAt)}`),
  promise_moved: ({ from, count }, { at }) => `the promise for ${at(from)} was renegotiated${count === 1 ? '' : `, ${times('en', count)} by now`}`,
  silence: ({ since, workingMinutes }, { ago, working }) => (since === null ? `has had no real answer yet, after ${working(workingMinutes)}` : `has had no news for ${ago(since)}`),
  empty_replies: ({ count }) => (count === 1 ? 'our reply said nothing new' : `${count} replies of ours said nothing new`),
  tone: ({ band }) => `the last message sounds ${band === 'angry' ? 'angry' : 'irritated'}`,
  threat: ({ kind, words }) => `${englishThreats[kind]} (“${words}”)`,
  handed_over: ({ count }) => (count === 1 ? 'has changed hands already' : `has changed hands ${times('en', count)}`),
  reopened: ({ count }) => (count === 1 ? 'we thought that it was solved' : `we thought it solved ${times('en', count)}`),
  request_late: ({ department, dueAt }, { at }) => `${department} was to answer ${at(dueAt)}`,
  nobody_took_it: ({ dueAt }, { at }) => `nobody has it: it was to be taken ${at(dueAt)}`,
  update_missed: ({ dueAt }, { at }) => `was to hear from us ${at(dueAt)} and did not`,
  low_rating: ({ score }) => `gave us ${score} out of 5`,
  formal_complaint: ({ label }) => `made a formal complaint, ${label}`,
};

const sayers: Readonly<Record<Language, Sayers>> = { it: italian, en: english };

const sayOne = (reason: HeatReason, language: Language, said: Said): string => {
  // Each code is paired with its own facts by construction; the compiler cannot follow a pair through an index.
  const say = sayers[language][reason.code] as (facts: HeatReason['facts'], said: Said) => string;
  return say(reason.facts, said);
};

/** Each reason as a clause in words, in the order given: "ha sollecitato due volte in 26 h, ora anche al telefono". */
export const sayReasons = (reasons: readonly HeatReason[], language: Language, { now, timeZone }: SayHeat): string[] => {
  const said: Said = {
    at: (instant) => sayInstant(new Date(instant), { now, timeZone, language, style: language === 'it' ? 'sentence' : 'label' }),
    ago: (instant) => sayDuration(now.getTime() - new Date(instant).getTime(), language),
    working: (minutes) => sayDuration(minutes * 60_000, language, { working: true }),
  };
  return reasons.map((reason) => sayOne(reason, language, said));
};

type RiskSayers = { readonly [Theme in RiskReason['theme']]: (facts: RiskReason, ago: string) => string };
/** Fewer signs than these are a few words; a page of them is an effort. */
const fewSigns = 400;

const italianRisks: RiskSayers = {
  wait: (_, ago) => `il nostro silenzio dura da ${ago}`,
  wrote: ({ count, more }) => (more > 0 ? `su questo caso ha già risollecitato ${times('it', more)}` : count > 1 ? `ci ha scritto ${times('it', count)} di fila` : 'ci ha scritto una volta sola'),
  returns: ({ count }) => (count === 0 ? 'non sappiamo ancora con che ritmo torna a scriverci' : `è già tornato a scriverci ${times('it', count)}, e conta con che ritmo`),
  answers: ({ count }) => (count === 0 ? 'non ha ancora avuto una risposta' : `ha già avuto ${plural(count, 'una risposta', `${count} risposte`)}`),
  effort: ({ count }) => (count < fewSigns ? 'ci ha scritto poche righe' : 'ci ha spiegato tutto a lungo'),
  closes: ({ count, more }) => (more > 0 ? 'dice che ora funziona' : count > 0 ? 'l’ultimo messaggio ringrazia' : 'l’ultimo messaggio non saluta e non chiude'),
  asks: ({ count, more }) => (count > 0 ? 'chiede se c’è qualcuno' : more > 0 ? 'ha detto che prova e ci fa sapere' : 'non chiede a che punto siamo'),
  past: ({ count, more }) => (count === 0 ? 'è il primo caso che ci affida' : more > 0 ? `in passato ha sollecitato (${more} casi su ${count})` : `ci conosce già (${plural(count, 'un altro caso', `${count} altri casi`)})`),
  matter: ({ count, more }) => (count > 0 ? 'qualcosa non funziona' : more > 0 ? 'chiede come si fa' : 'non parla di guasti'),
};

const englishRisks: RiskSayers = {
  wait: (_, ago) => `we have been silent for ${ago}`,
  wrote: ({ count, more }) => (more > 0 ? `has asked again ${times('en', more)} on this case` : count > 1 ? `wrote ${times('en', count)} in a row` : 'has written only once'),
  returns: ({ count }) => (count === 0 ? 'we do not know their rhythm yet' : `has come back to us ${times('en', count)}, and the rhythm counts`),
  answers: ({ count }) => (count === 0 ? 'has had no answer yet' : `has had ${plural(count, 'one answer', `${count} answers`)} already`),
  effort: ({ count }) => (count < fewSigns ? 'wrote a few lines' : 'explained everything at length'),
  closes: ({ count, more }) => (more > 0 ? 'says that it works now' : count > 0 ? 'the last message says thank you' : 'the last message does not say goodbye'),
  asks: ({ count, more }) => (count > 0 ? 'asks whether anybody is there' : more > 0 ? 'said they would try and let us know' : 'does not ask where we are'),
  past: ({ count, more }) => (count === 0 ? 'is here for the first time' : more > 0 ? `has chased before (${more} of ${count} cases)` : `knows us already (${plural(count, 'one other case', `${count} other cases`)})`),
  matter: ({ count, more }) => (count > 0 ? 'something does not work' : more > 0 ? 'asks how it is done' : 'does not speak of anything broken'),
};

/** What raises a learnt risk and what lowers it, each as a clause in words. */
export const sayRisk = ({ because }: HeatRisks, language: Language, now: Instant): { raises: string[]; lowers: string[] } => {
  const sayersOfRisk = language === 'it' ? italianRisks : englishRisks;
  const say = (reason: RiskReason): string => sayersOfRisk[reason.theme](reason, sayDuration(now.getTime() - new Date(reason.since).getTime(), language));
  return { raises: because.filter(({ raises }) => raises).map(say), lowers: because.filter(({ raises }) => !raises).map(say) };
};

const italianActs: Record<HeatAct['code'], string> = {
  take_charge: 'Prendi in carico', call_customer: 'Chiama', remind_department: 'Sollecita', send_update: 'Aggiorna', give_date: 'Dai una data', answer: 'Rispondi', nothing: 'Niente: basta mantenere la promessa.',
};
const englishActs: Record<HeatAct['code'], string> = {
  take_charge: 'Take charge', call_customer: 'Call', remind_department: 'Remind', send_update: 'Send an update', give_date: 'Give a date', answer: 'Answer', nothing: 'Nothing: it is enough to keep the promise.',
};

export const heatTexts = defineTexts({
  it: {
    bands: { calm: 'tranquillo', warm: 'tiepido', hot: 'caldo', boil: 'bolle' },
    why: (reasons: readonly string[]) => `Sale perché: ${reasons.join('; ')}.`,
    boilsIn: (length: string) => `bolle tra ${length}`,
    boils: 'bolle',
    acts: italianActs,
    remind: (department: string) => `Sollecita ${department}`,
    risk: (percent: number) => `sollecita entro tre giorni: ${percent} su 100`,
    raises: (reasons: readonly string[]) => `lo fa salire: ${reasons.join('; ')}`,
    lowers: (reasons: readonly string[]) => `lo fa scendere: ${reasons.join('; ')}`,
    silence: (count: number) => plural(count, 'Se ne sta andando in silenzio', 'Se ne stanno andando in silenzio'),
  },
  en: {
    bands: { calm: 'calm', warm: 'warm', hot: 'hot', boil: 'boiling' },
    why: (reasons: readonly string[]) => `Rising because: ${reasons.join('; ')}.`,
    boilsIn: (length: string) => `boils in ${length}`,
    boils: 'boiling',
    acts: englishActs,
    remind: (department: string) => `Remind ${department}`,
    risk: (percent: number) => `asks again within three days: ${percent} in 100`,
    raises: (reasons: readonly string[]) => `raised by: ${reasons.join('; ')}`,
    lowers: (reasons: readonly string[]) => `lowered by: ${reasons.join('; ')}`,
    silence: (_count: number) => 'Leaving in silence',
  },
});
