import type { Refusal } from '#base/refusal.ts';
import { refuse } from '#base/refusal.ts';
import type { Secrets } from '#base/secrets.ts';
import type { Services } from '#base/services.ts';
import { inWork, type Actor } from '#base/work.ts';
import { chatEvents, type TalkView } from './contract.ts';
import * as queries from './queries.ts';
import { whyNotProven, type ChatRefusal } from './rules.ts';
import { accessTalk } from './talks.ts';
import { talkViewOf } from './view.ts';

/** Six digits that only the reader of that mailbox has: they follow from the conversation and the address, and stand nowhere. */
export const codeFor = (secrets: Secrets, talkId: string, email: string): string =>
  String(secrets.sign('chat code', `${talkId} ${email}`).readUInt32BE(0) % 1_000_000).padStart(6, '0');

/** "482 913": six digits in a row are hard to carry from one screen to another. */
export const sayCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

/**
 * The visitor types the code that was mailed. A wrong one is counted although it is refused, hence in a transaction of its own; whoever
 * guesses has five tries for each conversation.
 */
export const prove = async (services: Services, actor: Actor, { secret, code }: { secret: string; code: string }): Promise<TalkView | Refusal> => {
  const outcome = await inWork(services, actor, async (work): Promise<{ wrong: ChatRefusal } | TalkView> => {
    const talk = await accessTalk(work, secret);
    if (talk.email === null) return { wrong: refuse('chat.wrong_code', { left: 0 }) };
    if (talk.proven_at === null) {
      const tries = await queries.countGuess(work.tx, talk.id);
      const wrong = tries === undefined ? refuse('chat.no_tries_left') : whyNotProven(code, { code: codeFor(services.secrets, talk.id, talk.email), tries });
      if (wrong !== null) return { wrong };
      await queries.changeTalk(work.tx, talk.id, { proven_at: work.now });
      work.emit(chatEvents['chat.address_proven'](talk.case_id, { email: talk.email }));
    }
    return talkViewOf(work.tx, await accessTalk(work, secret), work.now);
  });
  return 'wrong' in outcome ? outcome.wrong : outcome;
};
