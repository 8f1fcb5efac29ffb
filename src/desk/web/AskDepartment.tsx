import { useState, type FormEvent } from 'react';
import css from './AskDepartment.module.css';
import { hour, minute } from '#base/clock.ts';
import { useAct, useRead } from '#app/web/client.ts';
import { sayDuration, sayInstant } from '#calendar/words.ts';
import { departmentRoutes } from '#people/contract.ts';
import { previewDue, sendRequest, type DuePreview } from '#requests/contract.ts';
import { Button } from '#ui/Button.tsx';
import { Drawer } from '#ui/Drawer.tsx';
import { Checkbox, Select, Textarea, TextInput } from '#ui/Field.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { sayWhen } from '#ui/say-when.ts';
import { Loading, Refused } from '#ui/states.tsx';
import { useToast } from '#ui/Toast.tsx';
import type { OpenedCase } from '../contract.ts';
import { useTimeZone } from './time-zone.ts';
import { writingTexts } from './texts/writing.ts';

interface Choice {
  /** Tells one from the other while they are written. */
  key: number;
  label: string;
  asksDate: string | null;
}

interface AskProps {
  opened: OpenedCase;
  onClose: () => void;
  /** Puts the holding reply where the agent reads it again before it leaves. */
  onHolding: (text: string) => void;
}

/** By when they answer, and what happens if they do not: known before anything is sent. */
function Due({ due }: { due: DuePreview }) {
  const texts = useTexts(writingTexts).askDepartment;
  const { language } = useLanguage();
  const now = useNow();
  const when = (at: string): string => sayWhen(new Date(at), now, { language });
  const higher = due.climbs.find(({ step }) => step !== 'reminder');
  const lines = [
    texts.dueWhy(sayDuration(due.answersWithinMinutes * minute, language)), ...(due.opensAt === null ? [] : [texts.opens(when(due.opensAt))]),
    ...(due.closings.length === 0 ? [] : [texts.closings(due.closings.map(({ name }) => name).join(', '))]), ...(higher ? [texts.climb(higher.toName, when(higher.at))] : []), texts.sentTo(due.sentTo),
  ];
  return <div className={css.due} role="status"><b>{texts.due(due.department.name, when(due.dueAt))}</b><p className="small">{lines.join(' ')}</p></div>;
}

function Choices({ choices, onChange }: { choices: readonly Choice[]; onChange: (choices: readonly Choice[]) => void }) {
  const texts = useTexts(writingTexts).askDepartment;
  const put = (at: number, choice: Choice) => onChange(choices.map((one, index) => (index === at ? choice : one)));
  return (
    <fieldset className={css.choices}>
      <legend><b>{texts.choices}</b><br /><span className="small muted">{texts.choicesAbout}</span></legend>
      {choices.map((choice, at) => (
        <div key={choice.key} className={css.choice}>
          <TextInput label={texts.choice(at + 1)} value={choice.label} maxLength={60} onChange={(event) => put(at, { ...choice, label: event.target.value })} />
          <Checkbox label={texts.asksDate} checked={choice.asksDate !== null} onChange={(event) => put(at, { ...choice, asksDate: event.target.checked ? '' : null })} />
          {choice.asksDate !== null && <TextInput label={texts.dateQuestion} value={choice.asksDate} maxLength={80} onChange={(event) => put(at, { ...choice, asksDate: event.target.value })} />}
          <Button look="quiet" onClick={() => onChange(choices.filter((_one, index) => index !== at))}>{texts.removeChoice}</Button>
        </div>
      ))}
      {choices.length < 4 && <Button onClick={() => onChange([...choices, { key: Math.max(0, ...choices.map(({ key }) => key)) + 1, label: '', asksDate: null }])}>{texts.addChoice}</Button>}
    </fieldset>
  );
}

/** The reply that keeps the customer from waiting in the dark: who was asked, and when they hear next. */
function Holding({ opened, due, onUse, onClose }: { opened: OpenedCase; due: DuePreview; onUse: (text: string) => void; onClose: () => void }) {
  const language = opened.case.language;
  const texts = useTexts(writingTexts).askDepartment;
  const timeZone = useTimeZone();
  const now = useNow();
  const at = new Date(new Date(due.dueAt).getTime() + hour);
  // In the customer's language, whatever the agent's: they are the one who reads it.
  const text = writingTexts[language].askDepartment.holding(opened.customer.name, due.department.name, sayInstant(at, { now, timeZone, language, by: true }));
  return (
    <Drawer
      open onClose={onClose} title={texts.tell(opened.customer.name)}
      acts={<><Button onClick={onClose}>{texts.notNow}</Button><Button look="primary" onClick={() => { onUse(text); onClose(); }}>{texts.useHolding}</Button></>}
    >
      <p className="muted">{texts.tellWhy}</p>
      <blockquote className={css.holding} lang={language}>{text}</blockquote>
    </Drawer>
  );
}

/** A question to a department, from inside the case: what, why, and by when they will have answered. The owner stays the owner. */
export function AskDepartment({ opened, onClose, onHolding }: AskProps) {
  const texts = useTexts(writingTexts).askDepartment;
  const say = useToast();
  const { data: departments = [] } = useRead(departmentRoutes.list);
  const [departmentId, setDepartmentId] = useState('');
  const [question, setQuestion] = useState('');
  const [why, setWhy] = useState(texts.usualWhy(opened.customer.name, opened.case.subject));
  const [choices, setChoices] = useState<readonly Choice[]>(() => texts.usualChoices.map((choice, key) => ({ key, ...choice })));
  const due = useRead(previewDue, { params: { id: departmentId } }, { on: departmentId !== '' });
  const send = useAct(sendRequest);
  const [asked, setAsked] = useState<DuePreview | null>(null);
  const others = departments.filter(({ id, address, kind }) => id !== opened.case.departmentId && address !== null && kind !== 'service');
  const name = others.find(({ id }) => id === departmentId)?.name;
  const ready = name !== undefined && question.trim() !== '' && why.trim() !== '' && choices.every(({ label, asksDate }) => label.trim() !== '' && asksDate?.trim() !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready || send.isPending) return;
    send.mutate({ params: { id: opened.case.id }, body: { departmentId, question, why, choices: choices.map(({ label, asksDate }) => ({ label, asksDate })) } }, {
      onSuccess: ({ department, dueAt }) => {
        // The next question says it already; a notice besides would lie over the button that answers it.
        if (due.data) return setAsked({ ...due.data, dueAt });
        say({ words: texts.sent(department.name) });
        return onClose();
      },
    });
  };
  if (asked) return <Holding opened={opened} due={asked} onUse={onHolding} onClose={onClose} />;
  return (
    <Drawer open onClose={onClose} title={texts.title} acts={<Button type="submit" form="ask-department" look="primary" disabled={!ready} loading={send.isPending}>{name === undefined ? texts.sendNobody : texts.send(name)}</Button>}>
      <form id="ask-department" className={css.form} onSubmit={submit} noValidate>
        <Select label={texts.department} placeholder="…" value={departmentId} onChange={(event) => setDepartmentId(event.target.value)} choices={others.map((one) => ({ value: one.id, words: one.name }))} />
        {due.data && departmentId !== '' ? <Due due={due.data} /> : due.isFetching && <Loading shape="text" rows={2} />}
        <Textarea label={texts.question} description={texts.questionAbout} value={question} maxLength={1_000} error={send.error?.fields['question']} onChange={(event) => setQuestion(event.target.value)} />
        <Textarea label={texts.why} description={texts.whyAbout} value={why} maxLength={2_000} error={send.error?.fields['why']} onChange={(event) => setWhy(event.target.value)} />
        <Choices choices={choices} onChange={setChoices} />
        {send.error?.words && <Refused>{send.error.words}</Refused>}
      </form>
    </Drawer>
  );
}
