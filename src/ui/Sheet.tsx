import type { ReactNode } from 'react';
import css from './Sheet.module.css';
import { Brand } from './Rail.tsx';
import { LanguageToggle, ThemeToggle } from './toggles.tsx';

/** A page of one column outside the shell: signing in, accepting an invitation, setting up. */
export function Sheet({ aside, children }: { aside?: ReactNode; children: ReactNode }) {
  return (
    <div className={css.paper}>
      <header className={css.top}><Brand />{aside}</header>
      <main className={css.main}>{children}</main>
      <footer className={css.foot}><ThemeToggle /><LanguageToggle /></footer>
    </div>
  );
}
