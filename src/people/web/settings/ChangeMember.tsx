import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import css from './settings.module.css';
import { keyOf, useAct, useRead } from '#app/web/client.ts';
import { Button } from '#ui/Button.tsx';
import { Confirm } from '#ui/Confirm.tsx';
import { Drawer } from '#ui/Drawer.tsx';
import { Select } from '#ui/Field.tsx';
import { useForm } from '#ui/form.ts';
import { FormSheet } from '#ui/FormSheet.tsx';
import { useTexts } from '#ui/language.tsx';
import { Picker } from '#ui/Picker.tsx';
import { useToast } from '#ui/Toast.tsx';
import { departmentRoutes, memberRoutes, type MemberView, type Role } from '../../contract.ts';
import { settingsTexts, staffTexts } from '../texts/settings.ts';
import { RoleChoice } from './RoleChoice.tsx';

interface ChangeProps {
  member: MemberView;
  members: readonly MemberView[];
  onClose: () => void;
}

function Departure({ member, onClose }: Omit<ChangeProps, 'members'>) {
  const texts = useTexts(staffTexts).depart;
  const client = useQueryClient();
  const say = useToast();
  const depart = useAct(memberRoutes.depart);
  const [asking, setAsking] = useState(false);
  const act = (): void =>
    depart.mutate({ params: { id: member.id } }, {
      onSuccess: () => {
        say({ words: texts.done(member.name) });
        void client.invalidateQueries({ queryKey: keyOf(memberRoutes.list) });
        onClose();
      },
    });
  return (
    <div className={css.end}>
      <Button look="danger" onClick={() => setAsking(true)}>{texts.act}</Button>
      <Confirm open={asking} onClose={() => setAsking(false)} title={texts.title(member.name)} act={texts.act} onAct={act} pending={depart.isPending} trouble={depart.error}>
        {texts.words}
      </Confirm>
    </div>
  );
}

function ChangeForm({ member, members, onClose }: ChangeProps) {
  const { form: texts } = useTexts(staffTexts);
  const { save, saved } = useTexts(settingsTexts);
  const client = useQueryClient();
  const say = useToast();
  const change = useAct(memberRoutes.change);
  const departments = useRead(departmentRoutes.list).data ?? [];
  const form = useForm<{ roles: Role[]; level: string; departmentId: string; deputyId: string | null }>(
    { roles: [...member.roles], level: String(member.level), departmentId: member.departmentId, deputyId: member.deputyId }, change.error,
  );
  const submit = (): void => {
    if (change.isPending) return;
    const { level, ...values } = form.values;
    change.mutate({ params: { id: member.id }, body: { ...values, level: Number(level) } }, {
      onSuccess: () => {
        say({ words: saved });
        void client.invalidateQueries({ queryKey: keyOf(memberRoutes.list) });
        onClose();
      },
    });
  };
  const colleagues = members.filter(({ id, leftAt }) => leftAt === null && id !== member.id);
  return (
    <FormSheet label={member.name} onSubmit={submit} trouble={change.error} acts={<Button type="submit" look="primary" loading={change.isPending}>{save}</Button>}>
      <RoleChoice value={form.values.roles} onChange={(roles) => form.set('roles', roles)} error={form.errorOf('roles')} />
      <Select {...form.text('level')} label={texts.level} description={texts.levelAbout} choices={([1, 2, 3] as const).map((level) => ({ value: String(level), words: texts.levels[level] }))} />
      <Select {...form.text('departmentId')} label={texts.department} choices={departments.map(({ id, name }) => ({ value: id, words: name }))} />
      <Picker label={texts.deputy} optional placeholder={texts.nobody} choices={colleagues.map(({ id, name }) => ({ value: id, words: name }))} value={form.values.deputyId} onChange={(id) => form.set('deputyId', id)} error={form.errorOf('deputyId')} />
    </FormSheet>
  );
}

/** What administrators decide about a colleague: roles, level, department, deputy; and that they have left. */
export function ChangeMember({ member, members, onClose }: Omit<ChangeProps, 'member'> & { member: MemberView | null }) {
  return (
    <Drawer open={member !== null} onClose={onClose} title={member?.name ?? ''}>
      {member && <ChangeForm key={member.id} member={member} members={members} onClose={onClose} />}
      {member && <Departure member={member} onClose={onClose} />}
    </Drawer>
  );
}
