import { z } from 'zod';
import { shapeOf } from './shape.ts';
import { sameBreath, waitsOf, type Said, type Timeline } from './timeline.ts';

const message = z.object({ at: z.iso.datetime(), author: z.string(), text: z.string(), spam: z.boolean().optional() });

/** A public thread, one line of JSON. What was found out later (solved, votes, tags, roles) is not even read. */
export const threadShape = z.object({ id: z.string(), spam: z.boolean().nullish(), messages: z.array(message).min(1) });
export type Thread = z.infer<typeof threadShape>;

export interface Told {
  readonly id: string;
  readonly timeline: Timeline;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': '\'', '#x27': '\'' };

/** The text of a post: what it quotes belongs to somebody else. */
export const plainOf = (html: string): string =>
  html
    .replace(/<blockquote[\s\S]*?<\/blockquote>/giu, ' ')
    // What is quoted is introduced by a line that names its author.
    .replace(/<p>\s*<em>[^<]*<a href="#[^>]*>[^<]*<\/a>\s*<\/em>\s*<\/p>/giu, ' ')
    .replace(/<a [^>]*href="(https?:[^"]*)"[^>]*>[\s\S]*?<\/a>/giu, ' $1 ')
    .replace(/<(?:\/p|br\s*\/?|\/li|\/pre)>/giu, '\n')
    .replace(/<[^>]*>/gu, '')
    .replace(/&(#?\w+);/gu, (whole, name: string) => entities[name] ?? (whole.startsWith('&#') ? ' ' : whole))
    .replace(/[ \t]+/gu, ' ')
    .trim();

const hasChased = (timeline: Timeline, before: number): boolean =>
  waitsOf(timeline).some(({ posts }) =>
    posts.some((place, index) => {
      const [one, previous] = [timeline.said[place], timeline.said[posts[index - 1] ?? -1]];
      return one !== undefined && previous !== undefined && one.at < before && one.at - previous.at >= sameBreath;
    }),
  );

/**
 * Threads as timelines, in the order in which they were opened. The customer is who wrote first; everybody else counts as an answer,
 * whoever they are, because what somebody was to become in the corpus could not be known at the time. Past cases of the same
 * customer are counted as they stood when the thread was opened. Spam is left out.
 */
export const timelinesOf = (threads: readonly Thread[]): Told[] => {
  const opened = threads
    .filter(({ spam }) => spam !== true)
    .flatMap(openedOf)
    .toSorted((one, other) => one.said[0]!.at - other.said[0]!.at);
  const words = wordsOf(threads);
  const known = new Map<string, Timeline[]>();
  return opened.map(({ id, customer, said }) => {
    const before = known.get(customer) ?? [];
    const elsewhere = (words.get(customer) ?? []).filter(({ thread }) => thread !== id).map(({ at }) => at);
    const timeline = { said, elsewhere, past: { cases: before.length, chased: before.filter((one) => hasChased(one, said[0]!.at)).length } };
    known.set(customer, [...before, timeline]);
    return { id, timeline };
  });
};

const openedOf = ({ id, messages }: Thread): { id: string; customer: string; said: Said[] }[] => {
  const customer = messages[0]?.author ?? '';
  const said = messages
    .filter(({ spam }) => spam !== true)
    .map(({ at, author, text }): Said => ({ at: Date.parse(at), by: author === customer ? 'customer' : 'us', who: author === customer ? '' : author, shape: shapeOf(plainOf(text)) }))
    .toSorted((one, other) => one.at - other.at);
  return said[0]?.by === 'customer' ? [{ id, customer, said }] : [];
};

/** Where and when everybody spoke. */
const wordsOf = (threads: readonly Thread[]): Map<string, { thread: string; at: number }[]> => {
  const words = new Map<string, { thread: string; at: number }[]>();
  for (const { id, messages } of threads) {
    for (const { author, at } of messages) {
      const own = words.get(author) ?? [];
      own.push({ thread: id, at: Date.parse(at) });
      words.set(author, own);
    }
  }
  for (const own of words.values()) own.sort((one, other) => one.at - other.at);
  return words;
};
