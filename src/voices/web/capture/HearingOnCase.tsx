import { lazy, Suspense, useEffect, useMemo, useState, type ReactNode } from 'react';
import { Button } from '#ui/Button.tsx';
import { Floating, type Place } from '#ui/Floating.tsx';
import { useTexts } from '#ui/language.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { useToast } from '#ui/Toast.tsx';
import type { InsightView, SuggestionView } from '../../contract.ts';
import { captureTexts } from '../capture-texts.ts';
import type { Span } from '../marking.ts';
import { useBeginning } from './begin.ts';
import { HearingContext, useVoicesOfCase, type Hearing } from './hearing.ts';
import { MarkCard } from './MarkCard.tsx';
import { keyOfSaid, type Capturing, type Mark, type Said } from './said.ts';
import { readSelection, type Selected } from './selection.ts';

const load = () => import('./CaptureDialog.tsx').then((m) => ({ default: m.CaptureDialog }));
/** Fetched when something is first marked: a case opens without it. */
const CaptureDialog = lazy(load);

/** Voices of a note or of a complaint on paper are told by their words alone: where in it they stand is found again. */
const byWords = (voice: InsightView, { source, text }: { source: string; text: string }): Mark[] => {
  const from = voice.source === source && voice.message === null ? text.indexOf(voice.words) : -1;
  return from < 0 ? [] : [{ from, to: from + voice.words.length, voice }];
};

/** Where marked words stand on the screen; nowhere once they are drawn anew. */
const rectOf = ({ range }: Selected): Place | null => {
  const rect = range.getBoundingClientRect();
  return rect.height === 0 ? null : rect;
};

const useMarks = (caseId: string): Hearing['marksIn'] => {
  const { data } = useVoicesOfCase(caseId);
  return useMemo(() => {
    const [items, suggestions] = [data?.items ?? [], data?.suggestions ?? []];
    return (key, text) => {
      const [source = ''] = key.split(' ', 1);
      if (source !== 'message') return items.flatMap((voice) => byWords(voice, { source, text }));
      const of = (messageId: string): boolean => key === `message ${messageId}`;
      return [
        ...items.flatMap((voice): Mark[] => (voice.message !== null && of(voice.message.id) ? [{ from: voice.message.from, to: voice.message.to, voice }] : [])),
        ...suggestions.filter(({ messageId }) => of(messageId)).map((suggestion): Mark => ({ from: suggestion.from, to: suggestion.to, suggestion })),
      ];
    };
  }, [data]);
};

/** What is marked on the page now, once the pointer or the key that marks has come to rest. */
const useSelected = (): Selected | null => {
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const changed = (): void => {
      clearTimeout(timer);
      if (readSelection() === null) setSelected(null);
      else {
        void load();
        timer = setTimeout(() => setSelected(readSelection()), 200);
      }
    };
    document.addEventListener('selectionchange', changed);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', changed);
    };
  }, []);
  return selected;
};

interface HearingProps {
  caseId: string;
  /** What was said on it, the latest last: what the customer wrote, and our notes; or their complaint. */
  said: readonly Said[];
  children: ReactNode;
}

/** Around a conversation: what customers said in it can be captured, and what was captured is picked out. V is the key. */
export function HearingOnCase({ caseId, said, children }: HearingProps) {
  const texts = useTexts(captureTexts);
  const say = useToast();
  const marksIn = useMarks(caseId);
  const selected = useSelected();
  const [capturing, setCapturing] = useState<Capturing | null>(null);
  const [opened, setOpened] = useState<{ mark: Mark; at: HTMLElement } | null>(null);
  const begin = (one: Said, span: Span | null, suggestion?: SuggestionView): void => {
    const suggested = marksIn(keyOfSaid(one), one.text).filter((mark) => 'suggestion' in mark);
    setOpened(null);
    setCapturing({ said: one, span, suggested, ...(suggestion && { suggestion: { id: suggestion.id, kind: suggestion.kind, theme: suggestion.theme } }) });
  };
  const capture = (): void => {
    const now = readSelection();
    const marked = now === null ? undefined : said.find((one) => keyOfSaid(one) === now.key);
    if (now !== null && marked !== undefined) return begin(marked, now.span);
    const latest = said.findLast(({ kind }) => kind !== 'note');
    return latest === undefined ? say({ words: texts.nothing }) : begin(latest, null);
  };
  useShortcuts([{ keys: 'v', does: texts.act, run: capture }]);
  useBeginning(capture);
  const hearing = useMemo<Hearing>(() => ({ marksIn, open: (mark, at) => setOpened({ mark, at }) }), [marksIn]);
  const change = (suggestion: SuggestionView): void => {
    const one = said.find(({ kind, id }) => kind === 'message' && id === suggestion.messageId);
    if (one) begin(one, suggestion, suggestion);
  };
  return (
    <HearingContext value={hearing}>
      {children}
      {selected !== null && capturing === null && said.some((one) => keyOfSaid(one) === selected.key) && (
        <Floating key={`${selected.key} ${selected.span.from} ${selected.span.to}`} as="bar" at={() => rectOf(selected)} label={texts.bar} onClose={() => document.getSelection()?.removeAllRanges()}>
          <Button keys="v" onClick={capture}>{texts.act}</Button>
        </Floating>
      )}
      {opened !== null && (
        <Floating key={`${opened.mark.from} ${opened.mark.to}`} as="card" label={'voice' in opened.mark ? texts.card : texts.bar} at={() => (opened.at.isConnected ? opened.at.getBoundingClientRect() : null)} onClose={() => setOpened(null)}>
          <MarkCard mark={opened.mark} onChange={change} onClose={() => setOpened(null)} />
        </Floating>
      )}
      {capturing !== null && <Suspense fallback={null}><CaptureDialog caseId={caseId} capturing={capturing} onClose={() => setCapturing(null)} /></Suspense>}
    </HearingContext>
  );
}
