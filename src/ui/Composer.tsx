import { useMemo, useRef, type ReactNode, type Ref, type TextareaHTMLAttributes } from 'react';
import css from './Composer.module.css';
import { classNames } from './class-names.ts';

/** A stretch of the text to point at: `start` inclusive, `end` exclusive, in UTF-16 units as strings and selections count. */
export interface Highlight {
  start: number;
  end: number;
  tone: 'hot' | 'boil' | 'internal' | 'mark';
}

/** The text cut at the highlights; of two that overlap the earlier keeps its place, and what lies outside the text is left out. */
export const cut = (text: string, highlights: readonly Highlight[]): { text: string; tone: Highlight['tone'] | null }[] => {
  const pieces: { text: string; tone: Highlight['tone'] | null }[] = [];
  let at = 0;
  for (const { start, end, tone } of highlights.toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(at, start);
    const to = Math.min(text.length, end);
    if (to <= from) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), tone: null });
    pieces.push({ text: text.slice(from, to), tone });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), tone: null });
  return pieces;
};

interface ComposerProps extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value' | 'children'> {
  label: string;
  value: string;
  onChange: (value: string) => void;
  highlights?: readonly Highlight[];
  /** What the highlights mean: the hints, below the box and read with it. */
  hints?: ReactNode;
  /** A note to ourselves: another ground, so that it is never mistaken for a reply. */
  internal?: boolean;
  ref?: Ref<HTMLTextAreaElement>;
}

/**
 * Where a reply is written. A textarea, because it is what every keyboard, dictation and spell checker knows, over a mirror of
 * the same text that carries the underlines. The mirror also gives the box its height, up to 40% of the window.
 */
export function Composer({ label, value, onChange, highlights = [], hints, internal = false, id = 'composer', ...area }: ComposerProps) {
  const mirror = useRef<HTMLDivElement>(null);
  const pieces = useMemo(() => cut(value, highlights), [value, highlights]);
  return (
    <div className={css.composer}>
      <div className={classNames(css.box, internal && css.internal)}>
        <div ref={mirror} className={css.mirror} aria-hidden="true">
          {pieces.map(({ text, tone }, at) => (tone ? <span key={at} className={css[tone === 'internal' ? 'internal-mark' : tone]}>{text}</span> : text))}
          {/* A last empty line has no height of its own. */}
          {'\u200B'}
        </div>
        <textarea
          {...area}
          id={id}
          className={css.area}
          aria-label={label}
          aria-describedby={hints ? `${id}-hints` : undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onScroll={(event) => {
            if (mirror.current) mirror.current.scrollTop = event.currentTarget.scrollTop;
          }}
        />
      </div>
      {hints && <div id={`${id}-hints`} className={css.hints} aria-live="polite">{hints}</div>}
    </div>
  );
}

/** One thing to know before sending, with the better words a press away. */
export function Hint({ title, children, act }: { title: ReactNode; children: ReactNode; act?: ReactNode }) {
  return (
    <div className={css.hint}>
      <p><b>{title}</b> {children}</p>
      {act}
    </div>
  );
}
