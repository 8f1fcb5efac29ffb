import { hour } from '#base/clock.ts';
import type { MessageView, NoteView } from '#cases/contract.ts';
import type { RequestView } from '#requests/contract.ts';

/** One thing in the conversation, in the order in which it happened. `key` stays the same while the case is on the screen. */
export type ThreadItem =
  | { kind: 'message'; key: string; at: Date; message: MessageView }
  | { kind: 'note'; key: string; at: Date; note: NoteView }
  | { kind: 'request'; key: string; at: Date; request: RequestView }
  | { kind: 'silence'; key: string; at: Date; from: Date; to: Date };

interface Said {
  messages: readonly MessageView[];
  notes: readonly NoteView[];
  requests: readonly RequestView[];
  /** Older requests stand with messages that are not loaded yet: they are left out until those are. */
  hasEarlier: boolean;
}

/** A night is no silence; a day and a night are. */
const longestQuiet = 20 * hour;

/** Whether it is we who owe a word after this message: a question to the customer or a resolution leaves the next word to them. */
const leavesUsOwing = ({ direction, act }: MessageView): boolean => direction === 'in' || act === 'updates' || act === null;

/** The silences that the customer lived through: long stretches in which we owed a word and nobody said one. */
const silencesIn = (messages: readonly MessageView[]): ThreadItem[] => {
  const spoken = messages.filter(({ isAutomatic }) => !isAutomatic);
  return spoken.flatMap((message, place): ThreadItem[] => {
    const before = spoken[place - 1];
    if (before === undefined || !leavesUsOwing(before)) return [];
    const [from, to] = [new Date(before.at), new Date(message.at)];
    if (to.getTime() - from.getTime() < longestQuiet) return [];
    return [{ kind: 'silence', key: `silence ${message.id}`, at: to, from, to }];
  });
};

const rank = { silence: 0, request: 1, message: 1, note: 1 } as const;

/** Everything that was said on a case, to the customer and among ourselves, as one conversation. */
export const threadOf = ({ messages, notes, requests, hasEarlier }: Said): ThreadItem[] => {
  const from = hasEarlier && messages[0] !== undefined ? new Date(messages[0].at) : new Date(0);
  const items: ThreadItem[] = [
    ...messages.map((message) => ({ kind: 'message' as const, key: message.id, at: new Date(message.at), message })),
    ...notes.map((note) => ({ kind: 'note' as const, key: note.id, at: new Date(note.at), note })),
    ...requests.map((request) => ({ kind: 'request' as const, key: request.id, at: new Date(request.askedAt), request })).filter(({ at }) => at >= from),
    ...silencesIn(messages),
  ];
  return items.toSorted((one, other) => one.at.getTime() - other.at.getTime() || rank[one.kind] - rank[other.kind]);
};
