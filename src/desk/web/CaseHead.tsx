import { useState, type FormEvent, type ReactNode } from 'react';
import css from './CaseHead.module.css';
import { useAct } from '#app/web/client.ts';
import { setSubject } from '#cases/contract.ts';
import { isOpen } from '#cases/rules.ts';
import { actTexts } from '#cases/web/act-texts.ts';
import { sayReasons } from '#heat/words.ts';
import { Avatar } from '#ui/Avatar.tsx';
import { Button } from '#ui/Button.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { Facts } from '#ui/Panel.tsx';
import { Pill } from '#ui/Pill.tsx';
import { When } from '#ui/When.tsx';
import type { OpenedCase } from '../contract.ts';
import { sayHeat } from './row-words.ts';
import { caseTexts } from './texts/case.ts';
import { listTexts } from './texts/list.ts';
import { useTimeZone } from './time-zone.ts';

const focusOn = (input: HTMLInputElement | null): void => input?.focus();

/** The name of the case; pressed, it can be put better. */
function Subject({ id, subject }: { id: string; subject: string }) {
  const texts = useTexts(actTexts);
  const [draft, setDraft] = useState<string | null>(null);
  const set = useAct(setSubject);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (draft === null || draft.trim() === '' || draft.trim() === subject) return setDraft(null);
    set.mutate({ params: { id }, body: { subject: draft } }, { onSuccess: () => setDraft(null) });
  };
  if (draft === null) {
    return (
      <h1 className={css.subject}>
        {subject}
        <button type="button" className={css.edit} onClick={() => setDraft(subject)} aria-label={texts.subject.act} title={texts.subject.act}>
          <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true"><path d="M3 13l.7-3L10.500 3.200l2.300 2.300L6 12.300z" /></svg>
        </button>
      </h1>
    );
  }
  return (
    <form className={css.rename} onSubmit={save}>
      <h1 className="unseen">{subject}</h1>
      <input
        ref={focusOn} aria-label={texts.subject.label} value={draft} maxLength={200} onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && setDraft(null)}
      />
      <Button type="submit" look="primary" loading={set.isPending}>{texts.save}</Button>
      <Button onClick={() => setDraft(null)}>{texts.cancel}</Button>
      {set.error?.words && <p role="alert" className="small">{set.error.words}</p>}
    </form>
  );
}

/** Who has it, in one sentence. */
function Owner({ opened: { case: found, standIn } }: { opened: OpenedCase }) {
  const texts = useTexts(caseTexts);
  if (found.owner === null) return <span className="muted">{texts.nobody}</span>;
  return (
    <span className={css.owner}>
      <Avatar name={found.owner.name} />
      <span>
        <b>{found.owner.name}</b> <span className="muted">{found.takenAt === null ? texts.owns : <>{texts.took} · <When at={found.takenAt} /></>}{standIn && `, ${texts.standIn(standIn.name)}`}</span>
      </span>
    </span>
  );
}

/** Whose move it is: the departments that owe us an answer by name, else what the status says. */
function Waits({ opened: { case: found, requests } }: { opened: OpenedCase }) {
  const { waits, resolved, closed } = useTexts(caseTexts);
  const owing = [...new Set(requests.filter(({ state }) => ['waiting', 'seen', 'late', 'questioned'].includes(state)).map(({ department }) => department.name))];
  if (found.status === 'closed') return <Pill>{closed}</Pill>;
  if (found.status === 'resolved') return <Pill tone="take">{found.resolvedAt === null ? resolved : <>{resolved} <When at={found.resolvedAt} /></>}</Pill>;
  if (owing.length > 0) return <>{owing.map((name) => <Pill key={name} tone="internal">{waits.department(name)}</Pill>)}</>;
  if (found.status === 'waiting_customer') return <Pill>{waits.customer}</Pill>;
  if (found.status === 'waiting_third_party') return <Pill>{waits.outside}</Pill>;
  return <Pill>{waits.us}</Pill>;
}

function NextUpdate({ dueAt }: { dueAt: string }) {
  const texts = useTexts(caseTexts);
  const late = new Date(dueAt) <= useNow();
  return <Pill tone={late ? 'boil' : 'plain'}>{late ? texts.nextLate : texts.next} <When at={dueAt} /></Pill>;
}

function Heat({ opened: { heat } }: { opened: OpenedCase }) {
  const texts = useTexts(caseTexts);
  const words = useTexts(listTexts);
  const { language } = useLanguage();
  const now = useNow();
  if (heat === null) return null;
  const said = sayHeat(heat, { texts: words, now, voice: { language } });
  return <Pill tone={said.tone}>{heat.band === 'calm' ? said.words : texts.heat(heat.degrees, said.words)}</Pill>;
}

/** One glance: who owns it, how hot it is and why, when the customer hears next, what is awaited from whom. */
export function CaseHead({ opened, tools }: { opened: OpenedCase; tools: ReactNode }) {
  const texts = useTexts(caseTexts);
  const timeZone = useTimeZone();
  const { language } = useLanguage();
  const now = useNow();
  const { case: found, heat } = opened;
  const open = isOpen(found.status);
  const shownWhy = open && heat !== null && heat.reasons.length > 0;
  return (
    <header className={css.head}>
      <div className={css.top}>
        <Subject id={found.id} subject={found.subject} />
        <span className={css.tools}><span className="small faint num">{texts.number(found.number)}</span>{tools}</span>
      </div>
      <Facts>
        <Owner opened={opened} />
        {open && <Heat opened={opened} />}
        {open && found.nextUpdateDueAt !== null && <NextUpdate dueAt={found.nextUpdateDueAt} />}
        <Waits opened={opened} />
        {found.level > 1 && <Pill>{texts.level(found.level)}</Pill>}
        {found.language !== language && <Pill>{texts.otherLanguage[found.language]}</Pill>}
      </Facts>
      {shownWhy && <p className={css.why}>{heat.band === 'calm' ? texts.falls : texts.rises} {sayReasons(heat.reasons.slice(0, 4), language, { now, timeZone }).join('; ')}.</p>}
    </header>
  );
}
