import css from './Answering.module.css';
import type { ApiError } from '#app/web/call.ts';
import { useTexts } from '#ui/language.tsx';
import { opportunityTexts } from './texts.ts';

/** What the server said to the last attempt; what was written stays. */
export function AnsweringProblem({ error }: { error: ApiError | undefined }) {
  const texts = useTexts(opportunityTexts);
  if (!error) return null;
  const words = error.status === 0 ? texts.offlineKept : (Object.values(error.fields)[0] ?? error.words ?? texts.failed);
  return <p className={css.problem} role="alert">{words}</p>;
}
