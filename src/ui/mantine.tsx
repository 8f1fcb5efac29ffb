import '@mantine/core/styles/baseline.layer.css';
import '@mantine/core/styles/default-css-variables.layer.css';
import '@mantine/core/styles/global.layer.css';
import { createTheme, MantineProvider, type CSSVariablesResolver } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTheme } from './theme.tsx';

const theme = createTheme({
  primaryShade: 8,
  fontFamily: 'var(--font)',
  defaultRadius: 'var(--radius-s)',
  cursorType: 'pointer',
  respectReducedMotion: true,
});

/** Mantine draws with our tokens; they change with the theme by themselves, so one set serves both schemes. */
const ours = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-2)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-error': 'var(--boil-ink)',
  '--mantine-color-default': 'var(--panel)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-border': 'var(--edge)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-light': 'var(--accent-soft)',
};
const variables: CSSVariablesResolver = () => ({ variables: {}, light: ours, dark: ours });

/** The component kit under our own components, in our colours. Only ui/ imports Mantine. */
export function Kit({ children }: { children: ReactNode }) {
  const { shown } = useTheme();
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} forceColorScheme={shown} deduplicateCssVariables>
      {children}
    </MantineProvider>
  );
}
