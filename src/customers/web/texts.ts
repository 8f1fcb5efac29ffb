import { defineTexts, plural } from '#base/texts.ts';

export const customerTexts = defineTexts({
  it: {
    since: (day: string) => `cliente dal ${day}`, yearly: (amount: string) => `${amount} l’anno`, lastScore: (score: number) => `ultimo voto ${score} su 5`,
    cases: (open: number, resolved: number) => `${plural(open, '1 caso aperto', `${open} casi aperti`)}, ${plural(resolved, '1 risolto', `${resolved} risolti`)}`,
    reach: 'Come si raggiunge',
    kinds: { email: 'E-mail', phone: 'Telefono', handle: 'Nome sui social', pec: 'PEC' },
    proven: 'provato da un suo messaggio', unproven: 'non ancora provato',
    noReach: 'Non abbiamo ancora un modo per raggiungerlo.',
    edit: 'Correggi', editTitle: 'Correggi il cliente', name: 'Nome', language: 'Lingua in cui scriverle', anyLanguage: 'Quella in cui scrive', languages: { it: 'Italiano', en: 'Inglese' }, save: 'Salva', saved: 'Salvato.',
    add: 'Aggiungi un recapito', addTitle: 'Aggiungi un recapito', kind: 'Che cosa', value: 'Recapito',
    addHow: 'Quello che scrive da qui arriva ai suoi casi.', addSend: 'Aggiungi', added: 'Recapito aggiunto.',
    cancel: 'Annulla', write: 'Scrivi', call: 'Chiama',
    gone: { title: 'Questo cliente non c’è', words: 'Il collegamento può essere vecchio, oppure la scheda è stata unita a un’altra.' },
    back: 'Casi',
  },
  en: {
    since: (day: string) => `customer since ${day}`, yearly: (amount: string) => `${amount} a year`, lastScore: (score: number) => `last rating ${score} out of 5`,
    cases: (open: number, resolved: number) => `${plural(open, '1 open case', `${open} open cases`)}, ${resolved} resolved`,
    reach: 'How to reach them',
    kinds: { email: 'E-mail', phone: 'Phone', handle: 'Social media name', pec: 'PEC' },
    proven: 'proven by a message of theirs', unproven: 'not proven yet',
    noReach: 'We have no way to reach them yet.',
    edit: 'Correct', editTitle: 'Correct the customer', name: 'Name', language: 'Language to write in', anyLanguage: 'The one they write in', languages: { it: 'Italian', en: 'English' }, save: 'Save', saved: 'Saved.',
    add: 'Add a way to reach them', addTitle: 'Add a way to reach them', kind: 'What', value: 'Address or number',
    addHow: 'What they write from here reaches their cases.', addSend: 'Add', added: 'Added.',
    cancel: 'Cancel', write: 'Write', call: 'Call',
    gone: { title: 'There is no such customer', words: 'The link may be old, or the page was joined with another.' },
    back: 'Cases',
  },
});
