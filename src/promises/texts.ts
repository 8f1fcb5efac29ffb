import type { RefusalWords } from '#base/refusal.ts';
import { defineTexts } from '#base/texts.ts';
import type { PromiseState } from './contract.ts';
import type { PromiseRefusal, VagueCode } from './rules.ts';

export const promiseRefusals: RefusalWords<PromiseRefusal['refused']> = {
  'promise.in_the_past': {
    it: () => 'La data promessa è già passata, o quasi. Scegline una che si possa mantenere.',
    en: () => 'The promised date has passed, or nearly. Choose one that can be kept.',
  },
  'promise.too_far': {
    it: () => 'La data promessa è a più di un anno da oggi: controlla l’anno.',
    en: () => 'The promised date is more than a year away: check the year.',
  },
  'promise.same_date': {
    it: () => 'È la stessa data di prima: scegli quella nuova, o lascia la promessa com’è.',
    en: () => 'That is the same date as before: choose the new one, or leave the promise as it is.',
  },
  'promise.already_kept': { it: () => 'Questa promessa è già stata mantenuta.', en: () => 'This promise has been kept already.' },
  'promise.already_broken': {
    it: () => 'La promessa è già scaduta e non si sposta più: resta mancata. Promettine una nuova, con una data nuova.',
    en: () => 'The promise has fallen due and can no longer be moved: it stays broken. Make a new one, with a new date.',
  },
  'promise.already_released': { it: () => 'Da questa promessa siamo già stati sollevati.', en: () => 'We have been let off this promise already.' },
  'promise.kept_and_moved': {
    it: () => 'La stessa promessa risulta insieme mantenuta e spostata: scegli una delle due.',
    en: () => 'The same promise is kept and moved at once: choose one of the two.',
  },
  'promise.moved_twice': { it: () => 'La stessa promessa ha due date nuove: lasciane una.', en: () => 'The same promise has two new dates: leave one.' },
  'promise.not_of_this_case': {
    it: () => 'Una delle promesse non è di questo caso. Ricarica la pagina: forse il caso è stato unito o diviso.',
    en: () => 'One of the promises is not of this case. Load the page again: the case may have been merged or split.',
  },
  'promise.foreign_request': {
    it: () => 'La richiesta su cui si appoggia la promessa non è di questo caso.',
    en: () => 'The request behind the promise is not of this case.',
  },
};

const italianStates: Record<PromiseState, string> = { open: 'aperta', in_danger: 'in pericolo', kept: 'mantenuta', broken: 'mancata', released: 'sciolta' };
const englishStates: Record<PromiseState, string> = { open: 'open', in_danger: 'in danger', kept: 'kept', broken: 'broken', released: 'let off' };

const italianVague: Record<VagueCode, string> = {
  as_soon_as_possible: 'Promessa senza data. Il cliente non sa quando smettere di aspettare.',
  shortly: 'Promessa senza data. «A breve» per chi aspetta è già passato.',
  coming_days: 'Promessa senza data. Quale giorno?',
  will_let_you_know: 'Promessa senza data. Il cliente non sa chi gli scrive, né quando.',
  when_known: 'Promessa senza data. Di’ quando scrivi comunque, anche se la notizia non è arrivata.',
};
const englishVague: Record<VagueCode, string> = {
  as_soon_as_possible: 'A promise without a date. The customer cannot tell when to stop waiting.',
  shortly: 'A promise without a date. To somebody who waits, “shortly” is over already.',
  coming_days: 'A promise without a date. Which day?',
  will_let_you_know: 'A promise without a date. The customer cannot tell who will write, nor when.',
  when_known: 'A promise without a date. Say when you write in any case, even if the news has not come.',
};

export const promiseTexts = defineTexts({
  it: { states: italianStates, vague: italianVague, released: { resolved: 'Il caso è stato risolto.' } },
  en: { states: englishStates, vague: englishVague, released: { resolved: 'The case was resolved.' } },
});
