import { defineTexts } from '#base/texts.ts';
import { deskHistoryEnglish } from './texts/history-en.ts';
import { deskHistoryItalian } from './texts/history-it.ts';

export type { HistorySay } from './texts/shape.ts';

/** A sentence for every kind of event that can stand in a case's history. */
export const historyTexts = defineTexts({ it: deskHistoryItalian, en: deskHistoryEnglish });
