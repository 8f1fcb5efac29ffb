import type { ReactNode } from 'react';
import css from './Gallery.module.css';

/** One kind of component, with its name above it. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return <section className={css.section} aria-label={title}><h2>{title}</h2>{children}</section>;
}
