import { defineTexts, plural } from '#base/texts.ts';

const clientiIt = (count: number): string => plural(count, 'Il cliente può essere avvisato, con parole da rileggere prima.', `I ${count} clienti possono essere avvisati, con parole da rileggere prima.`);
const customersEn = (count: number): string => plural(count, 'The customer can be told, in words that are read again first.', `The ${count} customers can be told, in words that are read again first.`);

export const decidingTexts = defineTexts({
  it: {
    take: 'Prendere', takeAgain: 'Prendere di nuovo', leave: 'Lasciare', cancel: 'Torna indietro',
    before: (count: number) => `Prendere chiede chi e quando. Lasciare chiede perché. ${plural(count, 'In tutti e due i casi il cliente può essere avvisato, con parole da rileggere prima.', `In tutti e due i casi i ${count} clienti possono essere avvisati, con parole da rileggere prima.`)}`,
    waitsFor: (name: string) => `Decide ${name}. Tu puoi leggere, aggiungere voci e metterle insieme.`,
    doer: 'Chi lo fa', doerAbout: 'Una persona o un reparto.', wholeDepartment: (name: string) => `${name} (tutto il reparto)`, shipsBy: 'Entro quando', months: (count: number) => plural(count, 'tra un mese', `tra ${count} mesi`), usual: 'Date frequenti',
    takeWords: 'Che cosa facciamo', takeWordsAbout: 'Due righe per chi l’ha chiesto e per chi lo farà.', takeNow: 'Prendi',
    taken: (name: string) => `Preso: se ne occupa ${name}. Per ripensarci c’è «Lasciare»: restano scritte tutte e due le decisioni.`,
    reason: 'Perché', leaveWords: 'Come lo diciamo', leaveWordsAbout: 'Il motivo, detto a chi l’ha chiesto.', leaveNow: 'Lascia',
    after: (count: number) => [clientiIt(count), 'Non si cancella niente: le voci restano, e quelle nuove si aggiungono.', 'Se le cose cambiano, una decisione nuova può prenderlo.'],
    afterTooFew: 'Se torneranno a chiederlo in tanti altri (il doppio di oggi e almeno cinque in più), il tema si riapre da solo.',
    left: 'Lasciato. Per ripensarci c’è «Prendere»: restano scritte tutte e due le decisioni.',
    ship: 'È uscito', shipTitle: 'È uscito', shipWords: 'Che cosa trova adesso il cliente', shipWordsAbout: 'Lo leggerà chi l’aveva chiesto.', shipNow: 'Segna che è uscito', shipped: (count: number) => plural(count, 'Segnato. 1 cliente può saperlo.', `Segnato. ${count} clienti possono saperlo.`),
    move: 'Sposta il giorno', moveTitle: 'Un altro giorno', newDay: 'Il nuovo giorno', why: 'Perché', whyAbout: 'Il giorno di prima resta scritto.', moveNow: 'Sposta', moved: 'Spostato. Il giorno di prima resta scritto.',
    hand: 'Passa la decisione', handTitle: 'Passa la decisione', to: 'A chi', handAbout: 'Il giorno resta quello.', handWhy: 'Perché a questa persona', handNow: 'Passa', handed: (name: string) => `Ora decide ${name}.`,
    merge: 'Unisci', mergeTitle: 'Unisci a un altro tema', mergeWith: 'Con quale tema', mergeAbout: 'Tutte le voci, e con loro ogni cliente, passano di là. Si può annullare.', mergeNow: 'Unisci', merged: 'Unito.',
    split: 'Dividi', splitTitle: 'Dividi il tema', splitAbout: 'Segna qui sotto le voci da staccare: avranno un tema loro, con le decisioni già prese.', splitCount: (count: number) => plural(count, 'Stacca 1 voce', `Stacca ${count} voci`), splitNone: 'Segna almeno una voce', split_done: 'Diviso.', pick: (words: string) => `Stacca «${words}»`,
    change: 'Modifica', changeTitle: 'Modifica il tema', name: 'Titolo', topic: 'Argomento', topicAbout: 'Con un altro argomento la decisione passa a chi decide lì; il giorno resta.', product: 'Prodotto', save: 'Salva', saved: 'Salvato.',
    publish: 'Mostra sulla pagina delle idee', unpublish: 'Togli dalla pagina delle idee', published: 'Ora si legge sulla pagina delle idee, senza le parole dei clienti.', unpublished: 'Tolto dalla pagina delle idee.', undone: 'Annullato.',
  },
  en: {
    take: 'Take', takeAgain: 'Take again', leave: 'Leave', cancel: 'Go back',
    before: (count: number) => `Taking asks who and when. Leaving asks why. ${plural(count, 'Either way the customer can be told, in words that are read again first.', `Either way the ${count} customers can be told, in words that are read again first.`)}`,
    waitsFor: (name: string) => `${name} decides. You can read, add voices and put them together.`,
    doer: 'Who does it', doerAbout: 'A person or a department.', wholeDepartment: (name: string) => `${name} (the whole department)`, shipsBy: 'By when', months: (count: number) => plural(count, 'in a month', `in ${count} months`), usual: 'Usual dates',
    takeWords: 'What we do', takeWordsAbout: 'Two lines for whoever asked and for whoever does it.', takeNow: 'Take it',
    taken: (name: string) => `Taken: ${name} sees to it. To think again there is “Leave”: both decisions stay on record.`,
    reason: 'Why', leaveWords: 'How we say it', leaveWordsAbout: 'The reason, as said to whoever asked.', leaveNow: 'Leave it',
    after: (count: number) => [customersEn(count), 'Nothing is deleted: its voices stay, and new ones join them.', 'If things change, a new decision can take it.'],
    afterTooFew: 'If many more ask again (twice as many as today and at least five more), the theme opens again by itself.',
    left: 'Left. To think again there is “Take”: both decisions stay on record.',
    ship: 'It has shipped', shipTitle: 'It has shipped', shipWords: 'What customers find now', shipWordsAbout: 'Whoever asked for it will read this.', shipNow: 'Note that it shipped', shipped: (count: number) => plural(count, 'Noted. 1 customer can be told.', `Noted. ${count} customers can be told.`),
    move: 'Move the day', moveTitle: 'Another day', newDay: 'The new day', why: 'Why', whyAbout: 'The first day stays on record.', moveNow: 'Move it', moved: 'Moved. The first day stays on record.',
    hand: 'Hand the decision over', handTitle: 'Hand the decision over', to: 'To whom', handAbout: 'The day stays as it is.', handWhy: 'Why to them', handNow: 'Hand it over', handed: (name: string) => `${name} decides now.`,
    merge: 'Merge', mergeTitle: 'Merge into another theme', mergeWith: 'With which theme', mergeAbout: 'All its voices, and every customer with them, go there. It can be undone.', mergeNow: 'Merge', merged: 'Merged.',
    split: 'Split', splitTitle: 'Split the theme', splitAbout: 'Tick the voices to split off below: they get a theme of their own, with what was decided so far.', splitCount: (count: number) => plural(count, 'Split 1 voice off', `Split ${count} voices off`), splitNone: 'Tick at least one voice', split_done: 'Split.', pick: (words: string) => `Split off “${words}”`,
    change: 'Change', changeTitle: 'Change the theme', name: 'Title', topic: 'Topic', topicAbout: 'With another topic the decision goes to whoever decides there; the day stays.', product: 'Product', save: 'Save', saved: 'Saved.',
    publish: 'Show on the page of ideas', unpublish: 'Take off the page of ideas', published: 'It can be read on the page of ideas now, without any customer’s words.', unpublished: 'Taken off the page of ideas.', undone: 'Undone.',
  },
});
