import { defineTexts, plural } from '#base/texts.ts';

export const webhookTexts = defineTexts({
  it: {
    add: 'Aggiungi un webhook', change: 'Modifica', save: 'Salva', saved: 'Salvato.', list: 'Programmi che ricevono gli eventi',
    none: { title: 'Nessun programma riceve gli eventi', words: 'Scegli che cosa inviare e a quale indirizzo: un caso aperto, una promessa mancata, un’opportunità vinta. Ogni messaggio è firmato, e se l’altro programma è fermo lo riprova per tre giorni.' },
    url: 'Indirizzo', urlAbout: 'Comincia con https:// e si raggiunge da fuori: gli indirizzi di reti private sono rifiutati.', description: 'A che cosa serve', descriptionAbout: 'Per riconoscerlo: il CRM delle vendite, il gestionale.',
    kinds: 'Che cosa riceve', kindsAbout: 'Solo numeri, date e riferimenti; mai il testo delle note.', chosen: (count: number) => plural(count, '1 evento', `${count} eventi`),
    secret: 'Il segreto con cui l’altro programma riconosce che siamo noi', secretAbout: 'Copialo adesso: poi non si vede più. Chi lo perde ne fa uno nuovo.', done: 'L’ho copiato',
    states: { works: 'arriva', off: 'spento', failing: 'non arriva', waiting: 'ancora niente' }, offBecause: { by_hand: 'Spento a mano.', failing: 'Spento da sé: per cinque giorni non è arrivato niente.', gone: 'Spento da sé: ha risposto che non c’è più.' },
    failingSince: 'Non arriva da', lastArrived: 'Ultimo arrivato', waitingCount: (count: number) => plural(count, '1 in attesa', `${count} in attesa`), givenUp: (count: number) => plural(count, '1 mai arrivato', `${count} mai arrivati`), oldSecret: 'Il segreto di prima vale ancora fino a',
    test: 'Prova', tested: 'Prova partita: guarda nel registro.', renew: 'Nuovo segreto', renewTitle: 'Fare un nuovo segreto?', renewWords: 'Per un giorno firmano tutti e due, così c’è il tempo di cambiarlo nell’altro programma. Poi vale solo il nuovo.',
    off: 'Spegni', wentOff: 'Spento. Quello che succede intanto non viene raccolto.', on: 'Accendi', wentOn: 'Acceso: parte per primo quello che aspettava.', remove: 'Togli', removed: (name: string) => `${name} non c’è più nell’elenco.`, broughtBack: (name: string) => `${name} è di nuovo nell’elenco.`,
    log: 'Registro', logTitle: (name: string) => `Registro: ${name}`, logNone: { title: 'Non è ancora partito niente', words: 'Appena succede uno degli eventi scelti, o con «Prova», compare qui. Il registro arriva a trenta giorni fa.' }, all: 'Tutti', notDelivered: 'Non arrivati', which: 'Quali', more: 'Mostra altri',
    deliveryStates: { waiting: 'riprova', delivered: 'arrivato', given_up: 'mai arrivato' }, attempts: (count: number) => plural(count, '1 tentativo', `${count} tentativi`), nextAttempt: 'prossimo', answered: (status: number) => `risposta ${status}`,
    body: 'Che cosa è partito', history: 'Tentativi', answer: 'Ha risposto', noAnswer: 'Nessuna parola nella risposta.', again: 'Manda di nuovo', sentAgain: 'Riparte adesso, con lo stesso numero: chi l’ha già lo riconosce.', took: (milliseconds: number) => `${milliseconds} ms`, look: 'Guarda',
  },
  en: {
    add: 'Add a webhook', change: 'Change', save: 'Save', saved: 'Saved.', list: 'Programs that hear of events',
    none: { title: 'No program hears of events', words: 'Choose what is sent and to which address: a case opened, a promise broken, an opportunity won. Each message is signed, and if the other program is down it is tried again for three days.' },
    url: 'Address', urlAbout: 'It begins with https:// and is reached from outside: addresses of private networks are refused.', description: 'What it is for', descriptionAbout: 'To recognise it: the CRM of sales, the ledger.',
    kinds: 'What it hears', kindsAbout: 'Only numbers, dates and references; never the text of notes.', chosen: (count: number) => plural(count, '1 event', `${count} events`),
    secret: 'The secret by which the other program knows that it is us', secretAbout: 'Copy it now: it is not shown again. Whoever loses it makes a new one.', done: 'I have copied it',
    states: { works: 'arriving', off: 'off', failing: 'not arriving', waiting: 'nothing yet' }, offBecause: { by_hand: 'Switched off by hand.', failing: 'Switched off by itself: nothing arrived for five days.', gone: 'Switched off by itself: it answered that it is gone.' },
    failingSince: 'Not arriving since', lastArrived: 'Last arrived', waitingCount: (count: number) => `${count} waiting`, givenUp: (count: number) => `${count} never arrived`, oldSecret: 'The secret before this one still holds until',
    test: 'Test', tested: 'The test is on its way: see the log.', renew: 'New secret', renewTitle: 'Make a new secret?', renewWords: 'For a day both of them sign, which leaves time to change it in the other program. After that only the new one holds.',
    off: 'Switch off', wentOff: 'Off. What happens meanwhile is not collected.', on: 'Switch on', wentOn: 'On: what was waiting leaves first.', remove: 'Remove', removed: (name: string) => `${name} is off the list.`, broughtBack: (name: string) => `${name} is on the list again.`,
    log: 'Log', logTitle: (name: string) => `Log: ${name}`, logNone: { title: 'Nothing has left yet', words: 'As soon as one of the chosen events happens, or with “Test”, it stands here. The log goes back thirty days.' }, all: 'All', notDelivered: 'Not arrived', which: 'Which', more: 'Show more',
    deliveryStates: { waiting: 'trying again', delivered: 'arrived', given_up: 'never arrived' }, attempts: (count: number) => plural(count, '1 attempt', `${count} attempts`), nextAttempt: 'next', answered: (status: number) => `answered ${status}`,
    body: 'What was sent', history: 'Attempts', answer: 'It answered', noAnswer: 'No words in the answer.', again: 'Send again', sentAgain: 'It leaves now, with the same number: whoever has it knows it.', took: (milliseconds: number) => `${milliseconds} ms`, look: 'Look',
  },
});
