import '@mantine/core/styles/ModalBase.layer.css';
import '@mantine/core/styles/Modal.layer.css';
import '@mantine/core/styles/Overlay.layer.css';
import '@mantine/core/styles/Paper.layer.css';
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import css from './Dialog.module.css';
import { Button } from './Button.tsx';
import { CloseIcon } from './icons.tsx';
import { useTexts } from './language.tsx';
import { uiTexts } from './texts.ts';

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** The acts, the one that goes on last. Closing needs none: the cross and Escape do it. */
  acts?: ReactNode;
}

/** The parts of what opens on top, in our looks; the drawer has the same. */
export const parts = { overlay: css.veil ?? '', content: css.content ?? '', header: css.head ?? '', title: css.title ?? '', body: css.body ?? '' };

/** A question that must be answered before going on. Focus goes in, stays in, and returns to where it came from. */
export function Dialog({ open, onClose, title, children, acts }: DialogProps) {
  const texts = useTexts(uiTexts);
  return (
    <Modal.Root opened={open} onClose={onClose} size={480} centered radius="var(--radius-l)" classNames={parts} transitionProps={{ duration: 120, transition: 'fade' }}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Header role="presentation">
          <Modal.Title>{title}</Modal.Title>
          <Button look="quiet" className={css.close} icon={<CloseIcon />} onClick={onClose} aria-label={texts.close}>{null}</Button>
        </Modal.Header>
        <Modal.Body>{children}</Modal.Body>
        {acts && <div className={css.acts}>{acts}</div>}
      </Modal.Content>
    </Modal.Root>
  );
}
