import { useId, type ReactNode } from 'react';
import css from './Panel.module.css';
import { classNames } from './class-names.ts';

interface PanelProps {
  title?: ReactNode;
  /** What stands at the right of the title: a pill, a button, a date. */
  aside?: ReactNode;
  children: ReactNode;
  /** `internal`: matters between us and a department, which the customer never reads. `dashed`: of another kind than its neighbours. */
  tone?: 'plain' | 'internal' | 'dashed';
}

/** A sheet of paper on the desk, with a title. */
export function Panel({ title, aside, children, tone = 'plain' }: PanelProps) {
  const id = useId();
  return (
    <section className={classNames(css.panel, css[tone])} aria-labelledby={title ? id : undefined}>
      {title && (
        <header className={css.head}>
          <h2 id={id}>{title}</h2>
          {aside}
        </header>
      )}
      {children}
    </section>
  );
}

/** One of several matters in a side column, parted from the one above by a line. */
export function Card({ title, children }: { title: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className={css.card} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** What is to be known at a glance, in one row that wraps: owner, heat, next update. */
export function Facts({ children }: { children: ReactNode }) {
  return <div className={css.facts}>{children}</div>;
}

/** One fact: what it is at the left, its value at the right. Put several in a `<dl>`. */
export function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className={css.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
