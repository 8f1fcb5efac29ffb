import { newId } from '#base/ids.ts';
import { isRefusal, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import type { Intake } from '#channels/intake.ts';
import { heardCaseEvents } from '../contract.ts';
import * as queries from '../queries/posts.ts';
import { siteOf } from '../rules.ts';
import { asContact, noteHeard, placeOf, type HeardPost } from './note-post.ts';

/** What came of a post that was told. */
export interface Noted {
  readonly became: 'opened' | 'joined' | 'suggested' | 'known' | 'changed' | 'unchanged' | 'deleted' | 'unknown_post';
  readonly caseId: string | null;
}

export const notePublished = async (work: Work, intake: Intake, heard: HeardPost): Promise<Noted | Refusal> => {
  const filed = await noteHeard(work, intake, heard);
  return isRefusal(filed) ? filed : { became: filed.wasKnown ? 'known' : filed.became, caseId: filed.caseId };
};

const sameWords = (one: string, other: string): boolean => one.replaceAll(/\s+/gu, ' ').trim() === other.replaceAll(/\s+/gu, ' ').trim();

/** The writer changed their post: the new words join its case, and the old ones stay. One that we never heard of is a new one. */
export const noteChanged = async (work: Work, intake: Intake, heard: HeardPost): Promise<Noted | Refusal> => {
  const place = placeOf(heard);
  await queries.holdPost(work.tx, place);
  const first = await queries.postOf(work.tx, place);
  if (first === undefined) return notePublished(work, intake, heard);
  const latest = await queries.latestVersion(work.tx, first.id);
  const stars = heard.stars ?? latest.stars;
  if (sameWords(latest.text, heard.text) && stars === latest.stars) return { became: 'unchanged', caseId: latest.caseId };
  const from = { kind: 'handle', value: latest.address ?? '', name: latest.authorName, ...(latest.customerId === null ? {} : { customerId: latest.customerId }) } as const;
  const contact = { ...asContact(work, heard, from), channel: heard.channel ?? siteOf(heard.url).channel };
  const { caseId, messageId, became } = await intake.contact(work, { ...contact, answers: { caseId: latest.caseId, proof: 'chosen' } });
  await queries.insertPost(work.tx, { ...place, id: newId(work.now), messageId, url: heard.url, handle: latest.handle, stars, became, versionOf: first.id, now: work.now });
  return { became: 'changed', caseId };
};

/** It is gone from the place. What it said stays in the case: it was said, and people read it. */
export const noteDeleted = async (work: Work, heard: Pick<HeardPost, 'url' | 'source' | 'externalId'>): Promise<Noted> => {
  const place = placeOf(heard);
  await queries.holdPost(work.tx, place);
  const first = await queries.postOf(work.tx, place);
  if (first === undefined) return { became: 'unknown_post', caseId: null };
  const latest = await queries.latestVersion(work.tx, first.id);
  if (first.deletedAt === null) {
    await queries.markDeleted(work.tx, first.id, work.now);
    work.emit(heardCaseEvents['heard.post_deleted'](latest.caseId, { messageId: latest.messageId, site: place.site }));
  }
  return { became: 'deleted', caseId: latest.caseId };
};
