import { useId, type ReactNode } from 'react';
import css from './CallDialog.module.css';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { sayWhen } from '#ui/say-when.ts';
import type { CallChoice } from '../contract.ts';
import type { Caller } from './caller.ts';
import { callTexts } from './texts.ts';

function Pick({ group, checked, onPick, title, children }: { group: string; checked: boolean; onPick: () => void; title: ReactNode; children?: ReactNode }) {
  return (
    <label className={css.pick}>
      <input type="radio" name={group} checked={checked} onChange={onPick} />
      <b>{title}</b>
      {children && <span>{children}</span>}
    </label>
  );
}

/** Whom the number belongs to, or who has that name; and always the way to somebody new. */
export function WhoChoice({ caller, typed, chosen, onChoose }: { caller: Caller; typed: string; chosen: string | null; onChoose: (id: string) => void }) {
  const texts = useTexts(callTexts);
  const group = useId();
  if (typed.trim().length < 2) return null;
  const { candidates, searching } = caller;
  return (
    <fieldset className={css.group}>
      <legend>{texts.people}</legend>
      <p className="unseen" role="status">{searching ? texts.searching : candidates.length === 0 ? texts.nobody : ''}</p>
      <div className={css.found}>
        {candidates.map(({ id, name, company, openCases }) => (
          <Pick key={id} group={group} checked={chosen === id} onPick={() => onChoose(id)} title={name}>
            {[company, openCases === 0 ? texts.noCases : texts.openCases(openCases)].filter(Boolean).join(' · ')}
          </Pick>
        ))}
        <Pick group={group} checked={chosen === 'new'} onPick={() => onChoose('new')} title={texts.newCustomer}>{candidates.length === 0 && !searching && texts.nobody}</Pick>
      </div>
    </fieldset>
  );
}

interface CaseChoiceProps {
  cases: readonly CallChoice[];
  /** The server asked: it cannot tell by itself. */
  isAsked: boolean;
  /** Undefined: the one open case. Null: something new. */
  chosen: string | null | undefined;
  onChoose: (caseId: string | null) => void;
}

/** Which case the call is about. */
export function CaseChoice({ cases, isAsked, chosen, onChoose }: CaseChoiceProps) {
  const texts = useTexts(callTexts);
  const { language } = useLanguage();
  const now = useNow();
  const group = useId();
  const say = (at: string) => sayWhen(new Date(at), now, { language });
  const [only] = cases;
  const effective = chosen === undefined && cases.length === 1 ? only?.id : chosen;
  return (
    <fieldset className={css.group}>
      <legend>{isAsked ? texts.which : texts.about}</legend>
      <div className={css.found}>
        {cases.map(({ id, number, subject, ownerName, waitingSince, nextUpdateDueAt }) => (
          <Pick key={id} group={group} checked={effective === id} onPick={() => onChoose(id)} title={`C-${number} ${subject}`}>
            {[ownerName ?? texts.nobodyOwns, waitingSince !== null ? texts.waitsSince(say(waitingSince)) : nextUpdateDueAt !== null && texts.next(say(nextUpdateDueAt))].filter(Boolean).join(' · ')}
          </Pick>
        ))}
        <Pick group={group} checked={effective === null} onPick={() => onChoose(null)} title={texts.newMatter}>{texts.newMatterWhy}</Pick>
      </div>
    </fieldset>
  );
}
