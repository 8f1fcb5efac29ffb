import { useRef } from 'react';
import { Link } from '@tanstack/react-router';
import css from './Board.module.css';
import { Button } from '#ui/Button.tsx';
import { useTexts } from '#ui/language.tsx';
import { Pill } from '#ui/Pill.tsx';
import { Problem } from '#ui/Problem.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { Empty, Loading } from '#ui/states.tsx';
import type { ThemeList as List, ThemeRow } from '../../contract.ts';
import { boardTexts } from '../board-texts.ts';
import type { Pages } from '../reading.ts';
import { Standing, Weight } from '../Standing.tsx';
import { searchOf, useBoardAddress, useGoOnBoard } from './address.ts';
import { Sparkline } from './Sparkline.tsx';

interface ListProps {
  list: List;
  pages: Pages<ThemeRow>;
  chosenId: string | null;
  /** There is no room beside it: a theme opens in its stead. */
  narrow: boolean;
  /** A theme was gone into, not only passed over. */
  onEnter: () => void;
}

/** The themes of a tab: j and k go from one to the next, Enter goes into the one that has the focus. */
export function ThemeList({ list, pages, chosenId, narrow, onEnter }: ListProps) {
  const texts = useTexts(boardTexts);
  const { topicId, like } = useBoardAddress();
  const go = useGoOnBoard();
  const rows = useRef<HTMLUListElement>(null);
  const { items, isLoading, error, again, more } = pages;
  const at = items.findIndex(({ id }) => id === chosenId);
  /** Where the focus is in the list, else what is open beside it. */
  const now = (): number => {
    const focused = [...(rows.current?.children ?? [])].findIndex((row) => row.contains(document.activeElement));
    return focused >= 0 || narrow ? focused : at;
  };
  const step = (to: number): void => {
    const place = Math.max(0, Math.min(items.length - 1, to));
    const next = items[place];
    if (next === undefined) return;
    // Enter then opens it, as it does any link.
    rows.current?.children[place]?.querySelector('a')?.focus();
    if (!narrow) go({ themeId: next.id }, true);
  };
  useShortcuts([
    { keys: 'j', does: texts.next, run: () => step(now() + 1) },
    { keys: 'k', does: texts.previous, run: () => step(now() - 1) },
  ], items.length > 0);
  const empty = topicId === null && like === '' ? texts.empty[list] : texts.empty.filtered;
  return (
    <>
      <Problem of={error} onRetry={again} />
      {isLoading && !error && <Loading shape="panel" rows={4} />}
      {!isLoading && !error && items.length === 0 && <Empty title={empty.title}>{empty.words}</Empty>}
      <ul ref={rows} className={css.rows} aria-label={texts.list}>{items.map((theme) => <Row key={theme.id} theme={theme} isAt={theme.id === chosenId} onEnter={onEnter} />)}</ul>
      {more && <div><Button onClick={more}>{texts.more}</Button></div>}
    </>
  );
}

function Row({ theme, isAt, onEnter }: { theme: ThemeRow; isAt: boolean; onEnter: () => void }) {
  const texts = useTexts(boardTexts);
  const address = useBoardAddress();
  return (
    <li className={css.row} data-at={isAt}>
      <div className={css.words}>
        <h2 className={css.name}><Link to={`/voices/${theme.id}`} search={searchOf(address)} aria-current={isAt || undefined} onClick={onEnter}>{theme.title}</Link></h2>
        <div className={css.pills}>
          <Weight theme={theme} />
          {theme.toTell > 0 && address.tab === 'to_tell' && <Pill tone="warm">{texts.toTell(theme.toTell)}</Pill>}
          <Standing theme={theme} />
        </div>
      </div>
      <Sparkline weeks={theme.weeks} />
    </li>
  );
}
