import { defineTexts, type Language } from '#base/texts.ts';
import type { Content, Question } from './contract.ts';
import { scaleEnds } from './scale-words.ts';
import { isScale, scales } from './rules.ts';

const words = defineTexts({
  it: {
    greeting: (name: string) => `Buongiorno ${name},`,
    about: (number: number, subject: string) => `il caso C-${number}, «${subject}», risulta risolto.`,
    one: 'Basta premere su una risposta: si apre una pagina in cui confermarla, o cambiarla.',
    answer: 'Rispondi',
    yes: 'Sì', no: 'No',
    until: (days: number) => `Il collegamento vale ${days} giorni. Per scriverci invece con parole proprie basta rispondere a questa e-mail: legge chi ha seguito il caso.`,
    never: (url: string) => `Non ricevere più sondaggi da noi: ${url}`,
  },
  en: {
    greeting: (name: string) => `Dear ${name},`,
    about: (number: number, subject: string) => `case C-${number}, “${subject}”, is down as resolved.`,
    one: 'One press on an answer is enough: it opens a page on which to confirm or change it.',
    answer: 'Answer',
    yes: 'Yes', no: 'No',
    until: (days: number) => `The link works for ${days} days. To tell us in your own words instead, just reply to this e-mail: whoever looked after the case reads it.`,
    never: (url: string) => `No more surveys from us: ${url}`,
  },
});

interface LetterFacts {
  readonly language: Language;
  readonly content: Content;
  readonly customerName: string;
  readonly caseNumber: number;
  readonly subject: string;
  /** Where it is answered. */
  readonly address: string;
  readonly livesDays: number;
}

/** The answers that can be chosen in the mail already; a single way in where the first question wants words or several of them. */
const choicesOf = (first: Question, { language, address }: Pick<LetterFacts, 'language' | 'address'>): { words: string; url: string }[] => {
  const texts = words[language];
  const to = (score: string): string => `${address}?score=${encodeURIComponent(score)}`;
  const { kind } = first;
  if (isScale(kind)) {
    const { from, to: last } = scales[kind];
    return Array.from({ length: last - from + 1 }, (_, place) => ({ words: String(from + place), url: to(String(from + place)) }));
  }
  if (kind === 'yes_no') return [{ words: texts.yes, url: to('yes') }, { words: texts.no, url: to('no') }];
  if (kind === 'choice') return first.choices.map((choice) => ({ words: choice.words[language], url: to(choice.key) }));
  return [{ words: texts.answer, url: address }];
};

/** The mail that asks: why, the first question with its answers to press, and how to be left alone. */
export const letterOf = (facts: LetterFacts) => {
  const { language, content, address } = facts;
  const texts = words[language];
  const [first] = content.questions;
  if (first === undefined) throw new Error('A survey without a question was sent.');
  const asked = isScale(first.kind) ? `${first.words[language]}\n(${scaleEnds[language].between(first.kind)})` : first.words[language];
  return {
    subject: content.title[language],
    text: [texts.greeting(facts.customerName), `${texts.about(facts.caseNumber, facts.subject)} ${content.intro[language]}`, asked].join('\n\n'),
    choices: { list: choicesOf(first, facts), below: [texts.one, texts.until(facts.livesDays), texts.never(`${address}?q=stop`)].join('\n\n') },
  };
};
