import { useState } from 'react';
import css from './Loop.module.css';
import { after } from '#app/web/after.ts';
import { useAct, useRead } from '#app/web/client.ts';
import type { Language } from '#base/texts.ts';
import { Button } from '#ui/Button.tsx';
import { Textarea } from '#ui/Field.tsx';
import { useTexts } from '#ui/language.tsx';
import { Pill } from '#ui/Pill.tsx';
import { Problem } from '#ui/Problem.tsx';
import { Loading } from '#ui/states.tsx';
import { useToast } from '#ui/Toast.tsx';
import { readLoop, releaseLetters, takeLettersBack, writeLoopWords, type LoopView } from '../../contract.ts';
import { Section } from '../theme/Section.tsx';
import { Answers } from './Answers.tsx';
import { ToRead, Unreached } from './Letters.tsx';
import { OtherWords } from './OtherWords.tsx';
import { loopNews } from './reading.ts';
import { loopTexts } from './texts.ts';

type Now = NonNullable<LoopView['now']>;

const both = ['it', 'en'] as const;

/** The loop of a theme: what its customers are told, by whom it is read first, whom it did not reach, and what came back. */
export function Loop({ themeId }: { themeId: string }) {
  const texts = useTexts(loopTexts);
  const { data, error, refetch } = useRead(readLoop, { params: { id: themeId } }, { watches: loopNews });
  if (error) return <Problem of={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading shape="text" rows={2} />;
  if (data.figures.length === 0) return null;
  const { now, may, answered } = data;
  const waits = now !== null && now.toRead.it + now.toRead.en > 0;
  return (
    <>
      <Section title={waits ? texts.title[now.occasion] : texts.title.past}>
        <Figures loop={data} />
        {waits && !may.tell && <p className="small muted">{texts.notYours}</p>}
        {waits && may.tell && both.filter((language) => now.toRead[language] > 0).map((language) => <InOne key={`${now.decisionId} ${now.occasion} ${language}`} themeId={themeId} now={now} language={language} mayReword={may.reword} />)}
        {may.tell && <Unreached themeId={themeId} />}
      </Section>
      {answered.thanks + answered.words > 0 && <Answers answered={answered} />}
    </>
  );
}

function Figures({ loop: { figures, now } }: { loop: LoopView }) {
  const texts = useTexts(loopTexts);
  const latest = figures.find(({ isNow }) => isNow) ?? figures[0];
  if (latest === undefined) return null;
  const { told, attached, byPhone, notTold, waiting } = latest;
  return (
    <p className={css.acts} role="status">
      <Pill tone={told === attached ? 'calm' : 'plain'}>{texts.told(told, attached)}</Pill>
      {byPhone > 0 && <Pill>{texts.byPhone(byPhone)}</Pill>}
      {notTold > 0 && <Pill tone="warm">{texts.notTold(notTold)}</Pill>}
      {now !== null && now.leaving > 0 && <Pill>{texts.leaving(now.leaving)}</Pill>}
      {waiting - (now?.leaving ?? 0) > 0 && <Pill>{texts.waiting(waiting - (now?.leaving ?? 0))}</Pill>}
    </p>
  );
}

interface InOneProps {
  themeId: string;
  now: Now;
  language: Language;
  mayReword: boolean;
}

/** Everything in one language: the words that all get, the letters as they will leave, and the act that lets them go. */
function InOne({ themeId, now, language, mayReword }: InOneProps) {
  const texts = useTexts(loopTexts);
  const say = useToast();
  const params = { id: themeId };
  const [reading, setReading] = useState(false);
  /** Nothing goes out that nobody has looked at as the customer will get it. */
  const [hasRead, setHasRead] = useState(false);
  const read = (): void => {
    setReading(!reading);
    setHasRead(true);
  };
  const release = useAct(releaseLetters);
  const stop = useAct(takeLettersBack);
  const count = now.toRead[language];
  /** To the others nobody can write: letting go puts them among those to call. */
  const leaves = count - now.cannot[language];
  const isWritten = now.words[language] !== null;
  const send = (): void => after(release.mutateAsync({ params, body: { language } }), () =>
    say({ words: leaves === 0 ? texts.toCall : texts.sending(leaves), undo: () => after(stop.mutateAsync({ params }), () => say({ words: texts.back }), (words) => words && say({ words })) }));
  return (
    <div className={css.group}>
      <Words themeId={themeId} now={now} language={language} mayReword={mayReword} />
      {isWritten && (
        <div className={css.acts}>
          {hasRead && <Button look="primary" loading={release.isPending} onClick={send}>{leaves === 0 ? texts.callInstead : texts.send[language](leaves)}</Button>}
          <Button {...(!hasRead && { look: 'primary' as const })} aria-expanded={reading} onClick={read}>{reading ? texts.hide : texts.read[language](count)}</Button>
          {!hasRead && <span className="small muted">{texts.readFirst}</span>}
        </div>
      )}
      <Problem of={release.error} />
      {isWritten && now.cannot[language] > 0 && <p className="small muted">{texts.cannot(now.cannot[language])}</p>}
      {reading && <ToRead themeId={themeId} language={language} />}
    </div>
  );
}

function Words({ themeId, now, language, mayReword }: InOneProps) {
  const texts = useTexts(loopTexts);
  const say = useToast();
  const save = useAct(writeLoopWords);
  const given = now.words[language] ?? '';
  const [changed, setChanged] = useState<string | null>(null);
  const written = changed ?? given;
  const missing = language === 'en' ? texts.missing : texts.missingIt;
  const keep = (): void => after(save.mutateAsync({ params: { id: themeId }, body: { [language]: written } }), () => {
    setChanged(null);
    say({ words: texts.saved });
  });
  return (
    <div className={css.form}>
      <Textarea label={texts.words[language]} description={given === '' ? missing(now.toRead[language]) : texts.wordsAbout} lang={language} rows={3} maxLength={1_500} value={written} onChange={(event) => setChanged(event.target.value)} />
      <Problem of={save.error} />
      {changed !== null && changed.trim() !== given && <div className={css.acts}><Button look="primary" disabled={written.trim() === ''} loading={save.isPending} onClick={keep}>{texts.save}</Button></div>}
      {mayReword && <OtherWords themeId={themeId} language={language} written={written} onWrite={setChanged} />}
    </div>
  );
}
