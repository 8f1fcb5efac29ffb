import { useSyncExternalStore } from 'react';

/** As in the style sheet beside: below this there is no room for a list and what it opens side by side. */
const narrow = '(max-width: 900px)';

const subscribe = (told: () => void): (() => void) => {
  const media = window.matchMedia(narrow);
  media.addEventListener('change', told);
  return () => media.removeEventListener('change', told);
};

/** Whether what a row opens needs a sheet of its own. */
export const useIsNarrow = (): boolean => useSyncExternalStore(subscribe, () => window.matchMedia(narrow).matches);
