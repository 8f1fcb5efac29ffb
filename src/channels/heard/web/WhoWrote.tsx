import { useId } from 'react';
import css from '#channels/phone/web/CallDialog.module.css';
import type { Caller } from '#channels/phone/web/caller.ts';
import { callTexts } from '#channels/phone/web/texts.ts';
import { useTexts } from '#ui/language.tsx';
import { heardTexts } from './texts.ts';

/** Customers of that name or signature; and first of all that one does not know, because a name is nobody. */
export function WhoWrote({ caller: { candidates, searching }, typed, chosen, onChoose }: { caller: Caller; typed: string; chosen: string | null; onChoose: (id: string | null) => void }) {
  const texts = useTexts(heardTexts);
  const call = useTexts(callTexts);
  const group = useId();
  if (typed.trim().length < 2 || candidates.length === 0) return null;
  return (
    <fieldset className={css.group}>
      <legend>{call.people}</legend>
      <p className="unseen" role="status">{searching ? call.searching : ''}</p>
      <div className={css.found}>
        <label className={css.pick}>
          <input type="radio" name={group} checked={chosen === null} onChange={() => onChoose(null)} />
          <b>{texts.stranger}</b>
          <span>{texts.strangerWhy}</span>
        </label>
        {candidates.map(({ id, name, company, openCases }) => (
          <label key={id} className={css.pick}>
            <input type="radio" name={group} checked={chosen === id} onChange={() => onChoose(id)} />
            <b>{name}</b>
            <span>{[company, openCases === 0 ? call.noCases : call.openCases(openCases)].filter(Boolean).join(' · ')}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
