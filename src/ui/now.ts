import { useSyncExternalStore } from 'react';

/**
 * What time it is, for everything that is drawn. The server's clock is the one promises are kept by, so the client hands us the
 * server's time and we count from there: a laptop that is ten minutes wrong does not say that a promise is broken.
 */
const tick = 15_000;
let offset = 0;
let current = new Date();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

const refresh = (): void => {
  current = new Date(Date.now() + offset);
  for (const told of listeners) told();
};

/** Takes the server's time. Differences under two seconds are the journey of the answer, and ignored. */
export const alignNow = (server: Date): void => {
  const measured = server.getTime() - Date.now();
  if (Number.isNaN(measured) || Math.abs(measured - offset) < 2_000) return;
  offset = measured;
  refresh();
};

const subscribe = (told: () => void): (() => void) => {
  if (listeners.size === 0) {
    current = new Date(Date.now() + offset);
    timer = setInterval(refresh, tick);
    document.addEventListener('visibilitychange', refresh);
  }
  listeners.add(told);
  return () => {
    listeners.delete(told);
    if (listeners.size > 0) return;
    clearInterval(timer);
    document.removeEventListener('visibilitychange', refresh);
  };
};

/** The present, moving every 15 seconds and whenever the page is looked at again. One timer serves the whole page. */
export const useNow = (): Date => useSyncExternalStore(subscribe, () => current);
