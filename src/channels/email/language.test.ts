import { expect, it } from 'vitest';
import { languageOfText } from './language.ts';

it.each([
  ['Buongiorno, ho ricevuto solo uno dei due colli.', 'it'],
  ['Dove è finito il mio ordine?', 'it'],
  ['Ancora niente!', 'it'],
  ['Where is my parcel? I have been waiting since Monday.', 'en'],
  ['Still no refund.', 'en'],
  ['88213', null],
  ['', null],
])('%s → %s', (text, language) => {
  expect(languageOfText(text)).toBe(language);
});
