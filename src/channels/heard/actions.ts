import type { HandledOf, OutputOf } from '#base/contract.ts';
import { newId } from '#base/ids.ts';
import { NotFound } from '#base/http/failures.ts';
import { isRefusal, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import type { ContactReceived, Intake } from '#channels/intake.ts';
import { addCustomer, customerById, customerByIdentity } from '#customers/index.ts';
import { filedMessage } from '../filed-message.ts';
import { openCasesOf } from '../open-cases.ts';
import type { logHeard, logPublicAnswer } from './contract.ts';
import * as queries from './queries.ts';
import { caseOfPost, handleOf, identityAt, siteKey, siteOf } from './rules.ts';

type Heard = HandledOf<typeof logHeard>['body'];
type Filed = OutputOf<typeof logHeard>;

/** Notes what was heard elsewhere, once: on the case it certainly belongs to, else on a new one with suggestions. */
export const noteHeard = async (work: Work, intake: Intake, heard: Heard): Promise<Filed | Refusal> => {
  const { site, channel } = siteOf(heard.url);
  const place = { site: heard.source ?? site, key: siteKey(heard.source ?? site), externalId: heard.externalId ?? heard.url };
  await queries.holdPost(work.tx, place.key, place.externalId);
  const known = await queries.postOf(work.tx, place.key, place.externalId);
  if (known !== undefined) return { ...(await said(work, known.message_id)), became: 'joined', wasKnown: true };
  const handle = handleOf(heard.handle ?? '');
  const from = await writerOf(work, heard, { key: place.key, handle });
  if (isRefusal(from)) return from;
  const caseId = caseOfPost(heard.caseId, await openCasesOf(work.tx, from.customerId));
  const { became, messageId } = await intake.contact(work, { ...asContact(work, heard, from), channel: heard.channel ?? channel, answers: caseId === null ? null : { caseId, proof: 'chosen' }, mayBelongTo: await namesakes(work, heard) });
  await queries.insertPost(work.tx, { ...place, id: newId(work.now), messageId, url: heard.url, handle, now: work.now });
  return { ...(await said(work, messageId)), became, wasKnown: false };
};

const said = async (work: Work, messageId: string): Promise<Omit<Filed, 'became' | 'wasKnown'>> => {
  const { caseId, number, isChase, chases } = await filedMessage(work.tx, messageId);
  return { caseId, caseNumber: number, messageId, isChase, chases };
};

type From = Required<ContactReceived['from']>;

/** Whoever wrote it: the customer that a colleague chose, or of the case they chose; whoever has that handle there; else somebody new. */
const writerOf = async (work: Work, heard: Heard, { key, handle }: { key: string; handle: string | null }): Promise<From | Refusal> => {
  const value = handle === null ? '' : identityAt(handle, key);
  const shown = heard.name ?? (heard.handle === undefined ? '' : handle === null ? heard.handle : `@${handle}`);
  const from = (customer: { id: string; name: string }): From => ({ kind: 'handle', value, name: shown === '' ? customer.name : shown, customerId: customer.id });
  const chosen = heard.customerId ?? (heard.caseId ? await queries.customerOfCase(work.tx, heard.caseId) : undefined);
  if (chosen !== undefined || heard.caseId) {
    const customer = chosen === undefined ? undefined : await customerById(work.tx, chosen);
    if (customer === undefined) throw new NotFound();
    return from(customer);
  }
  const known = handle === null ? undefined : await whoseHandle(work, key, handle);
  if (known !== undefined) return from(known);
  const identities = handle === null ? [] : [{ kind: 'handle' as const, value }];
  const added = await addCustomer(work, { name: shown, identities, language: null });
  return isRefusal(added) ? added : from({ id: added.id, name: shown });
};

/** Known with its place, or as a colleague wrote it on the customer's card without one; else by an earlier post from there. */
const whoseHandle = async (work: Work, key: string, handle: string): Promise<{ id: string; name: string } | undefined> => {
  const named = (await customerByIdentity(work.tx, 'handle', identityAt(handle, key))) ?? (await customerByIdentity(work.tx, 'handle', `@${handle}`));
  if (named !== undefined) return named;
  const author = await queries.authorOfHandle(work.tx, key, handle);
  return author === null ? undefined : customerById(work.tx, author);
};

/** A name is nobody: it is a reason to look, where somebody of that name waits. */
const namesakes = async (work: Work, { name, handle }: Heard): Promise<{ caseId: string; because: 'same_name_waits' }[]> => {
  const called = name ?? handle;
  if (called === undefined) return [];
  return (await queries.waitingNamesakes(work.tx, called)).map((caseId) => ({ caseId, because: 'same_name_waits' }));
};

const asContact = (work: Work, heard: Heard, from: From) =>
  ({
    at: heard.at === undefined ? work.now : new Date(heard.at),
    from,
    subject: null,
    text: heard.text,
    folded: '',
    html: null,
    files: [],
    language: null,
    departmentId: null,
    rawMailId: null,
    isAutomatic: false,
    loggedBy: work.actor.id,
    staysInQueue: true,
  }) satisfies Partial<ContactReceived>;

/** Notes what the caller answered out there, with its address. */
export const notePublicAnswer = async (work: Work, intake: Intake, caseId: string, answer: HandledOf<typeof logPublicAnswer>['body']): Promise<{ messageId: string } | Refusal> => {
  const { site, channel } = siteOf(answer.url);
  const nextUpdateAt = answer.nextUpdateAt === null ? null : new Date(answer.nextUpdateAt);
  const noted = await intake.answeredElsewhere(work, { caseId, channel, text: answer.text, at: work.now, nextUpdateAt });
  if (isRefusal(noted)) return noted;
  // Several answers may stand at one address: each is told apart by its message.
  await queries.insertPost(work.tx, { id: newId(work.now), messageId: noted.messageId, site, key: siteKey(site), externalId: `answer ${noted.messageId}`, url: answer.url, handle: null, now: work.now });
  return noted;
};
