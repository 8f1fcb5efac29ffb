import { describe, expect, it } from 'vitest';
import { likeliest, piecesOf, sentencesIn } from './marking.ts';
import { inMonths, nearness, paceOf, sayEurosShort } from './say.ts';

const mail = 'Buongiorno,\nho ricevuto solo uno dei due colli.  Peccato anche che il cavo sia così corto, l’ho dovuto prolungare.\nGrazie';

describe('what is offered where nobody has marked anything', () => {
  it('is the sentences, without greetings and without white space at their ends', () => {
    expect(sentencesIn(mail, 1_000).map(({ from, to }) => mail.slice(from, to))).toEqual(['ho ricevuto solo uno dei due colli.', 'Peccato anche che il cavo sia così corto, l’ho dovuto prolungare.']);
  });
  it('is a short word where there is nothing else, and nothing longer than a voice may be', () => {
    expect(sentencesIn('Pessimo!', 1_000)).toEqual([{ from: 0, to: 8 }]);
    const hasty = 'è arrivata rotta!! il sig. Conti dice di aspettare. io aspetto?';
    expect(sentencesIn(hasty, 1_000).map(({ from, to }) => hasty.slice(from, to))).toEqual(['è arrivata rotta!!', 'il sig. Conti dice di aspettare.']);
    expect(sentencesIn(`Ciao. ${'molto '.repeat(50)}.`, 40).map(({ to }) => to)).toEqual([5]);
  });
  it('begins with what the program would mark, else with the longest', () => {
    const sentences = sentencesIn(mail, 1_000);
    expect(likeliest(sentences, [])).toBe(1);
    expect(likeliest(sentences, [{ from: 20, to: 30 }])).toBe(0);
  });
});

describe('a text cut at what is marked in it', () => {
  const text = 'il cavo è corto 🙂 davvero';
  it('is the whole text again, with overlapping marks and an emoji in it', () => {
    const marks = [{ from: 3, to: 12 }, { from: 10, to: 18 }, { from: 40, to: 50 }];
    const pieces = piecesOf(text, 0, marks);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.map((piece) => piece.marks.length)).toEqual([0, 1, 2, 1, 0]);
  });
  it('keeps to the part that is drawn', () => {
    expect(piecesOf('corto', 10, [{ from: 3, to: 12 }])).toEqual([{ key: 10, text: 'co', marks: [{ from: 3, to: 12 }] }, { key: 12, text: 'rto', marks: [] }]);
  });
});

describe('what is said of a theme', () => {
  it('calls two voices more than before a trend, and one more none', () => {
    expect(paceOf([0, 0, 0, 1, 0, 1, 1, 1])).toEqual({ lately: 3, trend: 'rising' });
    expect(paceOf([0, 0, 0, 1, 0, 0, 1, 1])).toEqual({ lately: 2, trend: 'steady' });
    expect(paceOf([5, 5, 5, 5, 3, 3, 3, 3])).toEqual({ lately: 12, trend: 'falling' });
  });
  it('is near two days before its day, and late from its instant on', () => {
    const due = new Date('2026-11-30T17:00:00Z');
    expect([nearness(due, new Date('2026-11-28T16:59:59Z')), nearness(due, new Date('2026-11-28T17:00:01Z')), nearness(due, due)]).toEqual(['far', 'near', 'late']);
  });
  it('offers the last of the month where the day is missing', () => {
    expect(inMonths(new Date(2026, 10, 30), 3)).toBe('2027-02-28');
    expect(inMonths(new Date(2026, 10, 26), 1)).toBe('2026-12-26');
  });
  it('shortens what is worth thousands', () => {
    expect([sayEurosShort(4_820_000, 'it'), sayEurosShort(91_000, 'it')].map((said) => said.replace('\u{a0}', ' '))).toEqual(['48k €', '910 €']);
  });
});
