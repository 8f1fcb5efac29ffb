import './font.css';
import './tokens.css';
import './base.css';
import type { ReactNode } from 'react';
import type { Language } from '#base/texts.ts';
import { LanguageProvider } from './language.tsx';
import { Kit } from './mantine.tsx';
import { ThemeProvider } from './theme.tsx';
import { ToastProvider } from './Toast.tsx';

/** Everything a screen of the agents' app counts on: language, theme, component kit, notices. */
export function Ui({ member, children }: { member?: Language; children: ReactNode }) {
  return (
    <ThemeProvider>
      <LanguageProvider {...(member && { member })}>
        <Kit>
          <ToastProvider>{children}</ToastProvider>
        </Kit>
      </LanguageProvider>
    </ThemeProvider>
  );
}
