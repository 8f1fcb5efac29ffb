import type { RefusalWords } from '#base/refusal.ts';
import type { Language } from '#base/texts.ts';
import type { Flaw } from './rules.ts';

export const surveyRefusals: RefusalWords<'survey.no_way' | 'survey.already_answered'> = {
  'survey.no_way': {
    it: () => 'Così non arriverebbe a nessuno: scegli almeno un modo per chiedere, poi avvia.',
    en: () => 'Like this it would reach nobody: choose at least one way of asking, then start it.',
  },
  'survey.already_answered': {
    it: () => 'Ha già risposto: grazie. Le risposte non si possono più cambiare.',
    en: () => 'You have answered already: thank you. The answers can no longer be changed.',
  },
};

const flaws: Readonly<Record<Flaw, Readonly<Record<Language, string>>>> = {
  same_key: { it: 'ha la stessa chiave di un’altra', en: 'has the same key as another' },
  choices_missing: { it: 'ha bisogno di almeno due risposte tra cui scegliere', en: 'needs at least two answers to choose from' },
  same_choice: { it: 'ha due volte la stessa risposta', en: 'has the same answer twice' },
  looks_ahead: { it: 'dipende da una domanda che non viene prima', en: 'depends on a question that does not come before it' },
  cannot_be: { it: 'dipende da una risposta che nessuno può dare', en: 'depends on an answer that nobody can give' },
};

/** What is wrong with a question, by its place as people count. */
export const flawWords = (flaw: Flaw, place: number): Readonly<Record<Language, string>> => ({
  it: `La domanda ${place} ${flaws[flaw].it}.`,
  en: `Question ${place} ${flaws[flaw].en}.`,
});
