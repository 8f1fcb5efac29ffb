import { expect, test } from 'vitest';
import { draftFromAnswer, toAdapt, type DraftFacts } from './draft.ts';

const facts: DraftFacts = {
  language: 'it', customer: 'Elena Marchetti', department: 'Magazzino', isSupplier: false,
  choice: 'Non ancora', promisedFor: '2026-11-27', text: 'Collo danneggiato in uscita, lo rifacciamo oggi.',
};

test('the answer and the day are in it; the words that only Giulia reads are not', () => {
  expect(draftFromAnswer(facts)).toBe(
    [
      'Gentile Elena Marchetti,',
      'I colleghi di Magazzino mi hanno risposto: «Non ancora». La data che mi hanno dato è venerdì 27 novembre.',
      'Seguo io fino in fondo: le scrivo entro venerdì 27 novembre, anche solo per confermarle che è tutto a posto.',
    ].join('\n\n'),
  );
});

test('words that are all there is are put in, marked as not yet for the customer', () => {
  const draft = draftFromAnswer({ ...facts, choice: null, promisedFor: null });
  expect(draft).toContain('[DA RISCRIVERE: Collo danneggiato in uscita, lo rifacciamo oggi.]');
  expect(draft).toContain('I colleghi di Magazzino mi hanno risposto.');
});

test('in English, from a supplier, on the first of a month', () => {
  const draft = draftFromAnswer({ ...facts, language: 'en', department: 'Corriere Nord', isSupplier: true, promisedFor: '2026-12-01', customer: 'Hotel Belvedere' });
  expect(draft).toBe(
    [
      'Dear Hotel Belvedere,',
      'I have an answer from our supplier: “Non ancora”. The date I have been given is Tuesday 1 December.',
      'I will see this through: I will write to you by Tuesday 1 December, if only to confirm that all is well.',
    ].join('\n\n'),
  );
  expect(draftFromAnswer({ ...facts, promisedFor: '2026-12-01' })).toContain('martedì 1º dicembre');
});

test.each(['@marta.v', 'marta@example.it', '+39 347 1234567', ''])('%j is not called by that', (customer) => {
  expect(draftFromAnswer({ ...facts, customer }).split('\n')[0]).toBe('Buongiorno,');
});

test('a novel is cut, between words, and the mark is closed', () => {
  const draft = draftFromAnswer({ ...facts, choice: null, promisedFor: null, text: 'parola '.repeat(400) });
  expect(draft.length).toBeLessThan(1_000);
  expect(draft).toContain(`parola…${toAdapt.it[1]}`);
});
