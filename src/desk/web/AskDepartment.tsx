import { useState, type FormEvent } from 'react';
import css from './AskDepartment.module.css';
import { hour } from '#base/clock.ts';
import { useAct, useRead } from '#app/web/client.ts';
import { sayInstant } from '#calendar/words.ts';
import { departmentRoutes } from '#people/contract.ts';
import { planRequests, type RequestView } from '#requests/contract.ts';
import { Button } from '#ui/Button.tsx';
import { Drawer } from '#ui/Drawer.tsx';
import { useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { Refused } from '#ui/states.tsx';
import { useToast } from '#ui/Toast.tsx';
import type { OpenedCase } from '../contract.ts';
import { AskStep } from './AskStep.tsx';
import { asSent, isReady, withoutStep, type StepDraft } from './ask-steps.ts';
import { useTimeZone } from './time-zone.ts';
import { writingTexts } from './texts/writing.ts';

interface AskProps {
  opened: OpenedCase;
  onClose: () => void;
  /** Puts the holding reply where the agent reads it again before it leaves. */
  onHolding: (text: string) => void;
}

type Due = Pick<RequestView, 'department' | 'dueAt'>;

/** The reply that keeps the customer from waiting in the dark: who was asked, and when they hear next. */
function Holding({ opened, due, onUse, onClose }: { opened: OpenedCase; due: Due; onUse: (text: string) => void; onClose: () => void }) {
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

const mostSteps = 6;

/** Questions to departments, from inside the case: what, why, and by when they will have answered. The owner stays the owner. */
export function AskDepartment({ opened, onClose, onHolding }: AskProps) {
  const texts = useTexts(writingTexts).askDepartment;
  const say = useToast();
  const { data: departments = [] } = useRead(departmentRoutes.list);
  const fresh = (key: number): StepDraft => ({
    key, departmentId: '', template: null, urgency: 'normal', question: '', why: texts.usualWhy(opened.customer.name, opened.case.subject), values: {}, after: null,
    choices: texts.usualChoices.map((choice, place) => ({ key: place, ...choice })),
  });
  const [steps, setSteps] = useState<readonly StepDraft[]>(() => [fresh(0)]);
  const send = useAct(planRequests);
  const [asked, setAsked] = useState<Due | null>(null);
  const others = departments.filter(({ id, address, kind }) => id !== opened.case.departmentId && address !== null && kind !== 'service');
  const name = others.find(({ id }) => id === steps[0]?.departmentId)?.name;
  const ready = steps.every((step) => isReady(step) && others.some(({ id }) => id === step.departmentId));
  const errorsOf = (at: number): Record<string, string> => {
    const prefix = `steps.${at}.`;
    return Object.fromEntries(Object.entries(send.error?.fields ?? {}).filter(([path]) => path.startsWith(prefix)).map(([path, words]) => [path.slice(prefix.length), words]));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready || send.isPending) return;
    send.mutate({ params: { id: opened.case.id }, body: { steps: steps.map(asSent) } }, {
      onSuccess: ({ requests }) => {
        if (steps.length > 1) say({ words: texts.sentAll(steps.length) });
        // The customer hears when the last of those that were asked now has answered.
        const last = requests.toSorted((one, other) => one.dueAt.localeCompare(other.dueAt)).at(-1);
        return last ? setAsked(last) : onClose();
      },
    });
  };
  if (asked) return <Holding opened={opened} due={asked} onUse={onHolding} onClose={onClose} />;
  const act = steps.length > 1 ? texts.sendAll(steps.length) : name === undefined ? texts.sendNobody : texts.send(name);
  const add = () => setSteps([...steps, fresh(Math.max(...steps.map(({ key }) => key)) + 1)]);
  return (
    <Drawer open onClose={onClose} title={texts.title} acts={<Button type="submit" form="ask-department" look="primary" disabled={!ready} loading={send.isPending}>{act}</Button>}>
      <form id="ask-department" className={css.form} onSubmit={submit} noValidate>
        {steps.map((step, at) => (
          <AskStep
            key={step.key} at={at} step={step} steps={steps} opened={opened} departments={others} errors={errorsOf(at)}
            onChange={(next) => setSteps(steps.map((one) => (one.key === next.key ? next : one)))}
            onRemove={steps.length > 1 ? () => setSteps(withoutStep(steps, at)) : null}
          />
        ))}
        {steps.length < mostSteps && <Button look="quiet" onClick={add}>{texts.another}</Button>}
        {send.error?.words && <Refused>{send.error.words}</Refused>}
      </form>
    </Drawer>
  );
}
