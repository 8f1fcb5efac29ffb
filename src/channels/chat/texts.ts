import type { RefusalWords } from '#base/refusal.ts';
import { defineTexts, plural } from '#base/texts.ts';
import type { ChatRefusal } from './rules.ts';

export const chatRefusals: RefusalWords<ChatRefusal['refused']> = {
  'chat.is_off': {
    it: () => 'Questa chat al momento è chiusa. Ci trova agli altri contatti del sito.',
    en: () => 'This chat is closed at the moment. You will find us at the other contacts of this site.',
  },
  'chat.looks_automatic': {
    it: () => 'Il messaggio sembra inviato da un programma. Ricarichi la pagina e riprovi.',
    en: () => 'The message looks as if a program had sent it. Reload the page and try again.',
  },
  'chat.wrong_code': {
    it: ({ left }) => (left === 0 ? 'Il codice non è questo, e i tentativi sono finiti. La conversazione continua per e-mail.' : `Il codice non è questo. ${plural(Number(left), 'Resta un tentativo.', `Restano ${left} tentativi.`)}`),
    en: ({ left }) => (left === 0 ? 'That is not the code, and there are no tries left. The conversation goes on by e-mail.' : `That is not the code. ${plural(Number(left), 'One try left.', `${left} tries left.`)}`),
  },
  'chat.no_tries_left': {
    it: () => 'I tentativi sono finiti. La conversazione continua per e-mail.',
    en: () => 'There are no tries left. The conversation goes on by e-mail.',
  },
  'chat.no_page_here': {
    it: () => 'Il collegamento alla pagina del caso è nella nostra e-mail.',
    en: () => 'The link to the page of the case is in our e-mail.',
  },
};

export const chatTexts = defineTexts({
  it: {
    visitor: 'Visitatore della chat',
    code: (code: string) => `Ha iniziato in chat? Se torna lì, con il codice ${code} rivede anche le e-mail. È solo suo: non lo dia a nessuno.`,
  },
  en: {
    visitor: 'Chat visitor',
    code: (code: string) => `Did you begin in the chat? If you return there, code ${code} shows you the e-mails as well. It is yours alone: give it to nobody.`,
  },
});
