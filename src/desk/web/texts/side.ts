import { defineTexts, plural } from '#base/texts.ts';

/** The words of the column beside a case: who the customer is, what was promised, what else can be done. */
export const sideTexts = defineTexts({
  it: {
    side: 'Chi è e che cosa aspetta',
    customerSince: (year: string) => `Cliente dal ${year}`, newCustomer: 'Cliente nuovo', perYear: 'l’anno',
    cases: 'Casi', casesSaid: (resolved: number, open: number) => `${plural(resolved, '1 risolto', `${resolved} risolti`)}, ${plural(open, '1 aperto', `${open} aperti`)}`,
    prefersMail: 'Preferisce l’e-mail', prefersPhone: 'Preferisce il telefono:', lastVote: 'Ultimo voto', stars: (score: number) => `${score} su 5`, company: 'Azienda', identities: 'Come ci raggiunge', others: 'Altri casi aperti',
    promises: 'Promesse', noPromises: 'Nessuna promessa in corso.', keepHow: 'Mantenuta in altro modo', keepTitle: 'Mantenuta in un altro modo', how: 'Come', howAbout: 'Al telefono, allo sportello…', keep: 'Segna come mantenuta', keptNow: 'Promessa mantenuta.',
    release: 'Sciolta dal cliente', releaseTitle: 'Il cliente ci scioglie dalla promessa', releaseWhy: 'Che cosa ha detto', releaseAct: 'Sciogli', released: 'Promessa sciolta. Resta nella storia.',
    states: { open: '', in_danger: 'a rischio', kept: 'mantenuta', broken: 'mancata', released: 'sciolta' },
    requests: 'Richieste', noRequests: 'Nessun reparto è stato coinvolto.',
    page: (name: string) => `La pagina di ${name}`, pageLatest: 'Il collegamento viaggia con ogni nostra risposta.',
    seenToday: (count: number) => plural(count, 'Vista 1 volta oggi.', `Vista ${count} volte oggi.`), seenLast: (when: string) => `Vista l’ultima volta ${when}.`, seenNever: 'Non ancora aperta.',
    reads: (words: string) => `Legge: «${words}».`,
    tells: 'Se non scrivi in tempo, l’aggiornamento parte da sé',
    tellsAbout: 'Dieci minuti prima dell’ora promessa, a tuo nome e con i soli fatti del caso. Al massimo due di fila.',
    do: 'Altro che puoi fare', call: 'Annota una telefonata',
    acts: { handover: 'Passa le consegne', level: 'Altro livello', publicAnswer: 'Ho risposto in pubblico', refer: 'Non è nostro', opportunity: 'Passa un’opportunità', incident: 'Apri un disservizio', complaint: 'Registra un reclamo', thirdParty: 'Aspetta un esterno', nextUpdate: 'Sposta la data', merge: 'Unisci', split: 'Dividi', resolve: 'Risolvi senza scrivere' },
  },
  en: {
    side: 'Who it is, and what they wait for',
    customerSince: (year: string) => `Customer since ${year}`, newCustomer: 'New customer', perYear: 'a year',
    cases: 'Cases', casesSaid: (resolved: number, open: number) => `${resolved} resolved, ${open} open`,
    prefersMail: 'Prefers e-mail', prefersPhone: 'Prefers the phone:', lastVote: 'Last rating', stars: (score: number) => `${score} out of 5`, company: 'Company', identities: 'How they reach us', others: 'Other open cases',
    promises: 'Promises', noPromises: 'No promise running.', keepHow: 'Kept another way', keepTitle: 'Kept another way', how: 'How', howAbout: 'On the phone, at the counter…', keep: 'Mark as kept', keptNow: 'Promise kept.',
    release: 'The customer let us off', releaseTitle: 'The customer lets us off', releaseWhy: 'What they said', releaseAct: 'Let off', released: 'Let off. It stays in the history.',
    states: { open: '', in_danger: 'at risk', kept: 'kept', broken: 'broken', released: 'let off' },
    requests: 'Requests', noRequests: 'No department has been asked.',
    page: (name: string) => `${name}’s page`, pageLatest: 'The link travels with every reply of ours.',
    seenToday: (count: number) => plural(count, 'Seen once today.', `Seen ${count} times today.`), seenLast: (when: string) => `Last seen ${when}.`, seenNever: 'Not opened yet.',
    reads: (words: string) => `It says: “${words}”.`,
    tells: 'If you do not write in time, the update leaves by itself',
    tellsAbout: 'Ten minutes before the promised time, in your name, with nothing but the facts of the case. Twice in a row at most.',
    do: 'What else you can do', call: 'Log a call',
    acts: { handover: 'Hand over', level: 'Another level', publicAnswer: 'I answered in public', refer: 'Not ours', opportunity: 'Hand over an opportunity', incident: 'Open an incident', complaint: 'Register a complaint', thirdParty: 'Wait for an outsider', nextUpdate: 'Move the date', merge: 'Merge', split: 'Split', resolve: 'Resolve without writing' },
  },
});
