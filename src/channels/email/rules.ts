// Whose address is whose, and whom an answer to everybody goes to: pure, and of use to whoever shows or answers a mail.
export { isSameAddress, replyRecipients, withoutOurs } from './addresses.ts';
