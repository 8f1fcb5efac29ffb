import type { Reader, Tx } from '#base/db/db.ts';
import type { StoredFile } from '#channels/intake.ts';
import type { TurnKind, TurnView } from '../contract.ts';
import type { Said } from '../rules.ts';

export interface NewTurn {
  readonly id: string;
  readonly requestId: string;
  readonly kind: TurnKind;
  readonly byMemberId: string | null;
  readonly byName: string;
  readonly byAddress: string | null;
  readonly via: TurnView['via'];
  readonly text: string;
  readonly folded: string;
  readonly choice: string | null;
  readonly promisedFor: string | null;
  readonly whoseIsIt: string | null;
  readonly at: Date;
  readonly rawMailId: string | null;
}

export const insertTurn = async (tx: Tx, turn: NewTurn): Promise<void> => {
  await tx
    .insertInto('request_turns')
    .values({
      id: turn.id,
      request_id: turn.requestId,
      kind: turn.kind,
      by_member_id: turn.byMemberId,
      by_name: turn.byName,
      by_address: turn.byAddress,
      via: turn.via,
      text: turn.text,
      folded: turn.folded,
      choice: turn.choice,
      promised_for: turn.promisedFor,
      whose_is_it: turn.whoseIsIt,
      at: turn.at,
      raw_mail_id: turn.rawMailId,
    })
    .execute();
};

export const insertFiles = async (tx: Tx, turnId: string, files: readonly (StoredFile & { readonly id: string })[]): Promise<void> => {
  if (files.length === 0) return;
  await tx
    .insertInto('request_files')
    .values(files.map(({ id, sha256, name, type, size }) => ({ id, turn_id: turnId, sha256, name, type, size })))
    .execute();
};

export const wasMailTaken = async (reader: Reader, rawMailId: string): Promise<boolean> =>
  (await reader.selectFrom('request_turns').where('raw_mail_id', '=', rawMailId).select('id').executeTakeFirst()) !== undefined;

/** How much the department has said, and what it said last; what we said in between does not hide it. */
export const saidSoFar = async (reader: Reader, requestId: string): Promise<{ turns: number; last: Said | null }> => {
  const rows = await reader
    .selectFrom('request_turns')
    .where('request_id', '=', requestId)
    .where('kind', 'not in', ['reply', 'sent_back'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .select(['kind', 'text', 'choice', 'promised_for', 'whose_is_it', 'by_address'])
    .execute();
  const [last] = rows;
  if (last === undefined) return { turns: 0, last: null };
  const { kind, text, choice, promised_for: promisedFor, whose_is_it: whoseIsIt, by_address: byAddress } = last;
  return { turns: rows.length, last: { kind: kind as Said['kind'], text, choice, promisedFor, whoseIsIt, byAddress } };
};

/** The last word on a request, whosever it is. */
export const lastTurn = (reader: Reader, requestId: string) =>
  reader
    .selectFrom('request_turns')
    .where('request_id', '=', requestId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .select(['id', 'kind', 'text', 'by_member_id', 'by_address'])
    .executeTakeFirst();

export const fileById = (reader: Reader, id: string) =>
  reader
    .selectFrom('request_files')
    .innerJoin('request_turns', 'request_turns.id', 'request_files.turn_id')
    .where('request_files.id', '=', id)
    .select(['request_files.sha256', 'request_files.name', 'request_files.size', 'request_turns.request_id as requestId'])
    .executeTakeFirst();

interface LastAnswer {
  /** All answers to the request: who is called because of one is called because of its id. */
  readonly ids: readonly string[];
  readonly choice: string | null;
  readonly promisedFor: string | null;
  /** The tapped answer and the words, in one line. */
  readonly words: string;
  readonly address: string | null;
}

/** What the department answered last. */
export const lastAnswer = async (reader: Reader, requestId: string): Promise<LastAnswer> => {
  const rows = await reader
    .selectFrom('request_turns')
    .where('request_id', '=', requestId)
    .where('kind', '=', 'answer')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .select(['id', 'choice', 'promised_for', 'text', 'by_address'])
    .execute();
  const [last] = rows;
  const words = [last?.choice, last?.text].filter(Boolean).join('. ').replaceAll(/\s+/gu, ' ').trim();
  return { ids: rows.map(({ id }) => id), choice: last?.choice ?? null, promisedFor: last?.promised_for ?? null, words, address: last?.by_address ?? null };
};
