// What did the customer write now, and what is the old mail that their program hung below it? The new words stand in the open, the
// rest is folded away. Nothing is discarded: the parts put together again are the mail, and when nothing new would remain, all of
// it is new. Answers written between the quoted lines stay in the open.
import {
  attributionLines, isDelimiter, isDeviceLine, isForwardSign, isHeaderBlock, isQuoted, isSeparator, isSignatureMark,
} from './quote-signs.ts';

export type ReplyPartKind = 'new' | 'quoted' | 'forwarded' | 'signature';

export interface ReplyPart {
  readonly kind: ReplyPartKind;
  /** As it stood, line feeds included: the parts joined are the text. */
  readonly text: string;
}

export interface SeparatedReply {
  readonly newText: string;
  /** What is folded, in its order; '' when nothing is. */
  readonly folded: string;
  readonly parts: readonly ReplyPart[];
}

/** Separates the new words of a mail's plain text. Takes time linear in the text. */
export const separateReply = (text: string): SeparatedReply => {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const kinds = markSignatures(lines, markQuotes(lines));
  const parts = grouped(lines, kinds);
  const textOf = (wanted: (part: ReplyPart) => boolean): string => parts.filter(wanted).map((part) => part.text).join('').trim();
  const newText = textOf((part) => part.kind === 'new');
  if (newText === '') return { newText: lines.join('\n').trim(), folded: '', parts: [{ kind: 'new', text: lines.join('\n') }] };
  return { newText, folded: textOf((part) => part.kind !== 'new'), parts };
};

/** Where a whole old mail begins without `>` marks, everything below belongs to it. */
const markQuotes = (lines: readonly string[]): ReplyPartKind[] => {
  const kinds: ReplyPartKind[] = lines.map(() => 'new');
  let index = 0;
  while (index < lines.length) {
    const rest = restKind(lines, index);
    if (rest !== null) return kinds.fill(rest, withRuleAbove(lines, index));
    const sentence = attributionLines(lines, index);
    if (sentence > 0) {
      const body = nextWritten(lines, index + sentence);
      if (!isQuoted(lines[body] ?? '') && !isQuoted(lines[index] ?? '')) return kinds.fill('quoted', index);
      kinds.fill('quoted', index, body);
      index = body;
    } else {
      if (isQuoted(lines[index] ?? '')) kinds[index] = 'quoted';
      index += 1;
    }
  }
  return kinds;
};

const restKind = (lines: readonly string[], index: number): ReplyPartKind | null => {
  const line = lines[index] ?? '';
  if (isQuoted(line)) return null;
  if (isSeparator(line)) return isForwardSign(line) ? 'forwarded' : 'quoted';
  return isDelimiter(line) || isHeaderBlock(lines, index) ? 'quoted' : null;
};

/** Outlook draws a line above its header block; it belongs to the old mail. */
const withRuleAbove = (lines: readonly string[], index: number): number => {
  let above = index - 1;
  while (above >= 0 && index - above <= 3 && (lines[above] ?? '').trim() === '') above -= 1;
  return above >= 0 && /^\s*[_-]{5,100}\s*$/.test((lines[above] ?? '').slice(0, 120)) ? above : index;
};

const nextWritten = (lines: readonly string[], from: number): number => {
  let index = from;
  while (index < lines.length && (lines[index] ?? '').trim() === '') index += 1;
  return index;
};

/** A signature longer than this is something that its author wants read. */
const longestSignature = 12;

const markSignatures = (lines: readonly string[], kinds: ReplyPartKind[]): ReplyPartKind[] => {
  let end = lines.length;
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    if (kinds[index] !== 'new') end = index;
    else if (isDeviceLine(lines[index] ?? '')) kinds[index] = 'signature';
    else if (isSignatureMark(lines[index] ?? '') && isShort(lines, index, end)) {
      kinds.fill('signature', index, end);
      end = index;
    }
  }
  return kinds;
};

const isShort = (lines: readonly string[], from: number, end: number): boolean => {
  if (end - from > longestSignature * 3) return false;
  const written = lines.slice(from + 1, end).filter((line) => line.trim() !== '');
  // The mark with its trailing blank is the custom of the net and means nothing else; any other rule may be part of the letter.
  const limit = /^-- $/.test(lines[from] ?? '') ? longestSignature * 2 : longestSignature;
  return written.length <= limit && written.every((line) => line.length <= 200);
};

/** Neighbouring lines of one kind as one part; blank lines go with what stands above them. */
const grouped = (lines: readonly string[], kinds: readonly ReplyPartKind[]): ReplyPart[] => {
  const parts: { kind: ReplyPartKind; lines: string[] }[] = [];
  lines.forEach((line, index) => {
    const kind = kinds[index] ?? 'new';
    const current = parts.at(-1);
    if (current !== undefined && (current.kind === kind || (kind === 'new' && line.trim() === ''))) current.lines.push(line);
    else parts.push({ kind, lines: [line] });
  });
  return parts.map((part, index) => ({ kind: part.kind, text: part.lines.join('\n') + (index < parts.length - 1 ? '\n' : '') }));
};
