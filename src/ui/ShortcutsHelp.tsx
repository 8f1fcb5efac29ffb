import { useState } from 'react';
import css from './ShortcutsHelp.module.css';
import { Button } from './Button.tsx';
import { LateDialog } from './Late.tsx';
import { Checkbox } from './Field.tsx';
import { KeyboardIcon } from './icons.tsx';
import { Kbd } from './Kbd.tsx';
import { useTexts } from './language.tsx';
import { useRegisteredShortcuts, useShortcuts, useSingleKeys, type Shortcut } from './shortcuts.ts';
import { uiTexts } from './texts.ts';

function Keys({ title, list }: { title: string; list: readonly Shortcut[] }) {
  return (
    <section className={css.group}>
      <h3>{title}</h3>
      <dl>
        {list.map(({ keys, does }) => (
          <div key={`${keys} ${does}`} className={css.line}>
            <dt>{does}</dt>
            <dd><Kbd keys={keys} /><span className="unseen">{keys}</span></dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The `?` key and its button: lists the keys that work now, and lets them be turned off. */
export function ShortcutsHelp() {
  const { shortcuts: texts } = useTexts(uiTexts);
  const [open, setOpen] = useState(false);
  const [single, turnSingle] = useSingleKeys();
  const all = useRegisteredShortcuts();
  useShortcuts([{ keys: '?', does: texts.help, run: () => setOpen(true), everywhere: true }]);
  const here = all.filter(({ everywhere }) => !everywhere);
  return (
    <>
      <Button look="quiet" icon={<KeyboardIcon />} onClick={() => setOpen(true)} aria-label={texts.title} title={texts.title} keys="?">{null}</Button>
      <LateDialog open={open} onClose={() => setOpen(false)} title={texts.title}>
        {here.length > 0 && <Keys title={texts.here} list={here} />}
        <Keys title={texts.everywhere} list={all.filter(({ everywhere }) => everywhere)} />
        <Checkbox label={texts.on} description={texts.onWhy} checked={single} onChange={(event) => turnSingle(event.target.checked)} />
      </LateDialog>
    </>
  );
}
