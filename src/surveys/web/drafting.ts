import type { Content, Question, QuestionKind } from '../contract.ts';
import { isScale, scales } from '../rules.ts';

type Words = Question['words'];

/** The first key of that kind that is not taken: answers are kept under it, so that a key is never given to something else. */
const freeKey = (letter: 'q' | 'c', taken: readonly string[]): string => {
  let number = 1;
  while (taken.includes(`${letter}${number}`)) number += 1;
  return `${letter}${number}`;
};

const replaced = (content: Content, place: number, fresh: Question): Content => ({ ...content, questions: content.questions.map((one, at) => (at === place ? fresh : one)) });

export const newChoice = (question: Question, words: Words): Question => ({ ...question, choices: [...question.choices, { key: freeKey('c', question.choices.map(({ key }) => key)), words: { ...words } }] });

/** A question at the end, answered in words. */
export const withQuestion = (content: Content, words: Words): Content => ({
  ...content, questions: [...content.questions, { key: freeKey('q', content.questions.map(({ key }) => key)), kind: 'text', words: { ...words }, choices: [], isNeeded: false, onlyIf: null }],
});

/** A condition that looks at a question which no longer stands before it, or whose answers are of another kind, could never be met. */
const withoutLoose = (content: Content): Content => ({
  ...content,
  questions: content.questions.map((question, place) => {
    const { onlyIf } = question;
    const looksAt = onlyIf === null ? undefined : content.questions.slice(0, place).find(({ key }) => key === onlyIf.question);
    const fits = looksAt !== undefined && onlyIf !== null && valuesOf(looksAt).some((value) => value === onlyIf.value);
    return onlyIf === null || fits ? question : { ...question, onlyIf: null };
  }),
});

/** What an answer to it can be: scores, or the keys of its choices. Words are no condition. */
export const valuesOf = ({ kind, choices }: Question): (number | string)[] => {
  if (isScale(kind)) return Array.from({ length: scales[kind].to - scales[kind].from + 1 }, (_, place) => scales[kind].from + place);
  if (kind === 'yes_no') return ['yes', 'no'];
  return kind === 'text' ? [] : choices.map(({ key }) => key);
};

export const changed = (content: Content, place: number, fresh: Question): Content => withoutLoose(replaced(content, place, fresh));

/** Another way of answering: choices are there where they are chosen from, and nowhere else. */
export const ofKind = (question: Question, kind: QuestionKind, words: Words): Question => {
  const offers = kind === 'choice' || kind === 'several';
  const bare = { ...question, kind, choices: offers ? question.choices : [] };
  return offers && bare.choices.length < 2 ? newChoice(newChoice(bare, words), words) : bare;
};

export const moved = (content: Content, place: number, by: 1 | -1): Content => {
  const questions = [...content.questions];
  const [one] = questions.splice(place, 1);
  if (one !== undefined) questions.splice(place + by, 0, one);
  return withoutLoose({ ...content, questions });
};

export const removed = (content: Content, place: number): Content => withoutLoose({ ...content, questions: content.questions.filter((_, at) => at !== place) });
