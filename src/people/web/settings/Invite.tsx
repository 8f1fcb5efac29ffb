import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keyOf, useAct, useRead } from '#app/web/client.ts';
import { Button, buttonClass } from '#ui/Button.tsx';
import { CopyText } from '#ui/CopyText.tsx';
import { Drawer } from '#ui/Drawer.tsx';
import { Select, TextInput } from '#ui/Field.tsx';
import { useForm } from '#ui/form.ts';
import { FormSheet, Pair } from '#ui/FormSheet.tsx';
import { useTexts } from '#ui/language.tsx';
import { departmentRoutes, invitationRoutes, type InvitationView, type Me, type Role } from '../../contract.ts';
import { staffTexts } from '../texts/settings.ts';
import { RoleChoice } from './RoleChoice.tsx';

interface Invited {
  invitation: InvitationView;
  link: string;
}

interface InviteProps {
  me: Me;
  onInvited: (invited: Invited) => void;
}

function InviteForm({ me, onInvited }: InviteProps) {
  const { form: texts } = useTexts(staffTexts);
  const client = useQueryClient();
  const invite = useAct(invitationRoutes.invite);
  const departments = useRead(departmentRoutes.list).data ?? [];
  const form = useForm<{ name: string; email: string; roles: Role[]; level: string; departmentId: string; language: string }>(
    { name: '', email: '', roles: ['agent'], level: '1', departmentId: me.departmentId, language: me.company.language }, invite.error,
  );
  const submit = (): void => {
    if (invite.isPending) return;
    const { level, language, ...values } = form.values;
    invite.mutate({ body: { ...values, level: Number(level), language: language === 'en' ? 'en' : 'it' } }, {
      onSuccess: (invited) => {
        void client.invalidateQueries({ queryKey: keyOf(invitationRoutes.list) });
        onInvited(invited);
      },
    });
  };
  return (
    <FormSheet label={texts.act} onSubmit={submit} trouble={invite.error} acts={<Button type="submit" look="primary" loading={invite.isPending}>{texts.act}</Button>}>
      <TextInput {...form.text('name')} label={texts.name} autoComplete="off" />
      <TextInput {...form.text('email')} label={texts.email} description={texts.emailAbout} type="email" autoComplete="off" />
      <RoleChoice value={form.values.roles} onChange={(roles) => form.set('roles', roles)} error={form.errorOf('roles')} onlyAgent={!me.may.administer} />
      <Pair>
        <Select {...form.text('departmentId')} label={texts.department} choices={departments.map(({ id, name }) => ({ value: id, words: name }))} />
        <Select {...form.text('level')} label={texts.level} choices={([1, 2, 3] as const).map((level) => ({ value: String(level), words: texts.levels[level] }))} />
      </Pair>
      <Select {...form.text('language')} label={texts.language} choices={(['it', 'en'] as const).map((value) => ({ value, words: texts.languages[value] }))} />
    </FormSheet>
  );
}

function LinkToSend({ me, invited: { invitation, link }, onAgain, onDone }: { me: Me; invited: Invited; onAgain: () => void; onDone: () => void }) {
  // Written in the language of whoever gets it.
  const { subject, body } = staffTexts[invitation.language].invited;
  const isMailed = invitation.road === 'mail';
  const texts = useTexts(staffTexts).invited;
  const mail = `mailto:${encodeURIComponent(invitation.email)}?subject=${encodeURIComponent(subject(me.company.name))}&body=${encodeURIComponent(body(invitation.name, link))}`;
  return (
    <>
      <p role="status">{isMailed ? texts.mailed(invitation.email) : texts.words}</p>
      <CopyText text={link} label={texts.link} />
      {!isMailed && <div><a className={buttonClass()} href={mail}>{texts.mail}</a></div>}
      <div><Button onClick={onAgain}>{texts.again}</Button> <Button look="primary" onClick={onDone}>{texts.done}</Button></div>
    </>
  );
}

/** Invites somebody, and hands over the link, which is shown once. */
export function InviteDrawer({ me, open, onClose }: { me: Me; open: boolean; onClose: () => void }) {
  const texts = useTexts(staffTexts);
  const [invited, setInvited] = useState<Invited | null>(null);
  const titleFor = ({ name, road }: InvitationView): string => (road === 'mail' ? texts.invited.mailedTitle(name) : texts.invited.title(name));
  const close = (): void => {
    setInvited(null);
    onClose();
  };
  return (
    <Drawer open={open} onClose={close} title={invited ? titleFor(invited.invitation) : texts.invite}>
      {invited ? <LinkToSend me={me} invited={invited} onAgain={() => setInvited(null)} onDone={close} /> : <InviteForm me={me} onInvited={setInvited} />}
    </Drawer>
  );
}
