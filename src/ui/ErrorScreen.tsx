import { useState } from 'react';
import css from './ErrorScreen.module.css';
import { Button } from './Button.tsx';
import { useTexts } from './language.tsx';
import { uiTexts } from './texts.ts';

interface ErrorScreenProps {
  /** The number that stands in the log as well, so that who is told of it can find it. */
  id: string;
  /** What the server said, when it said something. */
  words?: string;
  onRetry?: () => void;
}

/** A defect of ours, said plainly: what it means for the work at hand, and the number to quote. */
export function ErrorScreen({ id, words, onRetry }: ErrorScreenProps) {
  const { error } = useTexts(uiTexts);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(id);
    setCopied(true);
  };
  return (
    <section className={css.error} role="alert">
      <h1>{error.title}</h1>
      <p>{words ?? error.words}</p>
      <p className={css.quote}>{error.id} <code>{id}</code></p>
      <div className={css.acts}>
        {onRetry && <Button look="primary" onClick={onRetry}>{error.retry}</Button>}
        <Button onClick={copy}>{copied ? error.copied : error.copy}</Button>
      </div>
    </section>
  );
}
