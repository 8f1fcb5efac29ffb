import { describe, expect, it } from 'vitest';
import { minute, plus } from '#base/clock.ts';
import { charsetOf, dateOrderOf, formatOf, instantIn, isSpreadsheet, lacking, likelyMapping, readRow, separatorOf, signedHead, starsIn, tableOf, wordsOf, type Reading } from './rules.ts';

const bytes = (...parts: readonly (number | string)[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...part].map((one) => one.charCodeAt(0)))));
const utf16 = (words: string): Uint8Array => Uint8Array.from([...words].flatMap((one) => [one.charCodeAt(0) % 256, Math.floor(one.charCodeAt(0) / 256)]));

describe('the letters of a file', () => {
  it('are found out, with a mark or without', () => {
    const utf8 = new TextEncoder().encode('nome;testo\nRenée;È arrivato, costa 5 €');
    expect(charsetOf(utf8)).toBe('utf-8');
    expect(wordsOf(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]), 'utf-8')).toMatch(/^nome/u);
    expect(charsetOf(utf16('\ufeffnome;testo'))).toBe('utf-16le');
    expect(charsetOf(utf16('nome;testo'))).toBe('utf-16le');
    expect(wordsOf(utf16('\ufeffnome;perché'), 'utf-16le')).toBe('nome;perché');
    const windows = bytes('nome;testo\nAnna;perch', 0xe9, ' 5 ', 0x80);
    expect([charsetOf(windows), wordsOf(windows, 'windows-1252')]).toEqual(['windows-1252', 'nome;testo\nAnna;perché 5 €']);
    expect([isSpreadsheet(bytes('PK', 3, 4, 'x')), isSpreadsheet(utf8)]).toEqual([true, false]);
  });
});

describe('the rows of a file', () => {
  const columns = (words: string) => tableOf(words, { format: formatOf(words), separator: separatorOf(words) });

  it('are parted by what parts them evenly, and quotes hold what they hold', () => {
    expect(separatorOf('a;b\n1,5;x\n2,5;y')).toBe(';');
    expect(separatorOf('a\tb\n1;2\t3')).toBe('\t');
    expect(separatorOf('name,text\n"Serra; Giulia","due, tre"')).toBe(',');
    expect(columns('nome,testo\r\nAnna,"Disse ""mai più"",\r\nma torna"\r\n\r\nLuca,ok\r\n')).toEqual({ columns: ['nome', 'testo'], rows: [['Anna', 'Disse "mai più",\r\nma torna'], ['Luca', 'ok']] });
    expect(columns('nome;testo;testo;\nAnna;uno').columns).toEqual(['nome', 'testo', 'testo 3', '4']);
    expect(columns('nome;testo\nAnna;"mai chiuso').rows).toEqual([['Anna', 'mai chiuso']]);
  });

  it('are objects on lines as well, and a broken line stays one', () => {
    const table = columns('{"id":1,"author":{"handle":"marta.v"},"text":"Bella"}\n{"id":2,"text":null,"stars":4}\nnon è JSON');
    expect(table.columns).toEqual(expect.arrayContaining(['id', 'author.handle', 'text', 'stars']));
    expect(table.rows).toHaveLength(3);
    expect(readRow(table, table.rows[2]!, { ...reading, mapping: likelyMapping(table.columns) })).toEqual({ refused: 'not_json' });
  });
});

const reading: Reading & { readonly timeZone: string } = {
  charset: 'utf-8', format: 'columns', separator: ';', mapping: { text: 'testo', name: 'nome', stars: 'voto', at: 'data', url: 'link' }, dateOrder: 'dmy',
  site: null, channel: 'review', pageUrl: null, onlyFrom: null, timeZone: 'Europe/Rome',
};
const heads = ['testo', 'nome', 'voto', 'data', 'link', 'codice', 'utente', 'posta'];

describe('a row', () => {
  const row = (cells: readonly string[], more: Partial<Reading> = {}) => readRow({ columns: heads }, heads.map((_, at) => cells[at] ?? ''), { ...reading, ...more });

  it('becomes a post', () => {
    expect(row(['Consegna lenta.', 'Rita Moro', '2', '3/11/2026 18:30', 'https://recensioni.example/1#top'])).toEqual({
      post: {
        text: 'Consegna lenta.', name: 'Rita Moro', handle: null, email: null, stars: 2, at: new Date('2026-11-03T17:30:00Z'), url: 'https://recensioni.example/1', externalId: 'https://recensioni.example/1', order: null,
      },
    });
    expect(row(['Ciao', '', '', '', '', 'r-9', '@Marta.V'], { mapping: { text: 'testo', handle: 'utente', externalId: 'codice' }, pageUrl: 'https://recensioni.example/noi' })).toMatchObject({
      post: { handle: 'marta.v', externalId: 'r-9', url: 'https://recensioni.example/noi', at: null, stars: null },
    });
  });

  it('is refused with the reason, and never mended', () => {
    const good = ['Bella', 'Anna', '5', '3/11/2026', 'https://recensioni.example/1'];
    const but = (at: number, cell: string) => row(good.with(at, cell));
    expect([but(0, ''), but(1, ''), but(2, 'nove'), but(3, '31/02/2026'), but(4, 'javascript:alert(1)'), but(4, ''), but(0, 'a'.repeat(10_001))].map((one) => ('refused' in one ? one.refused : 'taken')))
      .toEqual(['no_text', 'no_writer', 'bad_stars', 'bad_date', 'bad_address', 'no_address', 'too_long']);
    expect(row([...good, '', '', 'non un indirizzo'], { mapping: { ...reading.mapping, email: 'posta' } })).toEqual({ refused: 'bad_email' });
    expect(row(good, { onlyFrom: '2026-11-04' })).toEqual({ leftOut: 'older' });
    expect(row(good, { onlyFrom: '2026-11-03' })).toMatchObject({ post: { stars: 5 } });
  });

  it('needs words, a writer and an address to be looked for at all', () => {
    expect(lacking({ mapping: {}, pageUrl: null })).toEqual(['text', 'writer', 'address']);
    expect(lacking({ mapping: { title: 'a', email: 'b' }, pageUrl: 'https://recensioni.example' })).toEqual([]);
    expect(likelyMapping(['Review Date', 'Review Username', 'Review Stars', 'Review Title', 'Review Content', 'Review Link', 'Reference Id'])).toEqual({
      at: 'Review Date', name: 'Review Username', stars: 'Review Stars', title: 'Review Title', text: 'Review Content', url: 'Review Link', order: 'Reference Id',
    });
  });
});

it('reads stars and days as people write them, and nothing that could be two', () => {
  expect(['4', '4,5', '4/5', '8/10', '3 su 5', '★★★☆☆', '5 stelle', '', '0', '6', 'ottimo', '9/5'].map(starsIn)).toEqual([4, 5, 4, 4, 3, 3, 5, null, undefined, undefined, undefined, undefined]);
  const rome = { order: 'dmy', timeZone: 'Europe/Rome' } as const;
  expect(instantIn('2026-11-03T10:00:00Z', rome)).toEqual(new Date('2026-11-03T10:00:00Z'));
  expect(instantIn('2026-11-03 10:00:00+0100', rome)).toEqual(new Date('2026-11-03T09:00:00Z'));
  expect(instantIn('03.07.26', rome)).toEqual(new Date('2026-07-03T10:00:00Z'));
  expect(instantIn('11/3/2026 4:05 PM', { ...rome, order: 'mdy' })).toEqual(new Date('2026-11-03T15:05:00Z'));
  expect([instantIn('ieri', rome), instantIn('13/13/2026', rome), instantIn(' ', rome)]).toEqual([undefined, undefined, null]);
  expect([dateOrderOf(['3/11/2026', '14/11/2026']), dateOrderOf(['11/14/2026', '3/4/2026']), dateOrderOf(['3/4/2026'])]).toEqual(['dmy', 'mdy', 'dmy']);
});

it('believes a message that names itself and is of now', () => {
  const now = new Date('2026-11-24T10:00:00Z');
  const head = (at: Date, more = {}) => ({ 'webhook-id': 'msg_1', 'webhook-timestamp': String(at.getTime() / 1_000), 'webhook-signature': 'v1,a v1,b', ...more });
  expect(signedHead(head(now), now)).toEqual({ id: 'msg_1', sentAt: now, signatures: ['v1,a', 'v1,b'] });
  expect([signedHead(head(plus(now, -6 * minute)), now), signedHead(head(plus(now, 6 * minute)), now)]).toEqual(['timestamp', 'timestamp']);
  expect([signedHead(head(now, { 'webhook-id': undefined }), now), signedHead(head(now, { 'webhook-id': 'a b' }), now), signedHead(head(now, { 'webhook-timestamp': 'oggi' }), now)]).toEqual(['headers', 'headers', 'headers']);
});
