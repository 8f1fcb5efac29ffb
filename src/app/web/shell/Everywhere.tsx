import { lazy, Suspense } from 'react';
import { useNavigate } from '@tanstack/react-router';
import css from './Everywhere.module.css';
import { useMe } from '#people/web/me.ts';
import { Button } from '#ui/Button.tsx';
import { PhoneIcon, SearchIcon } from '#ui/icons.tsx';
import { useTexts } from '#ui/language.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { groups } from '../navigation.ts';
import { shellTexts } from '../texts.ts';
import { openEverywhere, useEverywhere } from './everywhere.ts';

// Fetched when first opened: whoever never searches does not wait for the search.
const CallDialog = lazy(() => import('#channels/phone/web/CallDialog.tsx').then((m) => ({ default: m.CallDialog })));
const HeardDialog = lazy(() => import('#channels/heard/web/HeardDialog.tsx').then((m) => ({ default: m.HeardDialog })));
const SearchDialog = lazy(() => import('#search/web/SearchDialog.tsx').then((m) => ({ default: m.SearchDialog })));

const useServes = (): boolean => useMe()?.may.serve ?? false;

/** The search and the note of a call, for a pointer or a finger. Drawn twice, for desks and for phones. */
export function EverywhereButtons() {
  const texts = useTexts(shellTexts).everywhere;
  if (!useServes()) return null;
  return (
    <span className={css.buttons}>
      <button type="button" className={css.button} title={texts.search} aria-label={texts.search} aria-keyshortcuts="/ Control+K" onClick={() => openEverywhere('search')}><SearchIcon size={18} /></button>
      <button type="button" className={css.button} title={texts.call} aria-label={texts.call} aria-keyshortcuts="P" onClick={() => openEverywhere('call')}><PhoneIcon size={18} /></button>
    </span>
  );
}

/** What opens on top of any screen, and the keys that open it. Once for the page. */
export function EverywhereDialogs() {
  const { everywhere: texts, places } = useTexts(shellTexts);
  const navigate = useNavigate();
  const serves = useServes();
  const open = useEverywhere();
  const search = () => openEverywhere('search');
  useShortcuts([
    { keys: '/', does: texts.search, everywhere: true, run: search },
    { keys: 'mod+k', does: texts.search, everywhere: true, run: search },
    { keys: 'p', does: texts.call, everywhere: true, run: () => openEverywhere('call') },
    { keys: 'w', does: texts.heard, everywhere: true, run: () => openEverywhere('heard') },
  ], serves);
  const close = () => openEverywhere(null);
  const shortcuts = [
    { key: 'call', group: 'acts' as const, words: texts.call, run: () => openEverywhere('call') },
    { key: 'heard', group: 'acts' as const, words: texts.heard, run: () => openEverywhere('heard') },
    ...groups.flatMap((group) => group.places).map(({ key, path }) => ({ key, group: 'places' as const, words: places[key].words, run: () => void navigate({ to: path }) })),
  ];
  return (
    <Suspense fallback={null}>
      {open === 'call' && <CallDialog onClose={close} instead={<Button look="quiet" onClick={() => openEverywhere('heard')}>{texts.heard}</Button>} />}
      {open === 'heard' && <HeardDialog onClose={close} />}
      {open === 'search' && <SearchDialog onClose={close} shortcuts={shortcuts} />}
    </Suspense>
  );
}
