import css from './CustomerPage.module.css';
import type { ApiError } from '#app/web/call.ts';
import { useTexts } from '#ui/language.tsx';
import { pageTexts } from './texts.ts';

/** Why it was not sent: the server's own words where it had any; and that nothing written is lost where it could not be reached. */
export function Problem({ error }: { error: ApiError | undefined }) {
  const texts = useTexts(pageTexts);
  if (!error) return null;
  const words = error.status === 0 ? texts.offlineKept : (Object.values(error.fields)[0] ?? error.words ?? texts.failed);
  return <p className={css.problem} role="alert">{words}</p>;
}
