import type { Reader, Tx } from '#base/db/db.ts';
import { urgency, type AgreementInput, type AgreementView, type ContractInput, type ContractView } from '../contract.ts';

const rows = (reader: Reader) =>
  reader.selectFrom('agreements').where('ended_at', 'is', null)
    .select(['id', 'department_id as departmentId', 'kind', 'urgency', 'answers_within_minutes as answersWithinMinutes']);

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>;
const viewOf = (row: Row): AgreementView => ({ ...row, urgency: urgency.nullable().parse(row.urgency) });

export const agreements = async (reader: Reader): Promise<AgreementView[]> =>
  (await rows(reader).orderBy('department_id').orderBy('kind').orderBy('urgency').execute()).map(viewOf);

export const agreementsWith = async (reader: Reader, departmentId: string): Promise<AgreementView[]> =>
  (await rows(reader).where('department_id', '=', departmentId).execute()).map(viewOf);

/** Another one about the same, which `id` would stand beside. */
export const agreementTwin = async (reader: Reader, { departmentId, kind, urgency: pressing }: AgreementInput, id: string): Promise<boolean> =>
  (await rows(reader).where('department_id', '=', departmentId).where('kind', 'is not distinct from', kind).where('urgency', 'is not distinct from', pressing).where('id', '<>', id).executeTakeFirst()) !== undefined;

const stored = (input: AgreementInput) => ({ department_id: input.departmentId, kind: input.kind, urgency: input.urgency, answers_within_minutes: input.answersWithinMinutes });

export const insertAgreement = async (tx: Tx, id: string, { input, now }: { input: AgreementInput; now: Date }): Promise<void> => {
  await tx.insertInto('agreements').values({ id, ...stored(input), created_at: now }).execute();
};

export const updateAgreement = async (tx: Tx, id: string, input: AgreementInput): Promise<boolean> =>
  (await tx.updateTable('agreements').set(stored(input)).where('id', '=', id).where('ended_at', 'is', null).executeTakeFirst()).numUpdatedRows === 1n;

export const endAgreement = async (tx: Tx, id: string, now: Date): Promise<boolean> =>
  (await tx.updateTable('agreements').set({ ended_at: now }).where('id', '=', id).where('ended_at', 'is', null).executeTakeFirst()).numUpdatedRows === 1n;

const contractRows = (reader: Reader) =>
  reader.selectFrom('supplier_contracts')
    .select(['department_id as departmentId', 'reference', 'contact_name as contactName', 'contact_phone as contactPhone', 'contact_address as contactAddress', 'valid_until as validUntil']);

export const contracts = (reader: Reader): Promise<ContractView[]> => contractRows(reader).orderBy('reference').execute();

export const contractWith = async (reader: Reader, departmentId: string): Promise<ContractView | null> =>
  (await contractRows(reader).where('department_id', '=', departmentId).executeTakeFirst()) ?? null;

export const putContract = async (tx: Tx, departmentId: string, { input, now }: { input: ContractInput; now: Date }): Promise<void> => {
  const { reference, contactName, contactPhone, contactAddress, validUntil } = input;
  const written = { reference, contact_name: contactName, contact_phone: contactPhone, contact_address: contactAddress, valid_until: validUntil, changed_at: now };
  await tx.insertInto('supplier_contracts').values({ department_id: departmentId, ...written }).onConflict((on) => on.column('department_id').doUpdateSet(written)).execute();
};

export const endContract = async (tx: Tx, departmentId: string): Promise<void> => {
  await tx.deleteFrom('supplier_contracts').where('department_id', '=', departmentId).execute();
};
