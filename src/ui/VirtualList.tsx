import { useVirtualizer } from '@tanstack/react-virtual';
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import css from './VirtualList.module.css';
import { useTexts } from './language.tsx';
import { useShortcuts } from './shortcuts.ts';
import { uiTexts } from './texts.ts';

interface VirtualListProps<Item> {
  /** What the list is of: «I miei casi». */
  label: string;
  items: readonly Item[];
  idOf: (item: Item) => string;
  /** Draws a row: ListRow. It must hold nothing to press, for the row itself is what is pressed. */
  row: (item: Item, selected: boolean) => ReactNode;
  selected: string | null;
  onSelect: (item: Item) => void;
  /** Enter, or a second press: goes into the row. Without it, selecting is all there is. */
  onOpen?: (item: Item) => void;
  /** The height of most rows, in pixels; each is measured when it is drawn. */
  rowHeight?: number;
  /** Called when the end comes near, to fetch more. */
  onNearEnd?: () => void;
  /** j and k move in this list from anywhere on the screen. One list of a screen has them. */
  leads?: boolean;
}

/** A list of any length that draws only what is seen. Arrows, Home, End, Enter inside; j and k from anywhere. */
export function VirtualList<Item>({ label, items, idOf, row, selected, onSelect, onOpen, rowHeight = 84, onNearEnd, leads = false }: VirtualListProps<Item>) {
  const { shortcuts: texts } = useTexts(uiTexts);
  const base = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (at) => idOf(items[at] as Item),
    overscan: 6,
    onChange: ({ range }) => {
      if (range && items.length > 0 && range.endIndex >= items.length - 10) onNearEnd?.();
    },
  });
  const at = items.findIndex((item) => idOf(item) === selected);
  const go = (to: number) => {
    const next = Math.max(0, Math.min(items.length - 1, to));
    const item = items[next];
    if (item === undefined) return;
    onSelect(item);
    list.scrollToIndex(next, { align: 'auto' });
  };
  const open = () => {
    const item = items[at];
    if (item !== undefined) onOpen?.(item);
  };
  const moves: Readonly<Record<string, () => void>> = {
    ArrowDown: () => go(at + 1), ArrowUp: () => go(at < 0 ? 0 : at - 1), Home: () => go(0), End: () => go(items.length - 1),
    PageDown: () => go(at + 8), PageUp: () => go(at - 8), Enter: open,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move();
  };
  useShortcuts(
    [{ keys: 'j', does: texts.next, run: () => go(at + 1) }, { keys: 'k', does: texts.previous, run: () => go(at < 0 ? 0 : at - 1) }],
    leads,
  );
  const drawn = list.getVirtualItems();
  const isDrawn = drawn.some(({ index }) => index === at);
  return (
    <div
      ref={scroller} className={css.scroller} role="listbox" aria-label={label} tabIndex={0} onKeyDown={onKeyDown}
      aria-activedescendant={isDrawn ? `${base}-${at}` : undefined}
    >
      <div className={css.whole} role="presentation" style={{ height: list.getTotalSize() }}>
        {drawn.map(({ index, key, start }) => {
          const item = items[index] as Item;
          return (
            <div
              key={key} id={`${base}-${index}`} ref={list.measureElement} data-index={index} className={css.item} style={{ transform: `translateY(${start}px)` }}
              role="option" aria-selected={index === at} aria-posinset={index + 1} aria-setsize={items.length}
              onClick={() => {
                onSelect(item);
                onOpen?.(item);
              }}
            >
              {row(item, index === at)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
