import sanitizeHtml from 'sanitize-html';

// What a letter needs to look like itself, and nothing that acts: no script, no form, no frame, no remote picture or font. Styles are
// kept by name, because `background: url(…)` would tell the sender when and where the letter was read.
const styles = {
  '*': {
    color: [/^[a-z]+$/iu, /^#[0-9a-f]{3,8}$/iu, /^rgba?\([\d\s.,%]+\)$/iu],
    'background-color': [/^[a-z]+$/iu, /^#[0-9a-f]{3,8}$/iu, /^rgba?\([\d\s.,%]+\)$/iu],
    'text-align': [/^(?:left|right|center|justify)$/u],
    'font-weight': [/^(?:normal|bold|[1-9]00)$/u],
    'font-style': [/^(?:normal|italic)$/u],
    'font-size': [/^\d{1,3}(?:\.\d+)?(?:px|pt|em|rem|%)$/u],
    'text-decoration': [/^(?:none|underline|line-through)$/u],
    'white-space': [/^(?:normal|pre|pre-wrap)$/u],
  },
};

const tags = [
  'a', 'abbr', 'b', 'blockquote', 'br', 'caption', 'center', 'cite', 'code', 'col', 'colgroup', 'dd', 'del', 'div', 'dl', 'dt', 'em', 'font',
  'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'img', 'ins', 'li', 'ol', 'p', 'pre', 'q', 's', 'small', 'span', 'strike', 'strong', 'sub',
  'sup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'tt', 'u', 'ul',
];

const longest = 2_000_000;
const deepest = 200;

/** The HTML of a mail made harmless, for a sandboxed frame without scripts and without our origin. */
export const safeBody = (html: string): string => {
  const clean = sanitizeHtml(html.slice(0, longest), {
    allowedTags: tags,
    allowedAttributes: {
      a: ['href', 'title', 'target', 'rel'],
      img: ['alt', 'width', 'height'],
      '*': ['style', 'dir', 'lang', 'align', 'valign', 'colspan', 'rowspan', 'cellpadding', 'cellspacing', 'bgcolor', 'width'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    allowedStyles: styles,
    nestingLimit: deepest,
    transformTags: { a: sanitizeHtml.simpleTransform('a', { target: '_blank', rel: 'noopener noreferrer nofollow' }) },
  });
  return `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><style>body{margin:0;font:14px/1.5 system-ui,sans-serif;color:#1d1b18;background:#fff;overflow-wrap:anywhere}table{max-width:100%}</style>${clean}`;
};
