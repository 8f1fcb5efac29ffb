import pg from 'pg';
import type { Logger } from 'pino';
import { liveChannel, type Change } from './announce.ts';

export type Listener = (change: Change | 'resync') => void;

/** Hands every change in the database, made by whichever process, to the screens that are open on this one. */
export interface LiveHub {
  subscribe(listener: Listener): () => void;
  readonly listening: boolean;
  close(): Promise<void>;
}

const longestPause = 10_000;

/**
 * Opens one connection that LISTENs. When it breaks, it is opened again with growing pauses and every screen is told to look again
 * (`resync`), because what was said meanwhile was not heard.
 */
export const openLiveHub = (connection: pg.PoolConfig, log: Logger): LiveHub => {
  const listeners = new Set<Listener>();
  let client: pg.Client | undefined;
  let closed = false;
  let listening = false;
  let pause = 250;
  let timer: NodeJS.Timeout | undefined;

  const spread = (change: Change | 'resync'): void => {
    for (const listener of listeners) listener(change);
  };

  const again = (error?: Error): void => {
    if (closed || timer !== undefined) return;
    if (error !== undefined) log.warn({ err: error }, 'Live updates lost the database; trying again.');
    listening = false;
    client?.removeAllListeners();
    client?.on('error', () => undefined);
    timer = setTimeout(() => {
      timer = undefined;
      void connect();
    }, pause);
    pause = Math.min(pause * 2, longestPause);
  };

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({ ...connection, application_name: 'presa live', keepAlive: true });
    client = fresh;
    fresh.on('error', again);
    fresh.on('end', () => again());
    fresh.on('notification', ({ payload }) => changesIn(payload).forEach(spread));
    try {
      await fresh.connect();
      await fresh.query(`listen ${liveChannel}`);
      listening = true;
      pause = 250;
      spread('resync');
    } catch (error) {
      again(error as Error);
    }
  };

  void connect();
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get listening() {
      return listening;
    },
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
};

const changesIn = (payload: string | undefined): Change[] =>
  (JSON.parse(payload ?? '[]') as [string, string, number][]).map(([topic, id, version]) => ({ topic, id, version }));
