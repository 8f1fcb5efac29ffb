import { describe, expect, it } from 'vitest';
import { figuresIn } from './figures.ts';
import { hidden, plainText, readRewording, shown } from './rewording.ts';

describe('what goes out', () => {
  it('has no name, address, link or number of a customer, and gets all of it back', () => {
    const words = 'Elena Marchetti (elena@posta.example, 039 555 01 99) ci ha mostrato https://casalumina.example/cavi: nel 2027 il cavo sarà di 3 metri.';
    const out = hidden(words, ['Elena Marchetti', 'un corriere']);
    expect(out.text).toBe('[4] ([1], [3]) ci ha mostrato [2] nel 2027 il cavo sarà di 3 metri.');
    expect(shown(out.text, out.behind)).toBe(words);
  });

  it('is not given back where a mark is lost, said twice, or invented', () => {
    const { behind } = hidden('Scriva a a@posta.example o b@posta.example.', []);
    expect(['[1]', '[1] [2] [2]', '[1] [3]', '[1] [2] [3]', '[0] [1]'].map((text) => shown(text, behind))).toEqual([null, null, null, null, null]);
    expect(shown('[2] o [1]', behind)).toBe('b@posta.example o a@posta.example');
    const looksLikeOne = hidden('Vedi la nota [1].', []);
    expect(shown(looksLikeOne.text, looksLikeOne.behind)).toBe('Vedi la nota [1].');
  });
});

describe('figures', () => {
  it.each([
    ['Da lunedì 8 marzo 2027, tre metri.', 'Three metres, from Monday 8 March 2027.'],
    ['Costa 1.500,50 euro, il 10 % in meno.', 'It costs €1,500.50, ten per cent less.'],
    ['Tra due settimane, alle 10.30.', 'In two weeks, at 10:30.'],
    ['Ventiquattro ore, ventotto giorni.', 'Twenty-four hours, twenty-eight days.'],
    ['Entro maggio, con un cavo lungo.', 'By May you may have one long cable.'],
    ['Ti sei accorto che sei in ritardo?', 'You are late.'],
  ])('are the same in %s and %s', (italian, english) => {
    expect([...figuresIn(italian, 'it')].toSorted()).toEqual([...figuresIn(english, 'en')].toSorted());
  });

  it.each(['Da lunedì 9 marzo, tre metri.', 'Da lunedì 8 aprile, tre metri.', 'Da martedì 8 marzo, tre metri.', 'Da lunedì 8 marzo, quattro metri.', 'Da lunedì 8 marzo, tre centimetri.', 'Da lunedì 8 marzo.', 'Da domani, lunedì 8 marzo, tre metri.', 'Da lunedì 8 marzo, tre metri, due in più.', 'Da lunedì 8 marzo, tre metri e ½.', 'Da lunedì 8 marzo, tre metri, ５ euro.'])('are others in %s', (changed) => {
    expect([...figuresIn(changed, 'it')].toSorted()).not.toEqual([...figuresIn('Da lunedì 8 marzo, tre metri.', 'it')].toSorted());
  });
});

describe('what comes back', () => {
  it('keeps sentences that stand too close', () => expect(plainText('Un cavo di tre metri.La Lumina 3 lo avrà. Ecc.')).toBe('Un cavo di tre metri.La Lumina 3 lo avrà. Ecc.'));

  it('is text and nothing else', () => {
    const said = '## Novità\r\n\r\n**Il cavo** [è qui](https://sconti.example) <a href="https://x.example">lungo</a>\u202e, www.sconti.example/x o sconti.example; scrivi a a@b.example: vedi javascript:alert(1) p.es. così.\u0007 <script>';
    expect(plainText(said)).toBe('Novità\n\nIl cavo è qui lungo, o; scrivi a: vedi p.es. così.');
  });

  const own = { words: 'Il cavo sarà di tre metri, da marzo: https://casalumina.example/cavi', language: 'it' as const };
  const { text, behind } = hidden(own.words, []);
  const read = (said: string, language: 'it' | 'en' = 'it') => readRewording({ own, behind, said, language });

  it('is shown where it says the same, with the links that were there and no other', () => {
    expect(text).toBe('Il cavo sarà di tre metri, da marzo: [1]');
    expect(read('Da marzo avremo un cavo di tre metri: [1] https://altro.example')).toEqual({ text: 'Da marzo avremo un cavo di tre metri: https://casalumina.example/cavi' });
    expect(read('From March the cable is three metres long: [1]', 'en')).toEqual({ text: 'From March the cable is three metres long: https://casalumina.example/cavi' });
  });

  it('is refused where it says something else, nothing, the same, or far too much', () => {
    for (const changed of ['Da aprile un cavo di tre metri: [1]', 'Da marzo un cavo di quattro metri: [1]', 'Da marzo un cavo di tre metri.', 'Da marzo, con 5 anni di garanzia, tre metri: [1]']) expect(read(changed)).toEqual({ refused: 'loop.rewording_changes' });
    for (const useless of ['', '  \n', '<b></b>', text, `Da marzo tre metri: [1] ${'molto '.repeat(300)}`]) expect(read(useless)).toEqual({ refused: 'loop.rewording_unusable' });
  });
});
