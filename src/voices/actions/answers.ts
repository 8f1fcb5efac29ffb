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
