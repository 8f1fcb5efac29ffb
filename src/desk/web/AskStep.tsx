import css from './AskDepartment.module.css';
import { minute } from '#base/clock.ts';
import { useRead } from '#app/web/client.ts';
import { sayDuration } from '#calendar/words.ts';
import { previewDue, templateRoutes, urgency as urgencies, type DuePreview, type TemplateField } from '#requests/contract.ts';
import { fieldsToMend } from '#requests/rules.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox, Select, Textarea, TextInput } from '#ui/Field.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { sayWhen } from '#ui/say-when.ts';
import { Loading } from '#ui/states.tsx';
import type { OpenedCase } from '../contract.ts';
import { knownOf, withTemplate, type ChoiceDraft, type StepDraft } from './ask-steps.ts';
import { writingTexts } from './texts/writing.ts';

/** By when they answer, by what they are held to it, and what happens if they do not: known before anything is sent. */
function Due({ due }: { due: DuePreview }) {
  const texts = useTexts(writingTexts).askDepartment;
  const { language } = useLanguage();
  const now = useNow();
  const when = (at: string): string => sayWhen(new Date(at), now, { language });
  const higher = due.climbs.find(({ step }) => step !== 'reminder');
  const hours = sayDuration(due.answersWithinMinutes * minute, language);
  const { contract } = due;
  const lines = [
    contract === null ? texts.dueWhy(hours) : texts.contract(contract.reference, hours),
    ...(contract === null ? [] : [texts.contact(contract.contactName, contract.contactPhone === null ? '' : `, ${contract.contactPhone}`)]),
    ...(due.opensAt === null ? [] : [texts.opens(when(due.opensAt))]),
    ...(due.closings.length === 0 ? [] : [texts.closings(due.closings.map(({ name }) => name).join(', '))]), ...(higher ? [texts.climb(higher.toName, when(higher.at))] : []), texts.sentTo(due.sentTo),
  ];
  return <div className={css.due} role="status"><b>{texts.due(due.department.name, when(due.dueAt))}</b><p className="small">{lines.join(' ')}</p></div>;
}

function Choices({ choices, onChange }: { choices: readonly ChoiceDraft[]; onChange: (choices: readonly ChoiceDraft[]) => void }) {
  const texts = useTexts(writingTexts).askDepartment;
  const put = (at: number, choice: ChoiceDraft) => onChange(choices.map((one, index) => (index === at ? choice : one)));
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

interface TemplateFieldsProps {
  step: StepDraft;
  opened: OpenedCase;
  onChange: (values: StepDraft['values']) => void;
}

/** What the department needs to answer at the first try: what the case tells is there, what is missing is asked at once. */
function TemplateFields({ step, opened, onChange }: TemplateFieldsProps) {
  const texts = useTexts(writingTexts).askDepartment;
  const { language } = useLanguage();
  const fields = step.template?.fields ?? [];
  const known = knownOf(opened);
  const { missing, wrong } = fieldsToMend(fields, step.values);
  const files = opened.messages.flatMap(({ attachments }) => attachments);
  const bound = (field: TemplateField) => ({
    label: field.label[language], optional: !field.required, value: step.values[field.key] ?? '',
    description: field.fill !== null && (step.values[field.key] ?? '') !== '' && step.values[field.key] === withTemplate(step, step.template, { known, language }).values[field.key] ? texts.filled : undefined,
    error: missing.includes(field) ? texts.fieldMissing : wrong.includes(field) ? texts.fieldWrong : undefined,
    onChange: (event: { target: { value: string } }) => onChange({ ...step.values, [field.key]: event.target.value }),
  });
  if (fields.length === 0) return null;
  return (
    <fieldset className={css.choices}>
      <legend><b>{texts.fields}</b></legend>
      {fields.map((field) => {
        const { key, ...common } = { key: field.key, ...bound(field) };
        if (field.type === 'choice') return <div key={key} className={css.field}><Select {...common} placeholder="…" choices={field.options.map((value) => ({ value, words: value }))} /></div>;
        if (field.type === 'file') return <div key={key} className={css.field}><Select {...common} placeholder={texts.fileNone} choices={files.map(({ id, name }) => ({ value: id, words: name }))} /></div>;
        return <div key={key} className={css.field}><TextInput {...common} type={field.type === 'date' ? 'date' : 'text'} inputMode={field.type === 'number' ? 'decimal' : undefined} maxLength={500} /></div>;
      })}
    </fieldset>
  );
}

interface AskStepProps {
  at: number;
  step: StepDraft;
  steps: readonly StepDraft[];
  opened: OpenedCase;
  departments: readonly { id: string; name: string }[];
  errors: Readonly<Record<string, string>>;
  onChange: (step: StepDraft) => void;
  onRemove: (() => void) | null;
}

/** One question to one department. */
export function AskStep({ at, step, steps, opened, departments, errors, onChange, onRemove }: AskStepProps) {
  const texts = useTexts(writingTexts).askDepartment;
  const { language } = useLanguage();
  const { data: templates = [] } = useRead(templateRoutes.list);
  const { departmentId, template, urgency } = step;
  const query = { urgency, ...(template !== null && { kind: template.kind }) };
  const due = useRead(previewDue, { params: { id: departmentId }, query }, { on: departmentId !== '' });
  const own = templates.filter((one) => one.departmentId === departmentId);
  const known = knownOf(opened);
  const choose = (id: string) => onChange(withTemplate(step, own.find((one) => one.id === id) ?? null, { known, language }));
  const nameOf = (id: string): string => departments.find((one) => one.id === id)?.name ?? '…';
  const before = steps.slice(0, at).flatMap((one, place) => (one.departmentId === '' ? [] : [{ value: String(place), words: texts.afterAnswer(nameOf(one.departmentId)) }]));
  return (
    <section className={steps.length > 1 ? css.step : css.form} aria-label={texts.step(at + 1)}>
      {steps.length > 1 && <h3 className={css.stepHead}>{texts.step(at + 1)}{onRemove && <Button look="quiet" onClick={onRemove}>{texts.removeStep}</Button>}</h3>}
      <Select
        label={texts.department} placeholder="…" value={departmentId} onChange={(event) => onChange({ ...withTemplate(step, null, { known, language }), departmentId: event.target.value })}
        choices={departments.map((one) => ({ value: one.id, words: one.name }))}
      />
      {before.length > 0 && (
        <Select
          label={texts.when} description={step.after === null ? undefined : texts.afterAbout} value={step.after === null ? '' : String(step.after)} placeholder={texts.atOnce}
          choices={before} onChange={(event) => onChange({ ...step, after: event.target.value === '' ? null : Number(event.target.value) })}
        />
      )}
      {own.length > 0 && <Select label={texts.template} placeholder={texts.templateFree} value={template?.id ?? ''} onChange={(event) => choose(event.target.value)} choices={own.map(({ id, name }) => ({ value: id, words: name[language] }))} />}
      <Select label={texts.urgency} value={urgency} choices={urgencies.options.map((value) => ({ value, words: texts.urgencies[value] }))} onChange={(event) => onChange({ ...step, urgency: urgencies.parse(event.target.value) })} />
      {due.data && departmentId !== '' ? <Due due={due.data} /> : due.isFetching && <Loading shape="text" rows={2} />}
      <TemplateFields step={step} opened={opened} onChange={(values) => onChange({ ...step, values })} />
      <Textarea label={texts.question} description={texts.questionAbout} value={step.question} maxLength={1_000} error={errors['question']} onChange={(event) => onChange({ ...step, question: event.target.value })} />
      <Textarea label={texts.why} description={texts.whyAbout} value={step.why} maxLength={2_000} error={errors['why']} onChange={(event) => onChange({ ...step, why: event.target.value })} />
      <Choices choices={step.choices} onChange={(choices) => onChange({ ...step, choices })} />
    </section>
  );
}
