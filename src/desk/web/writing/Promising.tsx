import { useState } from 'react';
import css from './Writing.module.css';
import { DueField } from '#cases/web/DueField.tsx';
import type { PromiseView } from '#promises/contract.ts';
import { Checkbox, TextInput } from '#ui/Field.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { Pill } from '#ui/Pill.tsx';
import { sayWhen } from '#ui/say-when.ts';
import { writingTexts } from '../texts/writing.ts';
import type { Decided, Made, Move } from './reply-state.ts';

/** A promise that the words make: said back with its date, to confirm, put right or deny. Sending confirms what is left. */
export function MadeLine({ made, isConfirmed, onDecide }: { made: Made; isConfirmed: boolean; onDecide: (decided: Decided) => void }) {
  const texts = useTexts(writingTexts);
  const { language } = useLanguage();
  const now = useNow();
  const [changing, setChanging] = useState(false);
  const tooSoon = new Date(made.dueAt) <= now;
  return (
    <div className={css.made}>
      <div className={css.madeLine}>
        <p className={css.oneLine} title={made.text}><b>{texts.promise}</b> <Pill tone={tooSoon ? 'boil' : 'plain'}>{texts.promiseBy(sayWhen(new Date(made.dueAt), now, { language }))}</Pill> «{made.text}»</p>
        <span className={css.acts}>
          {isConfirmed ? <span className="small muted">✓ {texts.confirmed}</span> : <button type="button" className={css.link} onClick={() => onDecide({ dueAt: made.dueAt })}>{texts.confirm}</button>}
          <button type="button" className={css.link} aria-expanded={changing} onClick={() => setChanging(!changing)}>{texts.changeDate}</button>
          <button type="button" className={css.link} onClick={() => onDecide({ isNone: true })}>{texts.remove}</button>
        </span>
      </div>
      {changing && <DueField compact label={texts.newDate} value={made.dueAt} onChange={(dueAt) => dueAt !== null && onDecide({ dueAt })} error={tooSoon ? texts.tooSoon : undefined} />}
    </div>
  );
}

interface OpenPromisesProps {
  promises: readonly PromiseView[];
  keeps: readonly string[];
  moves: Readonly<Record<string, Move>>;
  /** A date that the words already give: the likeliest new one. */
  proposed: string | null;
  onKeep: (id: string, kept: boolean) => void;
  onMove: (id: string, move: Move | null) => void;
}

/** What was promised before and still stands: this reply keeps it, moves it with a reason, or leaves it. */
export function OpenPromises({ promises, keeps, moves, proposed, onKeep, onMove }: OpenPromisesProps) {
  const texts = useTexts(writingTexts);
  const { language } = useLanguage();
  const now = useNow();
  if (promises.length === 0) return null;
  return (
    <fieldset className={css.open}>
      <legend className="unseen">{texts.open}</legend>
      {promises.map(({ id, text, dueAt, state }) => {
        const move = moves[id];
        const when = sayWhen(new Date(dueAt), now, { language });
        return (
          <div key={id} className={css.openLine}>
            <span className={css.promised}><span className="muted">{texts.promisedBefore}</span> {text} <Pill tone={state === 'broken' ? 'boil' : state === 'in_danger' ? 'warm' : 'plain'}>{state === 'broken' ? `${when} · ${texts.brokenOne}` : when}</Pill></span>
            <span className={css.acts}>
              {!move && <Checkbox label={texts.keeps} checked={keeps.includes(id)} onChange={(event) => onKeep(id, event.target.checked)} />}
              {state !== 'broken' && !keeps.includes(id) && (
                <button type="button" className={css.link} aria-expanded={move !== undefined} onClick={() => onMove(id, move ? null : { dueAt: proposed, reason: '' })}>{move ? texts.notMove : texts.move}</button>
              )}
            </span>
            {move && (
              <div className={css.moving}>
                <DueField compact label={texts.moveTo} value={move.dueAt} onChange={(to) => onMove(id, { ...move, dueAt: to })} />
                <TextInput label={texts.moveWhy} description={texts.moveAbout} value={move.reason} maxLength={500} onChange={(event) => onMove(id, { ...move, reason: event.target.value })} />
              </div>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
