import { Link } from '@tanstack/react-router';
import { buttonClass } from '#ui/Button.tsx';
import { useTexts } from '#ui/language.tsx';
import { Empty } from '#ui/states.tsx';
import { home } from '../navigation.ts';
import { shellTexts } from '../texts.ts';

/** An address that leads nowhere, or to something this person may not know of: the two look the same on purpose. */
export function NotFound() {
  const { title, words, act } = useTexts(shellTexts).notFound;
  return (
    <main>
      <Empty screen title={title} action={<Link to={home} className={buttonClass({ look: 'primary' })}>{act}</Link>}>{words}</Empty>
    </main>
  );
}
