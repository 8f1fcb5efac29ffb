import type { ReactNode } from 'react';
import css from './Entries.module.css';

/** A short list of things that are looked after: people, departments, mailboxes. For what runs into hundreds use VirtualList. */
export function Entries({ label, children }: { label: string; children: ReactNode }) {
  return <ul className={css.entries} aria-label={label}>{children}</ul>;
}

interface EntryProps {
  title: ReactNode;
  /** What there is to know, in sentences; it wraps. */
  children?: ReactNode;
  acts?: ReactNode;
  /** A portrait or a mark before the words. */
  mark?: ReactNode;
}

export function Entry({ title, children, acts, mark }: EntryProps) {
  return (
    <li className={css.entry}>
      <div className={css.body}>
        {mark}
        <div className={css.words}>
          <div className={css.title}>{title}</div>
          {children && <div className={css.about}>{children}</div>}
        </div>
      </div>
      {acts && <div className={css.acts}>{acts}</div>}
    </li>
  );
}
