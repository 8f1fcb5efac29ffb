import type { RefusalWords } from '#base/refusal.ts';
import type { FormRefusal } from './rules.ts';

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
