import { convert } from 'html-to-text';

/** Beyond this much HTML the rest is styling or an attack; the raw mail keeps all of it. */
const longestHtml = 1_000_000;
/** html-to-text walks by recursion: the stack ends at some thousands of levels, a real mail at some dozens. */
const deepest = 200;

const options = {
  wordwrap: false as const,
  limits: { maxInputLength: longestHtml, maxDepth: deepest, maxChildNodes: 20_000, ellipsis: '…' },
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false, linkBrackets: ['<', '>'] as [string, string] } },
    { selector: 'img', format: 'skip' },
    { selector: 'h1', options: { uppercase: false } },
    { selector: 'h2', options: { uppercase: false } },
    { selector: 'h3', options: { uppercase: false } },
    { selector: 'table', format: 'block' },
    { selector: 'style', format: 'skip' },
    { selector: 'script', format: 'skip' },
    { selector: 'title', format: 'skip' },
  ],
};

/** What is left when markup is merely cut out: for HTML that the converter gives up on, so that the words are not lost with it. */
const bareWords = (html: string): string => {
  const words: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      words.push(html.slice(at));
      break;
    }
    words.push(html.slice(at, open));
    const close = html.indexOf('>', open);
    if (close < 0) {
      words.push(html.slice(open + 1));
      break;
    }
    at = close + 1;
  }
  return words.map((word) => word.trim()).filter(Boolean).join('\n').replaceAll('&nbsp;', ' ').replaceAll('&amp;', '&');
};

/** The words of an HTML body, quoted blocks marked by `>`. Bounded in depth and length; never throws, never empty if there are words. */
export const textOfHtml = (html: string): string => {
  const bounded = html.replace(/[ \t]{64,}/g, ' ').slice(0, longestHtml);
  let text: string;
  try {
    text = convert(bounded, options).trim();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    text = '';
  }
  return /[\p{L}\p{N}]/u.test(text) ? text : bareWords(bounded);
};
