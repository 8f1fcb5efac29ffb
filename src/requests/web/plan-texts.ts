import { defineTexts } from '#base/texts.ts';

export const planTexts = defineTexts({
  it: {
    list: 'Domande in programma', after: (name: string) => `Parte quando ha risposto ${name}.`, notAsked: 'Non è partita.',
    askNow: 'Chiedi subito', asked: (name: string) => `${name} ha ricevuto la domanda.`,
    cancel: 'Non serve più', cancelTitle: 'Non la chiedi più?', why: 'Perché non serve più', cancelAbout: 'Resta nella storia del caso. Il reparto non ne sa ancora nulla.', cancelled: 'Non verrà chiesta.',
  },
  en: {
    list: 'Planned questions', after: (name: string) => `Leaves when ${name} has answered.`, notAsked: 'It did not leave.',
    askNow: 'Ask now', asked: (name: string) => `${name} has the question.`,
    cancel: 'No longer needed', cancelTitle: 'Ask it no more?', why: 'Why it is no longer needed', cancelAbout: 'It stays in the history of the case. The department knows nothing of it yet.', cancelled: 'It will not be asked.',
  },
});
