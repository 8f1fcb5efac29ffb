import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct, useRead } from '#app/web/client.ts';
import type { OutputOf } from '#base/contract.ts';
import { Button, buttonClass } from '#ui/Button.tsx';
import { TextInput } from '#ui/Field.tsx';
import { useForm } from '#ui/form.ts';
import { FormSheet } from '#ui/FormSheet.tsx';
import { useTexts } from '#ui/language.tsx';
import { Problem } from '#ui/Problem.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { Loading } from '#ui/states.tsx';
import { useTitle } from '#ui/title.ts';
import { recoveryRoutes } from '../contract.ts';
import { tokenInAddress } from './link-token.ts';
import { PasswordInput, shortestPassword } from './PasswordInput.tsx';
import { entryTexts } from './texts/entry.ts';

type Recovery = OutputOf<typeof recoveryRoutes.check>;

function ToSignIn() {
  return <Link to="/sign-in" className={buttonClass()}>{useTexts(entryTexts).invitation.toSignIn}</Link>;
}

/** What is said afterwards is the same for every address: the page must not tell who works here. */
function Forgotten() {
  const texts = useTexts(entryTexts);
  const { forgotten, signIn } = texts;
  const forget = useAct(recoveryRoutes.forget);
  const form = useForm({ email: '' }, forget.error);
  const submit = (): void => {
    if (!forget.isPending) forget.mutate({ body: form.values });
  };
  if (forget.isSuccess) {
    return (
      <>
        <h1>{forgotten.sent}</h1>
        <p role="status">{forgotten.sentWords(form.values.email)}</p>
        <p className="muted">{forgotten.nothingCame}</p>
        <div><ToSignIn /></div>
      </>
    );
  }
  return (
    <>
      <h1>{forgotten.title}</h1>
      <p className="muted">{forgotten.words}</p>
      <FormSheet
        label={forgotten.title}
        onSubmit={submit}
        trouble={forget.error}
        shows={['email']}
        acts={<Button type="submit" look="primary" size="l" wide loading={forget.isPending}>{forgotten.act}</Button>}
      >
        <TextInput {...form.text('email')} label={signIn.email} type="email" autoComplete="username" autoCapitalize="none" spellCheck={false} />
      </FormSheet>
      <p className="small"><Link to="/sign-in">{forgotten.back}</Link></p>
    </>
  );
}

function Choose({ recovery, token }: { recovery: Recovery; token: string }) {
  const texts = useTexts(entryTexts);
  const { recovered, password } = texts;
  const choose = useAct(recoveryRoutes.choose);
  const form = useForm({ password: '' }, choose.error);
  const [asked, setAsked] = useState(false);
  const short = asked && form.values.password.length < shortestPassword;
  const submit = (): void => {
    setAsked(true);
    if (!choose.isPending && form.values.password.length >= shortestPassword) choose.mutate({ body: { token, ...form.values } });
  };
  if (choose.isSuccess) {
    return (
      <>
        <h1>{recovered.done}</h1>
        <p role="status">{recovered.doneWords}</p>
        <div><ToSignIn /></div>
      </>
    );
  }
  return (
    <>
      <h1>{recovered.title(recovery.name)}</h1>
      <p className="muted">{recovered.words}</p>
      <FormSheet
        label={recovered.act}
        onSubmit={submit}
        trouble={choose.error}
        shows={['password']}
        acts={<Button type="submit" look="primary" size="l" wide loading={choose.isPending}>{recovered.act}</Button>}
      >
        <PasswordInput {...form.text('password')} kind="new" error={short ? password.tooShort : form.errorOf('password')} />
      </FormSheet>
    </>
  );
}

function FromLink({ token }: { token: string }) {
  const texts = useTexts(entryTexts).recovered;
  const { data, error } = useRead(recoveryRoutes.check, { body: { token } });
  if (data) return <Choose recovery={data} token={token} />;
  return (
    <>
      <h1>{error ? texts.spent : texts.checking}</h1>
      {error ? <Problem of={error} next={<a href="/password" className={buttonClass()}>{texts.askAgain}</a>} /> : <Loading shape="text" rows={3} />}
    </>
  );
}

/** `/password`: asks for a link by mail; `/password#token`: what that link opens. */
export function PasswordScreen() {
  const texts = useTexts(entryTexts);
  const [token] = useState(tokenInAddress);
  useTitle(token === '' ? texts.forgotten.title : texts.recovered.act);
  return <Sheet>{token === '' ? <Forgotten /> : <FromLink token={token} />}</Sheet>;
}
