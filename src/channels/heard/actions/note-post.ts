import type { HandledOf, OutputOf } from '#base/contract.ts';
import { newId } from '#base/ids.ts';
import { NotFound } from '#base/http/failures.ts';
import { isRefusal, type Refusal } from '#base/refusal.ts';
import type { Language } from '#base/texts.ts';
import type { Work } from '#base/work.ts';
import type { ContactReceived, Intake } from '#channels/intake.ts';
import { addCustomer, customerById, customerByIdentity } from '#customers/index.ts';
import { nameFromIdentity, normaliseIdentity } from '#customers/rules.ts';
import { filedMessage } from '../../filed-message.ts';
import { openCasesOf } from '../../open-cases.ts';
import type { logHeard } from '../contract.ts';
import * as queries from '../queries/posts.ts';
import { caseOfPost, handleOf, identityAt, siteKey, siteOf } from '../rules.ts';

type Heard = HandledOf<typeof logHeard>['body'];
type Filed = OutputOf<typeof logHeard>;

/** A post as a colleague, a file or a program tells of it. */
export interface HeardPost extends Heard {
  /** As the place knows it of its own account: it was proven there. Never one that stands in the public words. */
  readonly email?: string | null;
  /** An order, as the place was told of it. It proposes, and joins nothing. */
  readonly order?: string | null;
  readonly language?: Language | null;
  /** What the place calls the post that this one answers. */
  readonly answersPost?: string | null;
}

/** The place of a post and what it is called there. */
export const placeOf = (heard: Pick<Heard, 'url' | 'source' | 'externalId'>): queries.PostPlace => {
  const site = heard.source ?? siteOf(heard.url).site;
  return { site, key: siteKey(site), externalId: heard.externalId ?? heard.url };
};

/** Notes what was heard elsewhere, once: on the case it certainly belongs to, else on a new one with suggestions. */
export const noteHeard = async (work: Work, intake: Intake, heard: HeardPost): Promise<Filed | Refusal> => {
  const place = placeOf(heard);
  await queries.holdPost(work.tx, place);
  const known = await queries.postOf(work.tx, place);
  if (known !== undefined) return { ...(await said(work, known.messageId)), became: 'joined', wasKnown: true };
  const handle = handleOf(heard.handle ?? '');
  const from = await writerOf(work, heard, { key: place.key, handle });
  if (isRefusal(from)) return from;
  const answered = await postAnswered(work, place, heard.answersPost ?? null);
  const own = answered !== undefined && answered.customerId === from.customerId ? answered.caseId : undefined;
  const caseId = caseOfPost(heard.caseId === undefined ? own : heard.caseId, await openCasesOf(work.tx, from.customerId));
  const mayBelongTo = [...(answered === undefined ? [] : [{ caseId: answered.caseId, because: 'answers_post' as const }]), ...(await namesakes(work, heard))];
  const contact = { ...asContact(work, heard, from), channel: heard.channel ?? siteOf(heard.url).channel };
  const { became, messageId } = await intake.contact(work, { ...contact, answers: caseId === null ? null : { caseId, proof: 'chosen' }, mayBelongTo });
  await queries.insertPost(work.tx, { ...place, id: newId(work.now), messageId, url: heard.url, handle, stars: heard.stars ?? null, became, versionOf: null, now: work.now });
  return { ...(await said(work, messageId)), became, wasKnown: false };
};

const said = async (work: Work, messageId: string): Promise<Omit<Filed, 'became' | 'wasKnown'>> => {
  const { caseId, number, isChase, chases } = await filedMessage(work.tx, messageId);
  return { caseId, caseNumber: number, messageId, isChase, chases };
};

/** The post at the same place that this one answers, where we know it: whose it is and on which open case it stands. */
const postAnswered = async (work: Work, { key }: queries.PostPlace, externalId: string | null) =>
  externalId === null ? undefined : queries.openCaseOfPost(work.tx, key, externalId);

type From = Required<ContactReceived['from']>;

/**
 * Whoever wrote it: the customer that a colleague chose, or of the case they chose; whoever has that handle there; whoever has the
 * address that the place proved; else somebody new.
 */
const writerOf = async (work: Work, heard: HeardPost, { key, handle }: { key: string; handle: string | null }): Promise<From | Refusal> => {
  const value = handle === null ? '' : identityAt(handle, key);
  const email = heard.email === undefined || heard.email === null ? null : normaliseIdentity('email', heard.email);
  if (isRefusal(email)) return email;
  const shown = heard.name ?? (handle !== null ? `@${handle}` : (heard.handle ?? (email === null ? '' : nameFromIdentity('email', email))));
  const from = (customer: { id: string; name: string }): From => ({ kind: 'handle', value, name: shown === '' ? customer.name : shown, customerId: customer.id });
  const chosen = heard.customerId ?? (heard.caseId ? await queries.customerOfCase(work.tx, heard.caseId) : undefined);
  if (chosen !== undefined || heard.caseId) {
    const customer = chosen === undefined ? undefined : await customerById(work.tx, chosen);
    if (customer === undefined) throw new NotFound();
    return from(customer);
  }
  const known = (handle === null ? undefined : await whoseHandle(work, key, handle)) ?? (email === null ? undefined : await customerByIdentity(work.tx, 'email', email));
  if (known !== undefined) return from(known);
  const identities = [...(handle === null ? [] : [{ kind: 'handle' as const, value }]), ...(email === null ? [] : [{ kind: 'email' as const, value: email }])];
  const added = await addCustomer(work, { name: shown, identities, language: heard.language ?? null });
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

/** A post as the intake takes it; whoever wrote it down did not take it. */
export const asContact = (work: Work, heard: HeardPost, from: ContactReceived['from']) =>
  ({
    at: heard.at === undefined ? work.now : new Date(heard.at),
    from,
    // The order stands where a customer's own subject would: there its number is looked at, and only proposes.
    subject: heard.order === undefined || heard.order === null ? null : `${heard.language === 'en' ? 'Order' : 'Ordine'} ${heard.order}`,
    text: heard.text,
    folded: '',
    html: null,
    files: [],
    language: heard.language ?? null,
    departmentId: null,
    rawMailId: null,
    isAutomatic: false,
    loggedBy: work.actor.kind === 'member' ? work.actor.id : null,
    staysInQueue: true,
  }) satisfies Partial<ContactReceived>;
