/** Numbers, weekdays, months and hours as people write them, and what they come to. */
export type Groups = Readonly<Record<string, string | undefined>>;
export type LengthUnit = 'minute' | 'hour' | 'working_hour' | 'day' | 'working_day' | 'week' | 'month';

/** The letters of Italian and English; `\p{L}` knows those of the whole world and costs five times as much at every place of a sentence. */
export const letter = 'a-zà-öø-ÿ';

export const any = (...sources: readonly string[]): string => sources.map((source) => `(?:${source})`).join('|');

const weekdays = ['lun mon', 'mar tue', 'mer wed', 'gio thu', 'ven fri', 'sab sat', 'dom sun'];
const months = ['gen jan', 'feb', 'mar', 'apr', 'mag may', 'giu jun', 'lug jul', 'ago aug', 'set sep', 'ott oct', 'nov', 'dic dec'];
const numbers: Readonly<Record<string, number>> = {
  un: 1, uno: 1, una: 1, 'un’': 1, "un'": 1, due: 2, tre: 3, quattro: 4, cinque: 5, sei: 6, sette: 7, otto: 8, nove: 9, dieci: 10, undici: 11, dodici: 12, quindici: 15,
  venti: 20, ventiquattro: 24, trenta: 30, quaranta: 40, quarantotto: 48, settantadue: 72, 'un paio di': 2, "un paio d'": 2, 'un paio d’': 2, 'una decina di': 10, 'una ventina di': 20,
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, fifteen: 15, twenty: 20, 'twenty-four': 24, 'twenty four': 24,
  thirty: 30, forty: 40, 'forty-eight': 48, 'forty eight': 48, 'couple of': 2, 'a couple of': 2,
};
/** Lengths that say their unit with their number, in minutes. */
const spokenMinutes: readonly (readonly [RegExp, number])[] = [[/e mezza|and a half/iu, 90], [/^tre quarti/iu, 45], [/quart/iu, 15], [/mezz|half/iu, 30]];

export const day = "(?:lune|marte|mercole|giove|vener)d(?:ì|i['’`]?)|sabato|domenica|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thurs?|thu|fri)(?=\\.?\\s+(?:\\d|noon|morning|afternoon|at\\b|by\\b|eod|cob))\\.?";
export const month = '(?:gen(?:naio)?|feb(?:braio|ruary)?|mar(?:zo|ch)?|apr(?:ile|il)?|mag(?:gio)?|may|giu(?:gno)?|june?|lug(?:lio)?|july?|ago(?:sto)?|aug(?:ust)?|set(?:tembre)?|sept?(?:ember)?|ott(?:obre)?|oct(?:ober)?|nov(?:embre|ember)?|dic(?:embre)?|dec(?:ember)?|jan(?:uary)?)(?:\\.(?=\\s+\\d))?(?!\\p{L})';
export const number = `\\d{1,3}|${Object.keys(numbers).toSorted((one, other) => other.length - one.length).join('|')}`;

export const figure = (text: string | undefined): number | null => (text === undefined ? null : text.toLowerCase() === 'primo' ? 1 : Number(text));

export const monthOf = (text: string | undefined): number | null => {
  if (text === undefined) return null;
  if (/^\d/u.test(text)) return Number(text);
  return months.findIndex((names) => names.split(' ').some((name) => text.toLowerCase().startsWith(name))) + 1;
};

/** 1 is Monday. */
export const weekdayOf = (text: string): number => weekdays.findIndex((names) => names.split(' ').includes(text.slice(0, 3).toLowerCase())) + 1;

/** A number in figures or words; of "mezz'ora" and its like the minutes. */
export const quantity = (text: string): number => {
  const words = text.toLowerCase();
  return numbers[words] ?? spokenMinutes.find(([pattern]) => pattern.test(words))?.[1] ?? Number(words);
};

const unitOf = (text: string): LengthUnit => {
  if (/^min/iu.test(text)) return 'minute';
  if (/^m/iu.test(text)) return 'month';
  if (/^(?:or|h)/iu.test(text)) return 'hour';
  return /^(?:g|d)/iu.test(text) ? 'day' : 'week';
};

export const lengthOf = (groups: Groups): { readonly is: 'length'; readonly amount: number; readonly unit: LengthUnit } => {
  const unit = unitOf(groups['unit'] ?? '');
  const amount = quantity(groups['amount'] ?? '') * (/^fortnight/iu.test(groups['unit'] ?? '') ? 2 : 1);
  if (groups['working'] === undefined || (unit !== 'day' && unit !== 'hour')) return { is: 'length', amount, unit };
  return { is: 'length', amount, unit: unit === 'day' ? 'working_day' : 'working_hour' };
};

const moreMinutes = (text: string): number => {
  if (/mezz/iu.test(text)) return 30;
  if (/tre quarti/iu.test(text)) return 45;
  return /quarto/iu.test(text) ? 15 : Number(text.replaceAll(/\D/gu, ''));
};

/** Minutes that stand beside the hour: "e mezza", "meno un quarto", "half past". */
const beside = (groups: Groups): number => {
  const more = groups['more'] ?? '';
  const past = groups['past'] ?? '';
  if (past !== '') return /half/iu.test(past) ? 30 : /to$/iu.test(past) ? -15 : 15;
  return (/^\s*meno/iu.test(more) ? -1 : 1) * moreMinutes(more);
};

export const timeOf = (groups: Groups, bare: boolean): { is: 'time'; hours: number; minutes: number; surely24: boolean; bare: boolean } | null => {
  const words = groups['hours'] ?? '';
  const isPm = /^p/iu.test(groups['half'] ?? '');
  const isAm = /^a/iu.test(groups['half'] ?? '');
  const given = quantity(words);
  const minutes = Number(groups['minutes'] ?? 0) || beside(groups);
  const written = (isPm && given < 12 ? given + 12 : isAm && given === 12 ? 0 : given) - (minutes < 0 ? 1 : 0);
  if (!(written <= 24) || minutes > 59) return null;
  return { is: 'time', hours: written, minutes: minutes < 0 ? minutes + 60 : minutes, surely24: isPm || isAm || words.startsWith('0') || written > 12 || written === 0, bare };
};
