import { NotFound } from '#base/http/failures.ts';
import type { Refusal } from '#base/refusal.ts';
import type { Reader } from '#base/db/db.ts';
import { departmentById, type DepartmentRow } from '#people/index.ts';
import type { FilledField, RequestInput } from '../contract.ts';
import { agreementsWith, contractWith } from '../queries/agreements.ts';
import { filesOfCase, templateById } from '../queries/templates.ts';
import { agreementFor, mayAskWith } from '../rules.ts';

/** What a form says, as it is kept: every field with its label, its files found on the case. A refusal names what is missing. */
export const filledFrom = async (reader: Reader, caseId: string, input: RequestInput): Promise<FilledField[] | Refusal> => {
  if (input.templateId === null) return [];
  const template = await templateById(reader, input.templateId);
  if (template === null || template.departmentId !== input.departmentId) throw new NotFound();
  const values = Object.fromEntries(input.fields.map(({ key, value }) => [key, value]));
  const refusal = mayAskWith(template.fields, values);
  if (refusal !== null) return refusal;
  const given = template.fields.flatMap((field) => ({ field, value: (values[field.key] ?? '').trim() })).filter(({ value }) => value !== '');
  const files = await filesOfCase(reader, caseId, given.filter(({ field }) => field.type === 'file').map(({ value }) => value));
  return given.map(({ field: { key, label, type }, value }) => {
    if (type !== 'file') return { key, label, type, value, attachmentId: null };
    const file = files.find(({ id }) => id === value);
    if (file === undefined) throw new NotFound();
    return { key, label, type, value: file.name, attachmentId: file.id };
  });
};

export interface AgreedDepartment extends DepartmentRow {
  /** The contract that its time comes from; null for colleagues, and for a supplier without one. */
  readonly contract: Awaited<ReturnType<typeof contractWith>>;
}

/** The department with the working time that counts for this question, by the most specific agreement; null where there is none such. */
export const agreedDepartment = async (reader: Reader, departmentId: string, question: { readonly kind: string | null; readonly urgency: string }): Promise<AgreedDepartment | null> => {
  const department = await departmentById(reader, departmentId);
  if (department === null) return null;
  const agreed = agreementFor(await agreementsWith(reader, departmentId), { departmentId, ...question });
  const contract = department.kind === 'supplier' ? await contractWith(reader, departmentId) : null;
  return { ...department, answersWithinMinutes: agreed?.answersWithinMinutes ?? department.answersWithinMinutes, contract };
};
