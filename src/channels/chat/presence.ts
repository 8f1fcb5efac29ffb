import type { Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import { hashToken } from '#base/secrets.ts';
import type { Services } from '#base/services.ts';
import { inWork, system } from '#base/work.ts';
import * as queries from './queries.ts';
import { mayShow } from './rules.ts';

/** Whose stream of news it is; undefined where nobody has that secret, or no longer. */
export const talkIdOf = async (reader: Reader, secret: string, now: Instant): Promise<string | undefined> =>
  (await queries.talkByHash(reader, hashToken(secret), now))?.id;

/** The visitor's page is open: said again and again while it is, so that a reply stands in the chat and is not mailed as well. */
export const noteHere = ({ db, clock }: Services, talkId: string): Promise<string | null> => queries.noteSeen(db, talkId, clock.now());

/** The visitor came: whoever has the case open sees it. */
export const tellComing = (services: Services, talkId: string): Promise<void> =>
  inWork(services, system, async (work) => {
    const caseId = await queries.noteSeen(work.tx, talkId, work.now);
    if (caseId !== null) work.tell('chat', caseId);
  });

/** The visitor closed their page. They were there until the last sign of it: closing is none, and whoever reloads is back in a moment. */
export const tellLeaving = (services: Services, talkId: string): Promise<void> =>
  inWork(services, system, async (work) => {
    const caseId = (await queries.talkById(work.tx, talkId, work.now))?.case_id ?? null;
    if (caseId !== null) work.tell('chat', caseId);
  });

export interface News {
  readonly caseId: string | null;
  /** The same as long as the visitor would see the same. */
  readonly version: string;
  readonly showsReplies: boolean;
}

/** What the visitor of a conversation sees changed by; undefined where the conversation is no longer kept. */
export const whatIsNew = async (reader: Reader, talkId: string, now: Instant): Promise<News | undefined> => {
  const talk = await queries.talkById(reader, talkId, now);
  if (talk === undefined) return undefined;
  if (talk.case_id === null) return { caseId: null, version: '', showsReplies: false };
  const [last, found] = await Promise.all([queries.lastLineOf(reader, talk), queries.caseFacts(reader, talk.case_id)]);
  const said = [last, found.ownerName, found.resolvedAt?.getTime(), found.nextUpdateDueAt?.getTime(), talk.mixed_at?.getTime(), talk.proven_at?.getTime(), talk.email];
  return { caseId: talk.case_id, version: said.join(' '), showsReplies: mayShow({ mixedAt: talk.mixed_at, provenAt: talk.proven_at }) };
};
