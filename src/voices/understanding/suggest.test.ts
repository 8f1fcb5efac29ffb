import { describe, expect, test } from 'vitest';
import { sentencesOf } from './sentences.ts';
import { suggestInsights } from './suggest.ts';

const said = (text: string): [string, string][] => suggestInsights(text).map(({ from, to, kind }) => [kind, text.slice(from, to)]);

describe('sentences', () => {
  test('stand where they are, whatever stands around them', () => {
    const text = 'Buongiorno,\n\n  la lampada è bella. Il cavo,\npurtroppo, è corto!  Grazie\n> Il cavo è di due metri.\n\n-- \nElena Marchetti. Lecco.';
    const found = sentencesOf(text);
    expect(found.map(({ words }) => words)).toEqual(['Buongiorno,', 'la lampada è bella.', 'Il cavo,\npurtroppo, è corto!', 'Grazie']);
    for (const { from, to, words } of found) expect(text.slice(from, to)).toBe(words);
  });

  test('do not end after a title, an abbreviation or a number', () => {
    expect(sentencesOf('Il sig. Ferri ha pagato 12.50 euro, ordine n. 88213. Attende.').map(({ words }) => words)).toEqual(['Il sig. Ferri ha pagato 12.50 euro, ordine n. 88213.', 'Attende.']);
  });

  test('are none in nothing', () => {
    expect([sentencesOf(''), sentencesOf('\n\n'), sentencesOf('> quoted')]).toEqual([[], [], []]);
  });
});

describe('what is worth hearing in a message', () => {
  test('is the sentence with the wish, and not the manners around it', () => {
    expect(said('Buongiorno Giulia,\n\nho ricevuto il secondo collo, grazie. Sarebbe bello se il cavo fosse più lungo.\n\nCordiali saluti\nElena Marchetti')).toEqual([
      ['feature_request', 'Sarebbe bello se il cavo fosse più lungo.'],
    ]);
  });

  test('is each kind on its own', () => {
    expect(said('Dear all, the lamp flickers after ten minutes. Nobody has answered my three emails. I will cancel my account and go to a competitor.').map(([kind]) => kind)).toEqual(['defect', 'frustration', 'leaving_risk']);
  });

  test('is nothing in a plain question, a thank-you or a date', () => {
    for (const text of ['Buongiorno, come posso registrare la garanzia? Grazie mille, cordiali saluti', 'Thank you for your help. We will arrive on Tuesday at ten.', 'Il numero di serie è 88-1120-AX. Resto in attesa, grazie.']) expect(said(text)).toEqual([]);
  });
});
