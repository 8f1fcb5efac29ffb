import type { Language } from '#base/texts.ts';
import type { Work } from '#base/work.ts';
import { accessCaseToRead } from '#cases/index.ts';
import { customerById } from '#customers/index.ts';
import { longestVoice, kindOfAnswer } from '../rules.ts';
import { likelyKind } from '../understanding.ts';
import { hearElsewhere } from './capture.ts';

interface Rated {
  readonly caseId: string | null;
  readonly data: { readonly ratingId: string; readonly score: number; readonly words: string | null };
}

interface Answered {
  readonly caseId: string | null;
  readonly data: {
    readonly responseId: string;
    readonly customerId: string | null;
    readonly language: Language;
    readonly scores: readonly { readonly kind: string; readonly score: number }[];
    readonly texts: readonly { readonly text: string }[];
  };
}

/** The best that can be given, of each kind of question that is scored. */
const best: Readonly<Record<string, number>> = { csat: 5, nps: 10, ces: 7 };

/** The lowest of the scores, as a part of the best; middling where nothing was scored. */
const lowestShare = (scores: Answered['data']['scores']): number => Math.min(1, ...scores.flatMap(({ kind, score }) => (best[kind] === undefined ? [] : [score / best[kind]])), ...(scores.length === 0 ? [0.6] : []));

/** Their own words in a survey are voices, each by itself. Whoever nobody knows is told apart by their answer. Hears `survey.answered`. */
export const hearSurvey = async (work: Work, { caseId, data }: Answered): Promise<void> => {
  const customer = data.customerId === null ? undefined : await customerById(work.tx, data.customerId);
  for (const { text } of data.texts) {
    const words = text.trim().slice(0, longestVoice);
    if (words === '') continue;
    await hearElsewhere(work, {
      source: 'survey', sourceId: data.responseId, words, kind: kindOfAnswer(lowestShare(data.scores), likelyKind(words)), caseId, customerId: customer?.id ?? null,
      saidBy: customer?.name ?? `#${data.responseId.slice(-6).toUpperCase()}`, saidAt: work.now, language: data.language,
    });
  }
};

/** Words that came with a rating are a voice at once: whoever wrote them there wanted to be heard. Hears `page.rated`. */
export const hearRating = async (work: Work, { caseId, data }: Rated): Promise<void> => {
  const words = data.words?.trim().slice(0, longestVoice) ?? '';
  if (caseId === null || words === '') return;
  const { customerId, language } = await accessCaseToRead(work.tx, caseId);
  await hearElsewhere(work, {
    source: 'survey', sourceId: data.ratingId, words, kind: kindOfAnswer(data.score / 5, likelyKind(words)), caseId, customerId,
    saidBy: (await customerById(work.tx, customerId))?.name ?? '', saidAt: work.now, language,
  });
};
