import { useCallback, useEffect, useRef, useState } from 'react';
import { send, type Travelling } from '#app/web/call.ts';
import { saveDraft } from '#cases/contract.ts';
import type { OpenedCase } from '../../contract.ts';

/** How long the hands rest before what they wrote is kept. */
const rest = 800;

export type DraftState = 'blank' | 'saving' | 'saved' | 'unsaved';

interface Draft {
  text: string;
  write: (text: string) => void;
  /** Keeps it now: when the writer looks away. */
  keep: () => void;
  /** Stops keeping, and waits for what is on its way. */
  settle: () => Promise<unknown>;
  /** It has become a message or a note: the server has let go of it, and so does this page. */
  clear: () => void;
  state: DraftState;
  /** The last event that the writer had seen when they began, and when that was; what came after it they may not know of. */
  seenEventId: number;
  since: Date;
  /** They have read what came meanwhile. */
  catchUp: () => void;
}

/** What somebody writes, kept on the server while they do, and there again when they come back, on any machine. */
export const useDraft = (opened: OpenedCase, kind: 'reply' | 'note', now: Date): Draft => {
  const { case: { id }, drafts, seenEventId } = opened;
  const stored = drafts.find((one) => one.kind === kind);
  const [text, setText] = useState(stored?.text ?? '');
  const [state, setState] = useState<DraftState>(stored?.text ? 'saved' : 'blank');
  const [seen, setSeen] = useState({ eventId: stored?.text ? stored.seenEventId : seenEventId, since: stored?.text ? new Date(stored.updatedAt) : now });
  const latest = useRef({ text, seen: seen.eventId, kept: stored?.text ?? '' });
  const inFlight = useRef<Promise<unknown>>(Promise.resolve());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const save = useCallback((travelling: Travelling) => {
    clearTimeout(timer.current);
    const { text: words, seen: eventId, kept } = latest.current;
    if (words === kept) return;
    latest.current.kept = words;
    setState('saving');
    const saving = send(saveDraft, { params: { id, kind }, body: { text: words, seenEventId: eventId } }, travelling).then(
      () => setState(words === '' ? 'blank' : 'saved'),
      () => {
        // Said on the screen, and tried again with the next word: nothing of it is lost while the page is open.
        latest.current.kept = kept;
        setState('unsaved');
      },
    );
    inFlight.current = saving;
  }, [id, kind]);
  const keep = useCallback(() => save({}), [save]);

  /** A save that is under way must not arrive after the reply: it would bring the words back as a draft. */
  const settle = useCallback((): Promise<unknown> => {
    clearTimeout(timer.current);
    return inFlight.current;
  }, []);

  const write = useCallback((words: string) => {
    const begins = latest.current.text.trim() === '' && words.trim() !== '';
    latest.current.text = words;
    setText(words);
    setState('blank');
    if (begins) {
      latest.current.seen = seenEventId;
      setSeen({ eventId: seenEventId, since: now });
    }
    clearTimeout(timer.current);
    timer.current = setTimeout(keep, rest);
  }, [keep, seenEventId, now]);

  const clear = useCallback(() => {
    clearTimeout(timer.current);
    latest.current = { ...latest.current, text: '', kept: '' };
    setText('');
    setState('blank');
  }, []);

  const catchUp = useCallback(() => {
    latest.current.seen = seenEventId;
    setSeen({ eventId: seenEventId, since: now });
  }, [seenEventId, now]);

  // A reply that was stopped or taken back elsewhere comes back as the draft; it must not write over words that are there.
  const storedAt = stored?.updatedAt;
  const known = useRef(storedAt);
  useEffect(() => {
    if (storedAt === known.current) return;
    known.current = storedAt;
    if (stored === undefined || latest.current.text.trim() !== '' || stored.text === '') return;
    latest.current = { text: stored.text, seen: stored.seenEventId, kept: stored.text };
    setText(stored.text);
    setSeen({ eventId: stored.seenEventId, since: new Date(stored.updatedAt) });
    setState('saved');
  }, [stored, storedAt]);

  useEffect(() => () => keep(), [keep]);
  // Whoever closes the tab on the last word has typed it a moment ago: an ordinary request would die with the page. A phone may
  // end a page in the background without a word, so turning away from it counts as leaving.
  useEffect(() => {
    const leave = () => save({ outlivesPage: true });
    const turnAway = () => {
      if (document.visibilityState === 'hidden') leave();
    };
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', turnAway);
    return () => {
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', turnAway);
    };
  }, [save]);
  return { text, write, keep, settle, clear, state, seenEventId: seen.eventId, since: seen.since, catchUp };
};
