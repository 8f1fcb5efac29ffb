import type { Language } from '#base/texts.ts';
import type { Scores, SurveyState } from '../contract.ts';

const locales = { it: 'it-IT', en: 'en-GB' } as const;

/** A share as whole per cent: more digits than the number of answers bears would be a pretence. */
export const sayShare = (share: number, language: Language): string => new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: 0 }).format(share);

/** A net promoter score with its sign, which is half of what it says. */
export const sayNps = (value: number, language: Language): string => new Intl.NumberFormat(locales[language], { maximumFractionDigits: 0, signDisplay: 'exceptZero' }).format(value);

export const sayMean = (mean: number, language: Language): string => new Intl.NumberFormat(locales[language], { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(mean);

/** Each of the three scores in words; null where too few answered. */
export const sayScores = ({ csat, nps, ces }: Scores, language: Language): Readonly<Record<'csat' | 'nps' | 'ces', string | null>> => ({
  csat: csat.share === null ? null : sayShare(csat.share, language),
  nps: nps.value === null ? null : sayNps(nps.value, language),
  ces: ces.mean === null ? null : sayMean(ces.mean, language),
});

export const toneOf: Readonly<Record<SurveyState, 'plain' | 'take' | 'leave'>> = { draft: 'plain', running: 'take', stopped: 'leave' };

/** The day on which a week begins: 23 nov. */
export const sayMonday = (monday: string, language: Language): string => new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(`${monday}T00:00:00Z`));
