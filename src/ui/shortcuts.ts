import { useEffect, useId, useRef, useSyncExternalStore } from 'react';
import { recall, remember } from './remembered.ts';

export interface Shortcut {
  /** One key (`d`, `?`, `ArrowDown`), or with the command key: `mod+enter`. */
  keys: string;
  /** What it does, in the reader's language: listed by `?`. */
  does: string;
  run: () => void;
  /** Works on every screen; listed apart. */
  everywhere?: boolean;
}

/**
 * One listener for the whole page, and a register of what is on now, so that the help can never list a key that does nothing.
 * Of two with the same keys the one registered last wins: it belongs to what was opened on top.
 */
let registered: readonly { owner: string; shortcut: Shortcut }[] = [];
let singleKeys = recall('single-keys') !== 'off';
const listeners = new Set<() => void>();

const changed = (): void => {
  for (const told of listeners) told();
};

const subscribe = (told: () => void): (() => void) => {
  listeners.add(told);
  return () => listeners.delete(told);
};

const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox],[type=radio],[type=button]), textarea, select'));

/** The keys pressed, in the form `Shortcut.keys` has. */
export const pressed = (event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): string | null => {
  if (event.altKey) return null;
  return `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${event.key.toLowerCase()}`;
};

const onKeyDown = (event: KeyboardEvent): void => {
  const keys = pressed(event);
  if (keys === null || event.defaultPrevented || event.isComposing || event.repeat) return;
  const single = !keys.startsWith('mod+');
  // Single keys are letters to whoever is writing, and are off for whoever dictates (WCAG 2.1.4).
  if (single && (!singleKeys || writes(event.target))) return;
  // A dialog is all there is while it is open: what lies under it must not be done unseen.
  if (event.target instanceof HTMLElement && event.target.closest('[aria-modal=true]')) return;
  const found = registered.findLast(({ shortcut }) => shortcut.keys.toLowerCase() === keys);
  if (!found) return;
  event.preventDefault();
  found.shortcut.run();
};

/** Registers shortcuts for as long as the component is on the screen and `on` holds. */
export const useShortcuts = (shortcuts: readonly Shortcut[], on = true): void => {
  const owner = useId();
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  const shape = shortcuts.map(({ keys, does }) => `${keys} ${does}`).join('\n');
  useEffect(() => {
    if (!on) return undefined;
    if (registered.length === 0) window.addEventListener('keydown', onKeyDown);
    const mine = latest.current.map((shortcut, at) => ({ owner, shortcut: { ...shortcut, run: () => latest.current[at]?.run() } }));
    registered = [...registered, ...mine];
    changed();
    return () => {
      registered = registered.filter((one) => one.owner !== owner);
      if (registered.length === 0) window.removeEventListener('keydown', onKeyDown);
      changed();
    };
  }, [owner, shape, on]);
};

/** What is registered now, for the help. */
export const useRegisteredShortcuts = (): readonly Shortcut[] => {
  const now = useSyncExternalStore(subscribe, () => registered);
  const shortcuts = now.map(({ shortcut }) => shortcut);
  // What something opened later has taken over does nothing, until that is gone again.
  return shortcuts.filter(({ keys }, at) => !shortcuts.slice(at + 1).some((later) => later.keys.toLowerCase() === keys.toLowerCase()));
};

/** Whether single keys work, and how to turn them on or off; remembered. */
export const useSingleKeys = (): [on: boolean, turn: (on: boolean) => void] => [
  useSyncExternalStore(subscribe, () => singleKeys),
  (on) => {
    singleKeys = on;
    remember('single-keys', on ? 'on' : 'off');
    changed();
  },
];
