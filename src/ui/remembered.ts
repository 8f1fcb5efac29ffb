/**
 * A choice this browser remembers (theme, language, shortcuts). A browser may forbid storage altogether, and then throws on
 * every touch: the choice then simply lasts as long as the page, which is what the person asked of the browser.
 */
const kept = new Map<string, string>();

const storage = (): Storage | null => {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
};

export const recall = (name: string): string | null => kept.get(name) ?? storage()?.getItem(`presa.${name}`) ?? null;

export const remember = (name: string, value: string): void => {
  kept.set(name, value);
  storage()?.setItem(`presa.${name}`, value);
};
