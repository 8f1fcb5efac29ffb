import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { useTexts } from './language.tsx';
import { problemTexts } from './problem-texts.ts';
import { Problem, type Trouble } from './Problem.tsx';

interface ConfirmProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** What will follow, and what will not. */
  children: ReactNode;
  /** The verb. */
  act: string;
  onAct: () => void;
  pending?: boolean;
  trouble?: Trouble | null;
}

/** Asks before what cannot be taken back. */
export function Confirm({ open, onClose, title, children, act, onAct, pending = false, trouble = null }: ConfirmProps) {
  const texts = useTexts(problemTexts);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      acts={<><Button onClick={onClose}>{texts.cancel}</Button><Button look="danger" loading={pending} onClick={onAct}>{act}</Button></>}
    >
      <div>{children}</div>
      <Problem of={trouble} />
    </Dialog>
  );
}
