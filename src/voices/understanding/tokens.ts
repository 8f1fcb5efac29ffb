/** One piece of a text as it is read for its tone. */
export interface Token {
  /** In small letters, curly apostrophes straightened, stretched letters shortened ("soooo" is "soo"). */
  readonly word: string;
  /** Written in capitals among words that are not. */
  readonly loud: boolean;
  /** "sooo", "graaazie". */
  readonly stretched: boolean;
  /** A comma, a stop or the end of a line stands before it: a negation does not reach across. */
  readonly afterBreak: boolean;
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&nbsp;': ' ' };

/** A mail of this length is longer than what anybody writes by hand; what follows is a thread that was quoted. */
const longestLook = 3_000;

/** The words of a person, without markup, addresses, handles of others and quoted lines. */
export const plainText = (text: string): string =>
  text
    .slice(0, longestLook)
    .replace(/<(?:[a-z/!][^<>]{0,400})>/giu, ' ')
    .replace(/&(?:amp|lt|gt|quot|nbsp|#39);/gu, (entity) => entities[entity] ?? ' ')
    .replace(/(?:https?:\/\/|www\.)\S+/giu, ' ')
    .replace(/(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.-]+/gu, ' ')
    .replace(/[‘’`´]/gu, "'")
    .replace(/[“”«»]/gu, '"')
    .replace(/^[>|].*$/gmu, ' ');

/** A face that begins with a letter stands alone: "Scott", "he said:" and "max)" are no faces. */
const faces: readonly (readonly [RegExp, string])[] = [
  [/(?:[:;=]['-]?[)\]dp3*]+|(?<![\p{L}\p{N}])(?:x['-]?[)dp3]+|8-\)|c:)|[([]['-]?[:;=]|&lt;3|<3+|\^[._]*\^|\*[-_.]+\*|\\o\/)(?![\p{L}\p{N}])/giu, ' ☺ '],
  [/(?:[:=]['-]?[([/\\|c<]+|[:=]'\(|>:\(|-(?:_+|\.)-|(?<![\p{L}\p{N}])(?:d:|[tç]_*[tç](?=\s|$)|u[._]u))(?![\p{L}\p{N}/])/giu, ' ☹ '],
];

const pieces = /(?:#?[\p{L}\p{M}][\p{L}\p{M}\p{N}_]*(?:['-][\p{L}\p{M}]+)*'?)|\p{Extended_Pictographic}|☹|☺|[.,;:!?…()\n]|\d+/gu;
const isMark = (piece: string): boolean => /^[.,;:!?…()\n]/u.test(piece);

/** "#NeverAgain" and "#never_again" are words run together; capitals and strokes show where. */
const apart = (tag: string): string[] => tag.slice(1).replace(/_/gu, ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').split(' ').filter((word) => word !== '');

const isLoud = (piece: string): boolean => piece.length > 2 && piece === piece.toUpperCase() && piece !== piece.toLowerCase();

/** The words of a plain text, in their order. */
export const tokensOf = (plain: string): Token[] => {
  let text = plain.replace(/@[\w.]+/gu, ' ');
  for (const [face, sign] of faces) text = text.replace(face, sign);
  const found = text.match(pieces) ?? [];
  const words = found.filter((piece) => /\p{L}/u.test(piece));
  const allLoud = words.filter(isLoud).length > words.length * 0.7;
  const tokens: Token[] = [];
  let afterBreak = true;
  for (const piece of found) {
    if (isMark(piece)) {
      afterBreak = true;
      continue;
    }
    for (const part of piece.startsWith('#') ? apart(piece) : [piece.replace(/'$/u, '')]) {
      const small = part.toLowerCase();
      const word = small.replace(/(\p{L})\1{2,}/gu, '$1$1');
      tokens.push({ word, loud: !allLoud && isLoud(part), stretched: word !== small, afterBreak });
      afterBreak = false;
    }
  }
  return tokens;
};
