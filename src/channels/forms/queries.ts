import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';

const withDepartment = (reader: Reader) =>
  reader
    .selectFrom('forms')
    .innerJoin('departments', 'departments.id', 'forms.department_id')
    .select(['forms.id', 'forms.name', 'forms.public_key as key', 'forms.department_id as departmentId', 'forms.language', 'forms.created_at', 'forms.closed_at'])
    .select('departments.name as departmentName');

export const allForms = (reader: Reader) => withDepartment(reader).orderBy('forms.created_at').execute();
export const formById = (reader: Reader, id: string) => withDepartment(reader).where('forms.id', '=', id).executeTakeFirst();
export type FormRow = NonNullable<Awaited<ReturnType<typeof formById>>>;

/** The form at that address, while it is open. */
export const formByKey = (reader: Reader, key: string) => withDepartment(reader).where('public_key', '=', key).where('forms.closed_at', 'is', null).executeTakeFirst();

interface NewForm {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly departmentId: string;
  readonly language: string;
  readonly now: Instant;
}

export const insertForm = async (tx: Tx, form: NewForm): Promise<void> => {
  await tx
    .insertInto('forms')
    .values({ id: form.id, name: form.name, public_key: form.key, department_id: form.departmentId, language: form.language, created_at: form.now })
    .execute();
};

export const changeForm = async (tx: Tx, id: string, change: { public_key: string } | { closed_at: Instant }): Promise<void> => {
  await tx.updateTable('forms').set(change).where('id', '=', id).execute();
};

/** The case of that number, if it belongs to the customer with that address. */
export const caseOfSender = (reader: Reader, number: number, address: string) =>
  reader
    .selectFrom('cases')
    .innerJoin('identities', 'identities.customer_id', 'cases.customer_id')
    .where('cases.number', '=', number)
    .where('identities.kind', 'in', ['email', 'pec'])
    .where('identities.value', '=', address)
    .select('cases.id')
    .executeTakeFirst();

export const caseNumber = async (reader: Reader, caseId: string): Promise<number> =>
  (await reader.selectFrom('cases').where('id', '=', caseId).select('number').executeTakeFirstOrThrow()).number;
