import { defineTexts } from '#base/texts.ts';

/** What came in: what could not be filed and why, what waits, what was set aside. For whoever runs Presa. */
export const incomingTexts = defineTexts({
  it: {
    lead: 'Ogni e-mail è conservata com’è arrivata, prima di farci qualsiasi cosa. Qui vedi quelle che non sono diventate un messaggio, e perché.',
    states: 'Stato della posta',
    tabs: { quarantined: 'Da guardare', waiting: 'In attesa', done: 'Già trattate' },
    empty: {
      quarantined: { title: 'Tutto letto', words: 'Se arriva un’e-mail che Presa non capisce, si ferma qui con il motivo. Le altre passano lo stesso.' },
      waiting: { title: 'Niente in attesa', words: 'Quello che arriva si legge entro un secondo; qui resta solo ciò che va riprovato.' },
      done: { title: 'Niente di questo tipo', words: 'Scegli un altro esito, o torna quando sarà arrivata della posta.' },
    },
    outcome: 'Che cosa ne è stato',
    outcomes: {
      set_aside: 'messa da parte: newsletter o invio a molti', auto_reply: 'risposta automatica', bounce: 'avviso di mancata consegna', loop: 'nostra e-mail tornata indietro',
      duplicate: 'copia di una già arrivata', receipt: 'ricevuta (anche PEC)', feedback_report: 'segnalazione di posta indesiderata', message: 'messaggio di un cliente',
      department_answer: 'risposta di un reparto',
    },
    otherOutcome: (code: string) => `altro (${code})`,
    reasons: {
      empty: { what: 'È arrivata vuota.', next: 'Di solito è un errore del server che l’ha mandata. Guarda l’originale e, se c’è un indirizzo, chiedi di riscriverla.' },
      no_mail_in_it: { what: 'Dentro non c’è un’e-mail: né testo né intestazioni che si possano leggere.', next: 'Scarica l’originale: potrebbe essere un file spedito per sbaglio.' },
      no_sender: { what: 'Non dice chi l’ha scritta.', next: 'Senza mittente non si può rispondere. Nell’originale può esserci un nome o un numero: registra il caso a mano.' },
      from_ourselves: { what: 'Il mittente è uno dei nostri indirizzi.', next: 'Succede con gli inoltri e con i moduli del sito: fai in modo che il cliente stia in «Da» o in «Rispondi a», poi esegui di nuovo.' },
      request_not_for_sender: { what: 'Risponde a una richiesta che era per qualcun altro.', next: 'Se è un collega che può rispondere, giragli la richiesta o scrivi tu la risposta nel caso. Così com’è non entra.' },
      'identity.not_an_address': { what: 'Il mittente non è un indirizzo valido.', next: 'Guarda l’originale: se si capisce chi è, registra il caso a mano.' },
    },
    defect: { what: 'Presa si è bloccata leggendola. È un nostro difetto.', next: 'Dopo un aggiornamento esegui di nuovo. Se ne parli con chi segue Presa, cita:' },
    from: 'da', unknownSender: 'Mittente scritto solo dentro l’e-mail', to: 'a', size: 'grande',
    via: { imap: 'letta dalla casella', smtp: 'ricevuta (SMTP)', lmtp: 'ricevuta (LMTP)', command: 'consegnata a mano' },
    again: 'Esegui di nuovo',
    againDone: 'Rimessa in coda: tra un momento si vede com’è andata.',
    source: 'Scarica l’originale',
    case: 'Apri il caso',
    more: 'Mostra le precedenti',
    list: 'E-mail',
  },
  en: {
    lead: 'Every e-mail is kept as it came, before anything is done with it. Here you see those that did not become a message, and why.',
    states: 'State of the mail',
    tabs: { quarantined: 'To look at', waiting: 'Waiting', done: 'Dealt with' },
    empty: {
      quarantined: { title: 'All read', words: 'An e-mail that Presa does not understand stops here, with the reason. The others go through all the same.' },
      waiting: { title: 'Nothing is waiting', words: 'What arrives is read within a second; only what has to be tried again stays here.' },
      done: { title: 'Nothing of this kind', words: 'Choose another outcome, or come back when mail has arrived.' },
    },
    outcome: 'What became of it',
    outcomes: {
      set_aside: 'set aside: newsletter or mail to many', auto_reply: 'automatic reply', bounce: 'notice of failed delivery', loop: 'our own mail come back',
      duplicate: 'copy of one that came already', receipt: 'receipt (certified mail too)', feedback_report: 'report of junk mail', message: 'message of a customer',
      department_answer: 'answer of a department',
    },
    otherOutcome: (code: string) => `other (${code})`,
    reasons: {
      empty: { what: 'It arrived empty.', next: 'Usually a mistake of the server that sent it. Look at the original and, if there is an address, ask them to write again.' },
      no_mail_in_it: { what: 'There is no e-mail in it: no text or headers that can be read.', next: 'Download the original: it may be a file sent by mistake.' },
      no_sender: { what: 'It does not say who wrote it.', next: 'Without a sender nobody can be answered. The original may hold a name or a number: log the case by hand.' },
      from_ourselves: { what: 'The sender is one of our own addresses.', next: 'This happens with forwarding and with forms on websites: see that the customer stands in “From” or “Reply-To”, then run it again.' },
      request_not_for_sender: { what: 'It answers a request that was meant for somebody else.', next: 'If it is a colleague who may answer, pass them the request or write the answer into the case yourself. As it is, it does not get in.' },
      'identity.not_an_address': { what: 'The sender is no valid address.', next: 'Look at the original: if one can tell who it is, log the case by hand.' },
    },
    defect: { what: 'Presa got stuck reading it. That is a defect of ours.', next: 'After an update run it again. If you mention it to whoever looks after Presa, quote:' },
    from: 'from', unknownSender: 'Sender stands only inside the e-mail', to: 'to', size: 'size',
    via: { imap: 'read from the mailbox', smtp: 'received (SMTP)', lmtp: 'received (LMTP)', command: 'delivered by hand' },
    again: 'Run again',
    againDone: 'Back in the queue: in a moment you will see how it went.',
    source: 'Download the original',
    case: 'Open the case',
    more: 'Show earlier ones',
    list: 'E-mails',
  },
});

/** Why a mail was not filed, and what to do: in words where there are some for the code, else as a defect of ours with what it said. */
export const sayReason = (reason: string, texts: (typeof incomingTexts)['it']): { what: string; next: string; quote?: string } => {
  const known = new Map<string, { what: string; next: string }>(Object.entries(texts.reasons));
  return known.get(reason) ?? { ...texts.defect, quote: reason };
};
