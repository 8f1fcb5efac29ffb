import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useAct, useRead } from '#app/web/client.ts';
import { Button, buttonClass } from '#ui/Button.tsx';
import { TextInput } from '#ui/Field.tsx';
import { useForm } from '#ui/form.ts';
import { FormSheet } from '#ui/FormSheet.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { Problem } from '#ui/Problem.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { Loading } from '#ui/states.tsx';
import { useTitle } from '#ui/title.ts';
import { acceptanceRoutes, type Me } from '../contract.ts';
import type { OutputOf } from '#base/contract.ts';
import { useComingIn } from './coming-in.ts';
import { tokenInAddress } from './link-token.ts';
import { PasswordInput, shortestPassword } from './PasswordInput.tsx';
import { entryTexts } from './texts/entry.ts';

type Invited = OutputOf<typeof acceptanceRoutes.check>;

function Accept({ invited, token, onIn }: { invited: Invited; token: string; onIn: (me: Me) => void }) {
  const texts = useTexts(entryTexts);
  const { invitation, password } = texts;
  const accept = useAct(acceptanceRoutes.accept);
  const form = useForm({ name: invited.name, password: '' }, accept.error);
  const [asked, setAsked] = useState(false);
  const short = asked && form.values.password.length < shortestPassword;
  const submit = (): void => {
    setAsked(true);
    if (accept.isPending || form.values.password.length < shortestPassword) return;
    accept.mutate({ body: { token, ...form.values } }, { onSuccess: onIn });
  };
  return (
    <>
      <h1>{invitation.title(invited.companyName)}</h1>
      <p className="muted">{invited.invitedBy === null ? invitation.byNobody : invitation.by(invited.invitedBy)} <b>{invited.email}</b></p>
      <FormSheet
        label={invitation.act}
        onSubmit={submit}
        trouble={accept.error}
        shows={['name', 'password']}
        acts={<Button type="submit" look="primary" size="l" wide loading={accept.isPending}>{invitation.act}</Button>}
      >
        <TextInput {...form.text('name')} label={invitation.name} autoComplete="name" />
        <PasswordInput {...form.text('password')} kind="new" error={short ? password.tooShort : form.errorOf('password')} />
      </FormSheet>
    </>
  );
}

/** Behind `/invitation#token`: who is invited, by whom, and the two things that only they can say. */
export function InvitationScreen() {
  const texts = useTexts(entryTexts).invitation;
  const { choose } = useLanguage();
  const comeIn = useComingIn();
  const [token] = useState(tokenInAddress);
  const { data, error } = useRead(acceptanceRoutes.check, { body: { token } }, { on: token !== '' });
  useTitle('');
  // Once: whoever then chooses another language keeps it.
  const spoken = useRef(false);
  useEffect(() => {
    if (data === undefined || spoken.current) return;
    spoken.current = true;
    choose(data.language);
  }, [data, choose]);
  const toSignIn = <Link to="/sign-in" className={buttonClass()}>{texts.toSignIn}</Link>;
  return (
    <Sheet>
      {data ? <Accept invited={data} token={token} onIn={(me) => comeIn(me)} /> : (
        <>
          <h1>{error || token === '' ? texts.spent : texts.checking}</h1>
          {token === '' ? <p>{texts.noToken}</p> : error ? <Problem of={error} next={toSignIn} /> : <Loading shape="text" rows={3} />}
        </>
      )}
    </Sheet>
  );
}
