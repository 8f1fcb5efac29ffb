import { defineTexts } from '#base/texts.ts';

/** The words of the shell: where one can go, and what will be there. */
export const shellTexts = defineTexts({
  it: {
    places: {
      cases: { words: 'Casi', short: 'Casi' },
      heat: { words: 'Chi sta per bollire', short: 'Bollono' },
      requests: { words: 'Richieste ai reparti', short: 'Richieste' },
      promises: { words: 'Promesse', short: 'Promesse' },
      incidents: { words: 'Disservizi', short: 'Disservizi' },
      voices: { words: 'Prendere o lasciare', short: 'Decidere' },
      management: { words: 'Direzione', short: 'Direzione' },
      settings: { words: 'Impostazioni', short: 'Imposta' },
    },
    groups: { listening: 'Ascolto', house: 'Azienda' } as Readonly<Record<string, string>>,
    empty: {
      cases: { title: 'Qui ci saranno i tuoi casi', words: 'Ogni volta che un cliente scrive, il caso compare qui entro un secondo, con chi l’ha preso in carico e che cosa aspetta.' },
      heat: { title: 'Nessuno sta per bollire', words: 'Qui vedi chi sta per perdere la pazienza, fra quanto e perché, con il gesto che lo ferma.' },
      requests: { title: 'Nessuna richiesta aperta', words: 'Quello che chiedi a un altro reparto sta qui finché non arriva la risposta. Se tarda, sale da solo.' },
      promises: { title: 'Nessuna promessa in corso', words: 'Ogni data data a un cliente compare qui, prima che scada.' },
      incidents: { title: 'Nessun disservizio', words: 'Una causa sola dietro a molti casi sta qui, con chi è stato avvisato e chi no.' },
      voices: { title: 'Niente da decidere', words: 'Quello che i clienti ci dicono sta qui, con chi decide ed entro quando.' },
      management: { title: 'La settimana', words: 'Che cosa dicono i clienti, che cosa aspetta una decisione, che cosa abbiamo promesso.' },
      settings: { title: 'Impostazioni', words: 'Persone, reparti, calendari e caselle di posta.' },
    },
    notFound: { title: 'Questa pagina non c’è', words: 'Il collegamento può essere vecchio o copiato a metà.', act: 'Vai ai casi' },
    live: {
      connecting: 'Mi collego…', live: 'In diretta', lost: 'Non in diretta',
      lostWhy: 'Riprovo da solo. Intanto quello che vedi può essere vecchio di mezzo minuto.',
    },
    goTo: (place: string) => `Vai a ${place}`,
    dueToday: (count: string) => `${count} oggi`,
    everywhere: { search: 'Cerca', call: 'Annota una telefonata', heard: 'Annota una recensione o un post' },
  },
  en: {
    places: {
      cases: { words: 'Cases', short: 'Cases' },
      heat: { words: 'About to boil', short: 'Boiling' },
      requests: { words: 'Requests', short: 'Requests' },
      promises: { words: 'Promises', short: 'Promises' },
      incidents: { words: 'Incidents', short: 'Incidents' },
      voices: { words: 'Take or leave', short: 'Decide' },
      management: { words: 'Management', short: 'Week' },
      settings: { words: 'Settings', short: 'Settings' },
    },
    groups: { listening: 'Listening', house: 'Company' } as Readonly<Record<string, string>>,
    empty: {
      cases: { title: 'Your cases will be here', words: 'Whenever a customer writes, the case shows up here within a second, with who has it and what it is waiting for.' },
      heat: { title: 'Nobody is about to boil', words: 'Here you see who is about to lose patience, how soon and why, with the one act that stops it.' },
      requests: { title: 'No open requests', words: 'What you ask another department stays here until the answer comes. If it is late, it climbs by itself.' },
      promises: { title: 'No promises running', words: 'Every date given to a customer shows up here, before it falls due.' },
      incidents: { title: 'No incidents', words: 'One cause behind many cases stands here, with who was told and who was not.' },
      voices: { title: 'Nothing to decide', words: 'What customers tell us stands here, with who decides and by when.' },
      management: { title: 'The week', words: 'What customers say, what waits for a decision, what we promised.' },
      settings: { title: 'Settings', words: 'People, departments, calendars and mailboxes.' },
    },
    notFound: { title: 'There is no such page', words: 'The link may be old, or copied only in part.', act: 'Go to cases' },
    live: {
      connecting: 'Connecting…', live: 'Live', lost: 'Not live',
      lostWhy: 'Trying again by itself. Meanwhile what you see may be half a minute old.',
    },
    goTo: (place: string) => `Go to ${place}`,
    dueToday: (count: string) => `${count} today`,
    everywhere: { search: 'Search', call: 'Note a call', heard: 'Note a review or a post' },
  },
});
