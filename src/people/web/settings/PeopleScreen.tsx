import { useState } from 'react';
import css from './settings.module.css';
import { useRead } from '#app/web/client.ts';
import { Avatar } from '#ui/Avatar.tsx';
import { Button } from '#ui/Button.tsx';
import { Drawer } from '#ui/Drawer.tsx';
import { Entries, Entry } from '#ui/Entries.tsx';
import { useTexts } from '#ui/language.tsx';
import { Pill } from '#ui/Pill.tsx';
import { Ready } from '#ui/Ready.tsx';
import { When } from '#ui/When.tsx';
import { memberRoutes, type Me, type MemberView } from '../../contract.ts';
import { AbsenceList, PlanAbsence } from '../account/Absences.tsx';
import { settingsTexts, staffTexts } from '../texts/settings.ts';
import { ChangeMember } from './ChangeMember.tsx';
import { InviteDrawer } from './Invite.tsx';
import { PendingInvitations } from './PendingInvitations.tsx';
import { ReadOnly, SettingsPage } from './SettingsPage.tsx';
import { Trained } from './Trained.tsx';

interface MemberEntryProps {
  member: MemberView;
  deputyName: string | undefined;
  onChange?: () => void;
}

function MemberEntry({ member, deputyName, onChange }: MemberEntryProps) {
  const texts = useTexts(staffTexts);
  const { change } = useTexts(settingsTexts);
  const { name, roles, level, departmentName, email, away, leftAt } = member;
  return (
    <Entry
      mark={<Avatar name={name} />}
      title={<>{name}{away && <Pill tone="warm">{texts.away} <When at={away.until} as="day" />, {texts.standIn(away.deputyName)}</Pill>}</>}
      acts={onChange && <Button onClick={onChange}>{change}<span className="unseen"> {name}</span></Button>}
    >
      {departmentName}; {roles.map((role) => texts.roleWords[role].inSentence).join(', ')}{roles.includes('agent') && `, ${texts.level(level)}`}
      <br />
      {email}; {leftAt === null ? (deputyName === undefined ? texts.noDeputy : texts.deputy(deputyName)) : <>{texts.leftOn} <When at={leftAt} as="day" /></>}
    </Entry>
  );
}

function Members({ me, members }: { me: Me; members: readonly MemberView[] }) {
  const texts = useTexts(staffTexts);
  const [changing, setChanging] = useState<string | null>(null);
  const here = members.filter(({ leftAt }) => leftAt === null);
  const gone = members.filter(({ leftAt }) => leftAt !== null);
  const nameOf = (id: string | null): string | undefined => members.find((one) => one.id === id)?.name;
  return (
    <>
      <section className={css.section} aria-label={texts.members}>
        <header><h2>{texts.members}</h2><span className="small muted">{texts.count(here.length)}</span></header>
        <Entries label={texts.members}>
          {here.map((member) => (
            <MemberEntry key={member.id} member={member} deputyName={nameOf(member.deputyId)} {...(me.may.administer && { onChange: () => setChanging(member.id) })} />
          ))}
        </Entries>
      </section>
      {gone.length > 0 && (
        <details>
          <summary>{texts.left} ({gone.length})</summary>
          <Entries label={texts.left}>{gone.map((member) => <MemberEntry key={member.id} member={member} deputyName={undefined} />)}</Entries>
        </details>
      )}
      <ChangeMember member={here.find(({ id }) => id === changing) ?? null} members={members} onClose={() => setChanging(null)} />
    </>
  );
}

function Absences({ me }: { me: Me }) {
  const { absences: texts } = useTexts(staffTexts);
  const [planning, setPlanning] = useState(false);
  return (
    <section className={css.section} aria-label={texts.title}>
      <header><h2>{texts.title}</h2>{me.may.lead && <Button onClick={() => setPlanning(true)}>{texts.plan}</Button>}</header>
      <AbsenceList me={me} whose="all" />
      <Drawer open={planning} onClose={() => setPlanning(false)} title={texts.plan}>
        <PlanAbsence me={me} forOthers onPlanned={() => setPlanning(false)} />
      </Drawer>
    </section>
  );
}

/** Who works here: what they may do, who stands in for whom, who was invited, who is away. */
export function PeopleScreen() {
  const texts = useTexts(staffTexts);
  const members = useRead(memberRoutes.list);
  const [inviting, setInviting] = useState(false);
  return (
    <SettingsPage place="people" narrow renderActs={(me) => me.may.invite && <Button look="primary" onClick={() => setInviting(true)}>{texts.invite}</Button>}>
      {(me) => (
        <>
          <ReadOnly me={me} />
          {me.may.invite && <PendingInvitations />}
          <Ready of={members}>{(all) => <Members me={me} members={all} />}</Ready>
          <Ready of={members}>{(all) => <Trained me={me} members={all} />}</Ready>
          <Absences me={me} />
          <InviteDrawer me={me} open={inviting} onClose={() => setInviting(false)} />
        </>
      )}
    </SettingsPage>
  );
}
