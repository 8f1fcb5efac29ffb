import { defineTexts, plural } from '#base/texts.ts';

export const topicTexts = defineTexts({
  it: {
    ideas: {
      title: 'La pagina pubblica delle idee', open: 'Apri la pagina', close: 'Chiudi la pagina', opened: 'La pagina è aperta: chiunque abbia l’indirizzo la legge.', closed: 'La pagina è chiusa. Quello che è arrivato resta.',
      off: 'Chiusa. Aperta, mostra i temi che qualcuno ha reso pubblici, a che punto sono e perché, mai le parole di chi li ha chiesti; e chi la legge può aggiungere la sua idea.',
      on: 'Aperta', by: (name: string) => `da ${name}`, themes: (count: number) => (count === 0 ? 'Non mostra ancora nessun tema: si rendono pubblici uno per uno, da chi decide.' : plural(count, 'Mostra un tema.', `Mostra ${count} temi.`)), address: 'Indirizzo della pagina', look: 'Guarda la pagina',
    },
    list: 'Argomenti', add: 'Aggiungi un argomento', change: 'Modifica', title: 'Un nuovo argomento',
    none: { title: 'Ancora nessun argomento', words: 'Consegna, garanzia, prodotto: di che cosa parlano i clienti, e chi decide.' },
    decides: (name: string, department: string) => `Decide ora ${name}, ${department}`, days: (count: number) => plural(count, 'entro 1 giorno lavorativo', `entro ${count} giorni lavorativi`), undecided: (count: number) => plural(count, '1 tema da decidere', `${count} temi da decidere`),
    rest: 'sempre aperto', restAbout: 'Raccoglie quello che non sta altrove: si può cambiare, non chiudere.', words: (words: string) => `Si riconosce da: ${words}.`, noWords: 'Nessuna parola: si sceglie a mano.',
    nameIt: 'Nome in italiano', nameEn: 'Nome in inglese', department: 'Di quale reparto è', decider: 'Chi decide', deciderAbout: 'Se non scegli nessuno, chi guida il reparto. Chi è assente ha il suo sostituto.', head: 'Chi guida il reparto',
    within: 'Giorni lavorativi per decidere', withinAbout: 'Contati nel calendario del reparto.', wordsLabel: 'Parole che lo riconoscono', wordsAbout: 'Separate da virgole, in tutte e due le lingue. Basta l’inizio: «fattur» trova fattura e fatture.',
    save: 'Salva', saved: 'Salvato. I temi ancora da decidere seguono chi decide ora.', added: 'Aggiunto.', close: 'Chiudi l’argomento', closed: (name: string) => `«${name}» è chiuso. I suoi temi da decidere passano a tutto il resto.`,
    sure: (name: string) => `Chiudere «${name}»?`, sureAbout: (count: number) => plural(count, 'Il tema da decidere passa all’argomento per tutto il resto, e non torna indietro da solo.', `I ${count} temi da decidere passano all’argomento per tutto il resto, e non tornano indietro da soli.`), sureNone: 'Nessun tema è da decidere. Per riaverlo lo si aggiunge di nuovo.',
  },
  en: {
    ideas: {
      title: 'The public page of ideas', open: 'Open the page', close: 'Close the page', opened: 'The page is open: whoever has the address reads it.', closed: 'The page is closed. What came stays.',
      off: 'Closed. When open, it shows the themes that somebody made public, where they stand and why, never the words of those who asked; and whoever reads it can add an idea.',
      on: 'Open', by: (name: string) => `by ${name}`, themes: (count: number) => (count === 0 ? 'It shows no theme yet: whoever decides makes them public, one by one.' : plural(count, 'It shows one theme.', `It shows ${count} themes.`)), address: 'Address of the page', look: 'Look at the page',
    },
    list: 'Topics', add: 'Add a topic', change: 'Change', title: 'A new topic',
    none: { title: 'No topics yet', words: 'Delivery, guarantee, product: what customers speak of, and who decides.' },
    decides: (name: string, department: string) => `Now up to ${name}, ${department}`, days: (count: number) => plural(count, 'within 1 working day', `within ${count} working days`), undecided: (count: number) => plural(count, '1 theme to decide', `${count} themes to decide`),
    rest: 'always open', restAbout: 'It takes what fits nowhere else: it can be changed, not closed.', words: (words: string) => `Recognised by: ${words}.`, noWords: 'No words: it is chosen by hand.',
    nameIt: 'Name in Italian', nameEn: 'Name in English', department: 'Whose department it is', decider: 'Who decides', deciderAbout: 'If you choose nobody, whoever heads the department. Whoever is away has their deputy.', head: 'Whoever heads the department',
    within: 'Working days to decide', withinAbout: 'Counted in the department’s calendar.', wordsLabel: 'Words that recognise it', wordsAbout: 'Separated by commas, in both languages. The beginning will do: “deliver” finds delivery and delivered.',
    save: 'Save', saved: 'Saved. Themes that are still to be decided follow whoever decides now.', added: 'Added.', close: 'Close the topic', closed: (name: string) => `“${name}” is closed. Its undecided themes go to everything else.`,
    sure: (name: string) => `Close “${name}”?`, sureAbout: (count: number) => plural(count, 'The undecided theme goes to the topic for everything else, and does not come back by itself.', `The ${count} undecided themes go to the topic for everything else, and do not come back by themselves.`), sureNone: 'No theme is undecided. To have it again, add it again.',
  },
});
