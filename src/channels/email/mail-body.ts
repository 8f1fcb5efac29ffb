import { escapeHtml } from '#base/html.ts';
import type { Language } from '#base/texts.ts';
import { replyDelimiters } from './quote-signs.ts';

export interface QuotedMail {
  /** "Il 3 marzo 2026 alle 10:15 Elena Marchetti ha scritto:" */
  readonly attribution: string;
  readonly text: string;
}

/** Answers that are given by a click, and what stands below them. */
export interface Choices {
  readonly list: readonly { readonly words: string; readonly url: string }[];
  readonly below: string;
}

export interface BodyInput {
  readonly text: string;
  readonly language: Language;
  /** Whether the line above which people answer stands at the top; off for mails that nobody is to answer. */
  readonly asksForReply: boolean;
  readonly quoted: QuotedMail | null;
  readonly choices?: Choices | null;
}

/** A quoted mail longer than this is in the thread already. */
const longestQuote = 20_000;

const linesOf = (text: string): string[] => text.replace(/\r\n?/g, '\n').split('\n');
const quotedLines = (quoted: QuotedMail): string[] => linesOf(quoted.text.slice(0, longestQuote).trim());

/** The plain words of an outbound mail: the line to answer above, what we say, what we answer to. */
const choicesInWords = ({ list, below }: Choices): string => `\n\n${list.map(({ words, url }) => `${words}: ${url}`).join('\n')}${below === '' ? '' : `\n\n${below}`}`;

export const textBody = ({ text, language, asksForReply, quoted, choices }: BodyInput): string => {
  const delimiter = asksForReply ? `${replyDelimiters[language]}\n\n` : '';
  const below = quoted === null ? '' : `\n\n${quoted.attribution}\n${quotedLines(quoted).map((line) => `> ${line}`).join('\n')}`;
  return `${delimiter}${linesOf(text).join('\n').trim()}${choices ? choicesInWords(choices) : ''}${below}\n`;
};

/** Web addresses as links, without the full stop that ends the sentence; nothing but http and https ever becomes one. */
const linked = (line: string): string =>
  line
    .split(/(https?:\/\/[^\s<>"']{1,2000})/)
    .map((piece, index) => {
      if (index % 2 === 0) return escapeHtml(piece);
      const address = piece.replace(/[.,;:!?)\]]+$/, '');
      const link = `<a href="${escapeHtml(address)}" style="color:#0b5d66">${escapeHtml(address)}</a>`;
      return link + escapeHtml(piece.slice(address.length));
    })
    .join('');

const paragraphs = (text: string): string =>
  linesOf(text.trim()).join('\n').split(/\n{2,}/)
    .map((paragraph) => `<p style="margin:0 0 14px">${paragraph.split('\n').map(linked).join('<br>')}</p>`)
    .join('\n');

/** As buttons that are links: they wrap on a telephone, and each is large enough for a thumb. */
const choicesInHtml = ({ list, below }: Choices): string => {
  const look = 'display:inline-block;min-width:24px;margin:0 6px 8px 0;padding:10px 12px;border:1px solid #0b5d66;border-radius:8px;color:#0b5d66;text-align:center;text-decoration:none;font-weight:600';
  const links = list.map(({ words, url }) => `<a href="${escapeHtml(url)}" style="${look}">${escapeHtml(words)}</a>`);
  return `\n<p style="margin:0 0 14px">${links.join('\n')}</p>${below === '' ? '' : `\n${paragraphs(below)}`}`;
};

const faint = 'color:#5d574f;font-size:13px';

/** The same as one column of HTML, everything escaped, with no image and nothing fetched from anywhere. */
export const htmlBody = ({ text, language, asksForReply, quoted, choices }: BodyInput): string => {
  const delimiter = asksForReply ? `<p style="margin:0 0 18px;${faint}">${escapeHtml(replyDelimiters[language])}</p>\n` : '';
  const below =
    quoted === null
      ? ''
      : `\n<p style="margin:22px 0 6px;${faint}">${escapeHtml(quoted.attribution)}</p>\n<blockquote type="cite" style="margin:0;padding:0 0 0 12px;border-left:3px solid #e5e0d8;color:#5d574f">${quotedLines(quoted).map(escapeHtml).join('<br>')}</blockquote>`;
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
<body style="margin:0;padding:20px 14px;background:#ffffff;color:#1d1b18;font:16px/1.5 Inter,system-ui,-apple-system,'Segoe UI',sans-serif">
<div style="max-width:600px">
${delimiter}${paragraphs(text)}${choices ? choicesInHtml(choices) : ''}${below}
</div>
</body>
</html>
`;
};
