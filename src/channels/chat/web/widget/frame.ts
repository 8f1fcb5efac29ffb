import type { Seen, Talk } from './talk.ts';

/** What the chat and the page around it tell one another: never a word of the conversation. */
export type FromChat = { readonly type: 'presa:chat'; readonly is: 'ready' } | { readonly type: 'presa:chat'; readonly is: 'close' } | { readonly type: 'presa:chat'; readonly is: 'state'; readonly unread: number; readonly begun: boolean };
export type ToChat = { readonly type: 'presa:chat'; readonly is: 'open' | 'closed' };

interface Parts {
  /** The site around us, as its own script named it: the browser hands our messages to no other. */
  readonly around: string | null;
  readonly talk: Talk;
  readonly closing: HTMLButtonElement;
  /** The panel was opened. */
  readonly onOpen: () => void;
}

/**
 * Within a page of the company: whether the panel is open is the page's to say, and how many answers stand unread is ours. Only the
 * company's own pages can frame us (frame-ancestors), and we listen to nobody but the window around us. Standing alone, we are open.
 */
export const makeFrame = ({ around, talk, closing, onOpen }: Parts) => {
  const isFramed = window.parent !== window;
  let isOpen = !isFramed;
  let read = '';
  let begun = false;
  const tell = (message: FromChat): void => {
    if (isFramed && around !== null) window.parent.postMessage(message, around);
  };
  const lookedAt = (seen: Seen): void => {
    const last = seen.talk?.lines.findLast(({ from }) => from === 'us')?.id;
    if (last === undefined || last <= read || !isOpen || document.hidden) return;
    read = last;
    // Not told: then it is mailed as well, and the next look says it again.
    talk.noteRead(last).catch(() => {
      read = '';
    });
  };
  const show = (seen: Seen): void => {
    lookedAt(seen);
    begun = seen.kept.secret !== undefined;
    const unread = (seen.talk?.lines ?? []).filter(({ from, id }) => from === 'us' && id > read).length;
    tell({ type: 'presa:chat', is: 'state', unread: isOpen ? 0 : unread, begun });
  };
  const close = (): void => tell({ type: 'presa:chat', is: 'close' });
  closing.hidden = !isFramed;
  closing.addEventListener('click', close);
  document.addEventListener('visibilitychange', () => show(talk.seen));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  addEventListener('message', (event: MessageEvent<ToChat>) => {
    if (event.source !== window.parent || event.data.type !== 'presa:chat') return;
    isOpen = event.data.is === 'open';
    if (isOpen) onOpen();
    show(talk.seen);
  });
  return { show, ready: () => tell({ type: 'presa:chat', is: 'ready' }) };
};
