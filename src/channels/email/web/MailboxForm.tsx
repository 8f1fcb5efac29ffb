import { useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import css from './mailbox.module.css';
import { keyOf, useAct, useRead } from '#app/web/client.ts';
import type { OutputOf } from '#base/contract.ts';
import { departmentRoutes, type Me } from '#people/contract.ts';
import { Button } from '#ui/Button.tsx';
import { Select, TextInput } from '#ui/Field.tsx';
import { useForm, type Form } from '#ui/form.ts';
import { FormSheet, Pair } from '#ui/FormSheet.tsx';
import { useTexts } from '#ui/language.tsx';
import { Pill } from '#ui/Pill.tsx';
import { useToast } from '#ui/Toast.tsx';
import { mailboxRoutes, type MailboxView } from '../contract.ts';
import { bodyOf, editingOf, editingPaths, fromProvider, newMailbox, type EditingMailbox } from './mailbox-editing.ts';
import { MailboxServers } from './MailboxServers.tsx';
import { providerOf, providers } from './providers.ts';
import { mailboxTexts } from './texts.ts';

type Checked = OutputOf<typeof mailboxRoutes.check>;

/** What the servers said, one line each. */
function CheckedServers({ checked }: { checked: Checked }) {
  const texts = useTexts(mailboxTexts);
  const lines = [[texts.form.reading, checked.imap], [texts.form.sending, checked.smtp]] as const;
  const told = lines.filter(([, one]) => one !== null);
  return (
    <div className={css.checked} role="status">
      {told.length === 0 && <p>{texts.form.nothingToCheck}</p>}
      {told.map(([what, one]) => one && (
        <p key={what}><b>{what}</b> <Pill tone={one.works ? 'take' : 'hot'}>{one.works ? texts.state.works : texts.state.trouble}</Pill> <span>{one.words}</span></p>
      ))}
    </div>
  );
}

const works = ({ imap, smtp }: Checked): boolean => imap?.works !== false && smtp?.works !== false;

function Provider({ form }: { form: Form<EditingMailbox> }) {
  const texts = useTexts(mailboxTexts).form;
  const chosen = providers.find(({ key }) => key === form.values.provider);
  const choose = (key: string): void => {
    const provider = providers.find((one) => one.key === key);
    form.put(provider ? fromProvider(provider) : { provider: '' });
  };
  return (
    <>
      <Select
        {...form.text('provider')}
        onChange={(event) => choose(event.target.value)}
        label={texts.provider}
        description={texts.providerAbout}
        placeholder={texts.otherProvider}
        optional
        choices={providers.map(({ key, name }) => ({ value: key, words: name }))}
      />
      {chosen?.hint && <p className={css.hint}>{texts.hints[chosen.hint]}</p>}
    </>
  );
}

/** The address, whose name stands on it, where its cases go. */
function Basics({ form, isNew }: { form: Form<EditingMailbox>; isNew: boolean }) {
  const texts = useTexts(mailboxTexts).form;
  const departments = useRead(departmentRoutes.list).data ?? [];
  const recognise = (): void => {
    const provider = form.values.provider === '' && form.values.imapHost === '' ? providerOf(form.values.address) : undefined;
    if (provider) form.put(fromProvider(provider));
  };
  return (
    <>
      <TextInput {...form.text('address')} onBlur={recognise} label={texts.address} type="email" autoComplete="off" autoCapitalize="none" spellCheck={false} />
      <Pair>
        <TextInput {...form.text('senderName')} label={texts.senderName} description={texts.senderNameAbout} autoComplete="off" />
        <Select
          {...form.text('departmentId')}
          label={texts.department}
          choices={departments.filter(({ kind }) => kind === 'service').map(({ id, name }) => ({ value: id, words: name }))}
        />
      </Pair>
      {isNew && <Provider form={form} />}
    </>
  );
}

interface MailboxFormProps {
  me: Me;
  mailbox?: MailboxView;
  onSaved: (address: string) => void;
  /** Further acts beside saving: «none yet» of the set-up. */
  more?: ReactNode;
}

/** Tries the connection, then keeps it. Where the servers say no, what was typed stays and may still be kept. */
const useSaving = (mailbox: MailboxView | undefined, onSaved: (address: string) => void) => {
  const texts = useTexts(mailboxTexts).form;
  const client = useQueryClient();
  const say = useToast();
  const check = useAct(mailboxRoutes.check);
  const add = useAct(mailboxRoutes.add);
  const change = useAct(mailboxRoutes.change);
  const [checked, setChecked] = useState<Checked | null>(null);
  const keep = mailbox ? change : add;
  const saved = (address: string): void => {
    say({ words: texts.saved(address) });
    void client.invalidateQueries({ queryKey: keyOf(mailboxRoutes.list) });
    onSaved(address);
  };
  const save = (values: EditingMailbox): void => {
    const body = bodyOf(values);
    if (mailbox) change.mutate({ params: { id: mailbox.id }, body }, { onSuccess: () => saved(values.address) });
    else add.mutate({ body }, { onSuccess: () => saved(values.address) });
  };
  const tryOut = (values: EditingMailbox, then?: () => void): void => {
    setChecked(null);
    check.mutate({ body: { ...bodyOf(values), id: mailbox?.id ?? null } }, {
      onSuccess: (answer) => {
        setChecked(answer);
        if (works(answer)) then?.();
      },
    });
  };
  return { checked, save, tryOut, checking: check.isPending, keeping: keep.isPending, trouble: keep.error ?? check.error };
};

/** A mailbox, filled in with what is known of its provider, and tried before it is kept. */
export function MailboxForm({ me, mailbox, onSaved, more }: MailboxFormProps) {
  const texts = useTexts(mailboxTexts).form;
  const saving = useSaving(mailbox, onSaved);
  const { checked, checking, keeping } = saving;
  const form = useForm<EditingMailbox>(mailbox ? editingOf(mailbox) : newMailbox(me.company.name, me.departmentId), saving.trouble, editingPaths);
  const busy = checking || keeping;
  const submit = (): void => {
    if (!busy) saving.tryOut(form.values, () => saving.save(form.values));
  };
  const failed = checked !== null && !works(checked);
  return (
    <FormSheet
      label={mailbox?.address ?? texts.address}
      onSubmit={submit}
      trouble={saving.trouble}
      acts={
        <>
          <Button type="submit" look="primary" loading={busy}>{texts.save}</Button>
          <Button onClick={() => !busy && saving.tryOut(form.values)}>{texts.check}</Button>
          {failed && <Button loading={keeping} onClick={() => saving.save(form.values)}>{texts.saveAnyway}</Button>}
          {more}
        </>
      }
    >
      <Basics form={form} isNew={mailbox === undefined} />
      <MailboxServers form={form} kept={mailbox !== undefined} />
      {!mailbox && form.values.reads && (
        <Select {...form.text('startFrom')} label={texts.startFrom} choices={(['now', 'all'] as const).map((value) => ({ value, words: texts.startFroms[value] }))} />
      )}
      {checking && <p role="status" className="muted">{texts.checking}</p>}
      {checked && <CheckedServers checked={checked} />}
      {failed && <p className={css.trouble}>{texts.failed}</p>}
    </FormSheet>
  );
}

