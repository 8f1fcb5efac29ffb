import { defineTexts } from '#base/texts.ts';

const firstName = (name: string): string => name.trim().split(/\s+/u)[0] ?? name;

/** The words of an opportunity wherever it is answered: on a department's board, and on its page without an account. Colleagues are «tu». */
export const opportunityTexts = defineTexts({
  it: {
    kinds: { lead: 'Cliente interessato', order: 'Ordine', product_idea: 'Idea per un prodotto' },
    states: { leaving: 'in partenza', taken_back: 'annullata', waiting: 'da prendere', read: 'letta, da prendere', taken: 'se ne occupa qualcuno', won: 'andata bene', lost: 'persa', nothing_came_of_it: 'niente di fatto' },
    ideaStates: { won: 'si fa', lost: 'non si fa' },
    said: 'Le parole del cliente', who: 'Chi è', worth: 'Valore stimato', unknownWorth: 'valore da stimare', seenBy: (name: string) => `L’ha vista ${name}`, case: (number: number) => `caso C-${number}`,
    dueTaking: 'Qualcuno se ne occupa', dueOutcome: 'Si sa com’è andata', wasDue: 'Doveva essere', handedOver: 'Passata', readBy: (name: string) => `L’ha letta ${name}`,
    late: 'È in ritardo, ma il cliente c’è ancora: anche «se ne occupa Andrea» basta a fermare l’attesa.',
    has: (name: string) => `Se ne occupa ${name}`, mine: 'Te ne occupi tu',
    take: 'Ce l’ho io', takeOver: 'La prendo io', letGo: 'La lascio ai colleghi', yourName: 'Come ti chiami?', yourNameWhy: 'Così chi l’ha vista sa a chi pensare.',
    within: 'Quando saprai com’è andata?', days: { 7: 'Entro una settimana', 14: 'Entro due settimane', 30: 'Entro un mese', 90: 'Entro tre mesi' },
    how: 'Com’è andata?', howIdea: 'Che cosa ne fate?', outcomes: { won: 'È andata bene', lost: 'È persa', nothing_came_of_it: 'Niente di fatto' }, ideaOutcomes: { won: 'La facciamo', lost: 'Non la facciamo', nothing_came_of_it: 'Niente di fatto' },
    wonCents: 'Quanto vale, in euro', wonCentsIdea: 'Quanto può valere, in euro', amountWrong: 'Scrivi una cifra, per esempio 8.400.', amountMissing: 'Scrivi quanto vale.',
    why: 'Perché', chooseWhy: 'Scegli', whyMissing: 'Scegli perché.', wordsMissing: 'Scrivi che cosa è stato.',
    reasons: { price: 'Prezzo', timing: 'Tempi di consegna', not_suitable: 'Non era quello che serviva', chose_another: 'Ha scelto altri', postponed: 'Rimandata dal cliente', no_answer: 'Il cliente non ha più risposto', not_possible: 'Per noi non si può fare', other: 'Altro' },
    words: 'Due parole per chi l’ha vista', wordsWhy: (name: string) => `Le legge ${firstName(name)}, mai il cliente.`, tell: 'Di’ com’è andata', correct: 'Correggi com’è andata', cancel: 'Annulla', nameMissing: 'Scrivi il tuo nome.',
    offlineKept: 'Non c’è rete. Quello che hai scritto resta qui: riprova quando torna.', failed: 'Non è partito. Riprova fra un momento.',
    outcomeBy: (name: string) => `Lo dice ${name}`,
  },
  en: {
    kinds: { lead: 'Interested customer', order: 'Order', product_idea: 'Idea for a product' },
    states: { leaving: 'leaving', taken_back: 'taken back', waiting: 'to be taken', read: 'read, to be taken', taken: 'somebody has it', won: 'won', lost: 'lost', nothing_came_of_it: 'came to nothing' },
    ideaStates: { won: 'will be done', lost: 'will not be done' },
    said: 'The customer’s words', who: 'Who it is', worth: 'Estimated value', unknownWorth: 'value not estimated', seenBy: (name: string) => `Seen by ${name}`, case: (number: number) => `case C-${number}`,
    dueTaking: 'Somebody takes it', dueOutcome: 'It is known what came of it', wasDue: 'It was due', handedOver: 'Handed over', readBy: (name: string) => `Read by ${name}`,
    late: 'It is late, but the customer is still there: “Andrea has it” is enough to stop the waiting.',
    has: (name: string) => `${name} has it`, mine: 'You have it',
    take: 'I have it', takeOver: 'I take it', letGo: 'Leave it to my colleagues', yourName: 'What is your name?', yourNameWhy: 'So that whoever saw it knows whom to think of.',
    within: 'When will you know what came of it?', days: { 7: 'Within a week', 14: 'Within two weeks', 30: 'Within a month', 90: 'Within three months' },
    how: 'What came of it?', howIdea: 'What do you do with it?', outcomes: { won: 'It was won', lost: 'It was lost', nothing_came_of_it: 'It came to nothing' }, ideaOutcomes: { won: 'We do it', lost: 'We do not do it', nothing_came_of_it: 'It came to nothing' },
    wonCents: 'What it is worth, in euro', wonCentsIdea: 'What it may be worth, in euro', amountWrong: 'Write an amount, such as 8,400.', amountMissing: 'Write what it is worth.',
    why: 'Why', chooseWhy: 'Choose', whyMissing: 'Choose why.', wordsMissing: 'Write what it was.',
    reasons: { price: 'Price', timing: 'Delivery time', not_suitable: 'Not what they needed', chose_another: 'They chose somebody else', postponed: 'Put off by the customer', no_answer: 'The customer answered no more', not_possible: 'We cannot do it', other: 'Something else' },
    words: 'A few words for whoever saw it', wordsWhy: (name: string) => `${firstName(name)} reads them, never the customer.`, tell: 'Say what came of it', correct: 'Put right what came of it', cancel: 'Cancel', nameMissing: 'Write your name.',
    offlineKept: 'You are offline. What you wrote stays here: try again when you are back.', failed: 'It did not leave. Try again in a moment.',
    outcomeBy: (name: string) => `${name} says so`,
  },
});
export type OpportunityWords = (typeof opportunityTexts)['it'];
