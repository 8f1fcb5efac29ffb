import { useId, type FormEvent, type ReactNode } from 'react';
import css from './Forms.module.css';
import type { ApiError } from '#app/web/client.ts';
import { Button } from '#ui/Button.tsx';
import { LateDialog } from '#ui/Late.tsx';
import { useTexts } from '#ui/language.tsx';
import { Refused } from '#ui/states.tsx';
import { actTexts } from './act-texts.ts';

interface FormDialogProps {
  title: string;
  onClose: () => void;
  /** The verb of the button that sends. */
  send: string;
  onSend: () => void;
  ready: boolean;
  pending: boolean;
  error: ApiError | null;
  /** What can be done about the refusal that `error` is. */
  next?: ReactNode;
  children: ReactNode;
}

/** A question with its answer in a form. What the server refuses stands above the acts, and what was written stays. */
export function FormDialog({ title, onClose, send, onSend, ready, pending, error, next, children }: FormDialogProps) {
  const texts = useTexts(actTexts);
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !pending) onSend();
  };
  const acts = (
    <>
      <Button onClick={onClose}>{texts.cancel}</Button>
      <Button look="primary" type="submit" form={id} disabled={!ready} loading={pending}>{send}</Button>
    </>
  );
  return (
    <LateDialog open onClose={onClose} title={title} acts={acts}>
      <form id={id} className={css.form} onSubmit={submit} noValidate>
        {children}
        {error?.words && <Refused next={next}>{error.words}</Refused>}
      </form>
    </LateDialog>
  );
}
