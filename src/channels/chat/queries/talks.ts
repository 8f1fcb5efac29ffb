import { sql } from 'kysely';
import { plus, type Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import { policy } from '../rules.ts';

export const talkByHash = (reader: Reader, hash: string, now: Instant) =>
  reader.selectFrom('chat_conversations').where('token_hash', '=', hash).where('expires_at', '>', now).selectAll().executeTakeFirst();
export type TalkRow = NonNullable<Awaited<ReturnType<typeof talkByHash>>>;

/** Held until the transaction ends: two lines of one visitor that arrive together are taken one after the other. */
export const lockTalk = (tx: Tx, hash: string, now: Instant): Promise<TalkRow | undefined> =>
  tx.selectFrom('chat_conversations').where('token_hash', '=', hash).where('expires_at', '>', now).selectAll().forUpdate().executeTakeFirst();

export const talkById = (reader: Reader, id: string, now: Instant): Promise<TalkRow | undefined> =>
  reader.selectFrom('chat_conversations').where('id', '=', id).where('expires_at', '>', now).selectAll().executeTakeFirst();

interface NewTalk {
  readonly id: string;
  readonly entranceId: string;
  readonly hash: string;
  readonly language: string;
  readonly identity: { readonly kind: 'email' | 'handle'; readonly value: string };
  readonly name: string | null;
  readonly email: string | null;
  readonly now: Instant;
}

/** Nothing happens where it began already: the same first line sent twice is one conversation. */
export const insertTalk = async (tx: Tx, talk: NewTalk): Promise<void> => {
  await tx
    .insertInto('chat_conversations')
    .values({
      id: talk.id,
      entrance_id: talk.entranceId,
      token_hash: talk.hash,
      language: talk.language,
      identity_kind: talk.identity.kind,
      identity_value: talk.identity.value,
      name: talk.name,
      email: talk.email,
      started_at: talk.now,
      seen_at: talk.now,
      expires_at: plus(talk.now, policy.keptFor),
    })
    .onConflict((conflict) => conflict.column('token_hash').doNothing())
    .execute();
};

type TalkChange = Partial<{
  case_id: string;
  name: string;
  email: string;
  proven_at: Instant;
  seen_at: Instant;
  typing_at: Instant | null;
  expires_at: Instant;
}>;

export const changeTalk = async (tx: Tx, id: string, change: TalkChange): Promise<void> => {
  await tx.updateTable('chat_conversations').set(change).where('id', '=', id).execute();
};

/** Counts one guess, and says how many there were before it; undefined where none is left. In one statement, so that no two count as one. */
export const countGuess = async (tx: Tx, id: string): Promise<number | undefined> => {
  const row = await tx
    .updateTable('chat_conversations')
    .set((eb) => ({ code_tries: eb('code_tries', '+', 1) }))
    .where('id', '=', id)
    .where('code_tries', '<', policy.codeTries)
    .returning('code_tries')
    .executeTakeFirst();
  return row === undefined ? undefined : row.code_tries - 1;
};

/** The conversation that belongs to a case, the latest of several, while it is kept. */
export const talkOfCase = (reader: Reader, caseId: string, now: Instant) =>
  reader
    .selectFrom('chat_conversations')
    .where('case_id', '=', caseId)
    .where('expires_at', '>', now)
    .orderBy('seen_at', 'desc')
    .selectAll()
    .limit(1)
    .executeTakeFirst();

/** Returns the case of the conversation. */
export const noteSeen = async (reader: Reader, id: string, now: Instant): Promise<string | null> => {
  const row = await reader.updateTable('chat_conversations').set({ seen_at: now }).where('id', '=', id).returning('case_id').executeTakeFirst();
  return row?.case_id ?? null;
};

/** Others have spoken on the case: from now on an unproven visitor sees no more of it. */
export const mix = async (tx: Tx, caseId: string, now: Instant): Promise<void> => {
  await tx
    .updateTable('chat_conversations')
    .set({ mixed_at: now })
    .where('case_id', '=', caseId)
    .where('mixed_at', 'is', null)
    .execute();
};

/** A conversation is where its latest line is: messages move when cases are joined, divided and put apart again. */
export const followLines = async (tx: Tx, caseIds: readonly string[]): Promise<void> => {
  await tx
    .updateTable('chat_conversations')
    .set({
      case_id: sql<string>`coalesce((select m.case_id from chat_lines l join messages m on m.id = l.message_id
        where l.conversation_id = chat_conversations.id order by m.at desc, m.id desc limit 1), chat_conversations.case_id)`,
    })
    .where('case_id', 'in', [...caseIds])
    .execute();
};
