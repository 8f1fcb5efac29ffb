import { useState } from 'react';
import css from './Surveys.module.css';
import { useAct } from '#app/web/client.ts';
import { Button } from '#ui/Button.tsx';
import { Textarea, TextInput } from '#ui/Field.tsx';
import { FormSheet, Pair } from '#ui/FormSheet.tsx';
import { useTexts } from '#ui/language.tsx';
import { Panel } from '#ui/Panel.tsx';
import { useToast } from '#ui/Toast.tsx';
import { changeQuestions, type Content, type SurveyView } from '../contract.ts';
import { changed, moved, removed, withQuestion } from './drafting.ts';
import { editorTexts } from './editor-texts.ts';
import { Preview } from './Preview.tsx';
import { QuestionFields } from './QuestionFields.tsx';

const mostQuestions = 15;

type Both = 'title' | 'intro' | 'thanks';

/** What is asked, in both languages, with the page beside it as the customer sees it. */
export function QuestionsEditor({ survey, writes }: { survey: SurveyView; writes: boolean }) {
  const texts = useTexts(editorTexts);
  const say = useToast();
  const [name, setName] = useState(survey.name);
  const [content, setContent] = useState<Content>(survey.content);
  const [shown, setShown] = useState('');
  const change = useAct(changeQuestions);
  const params = { id: survey.id };
  const before = { name: survey.name, content: survey.content };
  const isChanged = name !== before.name || JSON.stringify(content) !== JSON.stringify(before.content);
  const takeBack = (): void =>
    change.mutate({ params, body: before }, {
      onSuccess: () => {
        setName(before.name);
        setContent(before.content);
        say({ words: texts.undone });
      },
    });
  const save = (): void => {
    if (change.isPending) return;
    change.mutate({ params, body: { name, content } }, { onSuccess: ({ version }) => say({ words: version > survey.version ? texts.savedAs(version) : texts.saved, undo: takeBack }) });
  };
  const both = (part: Both, language: 'it' | 'en') => ({
    label: texts[part][language], value: content[part][language], error: change.error?.fields[`content.${part}.${language}`],
    onChange: (event: { target: { value: string } }) => setContent({ ...content, [part]: { ...content[part], [language]: event.target.value } }),
  });
  const remove = (place: number): void => {
    const was = content;
    setContent(removed(content, place));
    say({ words: texts.removed, undo: () => setContent(was) });
  };
  if (!writes) return <div className={css.editor}><p className={css.about}>{texts.readOnly}</p><Preview content={content} shown={shown} onShow={setShown} /></div>;
  return (
    <div className={css.editor}>
      <FormSheet label={texts.save} onSubmit={save} trouble={change.error} shows={['name', 'content']} acts={<Button type="submit" look="primary" disabled={!isChanged} loading={change.isPending}>{texts.save}</Button>}>
        {survey.isAnswered && isChanged && <p className={css.about} role="status">{texts.willBeNew}</p>}
        <TextInput label={texts.name} maxLength={120} value={name} onChange={(event) => setName(event.target.value)} error={change.error?.fields['name']} />
        <Pair><TextInput maxLength={120} {...both('title', 'it')} /><TextInput maxLength={120} {...both('title', 'en')} /></Pair>
        <Pair><Textarea maxLength={600} {...both('intro', 'it')} /><Textarea maxLength={600} {...both('intro', 'en')} /></Pair>
        {content.questions.map((question, place) => (
          <Panel key={question.key} title={texts.question(place + 1)} aside={<Moves place={place} last={content.questions.length - 1} onMove={(by) => setContent(moved(content, place, by))} onRemove={() => remove(place)} />}>
            <QuestionFields
              question={question} earlier={content.questions.slice(0, place)} error={change.error?.fields[`content.questions.${place}`] ?? change.error?.fields[`content.questions.${place}.words.it`]}
              onFocus={() => setShown(question.key)} onChange={(fresh) => setContent(changed(content, place, fresh))}
            />
          </Panel>
        ))}
        {content.questions.length < mostQuestions && <div><Button onClick={() => setContent(withQuestion(content, texts.fresh.words))}>{texts.add}</Button></div>}
        <Pair><Textarea maxLength={600} {...both('thanks', 'it')} /><Textarea maxLength={600} {...both('thanks', 'en')} /></Pair>
      </FormSheet>
      <Preview content={content} shown={shown} onShow={setShown} />
    </div>
  );
}

interface MovesProps {
  place: number;
  last: number;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

function Moves({ place, last, onMove, onRemove }: MovesProps) {
  const texts = useTexts(editorTexts);
  return (
    <span className={css.moves}>
      <Button look="quiet" aria-label={texts.up(place + 1)} title={texts.up(place + 1)} disabled={place === 0} onClick={() => onMove(-1)}>↑</Button>
      <Button look="quiet" aria-label={texts.down(place + 1)} title={texts.down(place + 1)} disabled={place === last} onClick={() => onMove(1)}>↓</Button>
      <Button look="quiet" aria-label={texts.remove(place + 1)} title={texts.remove(place + 1)} disabled={last === 0} onClick={onRemove}>×</Button>
    </span>
  );
}
