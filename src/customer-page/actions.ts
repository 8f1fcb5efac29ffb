import { newId } from '#base/ids.ts';
import { isRefusal, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { accessCase, reopen, resolveByCustomer, survivorOf, type LoadedCase, type OpenedLink } from '#cases/index.ts';
import type { ContactFiled, Intake, StoredFile } from '#channels/intake.ts';
import { customerById } from '#customers/index.ts';
import { doneFor, notify } from '#notices/index.ts';
import { leadsOf } from '#people/index.ts';
import { customerPageEvents } from './contract.ts';
import { rateable, ratingView } from './page.ts';
import * as queries from './queries.ts';
import { isLowRating, ratingMeans } from './rules.ts';

interface Written {
  readonly text: string;
  readonly files: readonly StoredFile[];
}

/** What the customer adds, handed in like any other contact. The link proves that it is theirs. */
export const addToCase = async (work: Work, intake: Intake, link: OpenedLink, { text, files }: Written): Promise<ContactFiled> => {
  const identity = await queries.identityOf(work.tx, link.customerId);
  const customer = await customerById(work.tx, link.customerId);
  if (identity === undefined || customer === undefined) throw new Error(`Customer ${link.customerId} has a page and no identity.`);
  return intake.contact(work, {
    channel: 'page',
    at: work.now,
    from: { kind: identity.kind as 'email', value: identity.value, name: customer.name },
    subject: null,
    text,
    folded: '',
    html: null,
    files,
    language: null,
    departmentId: null,
    answers: { caseId: link.caseId, proof: 'own_page' },
    rawMailId: null,
    isAutomatic: false,
    loggedBy: null,
  });
};

export const saySolved = async (work: Work, link: OpenedLink): Promise<void> => resolveByCustomer(work, await survivorOf(work.tx, link.caseId));

/** Not solved: what they say comes first, so that it reopens the case as their message; without words the case opens by itself. */
export const sayUnsolved = async (work: Work, intake: Intake, link: OpenedLink, text: string): Promise<null | Refusal> => {
  const filed = text === '' ? null : await addToCase(work, intake, link, { text, files: [] });
  const caseId = await survivorOf(work.tx, link.caseId);
  const opened = await reopen(work, caseId, 'customer_says_unsolved');
  if (isRefusal(opened)) return opened;
  const found = await accessCase(work, caseId);
  work.emit(customerPageEvents['page.said_unsolved'](caseId, { messageId: filed?.messageId ?? null }));
  await call(work, found, 'customer_says_unsolved', { key: caseId, what: text.slice(0, 300) });
  return null;
};

interface Given {
  readonly score: number;
  readonly words: string;
}

/** A rating, or the same one thought over. A low one calls whoever has the case; a better one afterwards takes the call back. */
export const rate = async (work: Work, link: OpenedLink, given: Given) => {
  const found = await accessCase(work, await survivorOf(work.tx, link.caseId));
  const facts = await queries.caseFacts(work.tx, found.id, link.customerId);
  const last = await queries.lastRating(work.tx, found.id);
  const history = rateable({ found: facts, events: await queries.eventFacts(work.tx, found.id), messages: await queries.messageFacts(work.tx, found.id, link.customerId), last });
  const means = ratingMeans(history, work.now);
  if (isRefusal(means)) return means;
  const words = given.words === '' ? null : given.words;
  const kept = means === 'change' && last !== undefined ? last : null;
  const ratingId = kept?.id ?? newId(work.now);
  if (kept === null) await queries.insertRating(work.tx, { id: ratingId, caseId: found.id, linkId: link.id, score: given.score, words, at: work.now });
  else await queries.changeRating(work.tx, ratingId, { score: given.score, words, at: work.now });
  const isLow = isLowRating(given.score, found.waitingSince !== null);
  work.emit(customerPageEvents['page.rated'](found.id, { ratingId, score: given.score, words, isLow, whileWaiting: found.waitingSince !== null, isChange: kept !== null }));
  await doneFor(work, { caseId: found.id, kinds: ['low_rating'] });
  if (isLow) await call(work, found, 'low_rating', { key: ratingId, score: given.score, ...(words === null ? {} : { what: words.slice(0, 300) }) });
  return ratingView({ score: given.score, words, at: kept?.at ?? work.now });
};

const call = async (work: Work, found: LoadedCase, kind: 'low_rating' | 'customer_says_unsolved', facts: { key: string; score?: number; what?: string }): Promise<void> => {
  const members = found.owner === null ? (await leadsOf(work.tx)).map((lead) => lead.id) : [found.owner.id];
  for (const memberId of members) {
    await notify(work, { memberId, kind, caseId: found.id, facts: { ...facts, caseNumber: found.number, customer: work.actor.name } });
  }
};
