import css from './Surveys.module.css';
import { Button } from '#ui/Button.tsx';
import { Checkbox, Select, TextInput } from '#ui/Field.tsx';
import { Pair } from '#ui/FormSheet.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import type { Condition, Question, QuestionKind } from '../contract.ts';
import { isScale } from '../rules.ts';
import { newChoice, ofKind, valuesOf } from './drafting.ts';
import { editorTexts } from './editor-texts.ts';

const questionKinds: readonly QuestionKind[] = ['csat', 'nps', 'ces', 'choice', 'several', 'yes_no', 'text'];

interface QuestionFieldsProps {
  question: Question;
  /** Those that it may depend on. */
  earlier: readonly Question[];
  error: string | undefined;
  onChange: (fresh: Question) => void;
  onFocus: () => void;
}

/** One question: its words in both languages, how it is answered, and of whom it is asked. */
export function QuestionFields({ question, earlier, error, onChange, onFocus }: QuestionFieldsProps) {
  const texts = useTexts(editorTexts);
  const put = (some: Partial<Question>): void => onChange({ ...question, ...some });
  const words = (language: 'it' | 'en') => ({ label: texts.words[language], value: question.words[language], maxLength: 300, onChange: (event: { target: { value: string } }) => put({ words: { ...question.words, [language]: event.target.value } }) });
  const conditions = earlier.filter((one) => valuesOf(one).length > 0);
  return (
    <div className={css.fields} onFocus={onFocus}>
      <Pair><TextInput {...words('it')} error={error} /><TextInput {...words('en')} /></Pair>
      <Select label={texts.kind} value={question.kind} onChange={(event) => onChange(ofKind(question, questionKinds.find((kind) => kind === event.target.value) ?? 'text', texts.fresh.choice))} choices={questionKinds.map((kind) => ({ value: kind, words: texts.kinds[kind] }))} />
      {(question.kind === 'choice' || question.kind === 'several') && <Choices question={question} onChange={onChange} />}
      {conditions.length > 0 && <OnlyIf question={question} earlier={earlier} onChange={(onlyIf) => put({ onlyIf })} />}
      <Checkbox label={texts.isNeeded} checked={question.isNeeded} onChange={(event) => put({ isNeeded: event.target.checked })} />
    </div>
  );
}

const mostChoices = 12;

function Choices({ question, onChange }: { question: Question; onChange: (fresh: Question) => void }) {
  const texts = useTexts(editorTexts);
  const { choices } = question;
  const write = (place: number, language: 'it' | 'en', value: string): void => onChange({ ...question, choices: choices.map((one, at) => (at === place ? { ...one, words: { ...one.words, [language]: value } } : one)) });
  return (
    <>
      {choices.map(({ key, words }, place) => (
        <div key={key} className={css.choice}>
          <Pair>
            <TextInput label={texts.choice.it(place + 1)} maxLength={120} value={words.it} onChange={(event) => write(place, 'it', event.target.value)} />
            <TextInput label={texts.choice.en(place + 1)} maxLength={120} value={words.en} onChange={(event) => write(place, 'en', event.target.value)} />
          </Pair>
          <Button look="quiet" aria-label={texts.removeChoice(place + 1)} title={texts.removeChoice(place + 1)} disabled={choices.length <= 2} onClick={() => onChange({ ...question, choices: choices.filter((_, at) => at !== place) })}>×</Button>
        </div>
      ))}
      {choices.length < mostChoices && <div><Button onClick={() => onChange(newChoice(question, texts.fresh.choice))}>{texts.addChoice}</Button></div>}
    </>
  );
}

const operators = ['at_least', 'at_most', 'is'] as const;

interface OnlyIfProps {
  question: Question;
  earlier: readonly Question[];
  onChange: (onlyIf: Condition | null) => void;
}

function OnlyIf({ question: { onlyIf }, earlier, onChange }: OnlyIfProps) {
  const texts = useTexts(editorTexts);
  const { language } = useLanguage();
  const looksAt = earlier.find(({ key }) => key === onlyIf?.question);
  const choose = (key: string): void => {
    const found = earlier.find((one) => one.key === key);
    const [value] = found === undefined ? [] : valuesOf(found);
    onChange(found === undefined || value === undefined ? null : { question: key, is: 'is', value });
  };
  const valueWords = (value: number | string): string => looksAt?.choices.find(({ key }) => key === value)?.words[language] ?? (value === 'yes' ? texts.yes : value === 'no' ? texts.no : String(value));
  return (
    <>
      <Select
        label={texts.onlyIf} placeholder={texts.always} optional value={onlyIf?.question ?? ''} onChange={(event) => choose(event.target.value)}
        choices={earlier.flatMap((one, place) => (valuesOf(one).length === 0 ? [] : [{ value: one.key, words: texts.onlyIfAnswer(place + 1, one.words[language].slice(0, 60)) }]))}
      />
      {onlyIf !== null && looksAt !== undefined && (
        <Pair>
          <Select label={texts.is} value={onlyIf.is} onChange={(event) => onChange({ ...onlyIf, is: operators.find((one) => one === event.target.value) ?? 'is' })} choices={(isScale(looksAt.kind) ? operators : (['is'] as const)).map((one) => ({ value: one, words: texts.operators[one] }))} />
          <Select label={texts.value} value={String(onlyIf.value)} onChange={(event) => onChange({ ...onlyIf, value: valuesOf(looksAt).find((one) => String(one) === event.target.value) ?? onlyIf.value })} choices={valuesOf(looksAt).map((value) => ({ value: String(value), words: valueWords(value) }))} />
        </Pair>
      )}
    </>
  );
}
