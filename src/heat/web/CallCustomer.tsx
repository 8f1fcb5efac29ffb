import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import css from './Boiling.module.css';
import { useAct, useRead } from '#app/web/client.ts';
import { setNextUpdate, writeNote } from '#cases/contract.ts';
import { HoursOf } from '#cases/web/department-calendar.ts';
import { DueField } from '#cases/web/DueField.tsx';
import { FormDialog } from '#cases/web/FormDialog.tsx';
import { readCustomer } from '#customers/contract.ts';
import { buttonClass } from '#ui/Button.tsx';
import { Textarea } from '#ui/Field.tsx';
import { PhoneIcon } from '#ui/icons.tsx';
import { useTexts } from '#ui/language.tsx';
import { Loading } from '#ui/states.tsx';
import { useToast } from '#ui/Toast.tsx';
import type { BoilingCase } from '../contract.ts';
import { boilingTexts } from './texts.ts';

type OnCase = Pick<BoilingCase, 'caseId' | 'departmentId' | 'customer'>;

/** Calls a customer who waits, and keeps what was agreed: as a note, and as the date on which they hear next. */
export function CallCustomer({ item, onClose }: { item: OnCase; onClose: () => void }) {
  const texts = useTexts(boilingTexts).call;
  const say = useToast();
  const [text, setText] = useState('');
  const [dueAt, setDueAt] = useState<string | null>(null);
  const note = useAct(writeNote);
  const next = useAct(setNextUpdate);
  const { caseId, departmentId, customer } = item;
  const noteIt = () =>
    note.mutate({ params: { id: caseId }, body: { text: texts.note(customer.name, text.trim()) } }, {
      onSuccess: () => {
        onClose();
        say({ words: texts.saved });
      },
    });
  // The date first: set twice it is the same date, but a note written twice is two.
  const save = () =>
    dueAt === null ? noteIt() : next.mutate({ params: { id: caseId }, body: { dueAt, because: texts.because } }, { onSuccess: noteIt });
  return (
    <FormDialog
      title={texts.title(customer.name)} onClose={onClose} send={texts.save} onSend={save} ready={text.trim() !== ''}
      pending={note.isPending || next.isPending} error={next.error ?? note.error}
    >
      <Numbers customerId={customer.id} />
      <Textarea label={texts.said} description={texts.saidHow} rows={3} maxLength={19_000} value={text} onChange={(event) => setText(event.target.value)} />
      <HoursOf value={departmentId}><DueField label={texts.next} description={texts.nextHow} value={dueAt} onChange={setDueAt} /></HoursOf>
    </FormDialog>
  );
}

function Numbers({ customerId }: { customerId: string }) {
  const texts = useTexts(boilingTexts).call;
  const { data } = useRead(readCustomer, { params: { id: customerId } });
  if (!data) return <Loading shape="text" rows={1} />;
  const numbers = data.identities.filter(({ kind }) => kind === 'phone');
  if (numbers.length === 0) return <p className="muted">{texts.none} <Link to={`/customers/${customerId}`}>{texts.card}</Link></p>;
  return (
    <div className={css.numbers} role="group" aria-label={texts.numbers}>
      {numbers.map(({ id, value }) => <a key={id} href={`tel:${value}`} className={buttonClass({ look: 'primary' })}><PhoneIcon /><span className="num">{value}</span></a>)}
    </div>
  );
}
