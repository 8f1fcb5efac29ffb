import { defineTexts } from '#base/texts.ts';

export { peopleRefusals } from './texts/refusals.ts';

export const peopleTexts = defineTexts({
  it: {
    firstDepartment: 'Servizio clienti',
    firstCalendar: 'Orario del servizio',
    roles: { agent: 'assistenza', lead: 'responsabile del servizio', head: 'responsabile di reparto', decider: 'chi decide', management: 'direzione', admin: 'amministrazione' },
    wrongCredentials: 'Indirizzo e password non vanno insieme. Controlla tutti e due e riprova.',
    onlyThroughScreen: 'Questo si fa solo entrando di persona, non con una chiave per programmi.',
  },
  en: {
    firstDepartment: 'Customer service',
    firstCalendar: 'Service hours',
    roles: { agent: 'customer service', lead: 'service lead', head: 'department head', decider: 'decider', management: 'top management', admin: 'administrator' },
    wrongCredentials: 'Address and password do not go together. Check both and try again.',
    onlyThroughScreen: 'This can only be done by signing in yourself, not with a key for programs.',
  },
});
