import { describe, expect, it } from 'vitest';
import { initials } from './Avatar.tsx';
import { cut } from './Composer.tsx';

describe('initials', () => {
  it.each([['Giulia Serra', 'GS'], ['@marta.v', 'MV'], ['Officine Riva Srl', 'OR'], ['Élodie', 'É'], ['  ', '?']])('%s', (name, said) =>
    expect(initials(name)).toBe(said));
});

describe('the highlights of a text', () => {
  const text = 'le faranno sapere al più presto.';

  it('cut it without losing a character', () => {
    const pieces = cut(text, [{ start: 18, end: 31, tone: 'hot' }]);
    expect(pieces).toEqual([{ text: 'le faranno sapere ', tone: null }, { text: 'al più presto', tone: 'hot' }, { text: '.', tone: null }]);
  });

  it('may overlap, come unsorted, and point past the end while somebody is typing', () => {
    const pieces = cut(text, [{ start: 20, end: 90, tone: 'boil' }, { start: 0, end: 22, tone: 'hot' }, { start: 5, end: 9, tone: 'mark' }, { start: 60, end: 80, tone: 'hot' }]);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.map(({ tone }) => tone)).toEqual(['hot', 'boil']);
  });
});
