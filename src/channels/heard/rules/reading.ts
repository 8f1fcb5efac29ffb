import type { Instant } from '#base/clock.ts';
import { isRefusal } from '#base/refusal.ts';
import { normaliseIdentity } from '#customers/rules.ts';
import { handleOf, postAddress } from './place.ts';
import { instantIn, starsIn, type DateOrder } from './said.ts';
import { unreadable, type Charset, type Format, type Separator, type Table } from './table.ts';

/**
 * What each row of a file says, once somebody has said which column is what. A row becomes a post or a reason why not; nothing of it is
 * filled in. The same runs in the browser, where the first rows are shown before anything happens, and on the server, which does it.
 */
export const fields = ['text', 'title', 'stars', 'at', 'name', 'handle', 'email', 'url', 'externalId', 'order'] as const;
export type Field = (typeof fields)[number];

/** Which column says what, by the column's name. */
export type Mapping = Readonly<Partial<Record<Field, string>>>;

export interface Reading {
  readonly charset: Charset;
  readonly format: Format;
  readonly separator: Separator;
  readonly mapping: Mapping;
  readonly dateOrder: DateOrder;
  /** What people call the place where all of it stood; null: read from the address of each. */
  readonly site: string | null;
  readonly channel: 'review' | 'social';
  /** Where it can be read, for rows that name no address of their own. */
  readonly pageUrl: string | null;
  /** Older rows stay out: nobody takes charge of what was said two years ago. As `2026-11-01`. */
  readonly onlyFrom: string | null;
}

/** How each field is called in the exports that we know, and in those that somebody wrote by hand. */
const names: Readonly<Record<Field, RegExp>> = {
  text: /^(?:text|testo|review(?:[ _]?(?:content|text|body))?|content|contenuto|recensione|commento|comment|message|messaggio|body|opinione)$/iu,
  title: /^(?:title|titolo|review[ _]?title|oggetto|headline)$/iu,
  stars: /^(?:stars?|stelle|rating|review[ _]?(?:stars|rating)|star[ _]?rating|voto|punteggio|valutazione|score)$/iu,
  at: /^(?:at|date|data|when|created(?:[ _]?(?:at|on|date|time))?|review[ _]?(?:date|created(?:[ _]\(?utc\)?)?)|published(?:[ _]?at)?|data[ _]?(?:recensione|pubblicazione)|timestamp|createtime)$/iu,
  name: /^(?:name|nome|author(?:[ ._]?name)?|autore|reviewer(?:[ ._]?(?:name|displayname))?|(?:review|consumer|customer)[ _]?(?:username|name)|cliente|nome[ _]?(?:cliente|autore)|displayname)$/iu,
  handle: /^(?:handle|username|user[ _]?name|author\.handle|account|nickname|profilo|utente|nome[ _]?utente)$/iu,
  email: /^(?:e-?mail|consumer[ _]?e-?mail|customer[ _]?e-?mail|(?:review[ _]?)?user[ _]?e-?mail|indirizzo[ _]?e-?mail)$/iu,
  url: /^(?:url|link|address|indirizzo|permalink|review[ _]?(?:url|link)|post[ _]?url)$/iu,
  externalId: /^(?:id|external[ _]?id|review[ _]?id|post[ _]?id|id[ _]?recensione|reviewid|codice)$/iu,
  order: /^(?:order(?:[ _]?(?:id|number|no|ref))?|ordine|numero[ _]?(?:d['’]?)?ordine|n[°.]?[ _]?ordine|reference(?:[ _]?(?:id|number))?)$/iu,
};

/** Which column is most likely what: by its heading, each column once. */
export const likelyMapping = (columns: readonly string[]): Mapping => {
  const taken = new Set<string>();
  const found = fields.flatMap((field): [Field, string][] => {
    const column = columns.find((one) => !taken.has(one) && names[field].test(one.trim()));
    if (column === undefined) return [];
    taken.add(column);
    return [[field, column]];
  });
  return Object.fromEntries(found);
};

/** A row, as the noting of a post takes it. */
export interface RowPost {
  readonly url: string;
  readonly externalId: string | null;
  readonly text: string;
  readonly handle: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly stars: number | null;
  readonly at: Instant | null;
  readonly order: string | null;
}

export const rowReasons = ['not_json', 'no_text', 'no_writer', 'no_address', 'bad_address', 'bad_email', 'bad_stars', 'bad_date', 'too_long'] as const;
export type RowReason = (typeof rowReasons)[number];

export type ReadRow = { readonly post: RowPost } | { readonly refused: RowReason } | { readonly leftOut: 'older' };

const longestText = 10_000;
const cut = (words: string, most: number): string | null => (words === '' ? null : words.replaceAll(/\s+/gu, ' ').slice(0, most));

/** What a row says. `cells` stand in the order of `columns`. */
export const readRow = ({ columns }: Pick<Table, 'columns'>, cells: readonly string[], reading: Reading & { readonly timeZone: string }): ReadRow => {
  const broken = columns.indexOf(unreadable);
  if (broken !== -1 && cells[broken] !== '') return { refused: 'not_json' };
  const said = (field: Field): string => {
    const at = columns.indexOf(reading.mapping[field] ?? '');
    return at === -1 ? '' : (cells[at] ?? '').trim();
  };
  const text = [said('title'), said('text')].filter((words) => words !== '').join('\n\n');
  if (text === '') return { refused: 'no_text' };
  if (text.length > longestText) return { refused: 'too_long' };
  const stars = starsIn(said('stars'));
  if (stars === undefined) return { refused: 'bad_stars' };
  const at = instantIn(said('at'), { order: reading.dateOrder, timeZone: reading.timeZone });
  if (at === undefined) return { refused: 'bad_date' };
  if (isBefore(at, reading)) return { leftOut: 'older' };
  return addressed(said, { text, stars, at }, reading);
};

const isBefore = (at: Instant | null, { onlyFrom, timeZone }: Reading & { readonly timeZone: string }): boolean => {
  if (at === null || onlyFrom === null) return false;
  const from = instantIn(`${onlyFrom} 00:00`, { order: 'dmy', timeZone });
  return from !== null && from !== undefined && at < from;
};

const addressed = (said: (field: Field) => string, known: Pick<RowPost, 'text' | 'stars' | 'at'>, { pageUrl }: Reading): ReadRow => {
  const own = said('url');
  const url = own === '' ? pageUrl : postAddress(own);
  if (url === null) return { refused: own === '' ? 'no_address' : 'bad_address' };
  const handle = said('handle') === '' ? null : handleOf(said('handle'));
  // What stands under "handle" and is none ("Luca F.") is a name.
  const name = cut(said('name'), 120) ?? (handle === null ? cut(said('handle'), 120) : null);
  const email = cut(said('email'), 254);
  if (email !== null && isRefusal(normaliseIdentity('email', email))) return { refused: 'bad_email' };
  if (handle === null && name === null && email === null) return { refused: 'no_writer' };
  const externalId = cut(said('externalId'), 200) ?? (own === '' ? null : url);
  return { post: { ...known, url, externalId, handle, name, email, order: cut(said('order'), 60) } };
};

/** What must be told before a file can be brought in: the column of the words, whose they are, and where they stand. */
export const lacking = ({ mapping, pageUrl }: Pick<Reading, 'mapping' | 'pageUrl'>): ('text' | 'writer' | 'address')[] => [
  ...(mapping.text === undefined && mapping.title === undefined ? (['text'] as const) : []),
  ...(mapping.name === undefined && mapping.handle === undefined && mapping.email === undefined ? (['writer'] as const) : []),
  ...(mapping.url === undefined && pageUrl === null ? (['address'] as const) : []),
];

/** A row in a few words, for whoever looks for it in the file. */
export const excerptOf = (cells: readonly string[]): string => cells.filter((cell) => cell !== '').join(' · ').replaceAll(/\s+/gu, ' ').slice(0, 200);
