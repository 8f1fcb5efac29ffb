import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.ts';

const mark = '\uFEFF';

describe('a table for a spreadsheet', () => {
  it('makes no formula of anybody’s words, and leaves numbers numbers', () => {
    expect(csvOf([['=HYPERLINK("http://x")', '+39 02', '-5', '@marta', ' \t=1', 'a"b', null, 3]], 'it')).toBe(`${mark}"'=HYPERLINK(""http://x"")";'+39 02;-5;'@marta;' \t=1;"a""b";;3\r\n`);
  });

  it('parts columns and decimals as the reader’s language does', () => {
    const rows = [['a, b', 'a; b', 2.5, 'due\nrighe']];
    expect(csvOf(rows, 'it')).toBe(`${mark}"a, b";"a; b";2,5;"due\nrighe"\r\n`);
    expect(csvOf(rows, 'en')).toBe(`${mark}"a, b","a; b",2.5,"due\nrighe"\r\n`);
  });
});
