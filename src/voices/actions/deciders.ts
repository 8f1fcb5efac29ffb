import type { Reader } from '#base/db/db.ts';
import { newId } from '#base/ids.ts';
import type { Work } from '#base/work.ts';
import { administrators, deciders, departmentById, deputyFor, directors, headOf, leadsOf, memberById, serviceDepartment, type MemberRow } from '#people/index.ts';
import { insertTopic, topicById, topicForTheRest, type Topic } from '../queries/topics.ts';
import { mayDecide, type Climb, type Deciders } from '../rules.ts';

/**
 * Who decides for a topic: whom it names; else whoever heads its department; else whoever decides anywhere, leads the company, the
 * service or the installation. An installation has an administrator, so it is never nobody.
 */
export const whoDecides = async (reader: Reader, { decider_id: deciderId, department_id: departmentId }: Pick<Topic, 'decider_id' | 'department_id'>): Promise<MemberRow> => {
  const head = (await departmentById(reader, departmentId))?.headId ?? null;
  for (const id of [deciderId, head]) {
    const member = id === null ? null : await memberById(reader, id);
    if (member !== null && member.leftAt === null) return member;
  }
  for (const some of [deciders, directors, leadsOf, administrators]) {
    const [member] = await some(reader);
    if (member !== undefined) return member;
  }
  throw new Error('Nobody is left who could decide.');
};

export interface Person {
  readonly id: string;
  readonly name: string;
}

/** Who decides for each of these topics; for a closed one, who does for everything else. */
export const decidersOfTopics = async (reader: Reader, topicIds: readonly string[]): Promise<ReadonlyMap<string, Person>> => {
  const found = new Map<string, Person>();
  for (const id of new Set(topicIds)) {
    const topic = (await topicById(reader, id)) ?? (await topicForTheRest(reader));
    if (topic === undefined) continue;
    const { id: deciderId, name } = await whoDecides(reader, topic);
    found.set(id, { id: deciderId, name });
  }
  return found;
};

/** The topic for everything else. A company has it from the day that it is set up; it belongs to the service's department until somebody changes it. */
export const restTopic = async (work: Work): Promise<Topic> => {
  const found = await topicForTheRest(work.tx);
  if (found !== undefined) return found;
  const { id: departmentId } = await serviceDepartment(work.tx);
  const input = { nameIt: 'Tutto il resto', nameEn: 'Everything else', departmentId, deciderId: null, decidesWithinDays: 10, words: [] };
  await insertTopic(work.tx, { id: newId(work.now), input, isForTheRest: true, now: work.now });
  const made = await topicForTheRest(work.tx);
  if (made === undefined) throw new Error('The topic for everything else could not be made.');
  return made;
};

/** The topic, or the one for everything else where it was closed meanwhile. */
export const topicOr = async (work: Work, id: string): Promise<Topic> => (await topicById(work.tx, id)) ?? restTopic(work);

/** Everybody who may decide on a theme of that topic. */
export const decidersOf = async (reader: Reader, { deciderId, topicId }: { deciderId: string; topicId: string }, now: Date): Promise<Deciders> => {
  const topic = await topicById(reader, topicId);
  const [deputy, head] = [await deputyFor(reader, deciderId, now), topic === undefined ? null : await headOf(reader, topic.department_id, now)];
  return { deciderId, deputyId: deputy?.id ?? null, headId: head?.id ?? null };
};

/** Whom a step of a clock calls. Where the head is who decides, the next above hears at once: nobody is reminded twice by the same mouth. */
export const whomToCall = async (work: Work, { deciderId, departmentId, step }: { deciderId: string; departmentId: string; step: Climb }): Promise<MemberRow[]> => {
  const decider = await memberById(work.tx, deciderId);
  if (step === 1) return decider === null ? [] : [decider];
  const head = step === 2 ? await headOf(work.tx, departmentId, work.now) : null;
  const above = head !== null && head.id !== deciderId ? [head] : await directors(work.tx);
  return step === 2 && decider !== null ? [decider, ...above.filter(({ id }) => id !== decider.id)] : above;
};

/** Whether the actor may decide on it. The program itself decides nothing. */
export const actorMayDecide = async (work: Work, theme: { decider_id: string; topic_id: string }): Promise<boolean> => {
  const member = work.actor.kind === 'member' && work.actor.id !== null ? await memberById(work.tx, work.actor.id) : null;
  if (member === null) return false;
  return mayDecide({ memberId: member.id, roles: member.roles }, await decidersOf(work.tx, { deciderId: theme.decider_id, topicId: theme.topic_id }, work.now));
};
