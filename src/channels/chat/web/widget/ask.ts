import type { InputOf, OutputOf } from '#base/contract.ts';
import type * as contract from '../../contract.ts';

/** What the server answered instead; `status` 0 where no answer came. */
export class Refused extends Error {
  readonly status: number;
  readonly words: string | undefined;
  readonly fields: Readonly<Record<string, string>>;
  constructor(status: number, answer: { words?: string; fields?: readonly { field: string; words: string }[] } = {}) {
    super(String(status));
    this.status = status;
    this.words = answer.words;
    this.fields = Object.fromEntries((answer.fields ?? []).map(({ field, words }) => [field, words]));
  }
}

/** Worth another try: nobody answered, or the one who did could not right now. */
export const mayPass = (error: unknown): boolean => error instanceof Refused && (error.status === 0 || error.status === 429 || error.status >= 500);

const ask = async <Output>(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<Output> => {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': document.documentElement.lang };
  if (body !== undefined) headers['content-type'] = 'application/json';
  const response = await fetch(`/api${path}`, { method, headers, credentials: 'omit', ...(body !== undefined && { body: JSON.stringify(body) }) }).catch(() => {
    throw new Refused(0);
  });
  const answer: unknown = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(response.status, answer as { words?: string });
  return answer as Output;
};

type Contract = typeof contract;
type Body<Name extends keyof Contract> = InputOf<Contract[Name]> extends { body: infer Sent } ? Sent : never;
type Answer<Name extends keyof Contract> = OutputOf<Contract[Name]>;

/**
 * The few routes of the chat, by their addresses: the contract is here for its types alone. Its summaries and shapes, and those of the
 * domains that it names, would be half of what a visitor's phone has to fetch.
 */
export const talkTo = (key: string) => ({
  front: () => ask<Answer<'readFront'>>('GET', `/chat/${key}`),
  start: (body: Body<'startTalk'>) => ask<Answer<'startTalk'>>('POST', `/chat/${key}/talks`, body),
  read: (secret: string) => ask<Answer<'readTalk'>>('GET', `/chat-talks/${secret}`),
  add: (secret: string, body: Body<'addLine'>) => ask<Answer<'addLine'>>('POST', `/chat-talks/${secret}/lines`, body),
  noteRead: (secret: string, upTo: string) => ask('PUT', `/chat-talks/${secret}/read`, { upTo } satisfies Body<'noteRead'>),
  noteTyping: (secret: string) => ask('PUT', `/chat-talks/${secret}/typing`, {}),
  giveAddress: (secret: string, body: Body<'giveAddress'>) => ask<Answer<'giveAddress'>>('PUT', `/chat-talks/${secret}/address`, body),
  prove: (secret: string, code: string) => ask<Answer<'proveAddress'>>('PUT', `/chat-talks/${secret}/proof`, { code } satisfies Body<'proveAddress'>),
  page: (secret: string) => ask<Answer<'openPage'>>('POST', `/chat-talks/${secret}/page`, {}),
  stream: (secret: string) => new EventSource(`/api/chat-talks/${secret}/stream`),
});
export type Front = Answer<'readFront'>;
export type Routes = ReturnType<typeof talkTo>;
