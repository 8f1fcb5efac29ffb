import type { RefusalWords } from '#base/refusal.ts';
import { defineTexts } from '#base/texts.ts';

export const emailTexts = defineTexts({
  it: {
    imapWorks: (count: number) => `La posta in arrivo si legge: ${count === 1 ? 'c’è un messaggio' : `ci sono ${count} messaggi`}.`,
    smtpWorks: 'La posta in uscita funziona.',
    smtpRefused: (response: string) => `Il server di uscita non ci ha accettati. Ha risposto: ${response}`,
  },
  en: {
    imapWorks: (count: number) => `Incoming mail can be read: ${count === 1 ? 'there is one message' : `there are ${count} messages`}.`,
    smtpWorks: 'Outgoing mail works.',
    smtpRefused: (response: string) => `The outgoing server did not accept us. It said: ${response}`,
  },
});

export const emailRefusals: RefusalWords<'mailbox.address_taken' | 'mailbox.no_such_department' | 'raw_mail.not_waiting'> = {
  'mailbox.address_taken': {
    it: ({ address }) => `${address} è già una delle caselle.`,
    en: ({ address }) => `${address} is one of the mailboxes already.`,
  },
  'mailbox.no_such_department': { it: () => 'Quel reparto non c’è più: ne scelga un altro.', en: () => 'That department is gone: choose another.' },
  'raw_mail.not_waiting': {
    it: () => 'Questo messaggio è già stato elaborato: lo trova nel suo caso.',
    en: () => 'This mail has been dealt with already: you find it in its case.',
  },
};
