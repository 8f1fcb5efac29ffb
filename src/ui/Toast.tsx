import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import css from './Toast.module.css';
import { Button } from './Button.tsx';
import { CloseIcon } from './icons.tsx';
import { useTexts } from './language.tsx';
import { uiTexts } from './texts.ts';

export interface Notice {
  /** What happened, as a sentence. */
  words: ReactNode;
  /** Takes it back. While it can be, the seconds left are shown. */
  undo?: () => void;
  /** How long it stays: 6 seconds, 10 with an undo. Being read (hover or focus) stops the count. */
  seconds?: number;
}

interface Shown extends Notice {
  id: number;
}

type Say = (notice: Notice) => void;

const Context = createContext<Say | null>(null);
let lastId = 0;
/** More than three at once are not read any more; the oldest goes. */
const atOnce = 3;

/** `const say = useToast(); say({ words, undo })`: tells what was done, and lets it be undone. */
export const useToast = (): Say => {
  const say = useContext(Context);
  if (!say) throw new Error('useToast needs a ToastProvider above it');
  return say;
};

function Toast({ notice, onGone }: { notice: Shown; onGone: () => void }) {
  const texts = useTexts(uiTexts);
  const [left, setLeft] = useState(notice.seconds ?? (notice.undo ? 10 : 6));
  const [read, setRead] = useState(false);
  const gone = useRef(onGone);
  useEffect(() => {
    gone.current = onGone;
  });
  useEffect(() => {
    if (read) return undefined;
    const timer = setTimeout(() => (left <= 1 ? gone.current() : setLeft(left - 1)), 1_000);
    return () => clearTimeout(timer);
  }, [left, read]);
  const undo = () => {
    notice.undo?.();
    onGone();
  };
  return (
    <li className={css.toast} onPointerEnter={() => setRead(true)} onPointerLeave={() => setRead(false)} onFocus={() => setRead(true)} onBlur={() => setRead(false)}>
      <p className={css.words}>{notice.words}</p>
      {notice.undo && (
        <Button className={css.act} onClick={undo}>
          {texts.undo} <span className="num" aria-hidden="true">{left}</span><span className="unseen">{texts.undoSeconds(left)}</span>
        </Button>
      )}
      <Button look="quiet" className={css.act} icon={<CloseIcon />} aria-label={texts.close} onClick={onGone}>{null}</Button>
    </li>
  );
}

/** Holds the notices and the region that reads them out. The region is always there: one that appears with its words is not read. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const texts = useTexts(uiTexts);
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const say = useCallback<Say>((notice) => {
    lastId += 1;
    const id = lastId;
    setShown((now) => [...now, { ...notice, id }].slice(-atOnce));
  }, []);
  const spoken = useMemo(() => shown.map(({ id, words }) => <p key={id}>{words}</p>), [shown]);
  return (
    <Context value={say}>
      {children}
      <div className="unseen" aria-live="polite" aria-atomic="false">{spoken}</div>
      <section className={css.place} aria-label={texts.notices}>
        <ol className={css.list}>
          {shown.map((notice) => (
            <Toast key={notice.id} notice={notice} onGone={() => setShown((now) => now.filter(({ id }) => id !== notice.id))} />
          ))}
        </ol>
      </section>
    </Context>
  );
}
