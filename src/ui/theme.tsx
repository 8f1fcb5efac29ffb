import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { recall, remember } from './remembered.ts';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

interface Themed {
  theme: Theme;
  /** What is on the screen: `auto` resolved by the system's wish. */
  shown: 'light' | 'dark';
  choose: (theme: Theme) => void;
}

const Context = createContext<Themed | null>(null);

const stored = (): Theme => themes.find((theme) => theme === recall('theme')) ?? 'auto';

const show = (theme: Theme): void => {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
};

/** Shows the remembered theme. Entries call it before the first paint, so that a dark room sees no white flash. */
export const showRememberedTheme = (): void => show(stored());

const wishesDark = () => window.matchMedia('(prefers-color-scheme: dark)');
const subscribe = (told: () => void) => {
  const wish = wishesDark();
  wish.addEventListener('change', told);
  return () => wish.removeEventListener('change', told);
};

export function ThemeProvider({ children }: { children: ReactNode }) {
  const [theme, setTheme] = useState(stored);
  const dark = useSyncExternalStore(subscribe, () => wishesDark().matches);
  useEffect(() => show(theme), [theme]);
  const themed = useMemo<Themed>(
    () => ({
      theme,
      shown: theme === 'auto' ? (dark ? 'dark' : 'light') : theme,
      choose: (chosen) => {
        remember('theme', chosen);
        setTheme(chosen);
      },
    }),
    [theme, dark],
  );
  return <Context value={themed}>{children}</Context>;
}

/** The theme chosen, the one shown, and `choose(theme)`. Throws outside a ThemeProvider. */
export const useTheme = (): Themed => {
  const themed = useContext(Context);
  if (!themed) throw new Error('useTheme needs a ThemeProvider above it');
  return themed;
};
