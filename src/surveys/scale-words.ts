import { defineTexts } from '#base/texts.ts';
import type { ScaleKind } from './rules.ts';

/** What the two ends of each scale mean, wherever it is shown: in the mail, on the page, beside the figures. */
export const scaleEnds = defineTexts({
  it: {
    low: { csat: 'per niente', nps: 'per niente probabile', ces: 'per niente d’accordo' } as Readonly<Record<ScaleKind, string>>,
    high: { csat: 'del tutto', nps: 'molto probabile', ces: 'del tutto d’accordo' } as Readonly<Record<ScaleKind, string>>,
    between: (kind: ScaleKind): string => ({ csat: '1 = per niente, 5 = del tutto', nps: '0 = per niente probabile, 10 = molto probabile', ces: '1 = per niente d’accordo, 7 = del tutto d’accordo' })[kind],
  },
  en: {
    low: { csat: 'not at all', nps: 'not at all likely', ces: 'strongly disagree' } as Readonly<Record<ScaleKind, string>>,
    high: { csat: 'entirely', nps: 'very likely', ces: 'strongly agree' } as Readonly<Record<ScaleKind, string>>,
    between: (kind: ScaleKind): string => ({ csat: '1 = not at all, 5 = entirely', nps: '0 = not at all likely, 10 = very likely', ces: '1 = strongly disagree, 7 = strongly agree' })[kind],
  },
});
