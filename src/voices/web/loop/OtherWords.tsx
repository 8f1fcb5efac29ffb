import { useState } from 'react';
import shared from './Loop.module.css';
import css from './OtherWords.module.css';
import { useAct } from '#app/web/client.ts';
import type { OutputOf } from '#base/contract.ts';
import type { Language } from '#base/texts.ts';
import { Button } from '#ui/Button.tsx';
import { Select } from '#ui/Field.tsx';
import { useTexts } from '#ui/language.tsx';
import { Problem } from '#ui/Problem.tsx';
import { useToast } from '#ui/Toast.tsx';
import { proposeRewording, type Courtesy } from '../../contract/rewording.ts';
import { otherWordsTexts } from './other-words-texts.ts';

const courtesies = ['neither', 'formal', 'informal'] as const;

interface OtherWordsProps {
  themeId: string;
  language: Language;
  /** What stands in the field now, saved or not. */
  written: string;
  onWrite: (words: string) => void;
}

/** Asks for other words, and shows them beside one's own. Taken, they stand in the field, where whoever saves them reads them once more. */
export function OtherWords({ themeId, language, written, onWrite }: OtherWordsProps) {
  const texts = useTexts(otherWordsTexts);
  const say = useToast();
  const [courtesy, setCourtesy] = useState<Courtesy>('neither');
  const ask = useAct(proposeRewording);
  const run = (): void => ask.mutate({ params: { id: themeId }, body: { language, courtesy, text: written.trim() === '' ? null : written } });
  const take = (text: string): void => {
    say({ words: texts.taken, undo: () => onWrite(written) });
    onWrite(text);
    ask.reset();
  };
  return (
    <div className={shared.group}>
      <div className={css.ask}>
        {/* English has one "you". */}
        {language === 'it' && <Select label={texts.courtesy} value={courtesy} choices={courtesies.map((value) => ({ value, words: texts.courtesies[value] }))} onChange={(event) => setCourtesy(event.target.value as Courtesy)} />}
        <Button loading={ask.isPending} onClick={run}>{texts.ask}</Button>
      </div>
      <p className="small muted" role="status">{ask.isPending ? texts.asking : texts.about}</p>
      <Problem of={ask.error} />
      {ask.data && <Beside proposed={ask.data} language={language} onTake={take} onLeave={ask.reset} />}
    </div>
  );
}

interface BesideProps {
  proposed: OutputOf<typeof proposeRewording>;
  language: Language;
  onTake: (text: string) => void;
  onLeave: () => void;
}

function Beside({ proposed: { text, from }, language, onTake, onLeave }: BesideProps) {
  const texts = useTexts(otherWordsTexts);
  return (
    <section className={shared.group} aria-label={texts.both}>
      <div className={css.both}>
        <div className={css.side}><b>{texts.own[from.language === language ? 'same' : from.language]}</b><p className={css.words} lang={from.language}>{from.text}</p></div>
        <div className={css.side}><b>{texts.proposal}</b><p className={css.words} lang={language}>{text}</p></div>
      </div>
      <div className={shared.acts}><Button onClick={() => onTake(text)}>{texts.take}</Button><Button look="quiet" onClick={onLeave}>{texts.leave}</Button></div>
    </section>
  );
}
