import type { MessageView } from '#cases/contract.ts';

/** The words of a message that are handed over, by their places in it. */
export interface Marked {
  readonly messageId: string;
  readonly from: number;
  readonly to: number;
}

/** What the customer themselves wrote on the case, the latest first: words can be marked there. */
export const saidByCustomer = (messages: readonly MessageView[]): MessageView[] =>
  messages.filter(({ direction, isAutomatic, text }) => direction === 'in' && !isAutomatic && text.trim() !== '').toReversed();

/** The selection without the white space at its ends; the whole message where nothing is selected. */
export const markedAt = ({ id, text }: Pick<MessageView, 'id' | 'text'>, { from, to }: { from: number; to: number }): Marked => {
  const whole = text.slice(from, to).trim() === '';
  const [begin, end] = whole ? [0, text.length] : [from, to];
  const cut = text.slice(begin, end);
  const lead = cut.length - cut.trimStart().length;
  return { messageId: id, from: begin + lead, to: begin + lead + cut.trim().length };
};

/** What was selected in the conversation when the form was opened, where it stands in one message of the customer. */
export const markedInThread = (messages: readonly MessageView[], selected: string): Marked | null => {
  const wanted = selected.trim();
  if (wanted.length < 3) return null;
  const found = messages.find(({ text }) => text.includes(wanted));
  if (found === undefined) return null;
  const from = found.text.indexOf(wanted);
  return { messageId: found.id, from, to: from + wanted.length };
};
