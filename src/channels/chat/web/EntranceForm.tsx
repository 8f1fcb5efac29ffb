import { useAct } from '#app/web/client.ts';
import { useRead } from '#app/web/client.ts';
import { departmentRoutes, type Me } from '#people/contract.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox, Select, Textarea, TextInput } from '#ui/Field.tsx';
import { useForm } from '#ui/form.ts';
import { FormSheet } from '#ui/FormSheet.tsx';
import { useTexts } from '#ui/language.tsx';
import { changeEntrance, openEntrance, type ChatEntrance } from '../contract.ts';
import { chatScreenTexts } from './texts.ts';

interface EntranceFormProps {
  me: Me;
  /** Null for a new one. */
  entrance: ChatEntrance | null;
  onDone: (entrance: ChatEntrance) => void;
}

const paths = { greetingIt: 'greeting.it', greetingEn: 'greeting.en', awayIt: 'awayWords.it', awayEn: 'awayWords.en' };

/** A chat in the making, or being changed. */
export function EntranceForm({ me, entrance, onDone }: EntranceFormProps) {
  const texts = useTexts(chatScreenTexts);
  const make = useAct(openEntrance);
  const change = useAct(changeEntrance);
  const acting = entrance === null ? make : change;
  const departments = useRead(departmentRoutes.list).data ?? [];
  const greeting = entrance?.greeting ?? texts.defaultGreeting;
  const awayWords = entrance?.awayWords ?? texts.defaultAway;
  const form = useForm(
    {
      name: entrance?.name ?? '', departmentId: entrance?.departmentId ?? me.departmentId, greetingIt: greeting.it, greetingEn: greeting.en, awayIt: awayWords.it, awayEn: awayWords.en,
      origins: (entrance?.origins ?? []).join('\n'), isOn: entrance?.isOn ?? true,
    },
    acting.error, paths,
  );
  const submit = (): void => {
    if (acting.isPending) return;
    const { name, departmentId, greetingIt, greetingEn, awayIt, awayEn, origins, isOn } = form.values;
    const body = {
      name, departmentId, greeting: { it: greetingIt, en: greetingEn }, awayWords: { it: awayIt, en: awayEn },
      origins: origins.split(/\s+/u).filter((one) => one !== ''),
    };
    if (entrance === null) make.mutate({ body }, { onSuccess: onDone });
    else change.mutate({ params: { id: entrance.id }, body: { ...body, isOn } }, { onSuccess: onDone });
  };
  const title = entrance === null ? texts.add : texts.change;
  // The server names the line that is wrong; the field is one.
  const wrongSite = Object.entries(acting.error?.fields ?? {}).find(([path]) => path.startsWith('origins'))?.[1];
  return (
    <FormSheet label={title} onSubmit={submit} trouble={acting.error} acts={<Button type="submit" look="primary" loading={acting.isPending}>{entrance === null ? texts.add : texts.save}</Button>}>
      <TextInput {...form.text('name')} label={texts.name} description={texts.nameAbout} autoComplete="off" />
      <Select {...form.text('departmentId')} label={texts.department} choices={departments.filter(({ kind }) => kind === 'service').map(({ id, name }) => ({ value: id, words: name }))} />
      <Textarea {...form.text('origins')} label={texts.origins} description={texts.originsAbout} rows={2} error={form.errorOf('origins') ?? wrongSite} />
      <Textarea {...form.text('greetingIt')} label={texts.greetingIt} description={texts.greetingAbout} rows={2} maxLength={400} />
      <Textarea {...form.text('greetingEn')} label={texts.greetingEn} rows={2} maxLength={400} />
      <Textarea {...form.text('awayIt')} label={texts.awayIt} description={texts.awayAbout} rows={2} maxLength={400} />
      <Textarea {...form.text('awayEn')} label={texts.awayEn} rows={2} maxLength={400} />
      {entrance !== null && <Checkbox label={texts.isOn} description={texts.isOnAbout} checked={form.values.isOn} onChange={(event) => form.set('isOn', event.target.checked)} />}
    </FormSheet>
  );
}
