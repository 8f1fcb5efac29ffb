import { defineTexts, type Language } from '#base/texts.ts';
import type { Question } from './contract.ts';
import { isScale, scales, type Answer } from './rules.ts';

const words = defineTexts({
  it: { from: (name: string) => `Dal sondaggio «${name}»`, of: (score: number, last: number) => `${score} su ${last}`, yes: 'Sì', no: 'No' },
  en: { from: (name: string) => `From the survey “${name}”`, of: (score: number, last: number) => `${score} of ${last}`, yes: 'Yes', no: 'No' },
});

interface Facts {
  readonly name: string;
  readonly answers: readonly { readonly question: Question; readonly answer: Answer }[];
}

const sayAnswer = ({ kind, choices }: Question, { score, chosen, words: own }: Answer, language: Language): string => {
  const texts = words[language];
  if (own !== null) return own;
  if (score !== null) return isScale(kind) ? texts.of(score, scales[kind].to) : String(score);
  if (kind === 'yes_no') return chosen.includes('yes') ? texts.yes : texts.no;
  return chosen.map((key) => choices.find((choice) => choice.key === key)?.words[language] ?? key).join(', ');
};

/** The answers as one message, for whoever has the case: what was asked and what was said, nothing added. */
export const lowLetter = (language: Language, { name, answers }: Facts): string =>
  [`${words[language].from(name)}:`, ...answers.map(({ question, answer }) => `${question.words[language]}\n${sayAnswer(question, answer, language)}`)].join('\n\n');
