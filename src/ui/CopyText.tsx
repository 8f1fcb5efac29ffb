import { useState } from 'react';
import css from './CopyText.module.css';
import { Button } from './Button.tsx';
import { useTexts } from './language.tsx';
import { problemTexts } from './problem-texts.ts';

/** Something to take elsewhere: a link, a key, a snippet. One touch selects it all where the browser forbids copying. */
export function CopyText({ text, label }: { text: string; label: string }) {
  const texts = useTexts(problemTexts);
  const [copied, setCopied] = useState(false);
  const [mayCopy, setMayCopy] = useState(() => 'clipboard' in navigator);
  const copy = (): void => {
    void navigator.clipboard.writeText(text).then(() => setCopied(true), () => setMayCopy(false));
  };
  return (
    <div className={css.copy}>
      <code className={css.text} aria-label={label} role="group">{text}</code>
      {mayCopy && <Button onClick={copy}>{copied ? texts.copied : texts.copy}<span className="unseen"> {label}</span></Button>}
      <span className="unseen" role="status">{copied ? texts.copied : ''}</span>
    </div>
  );
}
