import './font.css';
import './tokens.css';
import './base.css';
import type { ReactNode } from 'react';
import type { Language } from '#base/texts.ts';
import { LanguageProvider } from './language.tsx';
import { ThemeProvider } from './theme.tsx';

/**
 * What the pages without an account count on: language and theme. Of ui/ they may use what needs no Mantine: Button, Pill,
 * Avatar, When, Field, Panel, states, ErrorScreen, SkipLink, the toggles.
 */
export function PublicUi({ language, children }: { language?: Language; children: ReactNode }) {
  return (
    <ThemeProvider>
      <LanguageProvider {...(language && { member: language })}>{children}</LanguageProvider>
    </ThemeProvider>
  );
}
