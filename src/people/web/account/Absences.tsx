import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { keyOf, useAct, useRead } from '#app/web/client.ts';
import { Button } from '#ui/Button.tsx';
import { Entries, Entry } from '#ui/Entries.tsx';
import { TextInput } from '#ui/Field.tsx';
import { useForm } from '#ui/form.ts';
import { FormSheet, Pair } from '#ui/FormSheet.tsx';
import { useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { Panel } from '#ui/Panel.tsx';
import { Picker } from '#ui/Picker.tsx';
import { Pill } from '#ui/Pill.tsx';
import { Ready } from '#ui/Ready.tsx';
import { useToast } from '#ui/Toast.tsx';
import { When } from '#ui/When.tsx';
import { absenceRoutes, memberRoutes, type AbsenceView, type Me } from '../../contract.ts';
import { periodOfDays } from '../days.ts';
import { accountTexts } from '../texts/account.ts';

const lastMoment = ({ until }: AbsenceView): Date => new Date(new Date(until).getTime() - 1);

interface PlanProps {
  me: Me;
  /** Leads and admins plan for others; without it, for oneself. */
  forOthers?: boolean;
  onPlanned?: () => void;
}

/** «Non ci sono da… fino a…, al mio posto…» */
export function PlanAbsence({ me, forOthers = false, onPlanned }: PlanProps) {
  const texts = useTexts(accountTexts).absence;
  const client = useQueryClient();
  const say = useToast();
  const plan = useAct(absenceRoutes.plan);
  const members = useRead(memberRoutes.list).data ?? [];
  const form = useForm<{ memberId: string | null; first: string; last: string; deputyId: string | null }>(
    { memberId: forOthers ? null : me.id, first: '', last: '', deputyId: null }, plan.error, { first: 'from', last: 'until' },
  );
  const [asked, setAsked] = useState(false);
  const { memberId, first, last, deputyId } = form.values;
  const colleagues = members.filter(({ leftAt }) => leftAt === null).map(({ id, name }) => ({ value: id, words: name }));
  const submit = (): void => {
    setAsked(true);
    const period = periodOfDays(first, last, me.company.timeZone);
    if (plan.isPending || period === null || deputyId === null || memberId === null) return;
    plan.mutate({ body: { ...period, deputyId, ...(forOthers && { memberId }) } }, {
      onSuccess: () => {
        setAsked(false);
        form.put({ first: '', last: '', deputyId: null });
        say({ words: texts.planned });
        void client.invalidateQueries({ queryKey: keyOf(absenceRoutes.list) });
        void client.invalidateQueries({ queryKey: keyOf(memberRoutes.list) });
        onPlanned?.();
      },
    });
  };
  const missing = (value: string | null, words: string): string | undefined => (asked && (value === '' || value === null) ? words : undefined);
  return (
    <FormSheet label={texts.title} onSubmit={submit} trouble={plan.error} acts={<Button type="submit" look="primary" loading={plan.isPending}>{texts.act}</Button>}>
      {forOthers && (
        <Picker label={texts.whose} choices={colleagues} value={memberId} onChange={(id) => form.set('memberId', id)} error={missing(memberId, texts.missingDeputy) ?? form.errorOf('memberId')} />
      )}
      <Pair>
        <TextInput {...form.text('first')} type="date" label={forOthers ? texts.fromOther : texts.from} error={missing(first, texts.missing) ?? form.errorOf('from')} />
        <TextInput {...form.text('last')} type="date" min={first} label={texts.to} error={missing(last, texts.missing) ?? form.errorOf('until')} />
      </Pair>
      <Picker
        label={forOthers ? texts.deputyOther : texts.deputy}
        choices={colleagues.filter(({ value }) => value !== memberId)}
        value={deputyId}
        onChange={(id) => form.set('deputyId', id)}
        error={missing(deputyId, texts.missingDeputy) ?? form.errorOf('deputyId')}
      />
    </FormSheet>
  );
}

function AbsenceEntry({ absence, me }: { absence: AbsenceView; me: Me }) {
  const texts = useTexts(accountTexts).absence;
  const client = useQueryClient();
  const say = useToast();
  const now = useNow();
  const withdraw = useAct(absenceRoutes.withdraw);
  const own = absence.memberId === me.id;
  const runs = new Date(absence.from) <= now;
  const end = (): void =>
    withdraw.mutate({ params: { id: absence.id } }, {
      onSuccess: () => {
        say({ words: texts.withdrawn });
        void client.invalidateQueries({ queryKey: keyOf(absenceRoutes.list) });
        void client.invalidateQueries({ queryKey: keyOf(memberRoutes.list) });
      },
      onError: (error) => say({ words: error.words ?? error.message }),
    });
  const zone = me.company.timeZone;
  const may = own || me.may.lead;
  return (
    <Entry
      title={<>{!own && `${absence.memberName}: `}<span><When at={absence.from} as="day" timeZone={zone} /> – <When at={lastMoment(absence)} as="day" timeZone={zone} /></span>{runs && <Pill>{texts.now}</Pill>}</>}
      acts={may && <Button loading={withdraw.isPending} onClick={end}>{runs && own ? texts.back : texts.withdraw}</Button>}
    >
      {own ? texts.mine : texts.fromTo}: {absence.deputyName}
    </Entry>
  );
}

/** Absences that run or are planned: one's own, or everybody's. */
export function AbsenceList({ me, whose }: { me: Me; whose: 'mine' | 'all' }) {
  const texts = useTexts(accountTexts).absence;
  const list = useRead(absenceRoutes.list);
  return (
    <Ready of={list} rows={2}>
      {(all) => {
        const shown = whose === 'mine' ? all.filter(({ memberId }) => memberId === me.id) : all;
        if (shown.length === 0) return <p className="muted">{texts.none}</p>;
        return <Entries label={texts.list}>{shown.map((absence) => <AbsenceEntry key={absence.id} absence={absence} me={me} />)}</Entries>;
      }}
    </Ready>
  );
}

export function OwnAbsences({ me }: { me: Me }) {
  const texts = useTexts(accountTexts).absence;
  return (
    <>
      <Panel title={texts.title}>
        <p className="muted">{texts.lead}</p>
        <PlanAbsence me={me} />
      </Panel>
      <AbsenceList me={me} whose="mine" />
    </>
  );
}
