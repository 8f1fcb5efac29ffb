import { useEffect } from 'react';

/** Names the page in its tab: «Persone · Presa». The shell names the place before; a screen that says more has the last word. */
export const useTitle = (words: string): void => {
  useEffect(() => {
    document.title = words === '' ? 'Presa' : `${words} · Presa`;
  }, [words]);
};
