import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import css from './settings.module.css';
import { keyOf, useAct, useRead } from '#app/web/client.ts';
import { Button } from '#ui/Button.tsx';
import { Confirm } from '#ui/Confirm.tsx';
import { Entries, Entry } from '#ui/Entries.tsx';
import { useTexts } from '#ui/language.tsx';
import { Ready } from '#ui/Ready.tsx';
import { When } from '#ui/When.tsx';
import { invitationRoutes, type InvitationView } from '../../contract.ts';
import { staffTexts } from '../texts/settings.ts';

function Pending({ invitation }: { invitation: InvitationView }) {
  const { pending: texts, roleWords } = useTexts(staffTexts);
  const client = useQueryClient();
  const withdraw = useAct(invitationRoutes.withdraw);
  const [asking, setAsking] = useState(false);
  const { id, name, email, roles, departmentName, invitedBy, expiresAt, road } = invitation;
  const act = (): void => withdraw.mutate({ params: { id } }, { onSuccess: () => client.invalidateQueries({ queryKey: keyOf(invitationRoutes.list) }) });
  return (
    <Entry title={name} acts={<Button onClick={() => setAsking(true)}>{texts.withdraw}<span className="unseen"> {name}</span></Button>}>
      {email}; {roles.map((role) => roleWords[role].inSentence).join(', ')}, {departmentName}; {invitedBy !== null && `${texts.by(invitedBy)}; `}{texts.until} <When at={expiresAt} />; {texts.roads[road]}
      <Confirm open={asking} onClose={() => setAsking(false)} title={texts.withdrawTitle(name)} act={texts.withdraw} onAct={act} pending={withdraw.isPending} trouble={withdraw.error}>
        {texts.withdrawWords}
      </Confirm>
    </Entry>
  );
}

/** Who was invited and has not come in yet. */
export function PendingInvitations() {
  const { pending: texts } = useTexts(staffTexts);
  const list = useRead(invitationRoutes.list);
  return (
    <section className={css.section} aria-label={texts.title}>
      <header><h2>{texts.title}</h2></header>
      <Ready of={list} rows={1}>
        {(invitations) => (invitations.length === 0 ? <p className="muted">{texts.none}</p> : (
          <>
            <Entries label={texts.title}>{invitations.map((one) => <Pending key={one.id} invitation={one} />)}</Entries>
            <p className="small muted">{texts.again}</p>
          </>
        ))}
      </Ready>
    </section>
  );
}
