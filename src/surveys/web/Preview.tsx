import { useState } from 'react';
import css from './Surveys.module.css';
import type { Language } from '#base/texts.ts';
import { ownZone } from '#calendar/web/Moment.tsx';
import { useMe } from '#people/web/me.ts';
import { Select } from '#ui/Field.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { Panel } from '#ui/Panel.tsx';
import type { Content } from '../contract.ts';
import { surveyPage } from '../page.ts';
import { editorTexts } from './editor-texts.ts';

const thanks = 'thanks';

interface PreviewProps {
  content: Content;
  /** The key of the question that is shown; another word shows the first. */
  shown: string;
  onShow: (key: string) => void;
}

/** The page itself, as the customer will see it, in either language: not a likeness of it. */
export function Preview({ content, shown, onShow }: PreviewProps) {
  const texts = useTexts(editorTexts);
  const { language } = useLanguage();
  const [reads, setReads] = useState<Language>(language);
  const companyName = useMe()?.company.name ?? '';
  const now = useNow();
  const question = content.questions.find(({ key }) => key === shown) ?? content.questions[0];
  if (question === undefined) return null;
  // Whatever would have to be answered before: here it is looked at, not asked.
  const asked = { ...content, questions: content.questions.map((one) => ({ ...one, onlyIf: null })) };
  const page = surveyPage({
    shown: shown === thanks ? { is: 'thanks', followed: null } : { is: 'question', question, chosen: null },
    content: asked, answers: {}, language: reads, companyName, path: '', carries: '', notice: null, now, timeZone: ownZone(), isPreview: true,
  });
  return (
    <div className={css.preview}>
      <Panel title={texts.preview}>
        <div className={css.previewBar}>
          <Select label={texts.showing} value={shown === thanks ? thanks : question.key} onChange={(event) => onShow(event.target.value)} choices={[...content.questions.map(({ key }, place) => ({ value: key, words: texts.question(place + 1) })), { value: thanks, words: texts.thanksPage }]} />
          <Select label={texts.about} value={reads} onChange={(event) => setReads(event.target.value === 'en' ? 'en' : 'it')} choices={(['it', 'en'] as const).map((value) => ({ value, words: texts.languages[value] }))} />
        </div>
        <iframe className={css.frame} title={texts.previewOf} sandbox="allow-same-origin" srcDoc={page} />
      </Panel>
    </div>
  );
}
