import type { ReactNode } from 'react';
import css from './ListRow.module.css';
import { classNames } from './class-names.ts';

interface ListRowProps {
  /** Who: always a name. */
  title: ReactNode;
  /** The one thing that decides whether to open it: its heat, its date. */
  aside?: ReactNode;
  /** What it is about, in one line. */
  about: ReactNode;
  /** What is awaited and from whom. */
  detail?: ReactNode;
  selected?: boolean;
  /** Nobody here has read the latest message yet. */
  unread?: boolean;
}

/** A row of a list of cases, requests or promises. It draws; the list or link around it makes it open. */
export function ListRow({ title, aside, about, detail, selected = false, unread = false }: ListRowProps) {
  return (
    <div className={classNames(css.row, selected && css.selected, unread && css.unread)}>
      <div className={css.top}>
        <b className={css.title}>{title}</b>
        {aside}
      </div>
      <div className={css.about}>{about}</div>
      {detail && <div className={css.detail}>{detail}</div>}
    </div>
  );
}
