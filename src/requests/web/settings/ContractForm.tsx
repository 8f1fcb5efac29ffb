import { useAct } from '#app/web/client.ts';
import type { DepartmentView } from '#people/contract.ts';
import { Button } from '#ui/Button.tsx';
import { TextInput } from '#ui/Field.tsx';
import { useForm } from '#ui/form.ts';
import { FormSheet } from '#ui/FormSheet.tsx';
import { useTexts } from '#ui/language.tsx';
import { contractRoutes, type ContractView } from '../../contract.ts';
import { arrangingTexts } from './texts.ts';

const orNull = (value: string): string | null => (value.trim() === '' ? null : value);

/** The contract that holds a supplier to its time. */
export function ContractForm({ supplier, contract, onDone }: { supplier: DepartmentView; contract: ContractView | undefined; onDone: (words: string) => void }) {
  const all = useTexts(arrangingTexts);
  const texts = all.contracts;
  const put = useAct(contractRoutes.put);
  const end = useAct(contractRoutes.end);
  const form = useForm({
    reference: contract?.reference ?? '', contactName: contract?.contactName ?? '', contactPhone: contract?.contactPhone ?? '', contactAddress: contract?.contactAddress ?? '', validUntil: contract?.validUntil ?? '',
  }, put.error);
  const params = { id: supplier.id };
  const { reference, contactName, contactPhone, contactAddress, validUntil } = form.values;
  const save = (): void =>
    put.mutate({ params, body: { reference, contactName, contactPhone: orNull(contactPhone), contactAddress: orNull(contactAddress), validUntil: orNull(validUntil) } }, { onSuccess: () => onDone(all.saved) });
  return (
    <FormSheet label={texts.title(supplier.name)} onSubmit={save} trouble={put.error} acts={<Button type="submit" look="primary" loading={put.isPending}>{all.save}</Button>}>
      <TextInput {...form.text('reference')} label={texts.reference} maxLength={80} autoComplete="off" />
      <TextInput {...form.text('contactName')} label={texts.contactName} maxLength={120} autoComplete="off" />
      <TextInput {...form.text('contactPhone')} label={texts.contactPhone} optional type="tel" maxLength={40} autoComplete="off" />
      <TextInput {...form.text('contactAddress')} label={texts.contactAddress} optional type="email" autoComplete="off" />
      <TextInput {...form.text('validUntil')} label={texts.validUntil} optional type="date" />
      {contract !== undefined && <Button look="danger" loading={end.isPending} onClick={() => end.mutate({ params }, { onSuccess: () => onDone(all.removed) })}>{all.remove}</Button>}
    </FormSheet>
  );
}
