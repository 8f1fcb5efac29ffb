import { defineTexts } from '#base/texts.ts';

/** The words of the register's own screens. How its matters are called stands in `../texts.ts`, for paper and tables as well. */
export const registerTexts = defineTexts({
  it: {
    title: 'Reclami', lead: 'Quelli formali: ognuno con un numero, un termine di legge e chi lo segue fino alla fine.',
    lists: { open: 'Aperti', overdue: 'Oltre il termine', done: 'Risposti', annulled: 'Annullati' }, choose: 'Quali reclami',
    none: {
      open: { title: 'Nessun reclamo aperto', words: 'Quando un cliente scrive un reclamo formale, apri il caso e premi «Registra un reclamo»: il numero e il termine arrivano da soli.' },
      overdue: { title: 'Niente oltre il termine', words: 'Tutti i reclami aperti sono nei tempi della legge.' },
      done: { title: 'Ancora nessuna risposta definitiva', words: 'Qui restano i reclami chiusi o in attesa dell’ultimo passo.' },
      annulled: { title: 'Nessuno annullato', words: 'Una registrazione sbagliata si annulla con il motivo: il numero resta qui.' },
    },
    by: (name: string) => `lo segue ${name}`, nobody: 'nessuno ha ancora preso il caso', dueBy: 'entro', wasDue: 'scadeva', answeredOn: 'risposto', behalf: (name: string) => `per ${name}`, shown: (shown: number, total: number) => `Ne vedi ${shown} su ${total}.`,
    inTime: 'nel termine', late: 'oltre il termine', severe: 'gravità alta',
    period: {
      title: 'Per l’autorità', about: 'Le cifre e il registro di un periodo, da consegnare così come sono.', from: 'Dal', to: 'Al', register: 'Scarica il registro', figures: 'Scarica le cifre',
      received: 'Ricevuti', answered: 'Con risposta', within: 'Nel termine', open: 'Aperti alla fine', overdue: 'Oltre il termine', mean: 'Giorni in media', paid: 'Pagato', interims: 'Interlocutorie', escalated: 'Ricorsi', outcomes: 'Esiti',
      days: (days: number) => String(days).replace('.', ','), wrong: 'La fine viene prima dell’inizio.', unknown: '–',
    },
    back: 'Reclami', case: (number: number) => `Caso C-${number}`, paper: 'Apri il fascicolo (PDF)',
    parts: { stands: 'A che punto siamo', said: 'Le parole del cliente', about: 'I dati', money: 'Denaro', actions: 'Azioni correttive', escalations: 'Ricorsi', asked: 'Richieste ai reparti', others: 'Altri reclami dello stesso cliente', history: 'Tutto quello che è successo' },
    facts: {
      received: 'Ricevuto', registered: 'Registrato', by: 'da', channel: 'Canale', proof: 'Prova', complainant: 'Reclamante', behalf: 'Per conto di', contract: 'Contratto o fornitura', product: 'Prodotto', topic: 'Argomento', subTopic: 'Dettaglio', severity: 'Gravità',
      remedy: 'Che cosa chiede', sector: 'Settore', term: 'Termine', basis: 'Fonte', due: 'Risposta entro', firstDue: 'All’inizio era', longest: 'Con l’interlocutoria, al massimo', responsible: 'Lo segue', department: 'Reparto', repeats: 'Ripete', next: 'Poi può andare a', files: 'Allegati',
    },
    owed: 'Indennizzo dovuto', paid: 'Pagato', nothingOwed: 'Nessun indennizzo dovuto.', leaving: { acknowledgement: 'La conferma sta partendo.', interim: 'La risposta interlocutoria sta partendo.', final: 'La risposta definitiva sta partendo.' }, takeBack: 'Richiama', takenBack: 'Richiamata: le parole sono nella bozza del caso.',
    noAnswer: 'in attesa', answered: 'ha risposto', struck: (by: string, reason: string) => `Ritirato da ${by}: ${reason}`, noneYet: 'Ancora niente.', doneAt: 'fatto', dueOn: 'entro',
    acts: {
      acknowledge: 'Conferma al cliente', interim: 'Risposta interlocutoria', answer: 'Risposta definitiva', pay: 'Annota un pagamento', plan: 'Aggiungi un’azione', actionDone: 'Segna come fatta', escalate: 'Ha fatto ricorso', ended: 'Scrivi l’esito', withdraw: 'Era un errore',
      responsible: 'Cambia responsabile', correct: 'Correggi i dati', annul: 'Annulla la registrazione', close: 'Chiudi', reopen: 'Riapri',
    },
    more: 'Altro che puoi fare',
    letter: {
      text: 'La lettera', textAbout: 'Segue i campi finché non la riscrivi. Rileggila come la leggerebbe il cliente.', redraft: 'Riscrivi dai campi', send: 'Invia', sent: 'In partenza. Per qualche secondo la puoi richiamare.', next: 'Quando ci sentirà prima della risposta',
      reason: 'Perché serve più tempo', reasonAbout: 'Il motivo vero, con parole che il cliente capisce.', finalOn: 'Quando arriva la risposta definitiva', finalAbout: (day: string) => `Al massimo entro ${day}. Diventa una promessa.`,
      outcome: 'Esito', assessment: 'Che cosa abbiamo verificato', grounds: 'Che cosa abbiamo deciso, e perché', correction: 'Che cosa facciamo, e quando', correctionAbout: 'Anche «nessuna correzione è necessaria», se è così.',
      content: 'La lettera dice', resolves: 'Con questa risposta il caso è risolto', until: 'Prossimo aggiornamento',
    },
    reason: 'Motivo', done: 'Fatto.', registeredDone: (label: string, day: string) => `Registrato come ${label}: risposta entro ${day}.`,
    pay: { title: 'Che cosa è stato pagato', what: 'Per che cosa', euros: 'Quanti euro', eurosWrong: 'Scrivi un importo, per esempio 25,00.', on: 'Quando', reference: 'Riferimento', send: 'Annota', sent: 'Pagamento annotato.' },
    plan: { title: 'Azione correttiva', text: 'Che cosa cambia', owner: 'Chi se ne occupa', on: 'Entro', send: 'Aggiungi', sent: 'Azione aggiunta.' },
    actionDone: { title: 'Azione fatta', how: 'Com’è andata', send: 'Segna come fatta' },
    escalate: { title: 'Il cliente ha fatto ricorso', to: 'A chi', body: 'Quale', on: 'Quando', reference: 'Numero della pratica', send: 'Annota' },
    ended: { title: 'Com’è finita', result: 'Esito', words: 'In due righe', send: 'Annota' },
    withdraw: { title: 'Era un errore', about: 'La riga resta leggibile nel registro, barrata e con il motivo; non conta più.', send: 'Ritira', sent: 'Ritirata. Resta nel registro.' },
    responsible: { title: 'Chi segue il reclamo', about: 'Il caso resta a chi ce l’ha. Senza un nome, il reclamo è di chi ha il caso.', member: 'Chi', department: 'Reparto', owner: 'Chi ha il caso', send: 'Cambia' },
    correct: { title: 'Correggi i dati', about: 'Numero, testo, data e termine non cambiano. Quello che c’era prima resta leggibile.', send: 'Correggi' },
    annul: { title: 'Annulla la registrazione', about: 'Per un reclamo registrato per sbaglio. Il numero resta nel registro con il motivo, e il messaggio si può registrare di nuovo.', send: 'Annulla la registrazione', sent: (label: string) => `${label} è annullato.` },
    reopen: { title: 'Riapri il reclamo', send: 'Riapri' },
    register: {
      title: 'Registra un reclamo formale', about: 'Da qui il testo non cambia più, e parte il termine di legge.', message: 'Quale messaggio', otherwise: 'È arrivato in un altro modo', how: 'Come', receivedAt: 'Quando è arrivato', proof: 'Prova', proofAbout: 'Numero di raccomandata, ricevuta, chi lo ha ritirato.', said: 'Che cosa dice', saidAbout: 'Parola per parola.',
      sector: 'Settore', kind: 'Di che cosa tratta', term: (days: string, basis: string) => `Risposta entro ${days}. ${basis}.`, department: 'Reparto', repeats: 'Ripete un reclamo precedente', notRepeated: 'No, è il primo', send: 'Registra',
    },
    fields: { complainant: 'Chi reclama', onBehalfOf: 'Per conto di', contractCode: 'Codice contratto o fornitura', product: 'Prodotto', topic: 'Argomento', subTopic: 'Dettaglio', remedy: 'Che cosa chiede', severity: 'Gravità' },
    card: 'Reclami formali',
  },
  en: {
    title: 'Complaints', lead: 'The formal ones: each with a number, a legal term, and somebody who sees it through.',
    lists: { open: 'Open', overdue: 'Past their term', done: 'Answered', annulled: 'Annulled' }, choose: 'Which complaints',
    none: {
      open: { title: 'No open complaint', words: 'When a customer makes a formal complaint, open the case and press “Register a complaint”: number and term come by themselves.' },
      overdue: { title: 'Nothing past its term', words: 'All open complaints are within what the law gives.' },
      done: { title: 'No final reply yet', words: 'Complaints that are closed, or wait for a last step, stay here.' },
      annulled: { title: 'None annulled', words: 'A registration by mistake is annulled with the reason: its number stays here.' },
    },
    by: (name: string) => `with ${name}`, nobody: 'nobody has taken the case yet', dueBy: 'by', wasDue: 'was due', answeredOn: 'answered', behalf: (name: string) => `for ${name}`, shown: (shown: number, total: number) => `You see ${shown} of ${total}.`,
    inTime: 'within the term', late: 'past the term', severe: 'high severity',
    period: {
      title: 'For the authority', about: 'The figures and the register of a period, to be handed over as they are.', from: 'From', to: 'To', register: 'Download the register', figures: 'Download the figures',
      received: 'Received', answered: 'Answered', within: 'Within the term', open: 'Open at the end', overdue: 'Past their term', mean: 'Mean days', paid: 'Paid', interims: 'Interim replies', escalated: 'Appeals', outcomes: 'Outcomes',
      days: (days: number) => String(days), wrong: 'The end comes before the beginning.', unknown: '–',
    },
    back: 'Complaints', case: (number: number) => `Case C-${number}`, paper: 'Open the file (PDF)',
    parts: { stands: 'Where it stands', said: 'The customer’s words', about: 'The details', money: 'Money', actions: 'Corrective actions', escalations: 'Appeals', asked: 'Requests to departments', others: 'Other complaints of this customer', history: 'Everything that happened' },
    facts: {
      received: 'Received', registered: 'Registered', by: 'by', channel: 'Channel', proof: 'Proof', complainant: 'Complainant', behalf: 'On behalf of', contract: 'Contract or supply', product: 'Product', topic: 'Topic', subTopic: 'Sub-topic', severity: 'Severity',
      remedy: 'What they ask for', sector: 'Sector', term: 'Term', basis: 'Basis', due: 'To be answered by', firstDue: 'At first it was', longest: 'With an interim reply, at most', responsible: 'With', department: 'Department', repeats: 'Repeats', next: 'After us they can go to', files: 'Attachments',
    },
    owed: 'Indemnity owed', paid: 'Paid', nothingOwed: 'No indemnity owed.', leaving: { acknowledgement: 'The acknowledgement is leaving.', interim: 'The interim reply is leaving.', final: 'The final reply is leaving.' }, takeBack: 'Take back', takenBack: 'Taken back: its words are in the draft of the case.',
    noAnswer: 'waiting', answered: 'answered', struck: (by: string, reason: string) => `Withdrawn by ${by}: ${reason}`, noneYet: 'Nothing yet.', doneAt: 'done', dueOn: 'by',
    acts: {
      acknowledge: 'Tell the customer', interim: 'Interim reply', answer: 'Final reply', pay: 'Note a payment', plan: 'Add an action', actionDone: 'Mark as done', escalate: 'They appealed', ended: 'Note the outcome', withdraw: 'It was a mistake',
      responsible: 'Change who has it', correct: 'Correct the details', annul: 'Annul the registration', close: 'Close', reopen: 'Open again',
    },
    more: 'What else you can do',
    letter: {
      text: 'The letter', textAbout: 'It follows the fields until you write in it. Read it over as the customer would.', redraft: 'Write again from the fields', send: 'Send', sent: 'On its way. For some seconds you can take it back.', next: 'When they hear from us before the answer',
      reason: 'Why it takes longer', reasonAbout: 'The real reason, in words that the customer understands.', finalOn: 'When the final reply comes', finalAbout: (day: string) => `${day} at the latest. It becomes a promise.`,
      outcome: 'Outcome', assessment: 'What we looked at', grounds: 'What we decided, and why', correction: 'What we do, and by when', correctionAbout: 'Also “no correction is needed”, if that is so.',
      content: 'The letter says', resolves: 'With this reply the case is resolved', until: 'Next update',
    },
    reason: 'Reason', done: 'Done.', registeredDone: (label: string, day: string) => `Registered as ${label}: to be answered by ${day}.`,
    pay: { title: 'What was paid', what: 'For what', euros: 'How many euro', eurosWrong: 'Write a sum, such as 25.00.', on: 'When', reference: 'Reference', send: 'Note', sent: 'Payment noted.' },
    plan: { title: 'Corrective action', text: 'What changes', owner: 'Who sees to it', on: 'By', send: 'Add', sent: 'Action added.' },
    actionDone: { title: 'Action done', how: 'How it went', send: 'Mark as done' },
    escalate: { title: 'The customer appealed', to: 'To whom', body: 'Which one', on: 'When', reference: 'File number', send: 'Note' },
    ended: { title: 'How it ended', result: 'Outcome', words: 'In two lines', send: 'Note' },
    withdraw: { title: 'It was a mistake', about: 'The line stays readable in the register, struck out and with the reason; it no longer counts.', send: 'Withdraw', sent: 'Withdrawn. It stays in the register.' },
    responsible: { title: 'Who has the complaint', about: 'The case stays with whoever has it. Without a name, the complaint is theirs as well.', member: 'Who', department: 'Department', owner: 'Whoever has the case', send: 'Change' },
    correct: { title: 'Correct the details', about: 'Number, text, date and term do not change. What was there before stays readable.', send: 'Correct' },
    annul: { title: 'Annul the registration', about: 'For a complaint that was registered by mistake. Its number stays in the register with the reason, and the message can be registered anew.', send: 'Annul the registration', sent: (label: string) => `${label} is annulled.` },
    reopen: { title: 'Open the complaint again', send: 'Open again' },
    register: {
      title: 'Register a formal complaint', about: 'From here on its text does not change, and the legal term runs.', message: 'Which message', otherwise: 'It came another way', how: 'How', receivedAt: 'When it came', proof: 'Proof', proofAbout: 'Number of the registered letter, receipt, who took it.', said: 'What it says', saidAbout: 'Word for word.',
      sector: 'Sector', kind: 'What it is about', term: (days: string, basis: string) => `To be answered within ${days}. ${basis}.`, department: 'Department', repeats: 'Repeats an earlier complaint', notRepeated: 'No, it is the first', send: 'Register',
    },
    fields: { complainant: 'Who complains', onBehalfOf: 'On behalf of', contractCode: 'Contract or supply code', product: 'Product', topic: 'Topic', subTopic: 'Sub-topic', remedy: 'What they ask for', severity: 'Severity' },
    card: 'Formal complaints',
  },
});

/** The words of the settings' page of terms. */
export const termTexts = defineTexts({
  it: {
    add: 'Aggiungi un termine', list: 'In vigore', earlier: 'Altre versioni', version: 'Nuova versione', fromProgram: 'arrivato con Presa', addedBy: (name: string) => `aggiunto da ${name}`, since: (day: string) => `da ${day}`, until: (day: string) => `fino a ${day}`,
    interim: (days: string) => `Con risposta interlocutoria: ${days} al massimo.`, noInterim: 'Niente risposta interlocutoria.', indemnity: (sum: string, twice: number, thrice: number) => `In ritardo: ${sum}, il doppio oltre ${twice} volte il termine, il triplo oltre ${thrice}.`, next: (body: string) => `Poi: ${body}.`,
    how: 'Un reclamo tiene per sempre la versione con cui è stato registrato: una modifica è una versione nuova, con il giorno da cui vale.',
    title: 'Una nuova versione', save: 'Aggiungi', saved: 'Aggiunto. Vale per i reclami che iniziano da quel giorno.',
    fields: {
      sector: 'Settore', kind: 'Sigla', kindAbout: 'Lettere minuscole, senza spazi: «complaint», «billing». Distingue i termini di uno stesso settore.', nameIt: 'Nome in italiano', nameEn: 'Nome in inglese', basisIt: 'Fonte in italiano', basisEn: 'Fonte in inglese', days: 'Giorni', counts: 'Che giorni', calendar: 'solari', working: 'lavorativi', starts: 'Da quando si conta', received: 'dal ricevimento', registered: 'dalla registrazione',
      longestDays: 'Con l’interlocutoria, al massimo giorni', longestAbout: 'Vuoto: la regola non la prevede.', euros: 'Indennizzo in euro', eurosAbout: 'Vuoto: nessun indennizzo automatico.', doublesBeyond: 'Doppio oltre quante volte il termine', triplesBeyond: 'Triplo oltre quante volte', nextIt: 'Organismo successivo, in italiano', nextEn: 'Organismo successivo, in inglese', validFrom: 'Vale dal', validTo: 'Vale fino al',
    },
  },
  en: {
    add: 'Add a term', list: 'In force', earlier: 'Other versions', version: 'New version', fromProgram: 'came with Presa', addedBy: (name: string) => `added by ${name}`, since: (day: string) => `from ${day}`, until: (day: string) => `until ${day}`,
    interim: (days: string) => `With an interim reply: ${days} at most.`, noInterim: 'No interim reply.', indemnity: (sum: string, twice: number, thrice: number) => `Late: ${sum}, double beyond ${twice} times the term, triple beyond ${thrice}.`, next: (body: string) => `Next: ${body}.`,
    how: 'A complaint keeps for ever the version by which it was registered: a change is a new version, with the day from which it holds.',
    title: 'A new version', save: 'Add', saved: 'Added. It holds for complaints that begin from that day on.',
    fields: {
      sector: 'Sector', kind: 'Key', kindAbout: 'Small letters, no spaces: “complaint”, “billing”. It tells the terms of one sector apart.', nameIt: 'Name in Italian', nameEn: 'Name in English', basisIt: 'Basis in Italian', basisEn: 'Basis in English', days: 'Days', counts: 'Which days', calendar: 'of the calendar', working: 'working days', starts: 'Counted from', received: 'receiving it', registered: 'registering it',
      longestDays: 'With an interim reply, at most days', longestAbout: 'Empty: the rule knows none.', euros: 'Indemnity in euro', eurosAbout: 'Empty: nothing is owed of itself.', doublesBeyond: 'Double beyond how many terms', triplesBeyond: 'Triple beyond how many', nextIt: 'Next body, in Italian', nextEn: 'Next body, in English', validFrom: 'Holds from', validTo: 'Holds until',
    },
  },
});
