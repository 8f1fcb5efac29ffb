import type { Refusal } from '#base/refusal.ts';
import type { Services } from '#base/services.ts';
import { inWork, type Actor } from '#base/work.ts';
import { accessByToken } from '../access.ts';
import type { AnswerInput } from '../contract.ts';
import { departmentSays, type DepartmentWords, type Heard } from './department-says.ts';
import { markSeen } from './seen.ts';

type OnPage = Pick<DepartmentWords, 'kind' | 'text' | 'choice' | 'promisedFor' | 'whoseIsIt'>;

/** Whoever holds a link acts under the name it was given to. The link is looked at again inside the transaction. */
const actorOf = async (services: Services, token: string): Promise<Actor> => {
  const link = await accessByToken(services.db, token, services.clock.now());
  return { kind: 'colleague', id: null, name: link.forName };
};

const sayOnPage = async (services: Services, token: string, words: OnPage): Promise<Heard | Refusal> =>
  inWork(services, await actorOf(services, token), async (work) => {
    const link = await accessByToken(work.tx, token, work.now);
    const written = { byName: link.forName, byAddress: link.forAddress, via: 'page', folded: '', files: [], rawMailId: null, onlyNote: false } as const;
    return departmentSays(work, link.requestId, { ...words, ...written });
  });

export const answerOnPage = (services: Services, token: string, { choice, promisedFor, text }: AnswerInput): Promise<Heard | Refusal> =>
  sayOnPage(services, token, { kind: 'answer', choice, promisedFor, text: text ?? '', whoseIsIt: null });

export const askBackOnPage = (services: Services, token: string, text: string): Promise<Heard | Refusal> =>
  sayOnPage(services, token, { kind: 'question_back', choice: null, promisedFor: null, text, whoseIsIt: null });

export const sayNotOursOnPage = (services: Services, token: string, { text, whoseIsIt }: { text: string; whoseIsIt: string }): Promise<Heard | Refusal> =>
  sayOnPage(services, token, { kind: 'not_ours', choice: null, promisedFor: null, text, whoseIsIt });

export const seenOnPage = async (services: Services, token: string): Promise<void> =>
  inWork(services, await actorOf(services, token), (work) => markSeen(work, token));
