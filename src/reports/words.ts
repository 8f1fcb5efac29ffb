import { sayCents } from '#base/cents.ts';
import type { Language } from '#base/texts.ts';
import type { Digest } from './contract.ts';
import { headlineOf, leadOf, type LeadPart } from './rules.ts';
import { reportTexts } from './texts.ts';

/** The one sentence of the week. */
export const sayHeadline = (digest: Digest, language: Language): string => reportTexts[language].headline(headlineOf(digest));

const sayPart = (part: LeadPart, language: Language): string => {
  const texts = reportTexts[language];
  if (part.code === 'promises') return texts.promisesMove(part.rate, part.before);
  if (part.code === 'silence') return texts.silenceMove(part.hours, part.before);
  return [texts.cause(part.cause), ...(part.undecided === null ? [] : [texts.causeUndecided(part.undecided.decider, part.undecided.daysLate)])].join(' ');
};

/** The paragraph below it; empty where nothing is to be said. */
export const sayLead = (digest: Digest, language: Language): string => leadOf(digest).map((part) => sayPart(part, language)).join(' ');

/** In whole euros: a digest is read at a glance. */
export const sayMoney = (cents: number, language: Language): string => sayCents(Math.round(cents / 100) * 100, language);

/** A day as people say it: "28 novembre". */
export const sayDay = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`));

/** Promises that fell due, of one department: how many were kept, of how many. */
export const dueOf = ({ kept, renegotiated, broken }: Digest['promises']['all']): number => kept + renegotiated + broken;
