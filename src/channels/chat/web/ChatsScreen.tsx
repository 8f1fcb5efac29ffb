import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import css from './ChatsScreen.module.css';
import { keyOf, useRead } from '#app/web/client.ts';
import { SettingsPage } from '#people/web/settings/SettingsPage.tsx';
import { Button, buttonClass } from '#ui/Button.tsx';
import { CopyText } from '#ui/CopyText.tsx';
import { Drawer } from '#ui/Drawer.tsx';
import { Entries, Entry } from '#ui/Entries.tsx';
import { useTexts } from '#ui/language.tsx';
import { Ready } from '#ui/Ready.tsx';
import { Empty } from '#ui/states.tsx';
import { useToast } from '#ui/Toast.tsx';
import { listEntrances, type ChatEntrance } from '../contract.ts';
import { EntranceForm } from './EntranceForm.tsx';
import { snippetFor } from './snippet.ts';
import { chatScreenTexts } from './texts.ts';

function Entrance({ entrance, unfolded, onChange }: { entrance: ChatEntrance; unfolded: boolean; onChange: () => void }) {
  const texts = useTexts(chatScreenTexts);
  const { name, departmentName, isOn, origins, address } = entrance;
  return (
    <Entry title={name} acts={<Button onClick={onChange}>{texts.change}<span className="unseen"> {name}</span></Button>}>
      <p>{isOn ? texts.on : texts.off}; {texts.to(departmentName)}; {origins.length === 0 ? texts.noSites : texts.sites(origins.map((one) => new URL(one).host).join(', '))}</p>
      <details open={unfolded}>
        <summary>{texts.show}</summary>
        <div className={css.place}>
          <b>{texts.snippet}</b>
          <CopyText text={snippetFor(entrance)} label={texts.snippet} />
          <b>{texts.address}</b>
          <CopyText text={address} label={texts.address} />
          <div><a className={buttonClass()} href={address} target="_blank" rel="noreferrer">{texts.open}</a></div>
        </div>
      </details>
    </Entry>
  );
}

function Entrances({ fresh, add, onChange }: { fresh: string | null; add: ReactNode; onChange: (entrance: ChatEntrance) => void }) {
  const texts = useTexts(chatScreenTexts);
  const list = useRead(listEntrances);
  return (
    <Ready of={list}>
      {({ items }) =>
        items.length === 0
          ? <Empty title={texts.empty.title} action={add}>{texts.empty.words}</Empty>
          : <Entries label={texts.list}>{items.map((one) => <Entrance key={one.id} entrance={one} unfolded={one.id === fresh} onChange={() => onChange(one)} />)}</Entries>}
    </Ready>
  );
}

/** The chats on the company's pages: made here, put into its site, worded, switched on and off. */
export function ChatsScreen() {
  const texts = useTexts(chatScreenTexts);
  const say = useToast();
  const client = useQueryClient();
  const [editing, setEditing] = useState<'new' | ChatEntrance | null>(null);
  const [fresh, setFresh] = useState<string | null>(null);
  const onDone = ({ id, name }: ChatEntrance): void => {
    say({ words: editing === 'new' ? texts.made(name) : texts.saved });
    if (editing === 'new') setFresh(id);
    setEditing(null);
    void client.invalidateQueries({ queryKey: keyOf(listEntrances) });
  };
  const add = <Button look="primary" onClick={() => setEditing('new')}>{texts.add}</Button>;
  const entrance = editing === 'new' ? null : editing;
  return (
    <SettingsPage place="chats" needs="administer" narrow renderActs={() => add}>
      {(me) => (
        <>
          <Entrances fresh={fresh} add={add} onChange={setEditing} />
          <Drawer open={editing !== null} onClose={() => setEditing(null)} title={editing === 'new' ? texts.add : texts.change}>
            <EntranceForm key={entrance?.id ?? 'new'} me={me} entrance={entrance} onDone={onDone} />
          </Drawer>
        </>
      )}
    </SettingsPage>
  );
}
