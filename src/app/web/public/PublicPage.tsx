import { lazy, Suspense, useMemo } from 'react';
import css from './PublicPage.module.css';
import { useTexts } from '#ui/language.tsx';
import { Empty, Loading } from '#ui/states.tsx';
import { LanguageToggle } from '#ui/toggles.tsx';
import { pageAt } from './pages.ts';
import { publicTexts } from './texts.ts';

/** The sheet around every page without an account: narrow, one column, nothing to learn. */
export function PublicPage({ address }: { address: string }) {
  const texts = useTexts(publicTexts);
  const found = useMemo(() => {
    const at = pageAt(address);
    return at && { link: at.link, Shown: lazy(async () => ({ default: await at.page.load() })) };
  }, [address]);
  return (
    <div className={css.sheet}>
      <main>
        {found ? (
          <Suspense fallback={<Loading shape="text" />}><found.Shown link={found.link} /></Suspense>
        ) : (
          <Empty screen title={texts.title}>{texts.words}</Empty>
        )}
      </main>
      <footer className={css.foot}><LanguageToggle /></footer>
    </div>
  );
}
