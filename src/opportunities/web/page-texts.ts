import { defineTexts } from '#base/texts.ts';

/** The page on which a department answers without an account. */
export const opportunityPageTexts = defineTexts({
  it: {
    heading: (company: string, department: string) => `${company} · per ${department}`,
    rest: (name: string) => `Per tutto il resto il cliente resta seguito dal servizio clienti. ${name} saprà da qui com’è andata, senza doverlo chiedere.`,
    done: 'Grazie: chi l’ha vista lo sa già.',
    goneTitle: 'Questo collegamento non porta più a nulla',
    gone: 'È scaduto, oppure è stato copiato a metà. Apri di nuovo l’e-mail con cui ti è arrivato.',
    offlineTitle: 'Non riusciamo a collegarci', offline: 'Controlla la rete e riprova.', retry: 'Riprova',
  },
  en: {
    heading: (company: string, department: string) => `${company} · for ${department}`,
    rest: (name: string) => `For everything else customer service looks after the customer. ${name} will learn from here what came of it, without having to ask.`,
    done: 'Thank you: whoever saw it knows already.',
    goneTitle: 'This link leads nowhere any more',
    gone: 'It has expired, or was copied only in part. Open the e-mail again with which it came.',
    offlineTitle: 'We cannot connect', offline: 'Check your connection and try again.', retry: 'Try again',
  },
});
