import { useEffect } from 'react';

/** What a form tells the page around it: nothing but its height, in pixels. The page around checks from whom it comes. */
export interface HeightMessage {
  type: 'presa:height';
  height: number;
}

/** Whether the page stands inside another one. */
export const isEmbedded = (): boolean => window.parent !== window;

/**
 * The origin of the page around us, as the browser knows it; null where it does not say. We then stay silent and scroll inside our
 * frame: a message to whoever may be there is a habit that one day carries more than a height.
 */
const originAround = (): string | null => {
  const around = window.location.ancestorOrigins?.[0];
  if (around !== undefined && around !== 'null') return around;
  return document.referrer === '' ? null : new URL(document.referrer).origin;
};

/**
 * Lets a form live inside another page: paper that lets the page around shine through, in the light look that it most likely has
 * (`?theme=dark` or `auto` say otherwise: of two colour schemes a browser paints the frame opaque), and a frame as high as it needs.
 */
export const useEmbedding = (): void => {
  useEffect(() => {
    if (!isEmbedded()) return undefined;
    const root = document.documentElement;
    root.dataset['embedded'] = '';
    const theme = new URLSearchParams(window.location.search).get('theme');
    if (theme !== 'auto') root.dataset['theme'] = theme === 'dark' ? 'dark' : 'light';
    const origin = originAround();
    if (origin === null) return undefined;
    let told = 0;
    const tell = () => {
      const height = Math.ceil(document.body.getBoundingClientRect().height);
      if (height === told) return;
      told = height;
      window.parent.postMessage({ type: 'presa:height', height } satisfies HeightMessage, origin);
    };
    const watch = new ResizeObserver(tell);
    watch.observe(document.body);
    tell();
    return () => watch.disconnect();
  }, []);
};
