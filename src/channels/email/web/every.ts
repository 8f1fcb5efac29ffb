import { useEffect, useRef } from 'react';

/** Does something again and again while the page is looked at: for what no live news tells. Milliseconds. */
export const useEvery = (interval: number, act: () => unknown): void => {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') latest.current();
    }, interval);
    return () => clearInterval(timer);
  }, [interval]);
};
