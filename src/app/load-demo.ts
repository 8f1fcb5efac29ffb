import type { LoadDemo } from '#people/index.ts';

/** The invented company for whoever only wants to look around. */
export const loadDemo: LoadDemo = async () => {
  throw new Error('This version brings no invented company.');
};
