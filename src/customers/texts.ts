import type { RefusalWords } from '#base/refusal.ts';

type Codes = 'identity.not_an_address' | 'identity.not_a_number' | 'identity.not_a_handle' | 'identity.belongs_to_another';

export const customerRefusals: RefusalWords<Codes> = {
  'identity.not_an_address': {
    it: ({ value }) => `«${value}» non è un indirizzo e-mail. Ne serve uno come nome@esempio.it.`,
    en: ({ value }) => `“${value}” is not an e-mail address. It should look like name@example.com.`,
  },
  'identity.not_a_number': {
    it: ({ value }) => `«${value}» non è un numero di telefono. Lo scriva con il prefisso, per esempio +39 039 123456.`,
    en: ({ value }) => `“${value}” is not a phone number. Write it with its prefix, for instance +39 039 123456.`,
  },
  'identity.not_a_handle': {
    it: ({ value }) => `«${value}» non è il nome di un profilo.`,
    en: ({ value }) => `“${value}” is not the name of a profile.`,
  },
  'identity.belongs_to_another': {
    it: ({ name }) => `È già un recapito di ${name}. Apra quella scheda, oppure scelga un altro recapito.`,
    en: ({ name }) => `It already belongs to ${name}. Open that customer, or choose another.`,
  },
};
