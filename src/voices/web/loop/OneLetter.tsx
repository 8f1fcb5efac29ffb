import { useState } from 'react';
import css from './Loop.module.css';
import { after } from '#app/web/after.ts';
import { useAct, useRead } from '#app/web/client.ts';
import { Button } from '#ui/Button.tsx';
import { Textarea, TextInput } from '#ui/Field.tsx';
import { useTexts } from '#ui/language.tsx';
import { Problem } from '#ui/Problem.tsx';
import { Loading } from '#ui/states.tsx';
import { useToast } from '#ui/Toast.tsx';
import { readLetter, returnLetter, skipLetter, writeLetter, type LetterRow } from '../../contract.ts';
import { loopNews } from './reading.ts';
import { loopTexts } from './texts.ts';

type Doing = 'reading' | 'editing' | 'skipping';

/** One letter as it would leave now: read, rewritten for this one customer, or not sent. */
export function OneLetter({ letter, onClose }: { letter: LetterRow; onClose: () => void }) {
  const texts = useTexts(loopTexts);
  const params = { id: letter.id };
  const { data, error, refetch } = useRead(readLetter, { params }, { watches: loopNews });
  const [doing, setDoing] = useState<Doing>('reading');
  const write = useAct(writeLetter);
  if (error) return <Problem of={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading shape="text" rows={4} />;
  const done = (): void => setDoing('reading');
  if (doing === 'editing') return <Edit letter={letter} text={data.text} onDone={done} />;
  if (doing === 'skipping') return <Skip letter={letter} onDone={onClose} onCancel={done} />;
  return (
    <div className={css.form}>
      <p className={css.letter} lang={letter.language}>{data.text}</p>
      <div className={css.acts}>
        <Button onClick={() => setDoing('editing')}>{texts.edit}</Button>
        {letter.isOwn && <Button look="quiet" loading={write.isPending} onClick={() => write.mutate({ params, body: { text: null } })}>{texts.common}</Button>}
        <Button look="quiet" onClick={() => setDoing('skipping')}>{texts.skip}</Button>
      </div>
      <Problem of={write.error} />
    </div>
  );
}

function Edit({ letter, text, onDone }: { letter: LetterRow; text: string; onDone: () => void }) {
  const texts = useTexts(loopTexts);
  const [written, setWritten] = useState(text);
  const write = useAct(writeLetter);
  const keep = (): void => after(write.mutateAsync({ params: { id: letter.id }, body: { text: written } }), onDone);
  return (
    <div className={css.form}>
      <Textarea label={texts.editLabel(letter.customer.name)} lang={letter.language} rows={12} maxLength={5_000} value={written} onChange={(event) => setWritten(event.target.value)} />
      <Problem of={write.error} />
      <div className={css.acts}><Button look="primary" disabled={written.trim() === ''} loading={write.isPending} onClick={keep}>{texts.keep}</Button><Button onClick={onDone}>{texts.cancel}</Button></div>
    </div>
  );
}

function Skip({ letter, onDone, onCancel }: { letter: LetterRow; onDone: () => void; onCancel: () => void }) {
  const texts = useTexts(loopTexts);
  const say = useToast();
  const [why, setWhy] = useState('');
  const skip = useAct(skipLetter);
  const back = useAct(returnLetter);
  const params = { id: letter.id };
  const run = (): void => after(skip.mutateAsync({ params, body: { why } }), () => {
    say({ words: texts.skipped, undo: () => back.mutate({ params }) });
    onDone();
  });
  return (
    <div className={css.form}>
      <TextInput label={texts.why} value={why} maxLength={300} onChange={(event) => setWhy(event.target.value)} />
      <Problem of={skip.error} />
      <div className={css.acts}><Button look="primary" disabled={why.trim() === ''} loading={skip.isPending} onClick={run}>{texts.skipNow}</Button><Button onClick={onCancel}>{texts.cancel}</Button></div>
    </div>
  );
}
