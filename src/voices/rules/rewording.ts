import { refuse, type Refusal } from '#base/refusal.ts';
import type { Language } from '#base/texts.ts';
import { figuresIn, sameFigures } from './figures.ts';
import { hiding } from './words.ts';

/**
 * Other words for what customers are told, as a service manager would explain it. A language model that stands outside of the company
 * may propose how to say the same better, or in the other language. It sees no customer: names, addresses, links and numbers are
 * hidden behind marks, which it must give back. What it proposes must say the same dates and numbers, else it is thrown away; links that
 * nobody wrote are taken out. A person reads both and chooses; nothing is kept or sent by itself.
 */
export interface Hidden {
  readonly text: string;
  /** What stands behind [1], [2], … */
  readonly behind: readonly string[];
}

const marks = /\[\d+\]/gu;

/** The words with marks in the place of whatever is nobody's business outside. */
export const hidden = (words: string, names: readonly string[]): Hidden => {
  const behind: string[] = [];
  const hide = (found: string): string => `[${behind.push(found)}]`;
  // What looks like a mark already is hidden as well, so that it cannot be taken for one of ours.
  return { text: hiding(words.replaceAll(marks, (found) => hide(found)), names, hide), behind };
};

/** The words with what was hidden back in its place; null where a mark is missing, stands twice, or was never given out. */
export const shown = (text: string, behind: readonly string[]): string | null => {
  const back = (text.match(marks) ?? []).map((mark) => Number(mark.slice(1, -1)));
  const isEachOnce = back.length === behind.length && new Set(back).size === back.length && back.every((at) => at >= 1 && at <= behind.length);
  // A mark can stand behind another: what looked like one was hidden first.
  return isEachOnce ? text.replaceAll(marks, (mark) => behind[Number(mark.slice(1, -1)) - 1] ?? '') : null;
};

const tags = /<\/?[a-z!][^<>\n]{0,300}>/giu;
const markdownLink = /!?\[([^\]\n]*)\]\([^()\n]*\)/gu;
const markdownLine = /^[ \t]*(?:#{1,6}|>|[*+])[ \t]+/gmu;
const markdownEmphasis = /(\*\*|__|~~|`{1,3})(?=\S)(.+?)\1/gu;
// Control characters but the line break, and what turns or hides letters: nobody reads those.
const unseen = /[^\P{C}\n]/gu;
const linked = /(?:\b[a-z][a-z\d+.-]{1,15}:\/\/|\bwww\.|\b(?:mailto|tel|javascript|data):)\S+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/giu;
// "sconti.example/x", and not the end of one sentence and the beginning of the next ("metri.La").
const bareDomain = /(?<![\p{L}\p{N}.-])(?:[\p{L}\p{N}][\p{L}\p{N}-]{2,}\.)+(?:\p{Ll}{2,}|\p{Lu}{2,})(?:\/\S*)?(?![\p{L}\p{N}])/gu;

/** Text and nothing else: no markup, no link, nothing that cannot be seen. */
export const plainText = (said: string): string =>
  said
    .normalize('NFC')
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(unseen, '')
    .replaceAll(tags, '')
    .replaceAll(markdownLink, '$1')
    .replaceAll(markdownEmphasis, '$2')
    .replaceAll(markdownLine, '')
    .replaceAll(linked, '')
    .replaceAll(bareDomain, '')
    .replaceAll(/ {2,}/gu, ' ')
    .replaceAll(/ +(?=[.,;:!?\n])/gu, '')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim();

/** No letter needs more; it is what a person may write there, too. */
export const longestWords = 1_500;

export interface Answered {
  readonly own: { readonly words: string; readonly language: Language };
  readonly behind: readonly string[];
  /** As it came from outside. */
  readonly said: string;
  /** In which it was asked for. */
  readonly language: Language;
}

/** What a person is shown of an answer; refused where it says other dates or numbers, or nothing that could be used. */
export const readRewording = ({ own, behind, said, language }: Answered): { text: string } | Refusal => {
  const bare = plainText(said);
  if (bare === '') return refuse('loop.rewording_unusable');
  const text = shown(bare, behind);
  if (text === null || !sameFigures(figuresIn(own.words, own.language), figuresIn(text, language))) return refuse('loop.rewording_changes');
  return text.length > longestWords || text === own.words.trim() ? refuse('loop.rewording_unusable') : { text };
};
