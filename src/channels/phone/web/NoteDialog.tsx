import { useId, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import css from './NoteDialog.module.css';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useToast } from '#ui/Toast.tsx';

/** Says what became of what was noted, and leads to its case. `open`: the words of that way. */
export const useSayNoted = (open: string): ((words: string, caseId: string) => void) => {
  const say = useToast();
  const navigate = useNavigate();
  return (words, caseId) => {
    const go = (event: { preventDefault: () => void }): void => {
      event.preventDefault();
      void navigate({ to: `/cases/${caseId}` });
    };
    say({ seconds: 10, words: <span className={css.toast}>{words} <a href={`/cases/${caseId}`} onClick={go}>{open}</a></span> });
  };
};

interface NoteDialogProps {
  title: string;
  texts: { readonly cancel: string; readonly save: string };
  isPending: boolean;
  onSave: () => void;
  onClose: () => void;
  /** Beside the acts: the way to what is noted otherwise. */
  instead?: ReactNode;
  children: ReactNode;
}

/** What a customer said where no mail server heard it, noted in ten seconds: a few fields, saved by a key from any of them. */
export function NoteDialog({ title, texts, isPending, onSave, onClose, instead, children }: NoteDialogProps) {
  const id = useId();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isPending) onSave();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
  };
  const acts = (
    <>
      {instead}
      <Button onClick={onClose}>{texts.cancel}</Button>
      <Button look="primary" type="submit" form={id} keys="mod+enter" loading={isPending}>{texts.save}</Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={title} acts={acts}>
      <form id={id} onSubmit={submit} noValidate>
        {/* Only the keys of its own fields, on their way up: the group does nothing by itself. */}
        <div role="presentation" className={css.form} onKeyDown={onKeyDown}>{children}</div>
      </form>
    </Dialog>
  );
}
