import { Link, useNavigate } from '@tanstack/react-router';
import css from './NoticesBell.module.css';
import { classNames } from '#ui/class-names.ts';
import { BellIcon } from '#ui/icons.tsx';
import { useTexts } from '#ui/language.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { noticesScreenTexts } from './texts.ts';
import { useWaitingNotices } from './waiting.ts';

/** How many things call for whoever is signed in, and the way to them. */
export function NoticesBell() {
  const texts = useTexts(noticesScreenTexts);
  const count = useWaitingNotices().data?.length ?? 0;
  return (
    <Link to="/notices" className={classNames(css.bell, count > 0 && css.calls)} title={texts.title}>
      <BellIcon size={18} />
      {count > 0 && <span className="num" aria-hidden="true">{count}</span>}
      <span className="unseen">{texts.title}: {texts.waiting(count)}</span>
    </Link>
  );
}

/** The key that goes to the notices from anywhere. Once for the page: the bell is drawn twice, for desks and for phones. */
export const useNoticesKey = (): void => {
  const texts = useTexts(noticesScreenTexts);
  const navigate = useNavigate();
  useShortcuts([{ keys: 'b', does: texts.go, everywhere: true, run: () => void navigate({ to: '/notices' }) }]);
};
