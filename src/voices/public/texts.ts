import { defineTexts, plural } from '#base/texts.ts';

/** The public page of ideas: read by customers, in their language. */
export const ideasTexts = defineTexts({
  it: {
    inThis: 'Italiano',
    title: 'Le idee dei nostri clienti',
    lead: 'Che cosa ci avete chiesto, e che cosa ne facciamo. Ogni idea ha una persona che decide: sì, con una data, oppure no, con il motivo.',
    states: { undecided: 'Ci stiamo pensando', taken: 'La facciamo', shipped: 'Fatta', left: 'Non la facciamo' },
    about: {
      undecided: 'Qualcuno la sta valutando e darà una risposta.', taken: 'Deciso: ci stiamo lavorando.', shipped: 'C’è già.', left: 'Abbiamo deciso di no, e qui diciamo perché.',
    },
    asked: (customers: number) => plural(customers, 'L’ha chiesto una persona', `L’hanno chiesto in ${customers}`),
    by: (day: string) => `Entro ${day}.`,
    nothing: 'Per ora qui non c’è ancora niente da leggere. La prima idea può essere la sua.',
    add: 'Aggiunga la sua idea',
    text: 'La sua idea', textAbout: 'Che cosa vorrebbe, e a che cosa le servirebbe. La leggiamo noi; qui non compare con le sue parole.',
    name: 'Il suo nome', email: 'E-mail', optional: '(se vuole)', emailAbout: 'Serve solo per risponderle e dirle che cosa ne è stato.',
    website: 'Lasci vuoto questo campo', send: 'Mandi l’idea',
    thanks: 'Grazie: la sua idea è arrivata. Qualcuno la leggerà e deciderà che cosa farne.',
    needText: 'Scriva la sua idea: basta una frase.',
    tooMany: 'Da qui sono già arrivate molte idee: riprovi tra un’ora.',
    somebody: 'qualcuno, dalla pagina delle idee', subject: 'Un’idea, dalla pagina delle idee',
  },
  en: {
    inThis: 'English',
    title: 'Ideas from our customers',
    lead: 'What you asked us for, and what we do with it. Each idea has a person who decides: yes, with a date, or no, with the reason.',
    states: { undecided: 'We are thinking about it', taken: 'We will do it', shipped: 'Done', left: 'We will not do it' },
    about: {
      undecided: 'Somebody is weighing it and will give an answer.', taken: 'Decided: we are working on it.', shipped: 'It is there.', left: 'We decided against it, and say here why.',
    },
    asked: (customers: number) => plural(customers, 'One person asked for it', `${customers} people asked for it`),
    by: (day: string) => `By ${day}.`,
    nothing: 'There is nothing to read here yet. The first idea may be yours.',
    add: 'Add your idea',
    text: 'Your idea', textAbout: 'What you would like, and what it would do for you. We read it; your words are not shown here.',
    name: 'Your name', email: 'E-mail', optional: '(if you like)', emailAbout: 'Only to answer you, and to tell you what came of it.',
    website: 'Leave this field empty', send: 'Send the idea',
    thanks: 'Thank you: your idea is here. Somebody will read it and decide what to do with it.',
    needText: 'Write your idea: a sentence will do.',
    tooMany: 'Many ideas have come from here already: try again in an hour.',
    somebody: 'somebody, on the page of ideas', subject: 'An idea, from the page of ideas',
  },
});
