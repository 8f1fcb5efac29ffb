import { defineTexts } from '#base/texts.ts';

export const arrangingTexts = defineTexts({
  it: {
    anyKind: 'Qualunque domanda', anyUrgency: 'qualunque urgenza', urgencies: { normal: 'normale', high: 'alta', urgent: 'urgente' },
    department: 'Reparto', kind: 'Tipo di domanda', kindAbout: 'Una parola vostra: spedizione, rimborso. Vuoto vale per tutte.', urgency: 'Urgenza', hours: 'Risponde entro (ore di lavoro)',
    hoursAbout: 'Si contano nel calendario del reparto.', hoursWrong: 'Scrivi un numero di ore, anche con la virgola.', save: 'Salva', saved: 'Salvato.', change: 'Modifica', remove: 'Togli', removed: 'Tolto.',
    agreements: {
      list: 'Accordi', add: 'Aggiungi un accordo', title: 'Un accordo', none: 'Nessun accordo particolare: vale il tempo scritto nella scheda di ogni reparto.',
      within: (span: string) => `risponde entro ${span}`, how: 'Vale sempre l’accordo più preciso: tipo e urgenza, poi il tipo, poi l’urgenza, poi il tempo del reparto.',
    },
    contracts: {
      list: 'Contratti con i fornitori', write: 'Scrivi il contratto', title: (name: string) => `Contratto con ${name}`, none: 'Ancora nessun contratto scritto.', reference: 'Riferimento', contactName: 'Chi si chiama',
      contactPhone: 'Telefono', contactAddress: 'E-mail', validUntil: 'Vale fino al', until: (day: string) => `vale fino al ${day}`, noSuppliers: 'Nessun reparto è un fornitore. Lo diventa nella scheda del reparto.',
    },
    templates: {
      add: 'Aggiungi un modello', title: 'Un modello', list: 'Modelli', none: { title: 'Ancora nessun modello', words: 'Un modello chiede subito tutto quello che serve al reparto per rispondere al primo colpo.' },
      nameIt: 'Nome, in italiano', nameEn: 'Nome, in inglese', questionIt: 'Domanda, in italiano', questionEn: 'Domanda, in inglese', fields: 'Che cosa deve sapere il reparto', field: (at: number) => `Campo ${at}`,
      labelIt: 'Etichetta, in italiano', labelEn: 'Etichetta, in inglese', type: 'Che cosa è', types: { text: 'Testo', number: 'Numero', date: 'Data', choice: 'Una scelta', file: 'Un file del caso' },
      options: 'Scelte, separate da una virgola', required: 'Serve sempre', fill: 'Si prende dal caso', fills: { order: 'Numero d’ordine', customer: 'Nome del cliente', email: 'E-mail del cliente', phone: 'Telefono del cliente', address: 'Indirizzo di consegna', subject: 'Oggetto del caso' },
      noFill: 'No, si scrive', addField: 'Aggiungi un campo', removeField: 'Togli il campo', choices: 'Risposte pronte', choice: (at: number) => `Risposta ${at}`, dateIt: 'Chiedi anche una data, in italiano', dateEn: 'Chiedi anche una data, in inglese',
      addChoice: 'Aggiungi una risposta', removeChoice: 'Togli la risposta', asks: (count: number) => (count === 0 ? 'nessun campo' : count === 1 ? 'un campo' : `${count} campi`),
    },
  },
  en: {
    anyKind: 'Any question', anyUrgency: 'any urgency', urgencies: { normal: 'normal', high: 'high', urgent: 'urgent' },
    department: 'Department', kind: 'Kind of question', kindAbout: 'A word of your own: shipping, refund. Empty holds for all.', urgency: 'Urgency', hours: 'Answers within (working hours)',
    hoursAbout: 'Counted in the department’s calendar.', hoursWrong: 'Write a number of hours; half hours too.', save: 'Save', saved: 'Saved.', change: 'Change', remove: 'Remove', removed: 'Removed.',
    agreements: {
      list: 'Agreements', add: 'Add an agreement', title: 'An agreement', none: 'No particular agreement: the time on each department’s page counts.',
      within: (span: string) => `answers within ${span}`, how: 'The most specific agreement always counts: kind and urgency, then the kind, then the urgency, then the department’s own time.',
    },
    contracts: {
      list: 'Contracts with suppliers', write: 'Write down the contract', title: (name: string) => `Contract with ${name}`, none: 'No contract written down yet.', reference: 'Reference', contactName: 'Whom one calls',
      contactPhone: 'Telephone', contactAddress: 'E-mail', validUntil: 'Valid until', until: (day: string) => `valid until ${day}`, noSuppliers: 'No department is a supplier. It becomes one on the department’s page.',
    },
    templates: {
      add: 'Add a template', title: 'A template', list: 'Templates', none: { title: 'No templates yet', words: 'A template asks at once for everything the department needs to answer at the first try.' },
      nameIt: 'Name, in Italian', nameEn: 'Name, in English', questionIt: 'Question, in Italian', questionEn: 'Question, in English', fields: 'What the department has to know', field: (at: number) => `Field ${at}`,
      labelIt: 'Label, in Italian', labelEn: 'Label, in English', type: 'What it is', types: { text: 'Text', number: 'Number', date: 'Date', choice: 'A choice', file: 'A file of the case' },
      options: 'Choices, parted by a comma', required: 'Always needed', fill: 'Taken from the case', fills: { order: 'Order number', customer: 'Customer’s name', email: 'Customer’s e-mail', phone: 'Customer’s telephone', address: 'Delivery address', subject: 'Subject of the case' },
      noFill: 'No, it is written', addField: 'Add a field', removeField: 'Remove the field', choices: 'Ready answers', choice: (at: number) => `Answer ${at}`, dateIt: 'Ask for a date as well, in Italian', dateEn: 'Ask for a date as well, in English',
      addChoice: 'Add an answer', removeChoice: 'Remove the answer', asks: (count: number) => (count === 0 ? 'no fields' : count === 1 ? 'one field' : `${count} fields`),
    },
  },
});
