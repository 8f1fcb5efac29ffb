import type { RefusalWords } from '#base/refusal.ts';
import { defineTexts } from '#base/texts.ts';
import type { IncidentRefusal } from './rules.ts';

// Those about the next update are said by the cases, which refuse the same dates.
type Own = Exclude<IncidentRefusal['refused'], `next_update.${string}`>;

export const incidentRefusals: RefusalWords<Own> = {
  'incident.no_words': { it: () => 'Scrivi almeno in una delle due lingue.', en: () => 'Write it in one of the two languages at least.' },
  'incident.began_in_the_future': { it: () => 'Non può essere cominciato nel futuro: correggi l’ora.', en: () => 'It cannot have begun in the future: correct the time.' },
  'incident.began_too_long_ago': { it: () => 'Si parte al massimo da due settimane fa: scegli quando se ne sono accorti i clienti.', en: () => 'Two weeks back at the most: choose when customers noticed.' },
  'incident.next_update_needed': { it: () => 'Finché non è risolto serve una data: quando avranno altre notizie?', en: () => 'Until it is resolved there must be a date: when will they hear again?' },
  'incident.one_is_leaving': { it: () => 'Un altro aggiornamento sta ancora partendo: aspetta che sia arrivato a tutti, o richiamalo.', en: () => 'Another update is still leaving: wait until it has reached everybody, or take it back.' },
  'incident.nobody_to_tell': { it: () => 'Non c’è nessuno che si possa avvisare ora: controlla gli indirizzi.', en: () => 'There is nobody who can be told now: check the addresses.' },
  'incident.language_missing': { it: () => 'Manca il testo nella loro lingua: scrivilo, e partirà.', en: () => 'The words in their language are missing: write them, and it will leave.' },
  'incident.update_is_old': { it: () => 'C’è già un aggiornamento più recente: avvisali con quello.', en: () => 'There is a newer update: tell them that one.' },
  'incident.update_has_left': { it: () => 'È già partito: scrivine un altro che lo corregga.', en: () => 'It has left already: write another one that puts it right.' },
  'incident.update_not_begun': { it: () => 'Non è ancora partito: aspetta qualche secondo.', en: () => 'It has not left yet: wait a few seconds.' },
};

/** The words of the public page. */
export const statusTexts = defineTexts({
  it: {
    title: 'Disservizi in corso', asOf: 'Aggiornato', began: 'Cominciato', next: 'Prossimo aggiornamento', soon: 'tra poco', updates: 'Che cosa abbiamo detto finora',
    allWell: 'In questo momento non risultano disservizi.', notHere: 'Il problema è un altro? Basta scriverci: qualcuno lo prende in carico.', inThis: 'Leggi in italiano',
    states: { investigating: 'Stiamo cercando la causa', identified: 'Causa trovata', resolved: 'Risolto' },
  },
  en: {
    title: 'What is wrong right now', asOf: 'As of', began: 'Began', next: 'Next update', soon: 'very soon', updates: 'What we have said so far',
    allWell: 'Nothing is wrong that we know of.', notHere: 'Is yours another problem? Just write to us: somebody takes charge of it.', inThis: 'Read in English',
    states: { investigating: 'Looking for the cause', identified: 'Cause found', resolved: 'Resolved' },
  },
});
