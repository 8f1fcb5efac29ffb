import { defineTexts } from '#base/texts.ts';

export const otherWordsTexts = defineTexts({
  it: {
    ask: 'Proponi altre parole', about: 'Le propone un modello linguistico, che non vede né nomi né recapiti dei clienti. Decidi tu: niente si salva e niente parte da solo.', asking: 'Cerco altre parole: qualche secondo…',
    courtesy: 'Come ci si rivolge a chi legge', courtesies: { neither: 'Senza Lei né tu', formal: 'Con il Lei', informal: 'Con il tu' },
    both: 'Le tue parole e la proposta', own: { same: 'Le tue parole', it: 'Quello che diciamo in italiano', en: 'Quello che diciamo in inglese' }, proposal: 'La proposta',
    take: 'Usa la proposta', leave: 'Tieni le tue parole', taken: 'La proposta è nel riquadro: rileggila, ritoccala e salva.',
  },
  en: {
    ask: 'Suggest other words', about: 'They come from a language model, which sees neither names nor addresses of customers. It is up to you: nothing is saved or sent by itself.', asking: 'Looking for other words: a few seconds…',
    courtesy: 'How the reader is addressed', courtesies: { neither: 'By neither Lei nor tu', formal: 'As Lei', informal: 'As tu' },
    both: 'Your words and the proposal', own: { same: 'Your words', it: 'What we say in Italian', en: 'What we say in English' }, proposal: 'The proposal',
    take: 'Use the proposal', leave: 'Keep your words', taken: 'The proposal is in the field: read it again, touch it up and save it.',
  },
});
