import { expect, it } from 'vitest';
import { markedAt, markedInThread } from './marked.ts';

const message = { id: 'm', text: '  Buongiorno.\nNe vorremmo altre dodici.  ' };
const wordsOf = ({ from, to }: { from: number; to: number }): string => message.text.slice(from, to);

it('what is selected goes without the white space around it; nothing selected is the whole message', () => {
  expect(wordsOf(markedAt(message, { from: 14, to: 42 }))).toBe('Ne vorremmo altre dodici.');
  expect(wordsOf(markedAt(message, { from: 5, to: 5 }))).toBe('Buongiorno.\nNe vorremmo altre dodici.');
  expect(wordsOf(markedAt(message, { from: 0, to: 2 }))).toBe('Buongiorno.\nNe vorremmo altre dodici.');
});

it('what was selected in the conversation is found again where the customer said it, and nowhere else', () => {
  const messages = [message] as never;
  expect(wordsOf(markedInThread(messages, ' altre dodici ')!)).toBe('altre dodici');
  expect(markedInThread(messages, 'Cordiali saluti')).toBeNull();
  expect(markedInThread(messages, 'Ne')).toBeNull();
});
