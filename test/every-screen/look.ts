import type { Page } from 'playwright-core';

/** Everything that is there to be read or heard: the words on the screen and those that only a screen reader says. */
export const wordsOn = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
    const found = new Set();
    const seen = (element) => element.checkVisibility({ visibilityProperty: true });
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { textContent, parentElement } = walker.currentNode;
      if (textContent.trim() !== '' && !['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(parentElement.tagName) && seen(parentElement)) found.add(textContent.trim());
    }
    for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'aria-description']) {
      for (const element of document.querySelectorAll('[' + name + ']')) if (seen(element)) found.add(element.getAttribute(name).trim());
    }
    found.add(document.title);
    return [...found];
  })()`);

/** Elements that should say something and say nothing, as a person reads them. */
export const emptyOn = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll('h1, h2, h3, h4, button, a, label, legend, dt, th, summary, [role=tab], [role=option]')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.textContent.trim() === '' && !element.hasAttribute('aria-label')
      && !element.hasAttribute('aria-labelledby') && element.getAttribute('aria-hidden') !== 'true' && element.querySelector('img[alt], [aria-label]') === null)
    .map((element) => 'empty: ' + element.outerHTML.slice(0, 200))`);

/** A text that was put together wrongly: what programs write where they meant words. */
const unfinished = /\b(?:undefined|null|NaN|Invalid Date)\b|\[object |\{\w*\}|=>/u;
export const brokenAmong = (words: readonly string[]): string[] => words.filter((one) => unfinished.test(one)).map((one) => `not words: ${one}`);

/** Every string in an answer of the server, however deep. */
export const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};

const letters = /\p{L}{3,}/u;

/**
 * Words that stand on both screens, the Italian one and the English: nobody translated them. What people wrote and what things are
 * called (`data`, as the server gave it) is the same in every language, and so are the few words that the two have in common.
 */
export const untranslated = (italian: readonly string[], english: readonly string[], { data, common }: { data: ReadonlySet<string>; common: readonly RegExp[] }): string[] => {
  const there = new Set(english);
  const known = [...data].filter((one) => letters.test(one)).toSorted((one, other) => other.length - one.length);
  const strip = (text: string): string => {
    let left = text;
    for (const one of known) if (left.includes(one)) left = left.replaceAll(one, ' ');
    for (const one of common) left = left.replace(one, ' ');
    return left;
  };
  // What is marked within somebody's words cuts them into pieces; a piece is theirs as the whole is.
  const isPiece = (text: string): boolean => text.length > 12 && known.some((one) => one.includes(text));
  return italian.filter((text) => there.has(text) && !isPiece(text) && letters.test(strip(text))).map((text) => `in both languages: ${text}`);
};
