import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Drawer.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/Paper.css';
import { Drawer as Sheet } from '@mantine/core';
import css from './Dialog.module.css';
import { Button } from './Button.tsx';
import type { DialogProps } from './Dialog.tsx';
import { CloseIcon } from './icons.tsx';
import { useTexts } from './language.tsx';
import { uiTexts } from './texts.ts';

/** More about what is on the screen, from the side (or from below, for thumbs), without leaving it. */
export function Drawer({ open, onClose, title, children, acts, from = 'right' }: DialogProps & { from?: 'right' | 'bottom' }) {
  const texts = useTexts(uiTexts);
  return (
    <Sheet.Root opened={open} onClose={onClose} position={from} size={from === 'bottom' ? 'auto' : 400} transitionProps={{ duration: 120 }}>
      <Sheet.Overlay className={css.veil} />
      <Sheet.Content className={css.content}>
        <Sheet.Header className={css.head}>
          <Sheet.Title className={css.title}>{title}</Sheet.Title>
          <Button look="quiet" className={css.close} icon={<CloseIcon />} onClick={onClose} aria-label={texts.close}>{null}</Button>
        </Sheet.Header>
        <Sheet.Body className={css.body}>{children}</Sheet.Body>
        {acts && <div className={css.acts}>{acts}</div>}
      </Sheet.Content>
    </Sheet.Root>
  );
}
