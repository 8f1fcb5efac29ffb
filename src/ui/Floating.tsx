import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import css from './Floating.module.css';

/** Where on the screen something stands: what `getBoundingClientRect` gives. */
export type Place = Pick<DOMRect, 'top' | 'bottom' | 'left' | 'width'>;

interface FloatingProps {
  /** Beside what it floats; asked again when the page moves. Null once that is gone: then this closes. */
  at: () => Place | null;
  onClose: () => void;
  label: string;
  /** `bar` takes no focus, so that a selection stays; `card` takes it and gives it back. */
  as: 'bar' | 'card';
  children: ReactNode;
}

const gap = 8;

/** Below what it belongs to, above where there is no room, never beyond the edges. */
const placed = (at: Place, box: HTMLElement): { top: number; left: number } => {
  const { offsetWidth: width, offsetHeight: height } = box;
  const below = at.bottom + gap;
  const above = at.top - gap - height;
  const top = below + height > window.innerHeight - gap && above > gap ? above : Math.min(below, window.innerHeight - height - gap);
  const left = Math.max(gap, Math.min(at.left + at.width / 2 - width / 2, window.innerWidth - width - gap));
  return { top: Math.max(gap, top), left };
};

/** A few words or acts beside something in a text. Escape, a press elsewhere or its going away closes it. */
export function Floating({ at, onClose, label, as, children }: FloatingProps) {
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef({ at, onClose });
  const [place, setPlace] = useState<{ top: number; left: number } | null>(null);
  useLayoutEffect(() => {
    latest.current = { at, onClose };
  });
  useLayoutEffect(() => {
    const put = (): void => {
      const where = latest.current.at();
      if (where === null) latest.current.onClose();
      else if (box.current) setPlace(placed(where, box.current));
    };
    put();
    window.addEventListener('resize', put);
    // Captured, for what scrolls is seldom the window itself.
    window.addEventListener('scroll', put, true);
    return () => {
      window.removeEventListener('resize', put);
      window.removeEventListener('scroll', put, true);
    };
  }, []);
  useEffect(() => {
    const before = document.activeElement;
    if (as === 'card') box.current?.focus({ preventScroll: true });
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      latest.current.onClose();
    };
    const onPress = (event: PointerEvent): void => {
      if (as === 'card' && event.target instanceof Node && !box.current?.contains(event.target)) latest.current.onClose();
    };
    document.addEventListener('keydown', onKeyDown, true);
    document.addEventListener('pointerdown', onPress, true);
    return () => {
      document.removeEventListener('keydown', onKeyDown, true);
      document.removeEventListener('pointerdown', onPress, true);
      if (as === 'card' && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [as]);
  return createPortal(
    // What is pressed in a bar must not take the selection away that it speaks of.
    <div
      ref={box} className={css.floating} data-as={as} role={as === 'card' ? 'dialog' : 'toolbar'} aria-label={label} tabIndex={as === 'card' ? -1 : undefined}
      style={{ ...(place ?? { top: 0, left: 0 }), visibility: place === null ? 'hidden' : undefined }} {...(as === 'bar' && { onPointerDown: (event: React.PointerEvent) => event.preventDefault(), onMouseDown: (event: React.MouseEvent) => event.preventDefault() })}
    >
      {children}
    </div>,
    document.body,
  );
}
