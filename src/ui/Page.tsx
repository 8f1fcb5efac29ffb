import type { ReactNode } from 'react';
import css from './Page.module.css';
import { classNames } from './class-names.ts';
import { useTitle } from './title.ts';

interface PageProps {
  title: string;
  /** One sentence: what this is for. */
  lead?: ReactNode;
  /** The way up, as a link. */
  back?: ReactNode;
  /** The one or two acts of the page. */
  acts?: ReactNode;
  /** For what is read and filled in, line by line, rather than looked over. */
  narrow?: boolean;
  children: ReactNode;
}

/** A screen that is one sheet: its title, why it is there, what can be done, and the rest below. */
export function Page({ title, lead, back, acts, narrow = false, children }: PageProps) {
  useTitle(title);
  return (
    <div className={classNames(css.page, narrow && css.narrow)}>
      <header className={css.head}>
        <div className={css.words}>
          {back && <div className={css.back}>{back}</div>}
          <h1>{title}</h1>
          {lead && <p className={css.lead}>{lead}</p>}
        </div>
        {acts && <div className={css.acts}>{acts}</div>}
      </header>
      {children}
    </div>
  );
}
