import { useState } from 'react';
import css from './Webhooks.module.css';
import { useQueryClient } from '@tanstack/react-query';
import { keyOf, useAct, useRead } from '#app/web/client.ts';
import { Button } from '#ui/Button.tsx';
import { CopyText } from '#ui/CopyText.tsx';
import { Checkbox, TextInput } from '#ui/Field.tsx';
import { useForm } from '#ui/form.ts';
import { FormSheet, Group } from '#ui/FormSheet.tsx';
import { useTexts } from '#ui/language.tsx';
import { useToast } from '#ui/Toast.tsx';
import { addWebhook, changeWebhook, listKinds, listWebhooks, type WebhookView } from '../contract.ts';
import { webhookTexts } from './texts.ts';

/** The secret, once: it can be copied and is not shown again. */
export function Secret({ secret, onDone }: { secret: string; onDone: () => void }) {
  const texts = useTexts(webhookTexts);
  return (
    <div className={css.log}>
      <p><b>{texts.secret}</b></p>
      <CopyText text={secret} label={texts.secret} />
      <p className="muted">{texts.secretAbout}</p>
      <div><Button look="primary" onClick={onDone}>{texts.done}</Button></div>
    </div>
  );
}

function Kinds({ chosen, onChange, error }: { chosen: readonly string[]; onChange: (kinds: string[]) => void; error: string | undefined }) {
  const texts = useTexts(webhookTexts);
  const { data } = useRead(listKinds);
  return (
    <Group legend={texts.kinds} about={error ?? texts.kindsAbout}>
      <div className={css.kinds}>
        {(data?.items ?? []).map(({ kind, about }) => (
          <Checkbox key={kind} label={about} description={<span className={css.code}>{kind}</span>} checked={chosen.includes(kind)} onChange={(event) => onChange(event.target.checked ? [...chosen, kind] : chosen.filter((one) => one !== kind))} />
        ))}
      </div>
    </Group>
  );
}

/** A new one, or another address and other events for one that is there. A new one shows its secret before it closes. */
export function WebhookForm({ found, onDone }: { found?: WebhookView; onDone: () => void }) {
  const texts = useTexts(webhookTexts);
  const say = useToast();
  const client = useQueryClient();
  const add = useAct(addWebhook);
  const change = useAct(changeWebhook);
  const [secret, setSecret] = useState<string | null>(null);
  const trouble = add.error ?? change.error;
  const form = useForm({ url: found?.url ?? '', description: found?.description ?? '', kinds: found?.kinds ?? ([] as string[]) }, trouble);
  const again = () => void client.invalidateQueries({ queryKey: keyOf(listWebhooks) });
  const save = (): void => {
    if (add.isPending || change.isPending) return;
    const { url, description, kinds } = form.values;
    const body = { url, description, kinds: [...kinds] };
    if (found === undefined) add.mutate({ body }, { onSuccess: (made) => { again(); setSecret(made.secret); } });
    else change.mutate({ params: { id: found.id }, body }, { onSuccess: () => { again(); say({ words: texts.saved }); onDone(); } });
  };
  if (secret !== null) return <Secret secret={secret} onDone={onDone} />;
  return (
    <FormSheet label={found === undefined ? texts.add : texts.change} onSubmit={save} trouble={trouble} shows={['url', 'description', 'kinds']} acts={<Button type="submit" look="primary" loading={add.isPending || change.isPending}>{found === undefined ? texts.add : texts.save}</Button>}>
      <TextInput {...form.text('description')} label={texts.description} description={texts.descriptionAbout} maxLength={120} autoComplete="off" />
      <TextInput {...form.text('url')} type="url" label={texts.url} description={texts.urlAbout} maxLength={1_000} autoComplete="off" />
      <Kinds chosen={form.values.kinds} onChange={(kinds) => form.set('kinds', kinds)} error={form.errorOf('kinds')} />
    </FormSheet>
  );
}
