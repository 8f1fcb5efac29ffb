import { z } from 'zod';
import { del, get, post, put } from '#base/contract.ts';
import { id, idParams, line } from '#base/shapes.ts';

const person = z.object({ id, name: z.string() });

export const topicInput = z.object({
  nameIt: line(80),
  nameEn: line(80),
  departmentId: id,
  /** Left out: whoever heads the department. */
  deciderId: id.nullable().default(null),
  /** Working days of the department. */
  decidesWithinDays: z.int().min(1).max(120).default(10),
  /** Words by which it is proposed. */
  words: z.array(line(40)).max(60).default([]),
});
export type TopicInput = z.output<typeof topicInput>;

export const topicView = z.object({
  id,
  nameIt: z.string(),
  nameEn: z.string(),
  department: person,
  /** As it was chosen; null where the head decides. */
  deciderId: id.nullable(),
  /** Who decides now, absences and vacancies considered: never nobody. */
  decidesNow: person,
  decidesWithinDays: z.int(),
  words: z.array(z.string()),
  isForTheRest: z.boolean(),
  /** Themes of it on which nobody has decided. */
  undecided: z.int(),
});
export type TopicView = z.infer<typeof topicView>;

export const listTopics = get('/topics', { summary: 'What customers speak of, whose matter it is, who decides, and in how many days.', access: 'signed_in', out: z.object({ items: z.array(topicView) }) });
export const addTopic = post('/topics', { summary: 'Adds a topic.', access: ['lead', 'admin'], body: topicInput, out: z.object({ id }) });
const onTopic = { access: ['lead', 'admin'], object: 'topic', params: idParams } as const;
export const changeTopic = put('/topics/:id', { summary: 'Changes a topic. Themes on which nobody has decided follow its new decider and keep their day.', ...onTopic, body: topicInput, out: z.object({ id }) });
export const closeTopic = del('/topics/:id', { summary: 'Closes a topic. Its undecided themes go to the topic for everything else.', ...onTopic, out: z.object({ id }) });
