import type { InputOf } from '#base/contract.ts';
import type { Language } from '#base/texts.ts';
import type { planRequests, TemplateView, Urgency } from '#requests/contract.ts';
import { fieldsToMend, fillFields, type KnownOfCase } from '#requests/rules.ts';
import type { OpenedCase } from '../contract.ts';

export interface ChoiceDraft {
  /** Tells one from the other while they are written. */
  key: number;
  label: string;
  asksDate: string | null;
}

/** One question while it is written. `after`: the place of the step whose answer it waits for. */
export interface StepDraft {
  key: number;
  departmentId: string;
  template: TemplateView | null;
  urgency: Urgency;
  question: string;
  why: string;
  choices: readonly ChoiceDraft[];
  values: Readonly<Record<string, string>>;
  after: number | null;
}

type PlanStep = InputOf<typeof planRequests>['body']['steps'][number];

/** What the case tells before anybody types: the customer's words, the latest first. */
export const knownOf = ({ case: { subject }, customer, messages }: OpenedCase): KnownOfCase => {
  const reach = (kind: string): string | null => customer.identities.find((one) => one.kind === kind)?.value ?? null;
  const words = messages.filter(({ direction }) => direction === 'in').map(({ text }) => text).toReversed();
  return { subject, customer: customer.name, email: reach('email'), phone: reach('phone'), words };
};

export const withTemplate = (step: StepDraft, template: TemplateView | null, { known, language }: { known: KnownOfCase; language: Language }): StepDraft => {
  if (template === null) return { ...step, template, values: {} };
  const choices = template.choices.map(({ label, asksDate }, key) => ({ key, label: label[language], asksDate: asksDate === null ? null : asksDate[language] }));
  return { ...step, template, question: template.question[language], choices, values: fillFields(template.fields, known) };
};

export const isReady = (step: StepDraft): boolean => {
  const { missing, wrong } = fieldsToMend(step.template?.fields ?? [], step.values);
  const said = step.departmentId !== '' && step.question.trim() !== '' && step.why.trim() !== '';
  return said && missing.length === 0 && wrong.length === 0 && step.choices.every(({ label, asksDate }) => label.trim() !== '' && asksDate?.trim() !== '');
};

export const asSent = (step: StepDraft): PlanStep => ({
  departmentId: step.departmentId,
  question: step.question,
  why: step.why,
  choices: step.choices.map(({ label, asksDate }) => ({ label, asksDate })),
  kind: step.template?.kind ?? null,
  urgency: step.urgency,
  templateId: step.template?.id ?? null,
  fields: Object.entries(step.values).filter(([, value]) => value.trim() !== '').map(([key, value]) => ({ key, value: value.trim() })),
  after: step.after,
});

/** Without a step: what waited for it is asked at once, and what stands below moves up. */
export const withoutStep = (steps: readonly StepDraft[], at: number): StepDraft[] =>
  steps.flatMap((step, place) => {
    if (place === at) return [];
    const { after } = step;
    return [{ ...step, after: after === null || after === at ? null : after > at ? after - 1 : after }];
  });
