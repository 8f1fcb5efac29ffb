import { useState } from 'react';
import css from './PasswordInput.module.css';
import { Button } from '#ui/Button.tsx';
import { Field } from '#ui/Field.tsx';
import type { Bound } from '#ui/form.ts';
import { useTexts } from '#ui/language.tsx';
import { entryTexts } from './texts/entry.ts';

/** What the contract asks of a new password. Length alone: see people/contract/sign-in.ts. */
export const shortestPassword = 12;

interface PasswordInputProps extends Bound {
  label?: string;
  /** `new` explains the one rule and counts towards it; `current` only asks. */
  kind: 'new' | 'current';
}

/** A password that can be looked at: most mistakes with long ones are typing mistakes. */
export function PasswordInput({ label, kind, error, ...input }: PasswordInputProps) {
  const texts = useTexts(entryTexts).password;
  const [shown, setShown] = useState(false);
  const missing = shortestPassword - input.value.length;
  const progress = input.value === '' ? texts.about : missing > 0 ? texts.missing(missing) : texts.enough;
  return (
    <Field label={label ?? texts.label} error={error} {...(kind === 'new' && { description: progress })}>
      {(wired) => (
        <span className={css.row}>
          <input {...input} {...wired} type={shown ? 'text' : 'password'} autoComplete={kind === 'new' ? 'new-password' : 'current-password'} />
          <Button onClick={() => setShown(!shown)} aria-pressed={shown} aria-controls={wired.id}>{shown ? texts.hide : texts.show}</Button>
        </span>
      )}
    </Field>
  );
}
