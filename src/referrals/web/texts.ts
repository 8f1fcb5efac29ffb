import { defineTexts, plural } from '#base/texts.ts';

export const referralTexts = defineTexts({
  it: {
    title: 'Accompagna il cliente da chi può aiutarlo',
    about: 'Il caso resta tuo: il cliente sa da chi andare, con che cosa in mano, e il giorno in cui gli chiedi com’è andata.',
    door: 'Da chi', chooseDoor: 'Scegli', newDoor: 'Un altro, non in elenco', helped: (worked: number, all: number) => `ha aiutato ${worked} volte su ${all}`,
    name: 'Nome', handles: 'Di che cosa si occupa', phone: 'Telefono', email: 'E-mail', website: 'Sito', hours: 'Orari', needs: 'Che cosa chiedono di vedere', needsAbout: 'Una cosa per riga.',
    reason: 'Perché è loro', reasonAbout: 'Il motivo preciso, con parole che il cliente può ripetere lì.',
    brings: 'Che cosa deve avere con sé', bringsAbout: 'Una cosa per riga.', checkOn: 'Quando controlliamo', files: 'File del cliente nel fascicolo',
    letter: 'La lettera', letterAbout: 'Il collegamento al fascicolo si aggiunge da solo prima dei saluti.', redraft: 'Riscrivi dalla scheda', send: 'Invia e accompagna',
    done: (name: string) => `In partenza: il cliente va da ${name}.`, back: 'Ritirata: la lettera è di nuovo nella bozza.',
    register: {
      add: 'Aggiungi qualcuno', list: 'A chi accompagniamo i clienti', none: { title: 'Ancora nessuno in elenco', words: 'Corrieri, produttori, uffici: chi ha la risposta che a noi non spetta. Con i recapiti giusti nessun cliente viene rimbalzato.' },
      title: 'Un nuovo recapito', reach: (ways: string) => `Si raggiunge così: ${ways}.`, wants: (things: string) => `Chiedono di vedere: ${things}.`, never: 'mai ancora controllato', asks: (all: number) => plural(all, 'un rinvio controllato', `${all} rinvii controllati`),
      change: 'Modifica', save: 'Salva', saved: 'Salvato.', added: 'Aggiunto.', close: 'Togli dall’elenco', closed: (name: string) => `${name} non è più in elenco.`, reopened: (name: string) => `${name} è di nuovo in elenco.`,
    },
    card: 'Accompagnato altrove',
    states: { on_its_way: 'in partenza', told: 'avvisato', check_due: 'da controllare', worked: 'ha funzionato', did_not_work: 'non ha funzionato', withdrawn: 'ritirato' },
    check: 'Si controlla', worked: 'Ha funzionato', didNotWork: 'Non ha funzionato', outcome: 'Com’è andata', settleWorked: 'Segna e risolvi il caso', settleNot: 'Segna e riprendi il caso',
    settledWorked: 'Segnato. Il caso è risolto.', settledNot: 'Segnato. Il caso torna a noi.', filesIn: (count: number) => plural(count, '1 file nel fascicolo', `${count} file nel fascicolo`),
  },
  en: {
    title: 'See the customer to whoever can help',
    about: 'The case stays yours: the customer knows where to go, with what in hand, and the day on which you ask how it went.',
    door: 'To whom', chooseDoor: 'Choose', newDoor: 'Somebody who is not on the list', helped: (worked: number, all: number) => `helped ${worked} times out of ${all}`,
    name: 'Name', handles: 'What they deal with', phone: 'Telephone', email: 'E-mail', website: 'Website', hours: 'Hours', needs: 'What they ask to see', needsAbout: 'One thing a line.',
    reason: 'Why it is theirs', reasonAbout: 'The specific reason, in words that the customer can repeat there.',
    brings: 'What they should have with them', bringsAbout: 'One thing a line.', checkOn: 'When we check', files: 'Files of the customer in the dossier',
    letter: 'The letter', letterAbout: 'The link to the dossier is added by itself above the closing words.', redraft: 'Write again from the card', send: 'Send and see them there',
    done: (name: string) => `On its way: the customer goes to ${name}.`, back: 'Taken back: the letter is in the draft again.',
    register: {
      add: 'Add somebody', list: 'To whom we see customers', none: { title: 'Nobody on the list yet', words: 'Couriers, manufacturers, offices: whoever has the answer that is not ours to give. With the right way to reach them no customer is sent from door to door.' },
      title: 'A new door', reach: (ways: string) => `Reached like this: ${ways}.`, wants: (things: string) => `They ask to see: ${things}.`, never: 'never looked after yet', asks: (all: number) => plural(all, 'one referral looked after', `${all} referrals looked after`),
      change: 'Change', save: 'Save', saved: 'Saved.', added: 'Added.', close: 'Take off the list', closed: (name: string) => `${name} is off the list.`, reopened: (name: string) => `${name} is on the list again.`,
    },
    card: 'Sent elsewhere',
    states: { on_its_way: 'on its way', told: 'told', check_due: 'to be checked', worked: 'it worked', did_not_work: 'it did not work', withdrawn: 'taken back' },
    check: 'To be checked', worked: 'It worked', didNotWork: 'It did not', outcome: 'How it went', settleWorked: 'Note it and resolve the case', settleNot: 'Note it and carry on',
    settledWorked: 'Noted. The case is resolved.', settledNot: 'Noted. The case is ours again.', filesIn: (count: number) => plural(count, '1 file in the dossier', `${count} files in the dossier`),
  },
});
