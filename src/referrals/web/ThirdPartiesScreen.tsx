import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { after } from '#app/web/after.ts';
import { keyOf, useAct, useRead } from '#app/web/client.ts';
import { SettingsPage } from '#people/web/settings/SettingsPage.tsx';
import { Button } from '#ui/Button.tsx';
import { Drawer } from '#ui/Drawer.tsx';
import { Entries, Entry } from '#ui/Entries.tsx';
import { FormSheet } from '#ui/FormSheet.tsx';
import { useTexts } from '#ui/language.tsx';
import { Pill } from '#ui/Pill.tsx';
import { Ready } from '#ui/Ready.tsx';
import { Empty } from '#ui/states.tsx';
import { useToast } from '#ui/Toast.tsx';
import { addThirdParty, changeThirdParty, closeThirdParty, listThirdParties, reopenThirdParty, type ThirdPartyView } from '../contract.ts';
import { DoorFields } from './DoorFields.tsx';
import { referralTexts } from './texts.ts';
import { doorInput, doorOf, emptyDoor } from './use-referral.ts';

/** The register of law 5: whom customers are seen to, for what, what they want to see, and how often it helped. */
export function ThirdPartiesScreen() {
  const texts = useTexts(referralTexts).register;
  const list = useRead(listThirdParties);
  const [editing, setEditing] = useState<string | null>(null);
  const changing = list.data?.items.find(({ id }) => id === editing);
  return (
    <SettingsPage place="third-parties" narrow needs="serve" renderActs={(me) => me.may.serve && <Button look="primary" onClick={() => setEditing('new')}>{texts.add}</Button>}>
      {() => (
        <>
          <Ready of={list}>
            {({ items }) => items.length === 0 ? <Empty title={texts.none.title}>{texts.none.words}</Empty> : (
              <Entries label={texts.list}>{items.map((door) => <Listed key={door.id} door={door} onChange={() => setEditing(door.id)} />)}</Entries>
            )}
          </Ready>
          <Drawer open={editing === 'new' || changing !== undefined} onClose={() => setEditing(null)} title={changing?.name ?? texts.title}>
            {(editing === 'new' || changing !== undefined) && <DoorForm key={editing} found={changing} onDone={() => setEditing(null)} />}
          </Drawer>
        </>
      )}
    </SettingsPage>
  );
}

function Listed({ door, onChange }: { door: ThirdPartyView; onChange: () => void }) {
  const all = useTexts(referralTexts);
  const texts = all.register;
  const looked = door.worked + door.didNotWork;
  const ways = [door.phone, door.email, door.website, door.hours].filter((way) => way !== null).join(', ');
  return (
    <Entry
      title={<>{door.name}<Pill tone={looked > 0 && door.worked * 2 < looked ? 'warm' : 'plain'}>{looked === 0 ? texts.never : all.helped(door.worked, looked)}</Pill></>}
      acts={<Button onClick={onChange}>{texts.change}<span className="unseen"> {door.name}</span></Button>}
    >
      <p>{door.handles}</p>
      <p>{texts.reach(ways)} {door.needs.length > 0 && texts.wants(door.needs.join('; '))}</p>
    </Entry>
  );
}

function DoorForm({ found, onDone }: { found: ThirdPartyView | undefined; onDone: () => void }) {
  const texts = useTexts(referralTexts).register;
  const say = useToast();
  const [door, setDoor] = useState(found === undefined ? emptyDoor : doorOf(found));
  const add = useAct(addThirdParty);
  const change = useAct(changeThirdParty);
  const close = useAct(closeThirdParty);
  const reopen = useAct(reopenThirdParty);
  const client = useQueryClient();
  const tell = (words: string): void => {
    say({ words });
    void client.invalidateQueries({ queryKey: keyOf(listThirdParties) });
  };
  const trouble = add.error ?? change.error ?? close.error;
  const save = (): void => {
    const done = (words: string) => ({ onSuccess: () => { tell(words); onDone(); } });
    if (found === undefined) add.mutate({ body: doorInput(door) }, done(texts.added));
    else change.mutate({ params: { id: found.id }, body: doorInput(door) }, done(texts.saved));
  };
  const takeOff = ({ id, name }: ThirdPartyView): void =>
    close.mutate({ params: { id } }, {
      onSuccess: () => {
        say({ words: texts.closed(name), undo: () => after(reopen.mutateAsync({ params: { id } }), () => tell(texts.reopened(name)), (words) => words && say({ words })) });
        void client.invalidateQueries({ queryKey: keyOf(listThirdParties) });
        onDone();
      },
    });
  return (
    <FormSheet
      label={found?.name ?? texts.title} onSubmit={save} trouble={trouble} shows={['name', 'handles', 'phone', 'email', 'website', 'hours', 'needs']}
      acts={<><Button type="submit" look="primary" loading={add.isPending || change.isPending}>{texts.save}</Button>{found && <Button loading={close.isPending} onClick={() => takeOff(found)}>{texts.close}</Button>}</>}
    >
      <DoorFields door={door} onChange={setDoor} errors={trouble?.fields} />
    </FormSheet>
  );
}
