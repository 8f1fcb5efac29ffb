import type { OutputOf } from '#base/contract.ts';
import type { Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import type { Handler } from '#base/work.ts';
import type { ChatDelivery, chatOfCase } from './contract.ts';
import * as queries from './queries.ts';
import { deliveryState, isPresent, isTyping, mayShow } from './rules.ts';

type DeliveryRow = Awaited<ReturnType<typeof queries.deliveriesOnCase>>[number];

const deliveryView = (row: DeliveryRow): ChatDelivery => ({
  messageId: row.message_id,
  state: deliveryState({ readAt: row.read_at, mailedAt: row.mailed_at, mailDueAt: row.mail_due_at }),
  at: (row.read_at ?? row.mailed_at ?? row.shown_at).toISOString(),
});

/** What an agent sees of the chat of a case. */
export const chatOnCase = async (reader: Reader, caseId: string, now: Instant): Promise<OutputOf<typeof chatOfCase>> => {
  const [talk, deliveries] = await Promise.all([queries.talkOfCase(reader, caseId, now), queries.deliveriesOnCase(reader, caseId)]);
  return {
    chat:
      talk === undefined
        ? null
        : {
            name: talk.name,
            email: talk.email,
            isProven: talk.proven_at !== null,
            isPresent: isPresent(talk.seen_at, now),
            isTyping: isTyping(talk.typing_at, now),
            seenAt: talk.seen_at.toISOString(),
            showsReplies: mayShow({ mixedAt: talk.mixed_at, provenAt: talk.proven_at }),
          },
    deliveries: deliveries.map(deliveryView),
  };
};

/** Somebody wrote on the case by another road: whether it was the visitor, nobody has proven. */
export const mixWhenOthersWrite: Handler<{ readonly channel: string }> = async (work, { caseId, data }) => {
  if (caseId !== null && data.channel !== 'chat') await queries.mix(work.tx, caseId, work.now);
};

/** Two cases became one: the conversation is where its lines are, and what stands beside them is not the visitor's to read. */
export const mixAndFollow: Handler<{ readonly otherId: string }> = async (work, { caseId, data }) => {
  if (caseId === null) return;
  await queries.mix(work.tx, caseId, work.now);
  await queries.mix(work.tx, data.otherId, work.now);
  await queries.followLines(work.tx, [caseId, data.otherId]);
};

/** A case was divided, or two were put apart again. */
export const followTheLines: Handler<{ readonly otherId: string }> = async (work, { caseId, data }) => {
  if (caseId !== null) await queries.followLines(work.tx, [caseId, data.otherId]);
};
