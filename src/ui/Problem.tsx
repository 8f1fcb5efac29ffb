import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { useTexts } from './language.tsx';
import { problemTexts } from './problem-texts.ts';
import { Refused } from './states.tsx';

/** What went wrong, as the client of the API hands it over; its ApiError is one. */
export interface Trouble {
  /** HTTP status, 0 when no answer came. */
  readonly status: number;
  readonly words: string | undefined;
  readonly fields: Readonly<Record<string, string>>;
  readonly id: string | undefined;
}

/** Why it did not work: the server's words where it spoke, ours where it could not be reached. Draws nothing when all is well. */
export function Problem({ of, onRetry, next }: { of: Trouble | null | undefined; onRetry?: () => void; next?: ReactNode }) {
  const texts = useTexts(problemTexts);
  if (!of) return null;
  const words = of.words ?? (of.status === 0 ? texts.unreachable : texts.unknown);
  const acts = <>{next}{onRetry && <Button onClick={onRetry}>{texts.retry}</Button>}</>;
  return (
    <Refused next={next || onRetry ? acts : undefined}>
      {words}
      {of.status >= 500 && of.id !== undefined && !words.includes(of.id) && <> {texts.quote} <code>{of.id}</code>.</>}
    </Refused>
  );
}
