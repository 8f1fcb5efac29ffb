import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import css from './account.module.css';
import { keyOf, useAct, useRead } from '#app/web/client.ts';
import type { OutputOf } from '#base/contract.ts';
import { Button } from '#ui/Button.tsx';
import { Entries, Entry } from '#ui/Entries.tsx';
import { useForm } from '#ui/form.ts';
import { FormSheet } from '#ui/FormSheet.tsx';
import { useTexts } from '#ui/language.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Pill } from '#ui/Pill.tsx';
import { Ready } from '#ui/Ready.tsx';
import { useToast } from '#ui/Toast.tsx';
import { When } from '#ui/When.tsx';
import { sessionRoutes } from '../../contract.ts';
import { PasswordInput, shortestPassword } from '../PasswordInput.tsx';
import { accountTexts } from '../texts/account.ts';
import { entryTexts } from '../texts/entry.ts';
import { browserName } from './browser-name.ts';

function ChangePassword() {
  const texts = useTexts(accountTexts).password;
  const { password } = useTexts(entryTexts);
  const client = useQueryClient();
  const say = useToast();
  const change = useAct(sessionRoutes.changePassword);
  const form = useForm({ current: '', next: '' }, change.error);
  const [asked, setAsked] = useState(false);
  const short = asked && form.values.next.length < shortestPassword;
  const submit = (): void => {
    setAsked(true);
    if (change.isPending || form.values.next.length < shortestPassword) return;
    change.mutate({ body: form.values }, {
      onSuccess: () => {
        setAsked(false);
        form.put({ current: '', next: '' });
        say({ words: texts.done });
        void client.invalidateQueries({ queryKey: keyOf(sessionRoutes.list) });
      },
    });
  };
  return (
    <Panel title={texts.title}>
      <FormSheet label={texts.title} onSubmit={submit} trouble={change.error} acts={<Button type="submit" look="primary" loading={change.isPending}>{texts.act}</Button>}>
        <PasswordInput {...form.text('current')} kind="current" label={texts.current} />
        <PasswordInput {...form.text('next')} kind="new" label={texts.next} error={short ? password.tooShort : form.errorOf('next')} />
      </FormSheet>
    </Panel>
  );
}

type Session = OutputOf<typeof sessionRoutes.list>[number];

function SessionEntry({ session }: { session: Session }) {
  const texts = useTexts(accountTexts).sessions;
  const client = useQueryClient();
  const say = useToast();
  const end = useAct(sessionRoutes.end);
  const known = browserName(session.browser);
  const press = (): void =>
    end.mutate({ params: { id: session.id } }, {
      onSuccess: () => {
        say({ words: texts.ended });
        void client.invalidateQueries({ queryKey: keyOf(sessionRoutes.list) });
      },
      onError: (error) => say({ words: error.words ?? error.message }),
    });
  return (
    <Entry
      title={<>{known ? texts.on(known.browser, known.system) : texts.unknown}{session.current && <Pill>{texts.current}</Pill>}</>}
      acts={!session.current && <Button loading={end.isPending} onClick={press}>{texts.end}</Button>}
    >
      {texts.since} <When at={session.signedInAt} />, {texts.seen} <When at={session.lastSeenAt} as="distance" />{session.address !== null && `, ${session.address}`}
    </Entry>
  );
}

export function Security() {
  const texts = useTexts(accountTexts).sessions;
  const sessions = useRead(sessionRoutes.list);
  return (
    <div className={css.columns}>
      <ChangePassword />
      <Panel title={texts.title}>
        <Ready of={sessions} rows={2}>
          {(list) => <Entries label={texts.list}>{list.map((session) => <SessionEntry key={session.id} session={session} />)}</Entries>}
        </Ready>
      </Panel>
    </div>
  );
}
