import { useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import css from './Loop.module.css';
import { after } from '#app/web/after.ts';
import { useAct } from '#app/web/client.ts';
import type { Language } from '#base/texts.ts';
import { Button } from '#ui/Button.tsx';
import { useTexts } from '#ui/language.tsx';
import { Pill } from '#ui/Pill.tsx';
import { Problem } from '#ui/Problem.tsx';
import { Loading } from '#ui/states.tsx';
import { useToast } from '#ui/Toast.tsx';
import { returnLetter, tellByPhone, type LetterRow, type LetterState } from '../../contract.ts';
import { OneLetter } from './OneLetter.tsx';
import { useLetters } from './reading.ts';
import { loopTexts } from './texts.ts';

interface ListProps {
  themeId: string;
  state: LetterState;
  language?: Language;
  label: string;
  children: (letter: LetterRow, place: number) => ReactNode;
}

function List({ themeId, state, language, label, children }: ListProps) {
  const texts = useTexts(loopTexts);
  const { items, isLoading, error, again, more } = useLetters(themeId, { state, ...(language !== undefined && { language }) });
  if (error) return <Problem of={error} onRetry={again} />;
  if (isLoading) return <Loading shape="text" rows={3} />;
  return (
    <div className={css.group}>
      <ul className={css.list} aria-label={label}>{items.map((letter, place) => <li key={letter.id} className={css.row}>{children(letter, place)}</li>)}</ul>
      {more && <div className={css.acts}><Button onClick={more}>{texts.more}</Button></div>}
    </div>
  );
}

/** The letters that are still to be read, in one language. */
export function ToRead({ themeId, language }: { themeId: string; language: Language }) {
  const texts = useTexts(loopTexts);
  return <List themeId={themeId} state="to_read" language={language} label={texts.words[language]}>{(letter, place) => <Waiting letter={letter} isFirst={place === 0} />}</List>;
}

/** The first stands open: whoever lets them go has seen what they say. */
function Waiting({ letter, isFirst }: { letter: LetterRow; isFirst: boolean }) {
  const texts = useTexts(loopTexts);
  const [isOpen, setOpen] = useState(isFirst);
  return (
    <>
      <span className={css.head}>
        <Who letter={letter} />
        {letter.isOwn && <Pill>{texts.own}</Pill>}
        {letter.reason !== null && <Pill tone="warm">{texts.reasons[letter.reason]}</Pill>}
        <Button look="quiet" aria-expanded={isOpen} aria-label={isOpen ? texts.close : texts.open(letter.customer.name)} onClick={() => setOpen(!isOpen)}>{isOpen ? texts.close : texts.open(letter.customer.name)}</Button>
      </span>
      <span className="small muted">{texts.quoted(letter.said)}</span>
      {isOpen && <OneLetter letter={letter} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Their name, and the case for whoever may open it. */
function Who({ letter: { customer, case: on } }: { letter: LetterRow }) {
  const texts = useTexts(loopTexts);
  return <span>{customer.id === null ? customer.name : <Link to={`/customers/${customer.id}`}>{customer.name}</Link>}{on !== null && <> · <Link to={`/cases/${on.id}`}>{texts.caseNumber(on.number)}</Link></>}</span>;
}

/** Who was not reached, with the number to call; nothing where everybody was. */
export function Unreached({ themeId }: { themeId: string }) {
  const texts = useTexts(loopTexts);
  const { items } = useLetters(themeId, { state: 'not_told' });
  if (items.length === 0) return null;
  return (
    <div className={css.group}>
      <p><b>{texts.unreached}</b> <span className="small muted">{texts.unreachedAbout}</span></p>
      <List themeId={themeId} state="not_told" label={texts.unreached}>{(letter) => <Missed letter={letter} />}</List>
    </div>
  );
}

function Missed({ letter }: { letter: LetterRow }) {
  const texts = useTexts(loopTexts);
  const say = useToast();
  const call = useAct(tellByPhone);
  const back = useAct(returnLetter);
  const params = { id: letter.id };
  const note = (): void => after(call.mutateAsync({ params, body: {} }), () => say({ words: texts.calledDone, undo: () => back.mutate({ params }) }));
  const giveBack = (): void => after(back.mutateAsync({ params }), () => say({ words: texts.givenBack }));
  return (
    <>
      <span className={css.head}><Who letter={letter} />{letter.phone !== null && <a href={`tel:${letter.phone}`} className="num">{letter.phone}</a>}</span>
      <span className="small muted">{letter.reason !== null && texts.reasons[letter.reason]}{letter.remark !== null && `: ${letter.remark}`}{letter.heardBy !== null && ` · ${texts.heardBy(letter.heardBy.name)}`}</span>
      <span className={css.acts}>{letter.reason !== 'skipped' && <Button loading={call.isPending} onClick={note}>{texts.called}</Button>}{letter.reason !== 'unknown' && <Button look="quiet" loading={back.isPending} onClick={giveBack}>{texts.giveBack}</Button>}</span>
      <Problem of={call.error ?? back.error} />
    </>
  );
}
