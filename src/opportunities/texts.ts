import type { RefusalWords } from '#base/refusal.ts';
import type { AnswerRefusal, HandOverRefusal } from './rules.ts';

type Own = Exclude<HandOverRefusal['refused'] | AnswerRefusal['refused'], 'case.is_merged' | 'calendar.never_open'>;

export const opportunityRefusals: RefusalWords<Own> = {
  'opportunity.words_moved': {
    it: () => 'Le parole segnate non sono quelle del messaggio: segnale di nuovo.',
    en: () => 'The marked words are not those of the message: mark them again.',
  },
  'opportunity.too_late_to_take_back': {
    it: () => 'È già partita: il reparto l’ha ricevuta. Scrivi una nota, oppure avvisalo a voce.',
    en: () => 'It has left: the department has it. Write a note, or tell them in person.',
  },
  'opportunity.not_there_yet': {
    it: () => 'Sta ancora partendo: riprova tra qualche secondo.',
    en: () => 'It is still on its way: try again in a few seconds.',
  },
  'opportunity.settled': {
    it: () => 'Com’è andata è già stato detto. Per correggerlo, di’ di nuovo com’è andata.',
    en: () => 'What came of it has been said. To put it right, say it again.',
  },
  'opportunity.taken_by': {
    it: ({ name }) => `Se ne occupa già ${name}. Se passa a te, prendila al suo posto.`,
    en: ({ name }) => `${name} has it already. If it is yours now, take it over.`,
  },
  'opportunity.value_missing': {
    it: () => 'Scrivi quanto vale: è quello che torna a chi l’ha vista.',
    en: () => 'Say what it is worth: that is what goes back to whoever saw it.',
  },
  'opportunity.words_missing': {
    it: () => 'Scegli perché; se è «altro», scrivi che cosa.',
    en: () => 'Choose why; if it is “something else”, say what.',
  },
};
