import { useSyncExternalStore } from 'react';

/** What opens on top of any screen: a call or a post to note, the search. One at a time. */
export type Everywhere = 'call' | 'heard' | 'search';

let open: Everywhere | null = null;
const listeners = new Set<() => void>();

export const openEverywhere = (what: Everywhere | null): void => {
  open = what;
  for (const told of listeners) told();
};

export const useEverywhere = (): Everywhere | null =>
  useSyncExternalStore((told) => {
    listeners.add(told);
    return () => listeners.delete(told);
  }, () => open);
