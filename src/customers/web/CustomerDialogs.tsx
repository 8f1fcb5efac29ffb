import { useId, type ReactNode } from 'react';
import { useAct } from '#app/web/client.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Select, TextInput } from '#ui/Field.tsx';
import { useForm } from '#ui/form.ts';
import { useTexts } from '#ui/language.tsx';
import { Problem, type Trouble } from '#ui/Problem.tsx';
import { useToast } from '#ui/Toast.tsx';
import { addIdentity, changeCustomer, type CustomerView, type IdentityKind } from '../contract.ts';
import { customerTexts } from './texts.ts';

interface AskProps {
  title: string;
  send: string;
  pending: boolean;
  trouble: Trouble | null;
  onSend: () => void;
  onClose: () => void;
  children: ReactNode;
}

function Ask({ title, send, pending, trouble, onSend, onClose, children }: AskProps) {
  const texts = useTexts(customerTexts);
  const id = useId();
  return (
    <Dialog open onClose={onClose} title={title} acts={<><Button onClick={onClose}>{texts.cancel}</Button><Button look="primary" type="submit" form={id} loading={pending}>{send}</Button></>}>
      <form
        id={id} noValidate style={{ display: 'grid', gap: 14 }}
        onSubmit={(event) => {
          event.preventDefault();
          if (!pending) onSend();
        }}
      >
        {children}
        {trouble !== null && Object.keys(trouble.fields).length === 0 && <Problem of={trouble} />}
      </form>
    </Dialog>
  );
}

/** Corrects how we call a customer, and in which language we write to them. */
export function EditCustomerDialog({ customer, onClose }: { customer: CustomerView; onClose: () => void }) {
  const texts = useTexts(customerTexts);
  const say = useToast();
  const change = useAct(changeCustomer);
  const form = useForm({ name: customer.name, language: customer.language ?? '' as const }, change.error);
  const { name, language } = form.values;
  const save = () =>
    change.mutate({ params: { id: customer.id }, body: { name, language: language === '' ? null : language as 'it' } }, {
      onSuccess: () => {
        onClose();
        say({ words: texts.saved });
      },
    });
  return (
    <Ask title={texts.editTitle} send={texts.save} pending={change.isPending} trouble={change.error} onSend={save} onClose={onClose}>
      <TextInput label={texts.name} maxLength={120} {...form.text('name')} />
      <Select
        label={texts.language} optional placeholder={texts.anyLanguage} value={language} error={form.errorOf('language')}
        choices={[{ value: 'it', words: texts.languages.it }, { value: 'en', words: texts.languages.en }]}
        onChange={(event) => form.set('language', event.target.value as 'it')}
      />
    </Ask>
  );
}

const kinds: readonly IdentityKind[] = ['email', 'phone', 'handle', 'pec'];

/** One more way to reach a customer. */
export function AddIdentityDialog({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const texts = useTexts(customerTexts);
  const say = useToast();
  const add = useAct(addIdentity);
  const form = useForm({ kind: 'phone' as IdentityKind, value: '' }, add.error);
  const save = () =>
    add.mutate({ params: { id: customerId }, body: form.values }, {
      onSuccess: () => {
        onClose();
        say({ words: texts.added });
      },
    });
  return (
    <Ask title={texts.addTitle} send={texts.addSend} pending={add.isPending} trouble={add.error} onSend={save} onClose={onClose}>
      <Select
        label={texts.kind} value={form.values.kind} choices={kinds.map((kind) => ({ value: kind, words: texts.kinds[kind] }))}
        onChange={(event) => form.set('kind', kinds.find((kind) => kind === event.target.value) ?? 'phone')}
      />
      <TextInput label={texts.value} description={texts.addHow} maxLength={254} {...form.text('value')} />
    </Ask>
  );
}
