import css from './SkipLink.module.css';
import { useTexts } from './language.tsx';
import { uiTexts } from './texts.ts';

/** The first stop of the Tab key: past the rail, to the matter. `to` is the id of the main element. */
export function SkipLink({ to = 'main' }: { to?: string }) {
  const { skip } = useTexts(uiTexts);
  return <a className={css.skip} href={`#${to}`}>{skip}</a>;
}
