import { defineTexts } from '#base/texts.ts';

export const problemTexts = defineTexts({
  it: {
    unreachable: 'Non riesco a raggiungere Presa. Quello che hai scritto è ancora qui: riprova tra un momento.',
    unknown: 'Presa non ha risposto come doveva. Quello che hai scritto è ancora qui: riprova tra un momento.',
    quote: 'Se ne parli con chi amministra Presa, cita',
    retry: 'Riprova',
    copy: 'Copia',
    copied: 'Copiato',
    cancel: 'Annulla',
    otherFields: 'C’è qualcosa che non va anche qui:',
  },
  en: {
    unreachable: 'Presa cannot be reached. What you wrote is still here: try again in a moment.',
    unknown: 'Presa did not answer as it should. What you wrote is still here: try again in a moment.',
    quote: 'If you mention it to whoever runs Presa, quote',
    retry: 'Try again',
    copy: 'Copy',
    copied: 'Copied',
    cancel: 'Cancel',
    otherFields: 'Something is not right here either:',
  },
});
