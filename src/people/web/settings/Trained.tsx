import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import css from './settings.module.css';
import { keyOf, useAct, useRead } from '#app/web/client.ts';
import { Avatar } from '#ui/Avatar.tsx';
import { Button } from '#ui/Button.tsx';
import { Drawer } from '#ui/Drawer.tsx';
import { Entries, Entry } from '#ui/Entries.tsx';
import { Checkbox } from '#ui/Field.tsx';
import { FormSheet, Group } from '#ui/FormSheet.tsx';
import { useTexts } from '#ui/language.tsx';
import { Picker } from '#ui/Picker.tsx';
import { Ready } from '#ui/Ready.tsx';
import { useToast } from '#ui/Toast.tsx';
import { When } from '#ui/When.tsx';
import { channelRoutes, serviceRoles, type Me, type MemberView, type PublicChannel, type TrainingView } from '../../contract.ts';
import { settingsTexts, staffTexts } from '../texts/settings.ts';

const channels = ['review', 'social'] as const;

interface TrainProps {
  members: readonly MemberView[];
  trained: readonly TrainingView[];
  /** Whose training is changed; null: somebody is still to be chosen. */
  memberId: string | null;
  onDone: () => void;
}

function Train({ members, trained, memberId, onDone }: TrainProps) {
  const texts = useTexts(staffTexts).trained;
  const client = useQueryClient();
  const say = useToast();
  const train = useAct(channelRoutes.train);
  const ofMember = (id: string | null): PublicChannel[] => trained.filter((one) => one.memberId === id).map(({ channel }) => channel);
  const [who, setWho] = useState(memberId);
  const [where, setWhere] = useState<readonly PublicChannel[]>(memberId === null ? ['review', 'social'] : ofMember(memberId));
  const choose = (id: string | null): void => {
    setWho(id);
    setWhere(ofMember(id).length === 0 ? ['review', 'social'] : ofMember(id));
  };
  const submit = (): void => {
    if (who === null || train.isPending) return;
    train.mutate({ params: { id: who }, body: { channels: [...where] } }, {
      onSuccess: () => {
        say({ words: texts.saved(members.find(({ id }) => id === who)?.name ?? '') });
        void client.invalidateQueries({ queryKey: keyOf(channelRoutes.list) });
        onDone();
      },
    });
  };
  const inService = members.filter(({ roles, leftAt }) => leftAt === null && serviceRoles.some((role) => roles.includes(role)));
  return (
    <FormSheet label={texts.add} onSubmit={submit} trouble={train.error} acts={<Button type="submit" look="primary" loading={train.isPending} disabled={who === null}>{texts.save}</Button>}>
      {memberId === null && <Picker label={texts.who} choices={inService.map(({ id, name }) => ({ value: id, words: name }))} value={who} onChange={choose} />}
      <Group legend={texts.where}>
        {channels.map((channel) => (
          <Checkbox key={channel} label={texts.checks[channel]} checked={where.includes(channel)} onChange={(event) => setWhere(event.target.checked ? [...where, channel] : where.filter((one) => one !== channel))} />
        ))}
      </Group>
    </FormSheet>
  );
}

function TrainedEntry({ own, onChange }: { own: readonly TrainingView[]; onChange?: () => void }) {
  const texts = useTexts(staffTexts).trained;
  const { change } = useTexts(settingsTexts);
  const name = own[0]?.name ?? '';
  return (
    <Entry mark={<Avatar name={name} />} title={name} acts={onChange && <Button onClick={onChange}>{change}<span className="unseen"> {name}: {texts.title}</span></Button>}>
      {own.map(({ channel, since, by }, at) => (
        <span key={channel}>{at > 0 && '; '}{texts.channels[channel]} (<When at={since} as="day" />{by !== null && `, ${texts.by(by)}`})</span>
      ))}
    </Entry>
  );
}

/** Who may answer where everybody reads it, since when, and who said so. */
export function Trained({ me, members }: { me: Me; members: readonly MemberView[] }) {
  const texts = useTexts(staffTexts).trained;
  const list = useRead(channelRoutes.list);
  const [changing, setChanging] = useState<{ memberId: string | null } | null>(null);
  return (
    <section className={css.section} aria-label={texts.title}>
      <header><h2>{texts.title}</h2>{me.may.lead && <Button onClick={() => setChanging({ memberId: null })}>{texts.add}</Button>}</header>
      <p className="small muted">{texts.about}</p>
      <Ready of={list} rows={1}>
        {({ items }) => (
          <>
            {items.length === 0 && <p>{texts.none}</p>}
            {items.length > 0 && (
              <Entries label={texts.title}>
                {[...new Set(items.map(({ memberId }) => memberId))].map((id) => (
                  <TrainedEntry key={id} own={items.filter(({ memberId }) => memberId === id)} {...(me.may.lead && { onChange: () => setChanging({ memberId: id }) })} />
                ))}
              </Entries>
            )}
            <Drawer open={changing !== null} onClose={() => setChanging(null)} title={members.find(({ id }) => id === changing?.memberId)?.name ?? texts.add}>
              {changing !== null && <Train members={members} trained={items} memberId={changing.memberId} onDone={() => setChanging(null)} />}
            </Drawer>
          </>
        )}
      </Ready>
    </section>
  );
}
