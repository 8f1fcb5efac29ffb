import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import css from './settings.module.css';
import { keyOf, useAct, useRead } from '#app/web/client.ts';
import { minute } from '#base/clock.ts';
import { sayDate, sayDuration } from '#calendar/words.ts';
import { departmentRoutes, type DepartmentView } from '#people/contract.ts';
import { minutesOf } from '#people/web/settings/DepartmentForm.tsx';
import { SettingsPage } from '#people/web/settings/SettingsPage.tsx';
import { Button } from '#ui/Button.tsx';
import { Drawer } from '#ui/Drawer.tsx';
import { Entries, Entry } from '#ui/Entries.tsx';
import { Select, TextInput } from '#ui/Field.tsx';
import { useForm } from '#ui/form.ts';
import { FormSheet } from '#ui/FormSheet.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { Ready } from '#ui/Ready.tsx';
import { useToast } from '#ui/Toast.tsx';
import { agreementRoutes, contractRoutes, urgency, type AgreementView, type ContractView } from '../../contract.ts';
import { ContractForm } from './ContractForm.tsx';
import { arrangingTexts } from './texts.ts';

function AgreementForm({ agreement, departments, onDone }: { agreement: AgreementView | undefined; departments: readonly DepartmentView[]; onDone: (words: string) => void }) {
  const texts = useTexts(arrangingTexts);
  const [asked, setAsked] = useState(false);
  const add = useAct(agreementRoutes.add);
  const change = useAct(agreementRoutes.change);
  const end = useAct(agreementRoutes.end);
  const trouble = add.error ?? change.error;
  const form = useForm({
    departmentId: agreement?.departmentId ?? departments[0]?.id ?? '', kind: agreement?.kind ?? '', urgency: agreement?.urgency ?? '', hours: agreement ? String(agreement.answersWithinMinutes / 60) : '4',
  }, trouble, { hours: 'answersWithinMinutes' });
  const { departmentId, kind, hours } = form.values;
  const minutes = minutesOf(hours);
  const save = (): void => {
    setAsked(true);
    if (minutes === null) return;
    const pressing = urgency.options.find((one) => one === form.values.urgency) ?? null;
    const body = { departmentId, kind: kind.trim() === '' ? null : kind, urgency: pressing, answersWithinMinutes: minutes };
    const onSuccess = () => onDone(texts.saved);
    if (agreement === undefined) add.mutate({ body }, { onSuccess });
    else change.mutate({ params: { id: agreement.id }, body }, { onSuccess });
  };
  return (
    <FormSheet label={texts.agreements.title} onSubmit={save} trouble={trouble} acts={<Button type="submit" look="primary" loading={add.isPending || change.isPending}>{texts.save}</Button>}>
      <Select {...form.text('departmentId')} label={texts.department} choices={departments.map(({ id, name }) => ({ value: id, words: name }))} />
      <TextInput {...form.text('kind')} label={texts.kind} description={texts.kindAbout} optional maxLength={40} autoComplete="off" />
      <Select {...form.text('urgency')} label={texts.urgency} optional placeholder={texts.anyUrgency} choices={urgency.options.map((value) => ({ value, words: texts.urgencies[value] }))} />
      <TextInput {...form.text('hours')} label={texts.hours} description={texts.hoursAbout} inputMode="decimal" error={asked && minutes === null ? texts.hoursWrong : form.errorOf('answersWithinMinutes')} />
      {agreement !== undefined && <Button look="danger" loading={end.isPending} onClick={() => end.mutate({ params: { id: agreement.id } }, { onSuccess: () => onDone(texts.removed) })}>{texts.remove}</Button>}
    </FormSheet>
  );
}

type Editing = { agreement: AgreementView | undefined } | { supplier: DepartmentView } | null;

function Agreements({ mayChange, editing, setEditing }: { mayChange: boolean; editing: Editing; setEditing: (editing: Editing) => void }) {
  const texts = useTexts(arrangingTexts);
  const { language } = useLanguage();
  const say = useToast();
  const client = useQueryClient();
  const list = useRead(agreementRoutes.list);
  const { data: contracts = [] } = useRead(contractRoutes.list);
  const departments = (useRead(departmentRoutes.list).data ?? []).filter(({ kind }) => kind !== 'service');
  const nameOf = (id: string): string => departments.find((one) => one.id === id)?.name ?? '…';
  const done = (words: string): void => {
    say({ words });
    setEditing(null);
    void client.invalidateQueries({ queryKey: keyOf(agreementRoutes.list) });
    void client.invalidateQueries({ queryKey: keyOf(contractRoutes.list) });
  };
  const about = ({ kind, urgency: pressing }: AgreementView): string => `${kind ?? texts.anyKind}, ${pressing === null ? texts.anyUrgency : texts.urgencies[pressing]}`;
  const sayContract = (contract: ContractView): string =>
    [contract.reference, contract.contactName, contract.contactPhone, contract.contactAddress, contract.validUntil && texts.contracts.until(sayDate(contract.validUntil, language))].filter(Boolean).join('; ');
  const suppliers = departments.filter(({ kind }) => kind === 'supplier');
  return (
    <>
      <section className={css.section}>
        <h2>{texts.agreements.list}</h2>
        <p className="small muted">{texts.agreements.how}</p>
        <Ready of={list}>
          {(agreements) => agreements.length === 0 ? <p>{texts.agreements.none}</p> : (
            <Entries label={texts.agreements.list}>
              {agreements.map((agreement) => (
                <Entry key={agreement.id} title={nameOf(agreement.departmentId)} acts={mayChange && <Button onClick={() => setEditing({ agreement })}>{texts.change}<span className="unseen"> {nameOf(agreement.departmentId)}, {about(agreement)}</span></Button>}>
                  {about(agreement)}: {texts.agreements.within(sayDuration(agreement.answersWithinMinutes * minute, language, { working: true }))}
                </Entry>
              ))}
            </Entries>
          )}
        </Ready>
      </section>
      <section className={css.section}>
        <h2>{texts.contracts.list}</h2>
        {suppliers.length === 0 && <p>{texts.contracts.noSuppliers}</p>}
        <Entries label={texts.contracts.list}>
          {suppliers.map((supplier) => {
            const contract = contracts.find(({ departmentId }) => departmentId === supplier.id);
            return (
              <Entry key={supplier.id} title={supplier.name} acts={mayChange && <Button onClick={() => setEditing({ supplier })}>{contract ? texts.change : texts.contracts.write}<span className="unseen"> {supplier.name}</span></Button>}>
                {contract ? sayContract(contract) : texts.contracts.none}
              </Entry>
            );
          })}
        </Entries>
      </section>
      <Drawer open={editing !== null} onClose={() => setEditing(null)} title={editing !== null && 'supplier' in editing ? texts.contracts.title(editing.supplier.name) : texts.agreements.title}>
        {editing !== null && 'supplier' in editing && <ContractForm supplier={editing.supplier} contract={contracts.find(({ departmentId }) => departmentId === editing.supplier.id)} onDone={done} />}
        {editing !== null && 'agreement' in editing && departments.length > 0 && <AgreementForm agreement={editing.agreement} departments={departments} onDone={done} />}
      </Drawer>
    </>
  );
}

/** What was agreed with departments, and the contracts with suppliers. Everybody reads; leads and administrators change. */
export function AgreementsScreen() {
  const texts = useTexts(arrangingTexts);
  const [editing, setEditing] = useState<Editing>(null);
  return (
    <SettingsPage place="agreements" narrow renderActs={(me) => (me.may.lead || me.may.administer) && <Button look="primary" onClick={() => setEditing({ agreement: undefined })}>{texts.agreements.add}</Button>}>
      {(me) => <Agreements mayChange={me.may.lead || me.may.administer} editing={editing} setEditing={setEditing} />}
    </SettingsPage>
  );
}
