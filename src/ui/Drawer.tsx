import '@mantine/core/styles/ModalBase.layer.css';
import '@mantine/core/styles/Drawer.layer.css';
import '@mantine/core/styles/Overlay.layer.css';
import '@mantine/core/styles/Paper.layer.css';
import { Drawer as Sheet } from '@mantine/core';
import css from './Dialog.module.css';
import { Button } from './Button.tsx';
import { parts, type DialogProps } from './Dialog.tsx';
import { classNames } from './class-names.ts';
import { CloseIcon } from './icons.tsx';
import { useTexts } from './language.tsx';
import { uiTexts } from './texts.ts';

const low = { ...parts, content: classNames(css.content, css.low) };

/** More about what is on the screen, from the side (or from below, for thumbs), without leaving it. */
export function Drawer({ open, onClose, title, children, acts, from = 'right' }: DialogProps & { from?: 'right' | 'bottom' }) {
  const texts = useTexts(uiTexts);
  return (
    <Sheet.Root opened={open} onClose={onClose} position={from} size={from === 'bottom' ? 'auto' : 400} transitionProps={{ duration: 120 }} classNames={from === 'bottom' ? low : parts}>
      <Sheet.Overlay />
      <Sheet.Content>
        <Sheet.Header role="presentation">
          <Sheet.Title>{title}</Sheet.Title>
          <Button look="quiet" className={css.close} icon={<CloseIcon />} onClick={onClose} aria-label={texts.close}>{null}</Button>
        </Sheet.Header>
        <Sheet.Body>{children}</Sheet.Body>
        {acts && <div className={css.acts}>{acts}</div>}
      </Sheet.Content>
    </Sheet.Root>
  );
}
