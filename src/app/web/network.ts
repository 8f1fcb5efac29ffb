import { useSyncExternalStore } from 'react';

/** Whether the server can be reached, as far as this page knows: what the browser says, and how the last request went. */
let reached = true;
const listeners = new Set<() => void>();
const tell = (): void => {
  for (const told of listeners) told();
};

/** Every request says how its journey went; an answer of any kind, a refusal too, means that the server is there. */
export const noteJourney = (arrived: boolean): void => {
  if (reached === arrived) return;
  reached = arrived;
  tell();
};

const subscribe = (told: () => void): (() => void) => {
  listeners.add(told);
  window.addEventListener('online', tell);
  window.addEventListener('offline', tell);
  return () => {
    listeners.delete(told);
    window.removeEventListener('online', tell);
    window.removeEventListener('offline', tell);
  };
};

export const useReachable = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine && reached);
