import { defineTexts, plural } from '#base/texts.ts';

export const searchTexts = defineTexts({
  it: {
    field: 'Cerca',
    hint: 'Parole, nomi, numeri: C-10482, 88213, elena@…',
    customers: 'Clienti',
    cases: 'Casi',
    openCases: (count: number) => plural(count, 'un caso aperto', `${count} casi aperti`),
    byNumber: 'Il caso con questo numero',
    nothing: (words: string) => `Niente con «${words}». Provi con meno parole, o con il numero dell’ordine.`,
    partial: 'Sono parole molto frequenti: qui ci sono i messaggi più recenti. Aggiunga una parola per restringere.',
    more: 'Mostra altri',
  },
  en: {
    field: 'Search',
    hint: 'Words, names, numbers: C-10482, 88213, elena@…',
    customers: 'Customers',
    cases: 'Cases',
    openCases: (count: number) => plural(count, 'one open case', `${count} open cases`),
    byNumber: 'The case with this number',
    nothing: (words: string) => `Nothing with “${words}”. Try fewer words, or the order number.`,
    partial: 'These words are very common: the latest messages are here. Add a word to narrow it down.',
    more: 'Show more',
  },
});
