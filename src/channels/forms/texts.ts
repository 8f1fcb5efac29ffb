import type { RefusalWords } from '#base/refusal.ts';
import { defineTexts } from '#base/texts.ts';
import type { FormRefusal } from './rules.ts';

/** What whoever fills in the form reads. */
export const formTexts = defineTexts({
  it: {
    name: 'Nome e cognome',
    email: 'Indirizzo e-mail',
    subject: 'Oggetto (facoltativo)',
    text: 'Come possiamo aiutarla?',
    caseNumber: 'Numero del caso, se ne ha già uno (per esempio C-10482)',
    files: 'Allegati, fino a 10 MB',
    send: 'Invia',
    received: (number: number) => `Ricevuto. Il numero del suo caso è C-${number}.`,
    joined: (number: number) => `Ricevuto: lo abbiamo aggiunto al caso C-${number}.`,
    keep: 'Lo tenga da parte: le rispondiamo all’indirizzo che ci ha dato.',
    gone: 'Questo modulo non è più attivo. Cerchi quello nuovo sul sito da cui è arrivato.',
  },
  en: {
    name: 'Your name',
    email: 'E-mail address',
    subject: 'Subject (optional)',
    text: 'How can we help you?',
    caseNumber: 'Case number, if you have one already (for instance C-10482)',
    files: 'Attachments, up to 10 MB',
    send: 'Send',
    received: (number: number) => `Received. The number of your case is C-${number}.`,
    joined: (number: number) => `Received: we have added it to case C-${number}.`,
    keep: 'Keep it: we answer at the address that you gave us.',
    gone: 'This form is no longer active. Look for the new one on the site that you came from.',
  },
});

export const formRefusals: RefusalWords<FormRefusal['refused']> = {
  'form.looks_automatic': {
    it: () => 'È stato compilato così in fretta che sembra un programma. Aspetti qualche secondo e invii di nuovo.',
    en: () => 'It was filled in so fast that it looks like a program. Wait some seconds and send it again.',
  },
  'form.open_again': {
    it: () => 'Il modulo è rimasto aperto troppo a lungo. Copi quello che ha scritto, ricarichi la pagina e invii di nuovo.',
    en: () => 'The form was open for too long. Copy what you wrote, reload the page and send it again.',
  },
  'form.already_closed': { it: () => 'Questo modulo è già chiuso.', en: () => 'This form is closed already.' },
};
