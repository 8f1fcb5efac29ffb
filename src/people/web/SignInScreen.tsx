import { Link } from '@tanstack/react-router';
import { useAct } from '#app/web/client.ts';
import { Button } from '#ui/Button.tsx';
import { TextInput } from '#ui/Field.tsx';
import { useForm } from '#ui/form.ts';
import { FormSheet } from '#ui/FormSheet.tsx';
import { useTexts } from '#ui/language.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { useTitle } from '#ui/title.ts';
import { sessionRoutes } from '../contract.ts';
import { safeReturn, useComingIn } from './coming-in.ts';
import { PasswordInput } from './PasswordInput.tsx';
import { entryTexts } from './texts/entry.ts';

/** The door. Whoever was on the way somewhere goes on there (`?from=`). */
export function SignInScreen() {
  const texts = useTexts(entryTexts).signIn;
  const comeIn = useComingIn();
  const enter = useAct(sessionRoutes.signIn);
  const form = useForm({ email: '', password: '' }, enter.error);
  useTitle(texts.act);
  const submit = (): void => {
    if (enter.isPending) return;
    const from = safeReturn(new URLSearchParams(window.location.search).get('from'));
    enter.mutate({ body: form.values }, { onSuccess: (me) => comeIn(me, from) });
  };
  return (
    <Sheet>
      <h1>{texts.title}</h1>
      <FormSheet
        label={texts.title}
        onSubmit={submit}
        trouble={enter.error}
        acts={<Button type="submit" look="primary" size="l" wide loading={enter.isPending}>{texts.act}</Button>}
      >
        <TextInput {...form.text('email')} label={texts.email} type="email" autoComplete="username" autoCapitalize="none" spellCheck={false} />
        <PasswordInput {...form.text('password')} label={texts.password} kind="current" />
      </FormSheet>
      <p className="small"><Link to="/password">{texts.forgotten}</Link></p>
      <details>
        <summary className="small">{texts.trouble}</summary>
        <p className="small muted">{texts.troubleWords}</p>
      </details>
    </Sheet>
  );
}
