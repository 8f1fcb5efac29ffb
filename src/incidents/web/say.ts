import type { Language } from '#base/texts.ts';
import type { IncidentState, InBoth } from '../contract.ts';

/** In the reader's language, or in the one in which it is written. */
export const sayBoth = (text: InBoth, language: Language): string => text[language] ?? text[language === 'it' ? 'en' : 'it'] ?? '';

export const toneOf: Readonly<Record<IncidentState, 'warm' | 'internal' | 'take'>> = { investigating: 'warm', identified: 'internal', resolved: 'take' };

export const isLate = (dueAt: string | null, now: Date): boolean => dueAt !== null && new Date(dueAt) <= now;
