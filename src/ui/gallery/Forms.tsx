import { useState } from 'react';
import css from './Gallery.module.css';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { Drawer } from '../Drawer.tsx';
import { ErrorScreen } from '../ErrorScreen.tsx';
import { Checkbox, Select, Textarea, TextInput } from '../Field.tsx';
import { useTexts } from '../language.tsx';
import { Panel } from '../Panel.tsx';
import { Picker } from '../Picker.tsx';
import { Empty, Loading, Refused, TooMany } from '../states.tsx';
import { Tabs } from '../Tabs.tsx';
import { useToast } from '../Toast.tsx';
import { Section } from './Section.tsx';
import { galleryTexts } from './texts.ts';

const departments = ['Magazzino', 'Logistica', 'Amministrazione', 'Tecnico'].map((words) => ({ value: words, words }));
const colleagues = ['Giulia Serra', 'Marco Neri', 'Chiara Poli', 'Davide Moro', 'Marta Riva'].map((words) => ({ value: words, words }));

export function Fields() {
  const texts = useTexts(galleryTexts);
  const [who, setWho] = useState<string | null>(null);
  return (
    <Section title={texts.fields}>
      <Panel>
        <div className={css.columns}>
          <TextInput label={texts.name} description={texts.nameAbout} defaultValue="Elena Marchetti" />
          <TextInput label={texts.when} error={texts.wrong} />
          <Textarea label={texts.why} description={texts.onlyGiulia} optional />
          <Select label={texts.department} choices={departments} placeholder={texts.chooseDepartment} />
          <Picker label={texts.colleague} choices={colleagues} value={who} onChange={setWho} />
          <TextInput label={texts.closed} defaultValue={texts.closedValue} disabled />
          <Checkbox label={texts.tell} description={texts.tellAbout} defaultChecked />
        </div>
      </Panel>
    </Section>
  );
}

export function Above() {
  const texts = useTexts(galleryTexts);
  const say = useToast();
  const [open, setOpen] = useState<'dialog' | 'drawer' | null>(null);
  const [tab, setTab] = useState('decide');
  const close = () => setOpen(null);
  const body = <><p>{texts.dialogWords}</p><TextInput label={texts.when} type="date" /></>;
  const acts = <><Button onClick={close}>{texts.later}</Button><Button look="primary" onClick={close}>{texts.goOn}</Button></>;
  return (
    <Section title={texts.above}>
      <div className={css.row}>
        <Button onClick={() => setOpen('dialog')}>{texts.openDialog}</Button>
        <Button onClick={() => setOpen('drawer')}>{texts.openDrawer}</Button>
        <Button onClick={() => say({ words: texts.said, undo: () => say({ words: texts.undone }) })}>{texts.say}</Button>
      </div>
      <Dialog open={open === 'dialog'} onClose={close} title={texts.dialogTitle} acts={acts}>{body}</Dialog>
      <Drawer open={open === 'drawer'} onClose={close} title={texts.dialogTitle} acts={acts}>{body}</Drawer>
      <Tabs
        label={texts.tabs} value={tab} onChange={setTab}
        tabs={[
          { key: 'decide', words: texts.decide, count: 12, children: <p>{texts.tabWords}</p> },
          { key: 'taken', words: texts.taken, count: 9, children: <p>{texts.tabWords}</p> },
          { key: 'left', words: texts.left, count: 21, children: <p>{texts.tabWords}</p> },
        ]}
      />
    </Section>
  );
}

export function States() {
  const texts = useTexts(galleryTexts);
  return (
    <Section title={texts.states}>
      <Refused next={<Button>{texts.tellHer}</Button>}>{texts.refusedWords}</Refused>
      <div className={css.columns}>
        <Panel><Empty title={texts.emptyTitle} action={<Button look="primary">{texts.invite}</Button>}>{texts.emptyWords}</Empty></Panel>
        <Panel><Loading rows={3} /><TooMany shown={100} total={2_310} /></Panel>
        <Panel><ErrorScreen id="7f3a09c2" onRetry={() => undefined} /></Panel>
      </div>
    </Section>
  );
}
