import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import css from './Thread.module.css';
import { useQueryClient } from '@tanstack/react-query';
import { call, keyOf, type ApiError } from '#app/web/client.ts';
import type { MessageView, NoteView } from '#cases/contract.ts';
import { Message, type DrawWords } from '#cases/web/Message.tsx';
import { Note } from '#cases/web/Note.tsx';
import type { PromiseView } from '#promises/contract.ts';
import { Button } from '#ui/Button.tsx';
import { useTexts } from '#ui/language.tsx';
import { Silence } from '#ui/Silence.tsx';
import { Refused } from '#ui/states.tsx';
import { HeardWords } from '#voices/web/capture/HeardWords.tsx';
import { HearingOnCase } from '#voices/web/capture/HearingOnCase.tsx';
import type { Said } from '#voices/web/capture/said.ts';
import { earlierMessages, type OpenedCase } from '../contract.ts';
import { PromiseMark } from './Marks.tsx';
import { RequestCard } from './RequestCard.tsx';
import { caseTexts } from './texts/case.ts';
import { threadOf, type ThreadItem } from './thread.ts';
import { useWorkingTime } from './working-time.ts';

interface Earlier {
  messages: readonly MessageView[];
  notes: readonly NoteView[];
  next: string | null;
}

/** Pages before those that the case was opened with; kept while the case is on the screen. */
const useEarlier = ({ case: { id }, earlier }: OpenedCase) => {
  const client = useQueryClient();
  const [loaded, setLoaded] = useState<Earlier | null>(null);
  const [state, setState] = useState<'idle' | 'loading'>('idle');
  const [error, setError] = useState<ApiError | null>(null);
  const before = loaded === null ? earlier : loaded.next;
  const load = async () => {
    if (before === null || state === 'loading') return;
    setState('loading');
    setError(null);
    const input = { params: { id }, query: { before } };
    try {
      const page = await client.fetchQuery({ queryKey: keyOf(earlierMessages, input), queryFn: () => call(earlierMessages, input) });
      setLoaded((now) => ({ messages: [...page.messages, ...(now?.messages ?? [])], notes: [...page.notes, ...(now?.notes ?? [])], next: page.earlier }));
    } catch (cause) {
      setError(cause as ApiError);
    }
    setState('idle');
  };
  return { loaded, hasMore: before !== null, loading: state === 'loading', error, load };
};

/** What scrolls: the conversation alone, or on a phone the whole of the case. */
const scrollerOf = (thread: HTMLElement | null): HTMLElement | null =>
  thread !== null && getComputedStyle(thread).overflowY === 'visible' ? thread.closest<HTMLElement>('#case') : thread;

/** Stays at the latest message while the reader is there, and where they are otherwise: what arrives above never moves what is read. */
const useStayAtEnd = (key: string, count: number) => {
  const place = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const height = useRef(0);
  useLayoutEffect(() => {
    const box = scrollerOf(place.current);
    if (!box) return;
    const grown = box.scrollHeight - height.current;
    if (atEnd.current) box.scrollTop = box.scrollHeight;
    else if (box.scrollTop < 60 && height.current > 0) box.scrollTop += grown;
    height.current = box.scrollHeight;
  }, [key, count]);
  useEffect(() => {
    const box = scrollerOf(place.current);
    if (!box) return undefined;
    // A composer that grows takes room from the conversation: its end stays its end.
    const observer = new ResizeObserver(() => {
      if (atEnd.current) box.scrollTop = box.scrollHeight;
      height.current = box.scrollHeight;
    });
    const noteEnd = () => {
      atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 40;
    };
    observer.observe(box);
    box.addEventListener('scroll', noteEnd, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', noteEnd);
    };
  }, []);
  return place;
};

/** What the customer said to us: in our own replies there is no voice to hear. */
const isTheirs = ({ direction, isAutomatic }: MessageView): boolean => direction === 'in' && !isAutomatic;
const drawSaid = (said: Said): DrawWords => (words, start) => <HeardWords said={said} words={words} start={start} />;

/** What may be captured of a conversation, the latest last. */
const saidIn = (items: readonly ThreadItem[]): Said[] => items.flatMap((item): Said[] => {
  if (item.kind === 'note') return [{ kind: 'note', id: item.note.id, text: item.note.text }];
  return item.kind === 'message' && isTheirs(item.message) ? [{ kind: 'message', id: item.message.id, text: item.message.text }] : [];
});

function Item({ item, promises, me, working }: { item: ThreadItem; promises: readonly PromiseView[]; me: string | undefined; working: ((from: Date, to: Date) => number) | undefined }) {
  if (item.kind === 'note') return <Note note={item.note} drawWords={drawSaid({ kind: 'note', id: item.note.id, text: item.note.text })} />;
  if (item.kind === 'request') return <RequestCard request={item.request} />;
  if (item.kind === 'silence') {
    const inHours = working?.(item.from, item.to);
    return <Silence span={item.to.getTime() - item.from.getTime()} {...(inHours !== undefined && { working: inHours })} />;
  }
  const made = promises.filter(({ messageId }) => messageId === item.message.id);
  return (
    <Message
      message={item.message} {...(isTheirs(item.message) && { drawWords: drawSaid({ kind: 'message', id: item.message.id, text: item.message.text }) })} isOwn={item.message.direction === 'out' && item.message.author.id !== null && item.message.author.id === me}
      marks={made.map((promise) => <PromiseMark key={promise.id} promise={promise} />)}
    />
  );
}

/** The conversation, the latest at the end: what was said, asked of departments and noted, and the silences between. */
export function Thread({ opened, me }: { opened: OpenedCase; me: string | undefined }) {
  const texts = useTexts(caseTexts);
  const { loaded, hasMore, loading, error, load } = useEarlier(opened);
  const { messages, notes, requests, promises } = opened;
  const items = useMemo(
    () => threadOf({ messages: [...(loaded?.messages ?? []), ...messages], notes: [...(loaded?.notes ?? []), ...notes], requests, hasEarlier: hasMore }),
    [loaded, messages, notes, requests, hasMore],
  );
  const said = useMemo(() => saidIn(items), [items]);
  const working = useWorkingTime(opened.case.departmentId, items.some(({ kind }) => kind === 'silence'));
  const place = useStayAtEnd(opened.case.id, items.length);
  return (
    // What scrolls must be reachable by the keyboard that scrolls it (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={place} className={css.thread} role="region" aria-label={texts.thread} tabIndex={0}>
      <div className={css.items}>
        {hasMore && <div className={css.earlier}><Button loading={loading} onClick={() => void load()}>{loading ? texts.loadingEarlier : texts.earlier}</Button></div>}
        {error?.words && <Refused>{error.words}</Refused>}
        <HearingOnCase caseId={opened.case.id} said={said}>{items.map((item) => <Item key={item.key} item={item} promises={promises} me={me} working={working} />)}</HearingOnCase>
      </div>
    </div>
  );
}
