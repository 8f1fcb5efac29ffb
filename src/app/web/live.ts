import { useEffect, useSyncExternalStore } from 'react';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { invalidateFor } from './client.ts';

/** «Case 41 changed, version 7»: never content; the browser asks again by the normal route, where permission is checked. */
export interface Change {
  topic: string;
  id: string;
  version: number;
}

export type LiveState = 'connecting' | 'live' | 'lost';

/** News that come in a burst (a merge, an import) are gathered for this long, and asked about once. */
const gather = 120;
const firstWait = 1_000;
const longestWait = 30_000;

/** How long to wait before the nth attempt: doubling, with up to a quarter more by chance so that browsers do not return all at once. */
export const waitBefore = (attempt: number, chance: number): number =>
  Math.min(longestWait, firstWait * 2 ** attempt) * (1 + chance / 4);

const isChange = (value: unknown): value is Change =>
  typeof value === 'object' && value !== null && typeof (value as Change).topic === 'string' && typeof (value as Change).id === 'string';

let state: LiveState = 'connecting';
const listeners = new Set<() => void>();
const become = (next: LiveState): void => {
  state = next;
  for (const told of listeners) told();
};

/** Opens the stream of changes and keeps it open; returns how to close it. After a gap everything on the screen is asked for again. */
export const openLive = (client: QueryClient, address = '/api/live'): (() => void) => {
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let waiting: Change[] = [];
  let attempt = 0;
  let missed = false;

  const pass = (): void => {
    const changes = waiting;
    waiting = [];
    gathering = undefined;
    void invalidateFor(client, changes);
  };
  const hear = (event: MessageEvent<string>): void => {
    const change: unknown = JSON.parse(event.data);
    if (!isChange(change)) return;
    waiting.push(change);
    gathering ??= setTimeout(pass, gather);
  };
  const open = (): void => {
    source = new EventSource(address);
    source.addEventListener('message', hear);
    // The server itself lost the thread for a while: what was said then, nobody heard.
    source.addEventListener('resync', () => void client.invalidateQueries());
    source.addEventListener('open', () => {
      attempt = 0;
      become('live');
      if (missed) void client.invalidateQueries();
      missed = false;
    });
    source.addEventListener('error', () => {
      // The browser's own retry gives up for good on some answers; ours does not.
      source?.close();
      missed = true;
      become('lost');
      retry = setTimeout(open, waitBefore(attempt, Math.random()));
      attempt += 1;
    });
  };
  open();
  return () => {
    source?.close();
    clearTimeout(retry);
    clearTimeout(gathering);
  };
};

/** Keeps the stream open while the shell is on the screen, which is while somebody is signed in. */
export const useLive = (): void => {
  const client = useQueryClient();
  useEffect(() => openLive(client), [client]);
};

export const useLiveState = (): LiveState =>
  useSyncExternalStore((told) => {
    listeners.add(told);
    return () => listeners.delete(told);
  }, () => state);
