import type { RefusalWords } from '#base/refusal.ts';
import { defineTexts } from '#base/texts.ts';
import type { ReferralRefusal } from './rules.ts';

export const referralRefusals: RefusalWords<ReferralRefusal['refused']> = {
  'referral.check_too_soon': {
    it: () => 'Lascia al cliente almeno un giorno per arrivarci: scegli una data da domani in poi.',
    en: () => 'Give the customer a day at least to get there: choose a date from tomorrow on.',
  },
  'referral.check_too_late': {
    it: () => 'Oltre tre mesi nessuno se ne ricorda più: scegli una data più vicina.',
    en: () => 'After three months nobody remembers: choose a nearer date.',
  },
  'referral.one_is_open': {
    it: ({ name }) => `Il cliente è già stato accompagnato da ${String(name)}: prima segna com’è andata.`,
    en: ({ name }) => `The customer has been sent to ${String(name)} already: first say how that went.`,
  },
  'referral.settled_already': { it: () => 'Com’è andata è già scritto.', en: () => 'How it went has been written down already.' },
  'referral.not_told_yet': { it: () => 'La lettera non è ancora partita: aspetta qualche secondo.', en: () => 'The letter has not left yet: wait a few seconds.' },
  'referral.withdrawn': { it: () => 'La lettera è stata ritirata: il cliente non è stato mandato da nessuno.', en: () => 'The letter was taken back: the customer was sent nowhere.' },
  'third_party.exists': { it: ({ name }) => `${String(name)} è già nell’elenco.`, en: ({ name }) => `${String(name)} is on the list already.` },
  'third_party.no_way_to_reach': {
    it: () => 'Aggiungi almeno un modo per raggiungerli: telefono, e-mail o sito.',
    en: () => 'Add at least one way to reach them: telephone, e-mail or website.',
  },
  'third_party.closed': { it: ({ name }) => `${String(name)} non è più nell’elenco.`, en: ({ name }) => `${String(name)} is no longer on the list.` },
};

/** The words of the dossier, on its page and on paper. */
export const dossierTexts = defineTexts({
  it: {
    title: 'Fascicolo', for: (name: string) => `Per ${name}`, by: (company: string) => `Preparato da ${company}`, case: (number: number) => `Caso C-${number}`,
    why: 'Perché arriva a voi', customer: 'Cliente', about: 'Di che cosa si tratta', contact: 'Chi risponde per noi', brings: 'Che cosa porta il cliente', files: 'Documenti', said: 'Che cosa ci siamo detti',
    pdf: 'Scarica il PDF', made: 'Del', noWords: '(senza testo)',
  },
  en: {
    title: 'Dossier', for: (name: string) => `For ${name}`, by: (company: string) => `Prepared by ${company}`, case: (number: number) => `Case C-${number}`,
    why: 'Why it comes to you', customer: 'Customer', about: 'What it is about', contact: 'Who answers for us', brings: 'What the customer brings', files: 'Documents', said: 'What we said to each other',
    pdf: 'Download the PDF', made: 'Of', noWords: '(no words)',
  },
});
