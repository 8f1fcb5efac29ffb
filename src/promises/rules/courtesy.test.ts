import { expect, test } from 'vitest';
import { courtesyOf } from './courtesy.ts';

test('our last letter decides, whatever the customer writes', () => {
  expect(courtesyOf({ ours: ['Ciao Elena, ti scrivo appena so qualcosa.'], theirs: ['Gentile Giulia, la ringrazio.'] })).toBe('informal');
  expect(courtesyOf({ ours: ['Buongiorno, le scrivo domani. Cordiali saluti'], theirs: ['Ciao, hai novità?'] })).toBe('formal');
  expect(courtesyOf({ ours: ['Il collo parte domani.', 'Ciao Elena, ecco la tua ricevuta.'], theirs: [] })).toBe('informal');
});

test('where we wrote nothing, how they write to us', () => {
  expect(courtesyOf({ ours: [], theirs: ['Ciao, mi dici quando arriva il mio ordine? Hai il numero sopra.'] })).toBe('informal');
  expect(courtesyOf({ ours: [], theirs: ['Buongiorno, può dirmi quando arriva?'] })).toBe('formal');
});

test('in doubt it is Lei; articles, possessives of others and quoted names say nothing', () => {
  const neutral = ['Le lampade sono arrivate, il suo imballo no.', 'L’ordine è del 3 marzo', '', 'Il tè è finito', 'mio fratello ha il suo'];
  expect(neutral.filter((text) => courtesyOf({ ours: [], theirs: [text] }) !== 'formal')).toEqual([]);
});
