import type { Services } from '#base/services.ts';
import { inWork, type Work } from '#base/work.ts';
import { codeWords, showReply, takeUnread, unreadInChats, visitorOf, type Visitor } from '#channels/chat/index.ts';
import type { Road } from '#channels/chat/rules.ts';
import { queueReply } from '#channels/email/index.ts';
import type { StoredFile } from '#channels/intake.ts';
import { addressesOf } from '#customers/index.ts';
import { accessCase } from '../access.ts';
import type { ReplyInput } from '../contract.ts';
import type { LoadedCase } from '../queries/case.ts';
import { filesOfMessage, messageById } from '../queries/messages.ts';
import { issueLink } from './links.ts';

/** How a reply reaches its customer: by e-mail, in the chat where they wrote, or there first and by e-mail unless it is read. */
export interface Way {
  readonly road: Road;
  /** By e-mail; empty where we know no address. */
  readonly to: readonly string[];
  readonly visitor: Visitor | null;
}

type Said = Pick<ReplyInput, 'to' | 'cc' | 'attachmentIds'>;

/** The way of a reply. Whoever sends it to another address than the visitor gave means somebody else: then it is not shown in the chat. */
export const wayOf = async (work: Work, found: LoadedCase, said: Said): Promise<Way> => {
  const visitor = await visitorOf(work.tx, found.id, work.now);
  const known = said.to.length > 0 ? said.to : (await addressesOf(work.tx, found.customerId)).slice(0, 1);
  const given = visitor?.email ?? null;
  const to = known.length === 0 && given !== null ? [given] : known;
  const isForThem = visitor !== null && (said.to.length === 0 || visitor.email === null || said.to.some((one) => one.toLowerCase() === visitor.email));
  if (!isForThem) return { road: 'mail', to, visitor: null };
  const needsMail = said.cc.length > 0 || to.length > 1 || said.attachmentIds.length > 0;
  return { road: visitor.roadFor({ needsMail, hasAddress: to.length > 0 }), to, visitor };
};

/** Somebody is at the other end of this way: an address, or the chat. */
export const leadsSomewhere = ({ road, to }: Way): boolean => road !== 'mail' || to.length > 0;

/** A reply that stands in the chat while its visitor looks on is said in the chat; any other is a mail, wherever it is shown as well. */
export const channelOf = ({ road }: Way): 'chat' | 'email' => (road === 'chat' || road === 'chat_then_mail' ? 'chat' : 'email');

interface Outgoing {
  readonly messageId: string;
  readonly text: string;
  readonly cc: readonly string[];
  readonly files: readonly StoredFile[];
  readonly byItself: boolean;
}

/** Sends a message on its way, in its transaction. */
export const sendOnWay = async (work: Work, found: LoadedCase, way: Way, outgoing: Outgoing): Promise<void> => {
  const isMailed = (way.road === 'mail' || way.road === 'both') && way.to.length > 0;
  if (way.visitor !== null) await showReply(work, way.visitor, { messageId: outgoing.messageId, road: way.road, isMailed });
  if (isMailed) await mail(work, found, way, outgoing);
};

/** The mail, with a fresh link to the customer's page. */
const mail = async (work: Work, found: LoadedCase, { to, visitor }: Way, { messageId, text, cc, files, byItself }: Outgoing): Promise<void> => {
  const token = await issueLink(work, found.id, found.customerId);
  await queueReply(work, {
    caseId: found.id,
    caseNumber: found.number,
    departmentId: found.departmentId,
    messageId,
    subject: found.subject,
    text: visitor === null ? text : text + codeWords(work, visitor, [...to, ...cc]),
    language: found.language,
    to,
    cc,
    files,
    pageUrl: `${work.services.config.publicUrl}/c/${token}`,
    byItself,
  });
};

/** What stands unread in a chat goes by mail: the time for reading it is over, or the visitor has gone. */
export const mailUnread = async (services: Services): Promise<void> => {
  for (const { messageId, author } of await unreadInChats(services)) {
    await inWork(services, author, async (work) => {
      const message = await messageById(work.tx, messageId);
      const found = await accessCase(work, message.case_id);
      if (!(await takeUnread(work, found.id, messageId))) return;
      const way = await wayOf(work, found, { to: [], cc: [], attachmentIds: [] });
      if (way.to.length === 0) return;
      const outgoing = { messageId, text: message.text, cc: [], files: await filesOfMessage(work.tx, messageId), byItself: message.sent_by_itself };
      await mail(work, found, { ...way, visitor: way.visitor ?? (await visitorOf(work.tx, found.id, work.now)) }, outgoing);
    });
  }
};
