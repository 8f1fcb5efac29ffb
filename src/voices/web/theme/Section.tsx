import { createContext, use, useId, type ReactNode } from 'react';
import css from './Theme.module.css';

/** Under which heading the parts of a theme stand: its title is the page's own on a phone, and one of several things elsewhere. */
export const TitleLevel = createContext<'h1' | 'h2'>('h2');

/** The heading of a part of a theme, one step below its title. */
export function PartTitle({ children, id, ref }: { children: ReactNode; id?: string; ref?: React.Ref<HTMLHeadingElement> }) {
  const Title = use(TitleLevel) === 'h1' ? 'h2' : 'h3';
  return <Title className={css.partTitle} tabIndex={-1} {...(id !== undefined && { id })} {...(ref && { ref })}>{children}</Title>;
}

/** A part of a theme, with its heading. */
export function Section({ title, children }: { title: ReactNode; children: ReactNode }) {
  const id = useId();
  return <section className={css.section} aria-labelledby={id}><PartTitle id={id}>{title}</PartTitle>{children}</section>;
}
