import type { ReactNode } from 'react';
import css from './states.module.css';
import { Button } from './Button.tsx';
import { useTexts } from './language.tsx';
import { uiTexts } from './texts.ts';

interface EmptyProps {
  title: ReactNode;
  children: ReactNode;
  action?: ReactNode;
  /** It is all the screen has: its title is the title of the page. */
  screen?: boolean;
}

/** Nothing here yet: says what will be here, and what to do first. */
export function Empty({ title, children, action, screen = false }: EmptyProps) {
  const Title = screen ? 'h1' : 'h2';
  return (
    <section className={css.state}>
      <Title className={css.title}>{title}</Title>
      <p>{children}</p>
      {action && <div className={css.acts}>{action}</div>}
    </section>
  );
}

interface NotThereProps {
  /** As the server answered; status 0 where it could not be asked. */
  error: { status: number; words?: string | undefined };
  onRetry: () => void;
  goneTitle: string;
  gone: ReactNode;
  offlineTitle: string;
  offline: string;
  retry: string;
}

/** A page that a link should have opened: the link leads nowhere any more, or nobody could be asked. */
export function NotThere({ error, onRetry, goneTitle, gone, offlineTitle, offline, retry }: NotThereProps) {
  if (error.status === 404) return <Empty screen title={goneTitle}>{gone}</Empty>;
  const words = error.status === 0 ? offline : (error.words ?? offline);
  return <Empty screen title={offlineTitle} action={<Button look="primary" onClick={onRetry}>{retry}</Button>}>{words}</Empty>;
}

/** The outline of what is coming, in its place and size, so that nothing jumps when it arrives. */
export function Loading({ rows = 5, shape = 'rows' }: { rows?: number; shape?: 'rows' | 'text' | 'panel' }) {
  const { loading } = useTexts(uiTexts);
  return (
    <div className={css.loading} role="status" data-shape={shape}>
      <span className="unseen">{loading}</span>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className={css.bone} aria-hidden="true"><i /><i /><i /></span>
      ))}
    </div>
  );
}

interface RefusedProps {
  /** Why not, in the words the server gave. */
  children: ReactNode;
  /** What can be done instead. */
  next?: ReactNode;
}

/** The business says no. Not an error: it explains itself, and offers the way round. */
export function Refused({ children, next }: RefusedProps) {
  const { refused } = useTexts(uiTexts);
  return (
    <div className={css.refused} role="alert">
      <p><b>{refused}.</b> {children}</p>
      {next && <div className={css.acts}>{next}</div>}
    </div>
  );
}

/** The network is gone. Says what still works and loses nothing that was written. */
export function OfflineBanner({ onRetry }: { onRetry?: () => void }) {
  const { offline } = useTexts(uiTexts);
  return (
    <div className={css.offline} role="status">
      <p><b>{offline.title}</b> {offline.words}</p>
      {onRetry && <Button onClick={onRetry}>{offline.retry}</Button>}
    </div>
  );
}

/** There is more than a person reads: says how much, and how to find the rest. */
export function TooMany({ shown, total }: { shown: number; total: number }) {
  const { tooMany } = useTexts(uiTexts);
  return <p className={css.tooMany}>{tooMany(shown, total)}</p>;
}
