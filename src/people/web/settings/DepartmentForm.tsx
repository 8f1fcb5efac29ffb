import { useState } from 'react';
import { useRead } from '#app/web/client.ts';
import type { InputOf } from '#base/contract.ts';
import { calendarRoutes } from '#calendar/contract.ts';
import { Button } from '#ui/Button.tsx';
import { Select, TextInput } from '#ui/Field.tsx';
import { useForm } from '#ui/form.ts';
import { FormSheet } from '#ui/FormSheet.tsx';
import { useTexts } from '#ui/language.tsx';
import { Picker } from '#ui/Picker.tsx';
import type { Trouble } from '#ui/Problem.tsx';
import { departmentKinds, memberRoutes, type departmentRoutes, type DepartmentView } from '../../contract.ts';
import { departmentTexts, settingsTexts } from '../texts/settings.ts';

export type DepartmentBody = InputOf<typeof departmentRoutes.open>['body'];

interface DepartmentFormProps {
  label: string;
  department?: DepartmentView;
  trouble: Trouble | null;
  pending: boolean;
  onSave: (body: DepartmentBody) => void;
}

/** "4", "0,5", "0.5": people write the comma they grew up with. Minutes; null for what is no length. */
export const minutesOf = (hours: string): number | null => {
  const count = Number(hours.trim().replace(',', '.'));
  const minutes = Math.round(count * 60);
  return hours.trim() === '' || !Number.isFinite(count) || minutes < 1 ? null : minutes;
};

const isKind = (value: string): value is DepartmentView['kind'] => departmentKinds.options.some((one) => one === value);

/** Everything there is to know of a department, for adding one and for changing it. */
export function DepartmentForm({ label, department, trouble, pending, onSave }: DepartmentFormProps) {
  const { form: texts, kinds, kindAbout } = useTexts(departmentTexts);
  const { save } = useTexts(settingsTexts);
  const calendars = useRead(calendarRoutes.list).data ?? [];
  const members = useRead(memberRoutes.list).data ?? [];
  const [asked, setAsked] = useState(false);
  const form = useForm<{ name: string; kind: string; address: string; calendarId: string; hours: string; headId: string | null }>({
    name: department?.name ?? '', kind: department?.kind ?? 'internal', address: department?.address ?? '', calendarId: department?.calendarId ?? '',
    hours: department ? String(department.answersWithinMinutes / 60) : '4', headId: department?.headId ?? null,
  }, trouble, { hours: 'answersWithinMinutes' });
  const { name, kind, address, hours, headId } = form.values;
  const calendarId = form.values.calendarId === '' ? (calendars[0]?.id ?? '') : form.values.calendarId;
  const minutes = minutesOf(hours);
  const submit = (): void => {
    setAsked(true);
    if (pending || minutes === null || !isKind(kind)) return;
    onSave({ name, kind, address: address.trim() === '' ? null : address, calendarId, answersWithinMinutes: minutes, headId });
  };
  const here = members.filter(({ leftAt }) => leftAt === null);
  return (
    <FormSheet label={label} onSubmit={submit} trouble={trouble} acts={<Button type="submit" look="primary" loading={pending}>{save}</Button>}>
      <TextInput {...form.text('name')} label={texts.name} autoComplete="off" />
      <Select {...form.text('kind')} label={texts.kind} description={isKind(kind) ? kindAbout[kind] : undefined} choices={departmentKinds.options.map((value) => ({ value, words: kinds[value] }))} />
      <Picker label={texts.head} description={texts.headAbout} optional placeholder={texts.nobody} choices={here.map((one) => ({ value: one.id, words: one.name }))} value={headId} onChange={(id) => form.set('headId', id)} error={form.errorOf('headId')} />
      <TextInput {...form.text('hours')} label={texts.hours} description={texts.hoursAbout} inputMode="decimal" error={asked && minutes === null ? texts.hoursWrong : form.errorOf('answersWithinMinutes')} />
      <Select {...form.text('calendarId')} value={calendarId} label={texts.calendar} choices={calendars.map((one) => ({ value: one.id, words: one.name }))} />
      <TextInput {...form.text('address')} label={texts.address} description={texts.addressAbout} optional type="email" autoComplete="off" />
    </FormSheet>
  );
}
