import type { Content, Question } from '../contract.ts';

const both = (it: string, en: string) => ({ it, en });
const words = (key: string, text: Question['words'], onlyIf: Question['onlyIf']): Question => ({ key, kind: 'text', words: text, choices: [], isNeeded: false, onlyIf });

const common = {
  intro: both('Bastano pochi secondi, e le Sue parole arrivano a chi ha seguito il caso.', 'It takes a few seconds, and your words reach whoever looked after your case.'),
  thanks: both('Le leggiamo una per una.', 'We read every one of them.'),
};
const better = both('Che cosa non ha funzionato?', 'What went wrong?');
const well = both('Che cosa Le è piaciuto, o che cosa vorrebbe trovare?', 'What did you like, or what would you like to find?');

/** What most begin with: one question with a number, and words that fit the answer. */
export const templates = {
  csat: {
    ...common,
    title: both('Com’è andata con noi?', 'How did we do?'),
    questions: [
      { key: 'q1', kind: 'csat', words: both('Quanto è soddisfatta o soddisfatto di come abbiamo seguito il caso?', 'How satisfied are you with how we handled your case?'), choices: [], isNeeded: true, onlyIf: null },
      words('q2', better, { question: 'q1', is: 'at_most', value: 3 }), words('q3', well, { question: 'q1', is: 'at_least', value: 4 }),
    ],
  },
  nps: {
    ...common,
    title: both('Ci consiglierebbe?', 'Would you recommend us?'),
    questions: [
      { key: 'q1', kind: 'nps', words: both('Quanto è probabile che ci consigli a un’amica o a un collega?', 'How likely are you to recommend us to a friend or colleague?'), choices: [], isNeeded: true, onlyIf: null },
      words('q2', better, { question: 'q1', is: 'at_most', value: 6 }), words('q3', well, { question: 'q1', is: 'at_least', value: 7 }),
    ],
  },
  ces: {
    ...common,
    title: both('È stato facile?', 'Was it easy?'),
    questions: [
      { key: 'q1', kind: 'ces', words: both('«È stato facile risolvere il problema con voi». È d’accordo?', '“You made it easy to handle my issue.” Do you agree?'), choices: [], isNeeded: true, onlyIf: null },
      words('q2', both('Che cosa l’ha reso difficile?', 'What made it hard?'), { question: 'q1', is: 'at_most', value: 4 }),
    ],
  },
} as const satisfies Readonly<Record<string, Content>>;
export type TemplateKey = keyof typeof templates;
export const templateKeys: readonly TemplateKey[] = ['csat', 'nps', 'ces'];
