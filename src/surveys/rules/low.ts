import type { Low, Question } from '../contract.ts';
import { isScale, type Answer, type ScaleKind } from './questions.ts';

/**
 * What calls the one who had the case. A low score: 1 or 2 of 5 for satisfaction, 0 to 6 of 10 for recommending, 1 to 3 of 7 for ease.
 * Or words that a service manager would not want to read on Monday: that they are leaving, a lawyer, "never again", made a fool of. These
 * are phrases that say it outright, each of them to be seen here; what is only implied is left to those who know more of language.
 */
const lowUpTo: Readonly<Record<ScaleKind, number>> = { csat: 2, nps: 6, ces: 3 };

export const isLowScore = (kind: ScaleKind, score: number): boolean => score <= lowUpTo[kind];

const phrases: readonly RegExp[] = [
  'mai pi[uù]', 'pres[oaie] in giro', 'pres[oaie] per i fondelli', 'vergogn\\p{L}*', 'indecen\\p{L}*', 'inaccettabil\\p{L}*', 'scandalos\\p{L}*', 'pessim[oaie]', 'orribil\\p{L}*',
  'delus[oaie]', 'delusione', 'disastr\\p{L}*', 'truff\\p{L}*', 'avvocat[oi]', 'vie legali', 'denunci\\p{L}*', 'associazion[ei] (?:dei )?consumator\\p{L}*',
  'cambi(?:o|erò|amo|eremo) (?:fornitore|negozio|azienda|marca)', 'non (?:compr|acquist|ordin)(?:o|erò|iamo|eremo) pi[uù]', 'perso (?:un|una|il|la) cliente', 'pass(?:o|erò|iamo|eremo) alla concorrenza', 'and(?:rò|remo) altrove', 'vado altrove', 'nessuno (?:mi )?(?:risponde|ha (?:mai )?risposto)',
  'never again', 'ashamed', 'disgrace\\p{L}*', 'unacceptable', 'terribl[ey]', 'horrible', 'awful', 'appalling', 'disappoint(?:ed|ing|ment)', 'scam\\p{L}*', 'lawyers?', 'solicitors?',
  'lost (?:me|a customer|us)', '(?:buy|order|go) elsewhere', 'made a fool', 'worst', 'nobody (?:ever )?(?:answers|answered|replied)',
  // No \b: to it an accented letter is the end of a word.
].map((source) => new RegExp(`(?<!\\p{L})(?:${source})(?!\\p{L})`, 'u'));

/** "non sono delusa", "not disappointed": what stands within three words after a no is denied. */
const denial = /(?<!\p{L})(?:non|nessuna|senza|not|no|never been|isn['’]t|wasn['’]t|aren['’]t)(?:\s+\p{L}+){0,2}\s+$/u;

/** The phrases in `text` that are bitter and not denied, as they stand there. */
export const bitterWords = (text: string): string[] => {
  const plain = text.normalize('NFC').toLowerCase();
  const found = phrases.flatMap((phrase) => {
    const hit = phrase.exec(plain);
    return hit === null || denial.test(plain.slice(0, hit.index)) ? [] : [hit[0]];
  });
  return [...new Set(found)];
};

/** Where something better than our phrases reads words: the bitter ones in `text`, none where it is friendly. */
export type HearBitter = (text: string) => readonly string[];

/** What is low in these answers, by `hear` for their words; null where nothing is. */
export const lowIn = (answers: readonly { readonly question: Question; readonly answer: Answer }[], hear: HearBitter): Low | null => {
  const scores = answers.flatMap(({ question: { kind }, answer: { score } }) => (isScale(kind) && score !== null && isLowScore(kind, score) ? [{ kind, score }] : []));
  const bitter = [...new Set(answers.flatMap(({ answer: { words } }) => (words === null ? [] : hear(words))))];
  return scores.length === 0 && bitter.length === 0 ? null : { scores, bitter };
};
