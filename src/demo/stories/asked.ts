import { changeRule, startSurvey, writeSurvey, type Content } from '#surveys/contract.ts';
import type { Days } from '../days.ts';
import { at, type Scene, type Stage, type Thread } from '../play.ts';
import { isOpen } from '../queries.ts';

const both = (it: string, en: string) => ({ it, en });

const content: Content = {
  title: both('Com’è andata con noi?', 'How did we do?'),
  intro: both('Bastano pochi secondi, e le Sue parole arrivano a chi ha seguito il caso.', 'It takes a few seconds, and your words reach whoever looked after your case.'),
  questions: [
    { key: 'how', kind: 'csat', words: both('Quanto è soddisfatta o soddisfatto di come abbiamo seguito il caso?', 'How satisfied are you with how we handled your case?'), choices: [], isNeeded: true, onlyIf: null },
    { key: 'why', kind: 'text', words: both('Che cosa non ha funzionato?', 'What went wrong?'), choices: [], isNeeded: false, onlyIf: { question: 'how', is: 'at_most', value: 3 } },
    { key: 'wish', kind: 'text', words: both('Che cosa Le è piaciuto, o che cosa vorrebbe trovare?', 'What did you like, or what would you like to find?'), choices: [], isNeeded: false, onlyIf: { question: 'how', is: 'at_least', value: 4 } },
  ],
  thanks: both('Le leggiamo una per una.', 'We read every one of them.'),
};

/** For two weeks and a half Casa Lumina has been asking how it went, a day after a case is resolved. */
export const asked = (days: Days): Scene[] => [
  at(days.day(13, '08:50'), async (stage) => {
    const ask = stage.as('marta');
    const rule = { ways: { mail: true, page: true, link: true, widget: false } };
    const { id } = await ask(writeSurvey, { body: { name: 'Dopo il caso', content, rule } });
    await ask(changeRule, { params: { id }, body: { ...rule, samplePercent: 80 } });
    await ask(startSurvey, { params: { id } });
  }),
];

/** A low score opened it again. */
export const isOpenAgain = (stage: Stage, it: Thread): Promise<boolean> => isOpen(stage.services.db, it.id);
