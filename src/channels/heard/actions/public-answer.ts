import type { HandledOf } from '#base/contract.ts';
import { newId } from '#base/ids.ts';
import { isRefusal, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import type { Intake } from '#channels/intake.ts';
import { whyNotInPublic } from '#people/index.ts';
import type { logPublicAnswer } from '../contract.ts';
import { insertPost } from '../queries/posts.ts';
import { siteKey, siteOf } from '../rules.ts';

/** Notes what the caller answered out there, with its address. Only who was trained for that place answers there. */
export const notePublicAnswer = async (work: Work, intake: Intake, caseId: string, answer: HandledOf<typeof logPublicAnswer>['body']): Promise<{ messageId: string } | Refusal> => {
  const { site, channel } = siteOf(answer.url);
  const untrained = await whyNotInPublic(work, channel);
  if (untrained !== null) return untrained;
  const nextUpdateAt = answer.nextUpdateAt === null ? null : new Date(answer.nextUpdateAt);
  const noted = await intake.answeredElsewhere(work, { caseId, channel, text: answer.text, at: work.now, nextUpdateAt });
  if (isRefusal(noted)) return noted;
  // Several answers may stand at one address: each is told apart by its message.
  const place = { site, key: siteKey(site), externalId: `answer ${noted.messageId}` };
  await insertPost(work.tx, { ...place, id: newId(work.now), messageId: noted.messageId, url: answer.url, handle: null, stars: null, became: null, versionOf: null, now: work.now });
  return noted;
};
