import { defineTexts, plural } from '#base/texts.ts';

/** Handing over from a case, and what came of it beside the case. */
export const deskTexts = defineTexts({
  it: {
    title: 'Passa un’opportunità',
    about: 'Quello che il cliente ha detto arriva, con le sue parole, a chi ne può fare qualcosa. Il caso resta tuo: saprai com’è andata.',
    kind: 'Che cos’è', to: (department: string) => `va a ${department}`, noHours: 'quel reparto non ha orari di lavoro',
    from: 'Da dove vengono le parole', typed: 'Le scrivo io', message: (when: string) => `Dal messaggio ${when}`,
    mark: 'Segna le parole che contano', markAbout: 'Selezionale col mouse, o con Maiusc e le frecce. Se non segni niente, va tutto il messaggio.',
    write: 'Le parole del cliente', writeAbout: 'Come le ha dette: al telefono, di passaggio, in un messaggio vecchio.',
    goes: 'Arriva così', tooLong: (most: number) => `Sono più di ${most} caratteri: segna solo la parte che conta.`,
    value: 'Quanto può valere, in euro', valueAbout: 'Una stima basta; se non lo sai, lascia vuoto.', valueWrong: 'Scrivi una cifra, per esempio 8.400.', valueSaid: (value: string) => `Leggono ${value}.`,
    send: 'Passa l’opportunità', done: (department: string) => `In partenza per ${department}: il caso resta tuo.`, back: 'Annullata: nessuno l’ha ricevuta.',
    card: 'Opportunità', count: (count: number) => plural(count, '1 passata', `${count} passate`), open: 'Apri', by: 'entro',
  },
  en: {
    title: 'Hand over an opportunity',
    about: 'What the customer said goes, in their own words, to whoever can make something of it. The case stays yours: you will hear what came of it.',
    kind: 'What it is', to: (department: string) => `goes to ${department}`, noHours: 'that department has no working hours',
    from: 'Where the words come from', typed: 'I write them', message: (when: string) => `From the message ${when}`,
    mark: 'Mark the words that matter', markAbout: 'Select them with the mouse, or with Shift and the arrows. If you mark nothing, the whole message goes.',
    write: 'The customer’s words', writeAbout: 'As they said them: on the phone, in passing, in an older message.',
    goes: 'It arrives like this', tooLong: (most: number) => `That is more than ${most} characters: mark only the part that matters.`,
    value: 'What it may be worth, in euro', valueAbout: 'An estimate is enough; leave it empty if you do not know.', valueWrong: 'Write an amount, such as 8,400.', valueSaid: (value: string) => `They read ${value}.`,
    send: 'Hand it over', done: (department: string) => `On its way to ${department}: the case stays yours.`, back: 'Undone: nobody received it.',
    card: 'Opportunities', count: (count: number) => plural(count, '1 handed over', `${count} handed over`), open: 'Open', by: 'by',
  },
});
