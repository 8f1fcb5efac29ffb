import type { RefusalWords } from '#base/refusal.ts';

type Code =
  | 'heard.source_is_off' | 'heard.not_in_quarantine'
  | 'heard.import_started' | 'heard.import_not_started' | 'heard.import_undone'
  | 'heard.import_lacks_text' | 'heard.import_lacks_writer' | 'heard.import_lacks_address';

export const heardRefusals: RefusalWords<Code> = {
  'heard.source_is_off': {
    it: ({ name }) => `«${name}» è spenta. Prima la si riaccende, poi le si dà un segreto nuovo.`,
    en: ({ name }) => `“${name}” is switched off. Switch it on first, then give it a new secret.`,
  },
  'heard.not_in_quarantine': { it: () => 'Questo messaggio non aspetta più nessuno.', en: () => 'This message no longer waits for anybody.' },
  'heard.import_started': {
    it: () => 'Questo file è già in lavorazione. Se qualcosa non va, annulla l’importazione e caricalo di nuovo.',
    en: () => 'This file is being brought in already. If something is wrong, undo the import and load it again.',
  },
  'heard.import_not_started': { it: () => 'Di questo file non è ancora entrato niente: non c’è niente da annullare.', en: () => 'Nothing of this file was brought in yet: there is nothing to undo.' },
  'heard.import_undone': { it: () => 'Questa importazione è già stata annullata.', en: () => 'This import was undone already.' },
  'heard.import_lacks_text': { it: () => 'Scegli la colonna in cui sta il testo.', en: () => 'Choose the column that holds the words.' },
  'heard.import_lacks_writer': { it: () => 'Scegli almeno una colonna che dica chi scrive: nome, nome utente o e-mail.', en: () => 'Choose at least one column that says who wrote: name, user name or e-mail.' },
  'heard.import_lacks_address': {
    it: () => 'Scegli la colonna con l’indirizzo, oppure scrivi quello della pagina dove si leggono.', en: () => 'Choose the column with the address, or give that of the page where they can be read.',
  },
};
