import { NotFound } from '#base/http/failures.ts';
import { newId } from '#base/ids.ts';
import { refuse, type Refusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { departmentById, memberById } from '#people/index.ts';
import type { TopicInput } from '../contract.ts';
import { endTopic, insertTopic, nameTaken, topicById, updateTopic, type Topic } from '../queries/topics.ts';
import { undecidedOfTopic, updateTheme } from '../queries/themes.ts';
import { passVoicesOn } from '../queries/placing.ts';
import { giveTo } from './decide.ts';
import { restTopic, whoDecides } from './deciders.ts';

const accessTopic = async (work: Work, id: string): Promise<Topic> => {
  const found = await topicById(work.tx, id);
  if (found === undefined) throw new NotFound();
  return found;
};

/** What a topic names is there: a department that is open, and somebody who still works here. */
const checked = async (work: Work, { nameIt, departmentId, deciderId }: TopicInput, id: string | null): Promise<Refusal | null> => {
  const decider = deciderId === null ? null : await memberById(work.tx, deciderId);
  if ((await departmentById(work.tx, departmentId)) === null || (deciderId !== null && (decider === null || decider.leftAt !== null))) throw new NotFound();
  return (await nameTaken(work.tx, nameIt, id)) ? refuse('topic.name_taken', { name: nameIt }) : null;
};

export const addTopic = async (work: Work, input: TopicInput): Promise<{ id: string } | Refusal> => {
  const refusal = await checked(work, input, null);
  if (refusal !== null) return refusal;
  const id = newId(work.now);
  await insertTopic(work.tx, { id, input, isForTheRest: false, now: work.now });
  return { id };
};

/** Themes that wait follow the topic to its new decider, and keep their day. */
export const changeTopic = async (work: Work, id: string, input: TopicInput): Promise<{ id: string } | Refusal> => {
  const before = await accessTopic(work, id);
  const refusal = await checked(work, input, id);
  if (refusal !== null) return refusal;
  const decidedBefore = await whoDecides(work.tx, before);
  await updateTopic(work.tx, id, input);
  const decider = await whoDecides(work.tx, await accessTopic(work, id));
  if (decider.id === decidedBefore.id) return { id };
  // Whoever was named for one theme by hand keeps it.
  for (const theme of await undecidedOfTopic(work.tx, id)) if (theme.decider_id === decidedBefore.id) await giveTo(work, theme, { memberId: decider.id, why: input.nameIt });
  return { id };
};

export const closeTopic = async (work: Work, id: string): Promise<{ id: string } | Refusal> => {
  const topic = await accessTopic(work, id);
  if (topic.is_for_the_rest) return refuse('topic.for_the_rest');
  const rest = await restTopic(work);
  const decider = await whoDecides(work.tx, rest);
  for (const theme of await undecidedOfTopic(work.tx, id)) {
    await updateTheme(work.tx, theme.id, { topic_id: rest.id });
    await giveTo(work, theme, { memberId: decider.id, why: rest.name_it });
  }
  await passVoicesOn(work.tx, id, rest.id);
  await endTopic(work.tx, id, work.now);
  return { id };
};

/** A company that was just set up decides about everything from the first voice on. Hears `company.set_up`. */
export const makeRestTopic = async (work: Work): Promise<void> => {
  await restTopic(work);
};
