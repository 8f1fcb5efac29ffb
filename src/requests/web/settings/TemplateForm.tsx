import { useState } from 'react';
import css from './settings.module.css';
import { useAct } from '#app/web/client.ts';
import type { DepartmentView } from '#people/contract.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox, Select, Textarea, TextInput } from '#ui/Field.tsx';
import { useForm } from '#ui/form.ts';
import { FormSheet } from '#ui/FormSheet.tsx';
import { useTexts } from '#ui/language.tsx';
import { fieldSource, fieldType, templateRoutes, type TemplateView } from '../../contract.ts';
import { arrangingTexts } from './texts.ts';

type Field = TemplateView['fields'][number];
type Choice = TemplateView['choices'][number] & { readonly key: number };

const freshField = (taken: readonly string[]): Field => {
  const key = [...Array(20).keys()].map((place) => `field${place + 1}`).find((one) => !taken.includes(one)) ?? `field${taken.length + 1}`;
  return { key, label: { it: '', en: '' }, type: 'text', required: true, options: [], fill: null };
};

function FieldEditor({ at, field, onChange, onRemove }: { at: number; field: Field; onChange: (field: Field) => void; onRemove: () => void }) {
  const texts = useTexts(arrangingTexts).templates;
  return (
    <fieldset className={css.part}>
      <legend>{texts.field(at + 1)}</legend>
      <TextInput label={texts.labelIt} value={field.label.it} maxLength={80} onChange={(event) => onChange({ ...field, label: { ...field.label, it: event.target.value } })} />
      <TextInput label={texts.labelEn} value={field.label.en} maxLength={80} onChange={(event) => onChange({ ...field, label: { ...field.label, en: event.target.value } })} />
      <Select label={texts.type} value={field.type} choices={fieldType.options.map((value) => ({ value, words: texts.types[value] }))} onChange={(event) => onChange({ ...field, type: fieldType.parse(event.target.value) })} />
      {field.type === 'choice' && <TextInput label={texts.options} defaultValue={field.options.join(', ')} onChange={(event) => onChange({ ...field, options: event.target.value.split(',').map((one) => one.trim()).filter((one) => one !== '') })} />}
      {field.type === 'text' && (
        <Select
          label={texts.fill} optional placeholder={texts.noFill} value={field.fill ?? ''} choices={fieldSource.options.map((value) => ({ value, words: texts.fills[value] }))}
          onChange={(event) => onChange({ ...field, fill: event.target.value === '' ? null : fieldSource.parse(event.target.value) })}
        />
      )}
      <Checkbox label={texts.required} checked={field.required} onChange={(event) => onChange({ ...field, required: event.target.checked })} />
      <Button look="quiet" onClick={onRemove}>{texts.removeField}<span className="unseen"> {at + 1}</span></Button>
    </fieldset>
  );
}

function ChoiceEditor({ at, choice, onChange, onRemove }: { at: number; choice: Choice; onChange: (choice: Choice) => void; onRemove: () => void }) {
  const texts = useTexts(arrangingTexts).templates;
  const date = choice.asksDate ?? { it: '', en: '' };
  const setDate = (next: { it: string; en: string }) => onChange({ ...choice, asksDate: next.it === '' && next.en === '' ? null : next });
  return (
    <fieldset className={css.part}>
      <legend>{texts.choice(at + 1)}</legend>
      <TextInput label={texts.labelIt} value={choice.label.it} maxLength={60} onChange={(event) => onChange({ ...choice, label: { ...choice.label, it: event.target.value } })} />
      <TextInput label={texts.labelEn} value={choice.label.en} maxLength={60} onChange={(event) => onChange({ ...choice, label: { ...choice.label, en: event.target.value } })} />
      <TextInput label={texts.dateIt} optional value={date.it} maxLength={80} onChange={(event) => setDate({ ...date, it: event.target.value })} />
      <TextInput label={texts.dateEn} optional value={date.en} maxLength={80} onChange={(event) => setDate({ ...date, en: event.target.value })} />
      <Button look="quiet" onClick={onRemove}>{texts.removeChoice}<span className="unseen"> {at + 1}</span></Button>
    </fieldset>
  );
}

const put = <One,>(list: readonly One[], at: number, one: One): One[] => list.map((other, place) => (place === at ? one : other));
const without = <One,>(list: readonly One[], at: number): One[] => list.filter((_one, place) => place !== at);

/** A template in both languages: its question, what the department has to know, and the answers that need only a tap. */
export function TemplateForm({ template, departments, onDone }: { template: TemplateView | undefined; departments: readonly DepartmentView[]; onDone: (words: string) => void }) {
  const all = useTexts(arrangingTexts);
  const texts = all.templates;
  const add = useAct(templateRoutes.add);
  const change = useAct(templateRoutes.change);
  const withdraw = useAct(templateRoutes.withdraw);
  const trouble = add.error ?? change.error;
  const form = useForm({
    departmentId: template?.departmentId ?? departments[0]?.id ?? '', kind: template?.kind ?? '', nameIt: template?.name.it ?? '', nameEn: template?.name.en ?? '',
    questionIt: template?.question.it ?? '', questionEn: template?.question.en ?? '',
  }, trouble, { nameIt: 'name.it', nameEn: 'name.en', questionIt: 'question.it', questionEn: 'question.en' });
  const [fields, setFields] = useState<readonly Field[]>(template?.fields ?? []);
  const [choices, setChoices] = useState<readonly Choice[]>(() => (template?.choices ?? []).map((choice, key) => ({ ...choice, key })));
  const { departmentId, kind, nameIt, nameEn, questionIt, questionEn } = form.values;
  const save = (): void => {
    const body = { departmentId, kind, name: { it: nameIt, en: nameEn }, question: { it: questionIt, en: questionEn }, fields: [...fields], choices: choices.map(({ label, asksDate }) => ({ label, asksDate })) };
    const onSuccess = () => onDone(all.saved);
    if (template === undefined) add.mutate({ body }, { onSuccess });
    else change.mutate({ params: { id: template.id }, body }, { onSuccess });
  };
  return (
    <FormSheet
      label={texts.title} onSubmit={save} trouble={trouble} shows={['departmentId', 'kind', 'name', 'question']}
      acts={<Button type="submit" look="primary" loading={add.isPending || change.isPending}>{all.save}</Button>}
    >
      <Select {...form.text('departmentId')} label={all.department} choices={departments.map(({ id, name }) => ({ value: id, words: name }))} />
      <TextInput {...form.text('kind')} label={all.kind} maxLength={40} autoComplete="off" />
      <TextInput {...form.text('nameIt')} label={texts.nameIt} maxLength={80} />
      <TextInput {...form.text('nameEn')} label={texts.nameEn} maxLength={80} />
      <Textarea {...form.text('questionIt')} label={texts.questionIt} maxLength={1_000} />
      <Textarea {...form.text('questionEn')} label={texts.questionEn} maxLength={1_000} />
      <h3>{texts.fields}</h3>
      {fields.map((field, at) => <FieldEditor key={field.key} at={at} field={field} onChange={(next) => setFields(put(fields, at, next))} onRemove={() => setFields(without(fields, at))} />)}
      {fields.length < 12 && <Button onClick={() => setFields([...fields, freshField(fields.map(({ key }) => key))])}>{texts.addField}</Button>}
      <h3>{texts.choices}</h3>
      {choices.map((choice, at) => <ChoiceEditor key={choice.key} at={at} choice={choice} onChange={(next) => setChoices(put(choices, at, next))} onRemove={() => setChoices(without(choices, at))} />)}
      {choices.length < 4 && <Button onClick={() => setChoices([...choices, { key: Math.max(0, ...choices.map(({ key }) => key)) + 1, label: { it: '', en: '' }, asksDate: null }])}>{texts.addChoice}</Button>}
      {template !== undefined && <Button look="danger" loading={withdraw.isPending} onClick={() => withdraw.mutate({ params: { id: template.id } }, { onSuccess: () => onDone(all.removed) })}>{all.remove}</Button>}
    </FormSheet>
  );
}
