import { NotFound } from '#base/http/failures.ts';
import { newId } from '#base/ids.ts';
import { plus } from '#base/clock.ts';
import type { HandledOf } from '#base/contract.ts';
import { isRefusal, refuse, type Refusal } from '#base/refusal.ts';
import { hashToken } from '#base/secrets.ts';
import type { Language } from '#base/texts.ts';
import type { Work } from '#base/work.ts';
import type { Intake } from '#channels/intake.ts';
import { nameAnew } from '#customers/index.ts';
import { normaliseIdentity } from '#customers/rules.ts';
import { chatEvents, type giveAddress, type startTalk, type TalkView } from './contract.ts';
import * as queries from './queries.ts';
import { policy, type ChatRefusal } from './rules.ts';
import { chatTexts } from './texts.ts';
import { talkViewOf } from './view.ts';

/** The one gate to a conversation: it is there for whoever holds its secret, and for nobody else. Held until the transaction ends. */
export const accessTalk = async (work: Work, secret: string): Promise<queries.TalkRow> => {
  const found = await queries.lockTalk(work.tx, hashToken(secret), work.now);
  if (found === undefined) throw new NotFound();
  return found;
};

type Started = HandledOf<typeof startTalk>['body'];

/**
 * Begins a conversation with its first line. Whoever gave an address writes from it, as in the form: a claim, which never joins a case
 * of that address. Whoever gave none writes from a handle that is this conversation's own.
 */
export const beginTalk = async (work: Work, intake: Intake, { entrance, begun }: { entrance: queries.EntranceRow; begun: Started }): Promise<TalkView | Refusal> => {
  if (!entrance.is_on) return refuse('chat.is_off') satisfies ChatRefusal;
  if (begun.website !== '') return refuse('chat.looks_automatic') satisfies ChatRefusal;
  const address = begun.email === null ? null : normaliseIdentity('email', begun.email);
  if (isRefusal(address)) return address;
  const id = newId(work.now);
  const identity = address === null ? ({ kind: 'handle', value: `chat-${id.slice(-12)}` } as const) : ({ kind: 'email', value: address } as const);
  await queries.insertTalk(work.tx, {
    id, entranceId: entrance.id, hash: hashToken(begun.secret), language: begun.language, identity, name: begun.name, email: address, now: work.now,
  });
  return addLine(work, intake, { secret: begun.secret, clientId: begun.clientId, text: begun.text, departmentId: entrance.department_id });
};

interface Added {
  readonly secret: string;
  readonly clientId: string;
  readonly text: string;
  /** Where a case that it opens belongs; null for the one that the entrance names. */
  readonly departmentId: string | null;
}

/** The visitor's next line: a message on the one case of the conversation. The same line a second time changes nothing. */
export const addLine = async (work: Work, intake: Intake, { secret, clientId, text, departmentId }: Added): Promise<TalkView> => {
  const talk = await accessTalk(work, secret);
  if ((await queries.lineOf(work.tx, talk.id, clientId)) === undefined) await fileLine(work, intake, { talk, clientId, text, departmentId });
  return talkViewOf(work.tx, await accessTalk(work, secret), work.now);
};

interface Filed extends Omit<Added, 'secret'> {
  readonly talk: queries.TalkRow;
}

const fileLine = async (work: Work, intake: Intake, { talk, clientId, text, departmentId }: Filed): Promise<void> => {
  const language = talk.language as Language;
  const filed = await intake.contact(work, {
    channel: 'chat',
    at: work.now,
    from: { kind: talk.identity_kind as 'email' | 'handle', value: talk.identity_value, name: talk.name ?? chatTexts[language].visitor },
    subject: null,
    text,
    folded: '',
    html: null,
    files: [],
    language,
    departmentId: departmentId ?? (await queries.entranceById(work.tx, talk.entrance_id))?.department_id ?? null,
    answers: talk.case_id === null ? null : { caseId: talk.case_id, proof: 'own_page' },
    rawMailId: null,
    isAutomatic: false,
    loggedBy: null,
  });
  await queries.insertLine(work.tx, { messageId: filed.messageId, talkId: talk.id, clientId });
  await queries.changeTalk(work.tx, talk.id, { case_id: filed.caseId, seen_at: work.now, typing_at: null, expires_at: plus(work.now, policy.keptFor) });
  work.tell('chat', filed.caseId);
};

type Given = HandledOf<typeof giveAddress>['body'];

/**
 * The visitor says who they are. Somebody whom only this conversation knew is named so from now on, and the address is theirs unless
 * somebody else has it already: then our answers go there, and nothing of that customer's is touched or shown.
 */
export const takeAddress = async (work: Work, secret: string, given: Given): Promise<TalkView | Refusal> => {
  const talk = await accessTalk(work, secret);
  const address = normaliseIdentity('email', given.email);
  if (isRefusal(address)) return address;
  // An address that was proven, or that a case was opened from, is not changed by saying another.
  if (talk.email === null && talk.case_id !== null) {
    await queries.changeTalk(work.tx, talk.id, { name: given.name, email: address });
    await queries.letMail(work.tx, talk.id, plus(work.now, policy.readWithin));
    const { customerId } = await queries.caseFacts(work.tx, talk.case_id);
    if (talk.identity_kind === 'handle') await nameAnew(work, customerId, { name: given.name, handle: `@${talk.identity_value}`, email: address });
    work.emit(chatEvents['chat.address_given'](talk.case_id, { name: given.name, email: address }));
    work.tell('chat', talk.case_id);
  }
  return talkViewOf(work.tx, await accessTalk(work, secret), work.now);
};

/** What stood before the visitor's eyes: it is not mailed as well. */
export const readUpTo = async (work: Work, secret: string, upTo: string): Promise<void> => {
  const talk = await accessTalk(work, secret);
  const fresh = await queries.markRead(work.tx, talk.id, upTo, work.now);
  await queries.changeTalk(work.tx, talk.id, { seen_at: work.now });
  if (fresh > 0 && talk.case_id !== null) work.tell('chat', talk.case_id);
};

export const beTyping = async (work: Work, secret: string): Promise<void> => {
  const talk = await accessTalk(work, secret);
  await queries.changeTalk(work.tx, talk.id, { typing_at: work.now, seen_at: work.now });
  if (talk.case_id !== null) work.tell('chat', talk.case_id);
};
