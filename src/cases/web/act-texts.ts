import { defineTexts, plural } from '#base/texts.ts';

/** The words of what can be done with a case besides writing. */
export const actTexts = defineTexts({
  it: {
    usualDates: 'Date più usate', otherDate: 'Altra data',
    cancel: 'Lascia stare',
    save: 'Salva',
    reason: 'Perché',
    undone: 'Annullato.',
    handover: {
      act: 'Passa le consegne', title: 'Passa le consegne', to: 'A chi', why: 'Che cosa deve sapere chi lo riceve',
      whyAbout: 'Il caso resta tuo finché chi lo riceve non accetta. Il cliente saprà chi lo segue.',
      send: 'Chiedi di prenderlo', sent: (name: string) => `Chiesto a ${name}. Finché non accetta, il caso è tuo.`,
      away: (name: string) => `${name} (non c’è)`,
      waits: (name: string) => `Hai chiesto a ${name} di prendere questo caso. Finché non accetta, resta tuo.`,
      waitsOther: (from: string, to: string) => `${from} ha chiesto a ${to} di prendere questo caso.`,
      forYou: (name: string) => `${name} ti chiede di prendere questo caso.`,
      summary: 'Dove siamo', accept: 'Prendo io', decline: 'Non posso', withdraw: 'Ritira la richiesta',
      declineTitle: 'Non puoi prenderlo', declineReason: 'Perché', declineWhy: 'Lo legge chi te l’ha chiesto', declineSend: 'Rispondi che non puoi',
      accepted: 'Ora il caso è tuo, fino in fondo.', declined: 'Gliel’abbiamo detto.', withdrawn: 'Richiesta ritirata: il caso è rimasto tuo.',
    },
    level: {
      act: 'Chiama un altro livello', title: 'Chi serve a questo caso', level: 'Livello', why: 'Perché serve',
      about: 'Chi entra aiuta; chi ha preso in carico il caso resta lo stesso.',
      levels: ['Primo livello', 'Secondo livello', 'Terzo livello'], send: 'Chiama', done: (level: number) => `Il caso ora è di livello ${level}. Il responsabile non cambia.`,
    },
    subject: { act: 'Cambia l’oggetto', label: 'Oggetto del caso', done: 'Oggetto cambiato.' },
    thirdParty: {
      act: 'Aspetta un esterno', title: 'Aspettiamo qualcuno fuori', who: 'Chi deve fare qualcosa', whoAbout: 'Il corriere, un fornitore, l’installatore',
      due: 'Quando risente qualcosa il cliente', send: 'Segna che aspettiamo', done: 'Segnato. Il cliente risente qualcosa comunque.',
    },
    nextUpdate: { act: 'Sposta il prossimo aggiornamento', title: 'Quando risente qualcosa il cliente', due: 'Prossimo aggiornamento', why: 'Perché questa data', done: 'Data cambiata.' },
    resolve: {
      act: 'Risolvi senza scrivere', title: 'Risolto senza un messaggio', why: 'Come l’ha saputo il cliente', whyAbout: 'Resta nella storia del caso. Se il cliente scrive ancora, si riapre da solo.',
      send: 'Segna come risolto', done: 'Risolto.',
    },
    reopen: { act: 'Riapri', done: 'Riaperto.' },
    merge: {
      act: 'Unisci a un altro caso', title: 'Unisci a un altro caso', find: 'Numero, cliente o parole', findAbout: 'Questo caso va dentro quello che scegli. Si può annullare.',
      same: 'Dello stesso cliente', none: 'Nessun caso trovato.', send: (number: number) => `Unisci a C-${number}`, choose: 'Unisci', done: (number: number) => `Unito a C-${number}.`,
      anyway: 'È la stessa questione: unisci lo stesso',
    },
    split: {
      act: 'Dividi in due casi', title: 'Dividi in due casi', which: 'Messaggi che parlano d’altro', whichAbout: 'Vanno in un caso nuovo, con lo stesso responsabile. Si può annullare.',
      another: 'Di chi sono queste parole', anotherAbout: 'Solo se non sono di questo cliente: il caso nuovo sarà di quella persona.',
      subject: 'Oggetto del caso nuovo', send: (count: number) => plural(count, 'Sposta 1 messaggio', `Sposta ${count} messaggi`), done: 'Diviso: il caso nuovo è qui accanto.', opened: 'Apri il caso nuovo',
    },
    suggestion: { title: 'Forse è lo stesso caso', join: 'Unisci', no: 'No, è un’altra cosa', joined: 'Uniti.',
      because: {
        same_customer: 'è lo stesso cliente', quotes_our_message: 'cita un nostro messaggio', answers_an_old_case: 'risponde a un caso chiuso da tempo', names_case: 'ne scrive il numero',
        names_order: 'nomina lo stesso ordine', same_name_waits: 'un cliente con questo nome sta aspettando', answers_post: 'risponde a un post di quel caso',
      } as Readonly<Record<string, string>>,
    },
    undoable: {
      merge: (number: number, by: string) => `${by} ha unito qui il caso C-${number}`, split: (number: number, by: string) => `${by} ha diviso da qui il caso C-${number}`,
      undo: 'Annulla',
    },
  },
  en: {
    usualDates: 'Usual dates', otherDate: 'Another date',
    cancel: 'Never mind',
    save: 'Save',
    reason: 'Why',
    undone: 'Undone.',
    handover: {
      act: 'Hand over', title: 'Hand over', to: 'To whom', why: 'What they must know',
      whyAbout: 'The case stays yours until they accept. The customer will know who has it.',
      send: 'Ask them to take it', sent: (name: string) => `${name} has been asked. Until they accept, the case is yours.`,
      away: (name: string) => `${name} (away)`,
      waits: (name: string) => `You asked ${name} to take this case. Until they accept, it stays yours.`,
      waitsOther: (from: string, to: string) => `${from} asked ${to} to take this case.`,
      forYou: (name: string) => `${name} asks you to take this case.`,
      summary: 'Where we stand', accept: 'I’ll take it', decline: 'I can’t', withdraw: 'Withdraw the question',
      declineTitle: 'You can’t take it', declineReason: 'Why', declineWhy: 'Whoever asked you will read it', declineSend: 'Say that you can’t',
      accepted: 'The case is yours now, to the end.', declined: 'They have been told.', withdrawn: 'Withdrawn: the case has stayed yours.',
    },
    level: {
      act: 'Call another level', title: 'Who this case needs', level: 'Level', why: 'Why they are needed',
      about: 'Whoever comes in helps; whoever has the case keeps it.',
      levels: ['First level', 'Second level', 'Third level'], send: 'Call', done: (level: number) => `The case is at level ${level} now. Its owner has not changed.`,
    },
    subject: { act: 'Change the subject', label: 'Subject of the case', done: 'Subject changed.' },
    thirdParty: {
      act: 'Wait for somebody outside', title: 'We wait for somebody outside', who: 'Who has to act', whoAbout: 'The carrier, a supplier, the fitter',
      due: 'When the customer hears next', send: 'Note that we wait', done: 'Noted. The customer hears from us all the same.',
    },
    nextUpdate: { act: 'Move the next update', title: 'When the customer hears next', due: 'Next update', why: 'Why this date', done: 'Date changed.' },
    resolve: {
      act: 'Resolve without writing', title: 'Resolved without a message', why: 'How the customer was told', whyAbout: 'It stays in the history. If the customer writes again, the case reopens by itself.',
      send: 'Mark as resolved', done: 'Resolved.',
    },
    reopen: { act: 'Reopen', done: 'Reopened.' },
    merge: {
      act: 'Merge into another case', title: 'Merge into another case', find: 'Number, customer or words', findAbout: 'This case goes into the one you choose. It can be undone.',
      same: 'Of the same customer', none: 'No case found.', send: (number: number) => `Merge into C-${number}`, choose: 'Merge', done: (number: number) => `Merged into C-${number}.`,
      anyway: 'It is one matter: merge all the same',
    },
    split: {
      act: 'Split into two cases', title: 'Split into two cases', which: 'Messages about another matter', whichAbout: 'They go to a new case, with the same owner. It can be undone.',
      another: 'Whose words they are', anotherAbout: 'Only where they are not this customer’s: the new case will be that person’s.',
      subject: 'Subject of the new case', send: (count: number) => plural(count, 'Move 1 message', `Move ${count} messages`), done: 'Split: the new case stands beside this one.', opened: 'Open the new case',
    },
    suggestion: { title: 'Perhaps it is the same case', join: 'Merge', no: 'No, it is another matter', joined: 'Merged.',
      because: {
        same_customer: 'it is the same customer', quotes_our_message: 'it quotes a message of ours', answers_an_old_case: 'it answers a case closed long ago', names_case: 'it gives its number',
        names_order: 'it names the same order', same_name_waits: 'a customer of that name is waiting', answers_post: 'it answers a post of that case',
      } as Readonly<Record<string, string>>,
    },
    undoable: {
      merge: (number: number, by: string) => `${by} merged case C-${number} into this one`, split: (number: number, by: string) => `${by} split case C-${number} from this one`,
      undo: 'Undo',
    },
  },
});
