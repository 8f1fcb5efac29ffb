import { defineTexts } from '#base/texts.ts';

/** What only the page without script says; the rest it shares with the other. */
export const plainTexts = defineTexts({
  it: {
    conversation: 'Che cosa ci siamo detti', youCalled: 'Ha telefonato.', nothing: 'Qui troverà i suoi messaggi e le nostre risposte.', files: 'Allegati',
    steps: 'Che cosa è successo', calendar: 'Metti le date nel calendario', pleaseWrite: 'Scriva qualcosa, oppure scelga che cosa fare.',
    wishes: 'Come vuole sentirci', language: 'In che lingua', languages: { it: 'Italiano', en: 'English' }, by: 'Come', roads: { email: 'Per e-mail', phone: 'Al telefono' },
    number: 'Il numero da chiamare (se preferisce il telefono)', keep: 'Salva', unsolvedHow: 'Che cosa manca? (facoltativo)', filesHow: 'Fino a 10 MB in tutto.',
    done: { write: 'Ricevuto: è nel suo caso.', solved: 'Grazie: il caso è chiuso come risolto.', unsolved: 'Grazie di avercelo detto: il caso è riaperto.', rate: 'Grazie del voto.', wishes: 'Salvato: da adesso facciamo così.' },
    you: 'Lei', page: 'Torna alla pagina',
  },
  en: {
    conversation: 'What we said to each other', youCalled: 'You called.', nothing: 'Here you will find your messages and our answers.', files: 'Attachments',
    steps: 'What has happened', calendar: 'Put the dates in my calendar', pleaseWrite: 'Please write something, or choose what to do.',
    wishes: 'How you want to hear from us', language: 'In which language', languages: { it: 'Italiano', en: 'English' }, by: 'How', roads: { email: 'By e-mail', phone: 'On the phone' },
    number: 'The number to call (if you prefer the phone)', keep: 'Save', unsolvedHow: 'What is missing? (optional)', filesHow: 'Up to 10 MB in all.',
    done: { write: 'Received: it is in your case.', solved: 'Thank you: the case is closed as solved.', unsolved: 'Thank you for telling us: the case is open again.', rate: 'Thank you for rating.', wishes: 'Saved: from now on we do it this way.' },
    you: 'You', page: 'Back to the page',
  },
});
