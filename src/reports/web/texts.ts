import { defineTexts } from '#base/texts.ts';

export const managementTexts = defineTexts({
  it: {
    earlier: 'Settimana prima', later: 'Settimana dopo',
    weekOf: (monday: string) => `Settimana del ${monday}`,
    pdf: 'Scarica il PDF',
    recipients: 'Chi la riceve',
    list: {
      title: 'Chi riceve la settimana', lead: 'Ogni lunedì alle 7, per e-mail con il PDF. La direzione la riceve sempre; qui si aggiunge chi non ha un accesso.',
      management: 'La direzione', others: 'Anche a', none: 'Nessun altro la riceve.', noManagement: 'Nessuno ha il ruolo direzione: dallo a qualcuno, o aggiungi qui un indirizzo.',
      add: 'Aggiungi', name: 'Nome', email: 'E-mail', language: 'Lingua', remove: 'Togli', removed: (name: string) => `${name} non la riceve più, e i suoi collegamenti non si aprono.`, added: (name: string) => `${name} la riceve da lunedì.`, undo: 'Annulla', it: 'Italiano', en: 'Inglese',
    },
  },
  en: {
    earlier: 'Week before', later: 'Week after',
    weekOf: (monday: string) => `Week of ${monday}`,
    pdf: 'Download the PDF',
    recipients: 'Who gets it',
    list: {
      title: 'Who gets the week', lead: 'Every Monday at 7, by e-mail with the PDF. The management always gets it; add here whoever has no account.',
      management: 'The management', others: 'Also to', none: 'Nobody else gets it.', noManagement: 'Nobody has the role management: give it to somebody, or add an address here.',
      add: 'Add', name: 'Name', email: 'E-mail', language: 'Language', remove: 'Remove', removed: (name: string) => `${name} no longer gets it, and their links no longer open.`, added: (name: string) => `${name} gets it from Monday on.`, undo: 'Undo', it: 'Italian', en: 'English',
    },
  },
});
