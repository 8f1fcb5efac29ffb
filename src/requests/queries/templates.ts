import { z } from 'zod';
import type { Reader, Tx } from '#base/db/db.ts';
import { templateView, type TemplateInput, type TemplateView } from '../contract.ts';

const stored = (input: TemplateInput) => ({
  department_id: input.departmentId,
  kind: input.kind,
  name: JSON.stringify(input.name),
  question: JSON.stringify(input.question),
  fields: JSON.stringify(input.fields),
  choices: JSON.stringify(input.choices),
});

const { name, question, fields, choices } = templateView.shape;
const words = z.object({ name, question, fields, choices });

const rows = (reader: Reader) => reader.selectFrom('request_templates').where('withdrawn_at', 'is', null).selectAll();
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>;

const viewOf = (row: Row): TemplateView => ({ id: row.id, departmentId: row.department_id, kind: row.kind, ...words.parse(row) });

export const templates = async (reader: Reader): Promise<TemplateView[]> => (await rows(reader).orderBy('department_id').orderBy('created_at').orderBy('id').execute()).map(viewOf);

export const templateById = async (reader: Reader, id: string): Promise<TemplateView | null> => {
  const row = await rows(reader).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : viewOf(row);
};

export const insertTemplate = async (tx: Tx, id: string, { input, now }: { input: TemplateInput; now: Date }): Promise<void> => {
  await tx.insertInto('request_templates').values({ id, ...stored(input), created_at: now }).execute();
};

export const updateTemplate = async (tx: Tx, id: string, input: TemplateInput): Promise<boolean> =>
  (await tx.updateTable('request_templates').set(stored(input)).where('id', '=', id).where('withdrawn_at', 'is', null).executeTakeFirst()).numUpdatedRows === 1n;

export const withdrawTemplate = async (tx: Tx, id: string, now: Date): Promise<boolean> =>
  (await tx.updateTable('request_templates').set({ withdrawn_at: now }).where('id', '=', id).where('withdrawn_at', 'is', null).executeTakeFirst()).numUpdatedRows === 1n;

/** Files of a case, by id: those that may go with a request asked on it. */
export const filesOfCase = async (reader: Reader, caseId: string, ids: readonly string[]) =>
  ids.length === 0 ? [] : reader.selectFrom('attachments').where('case_id', '=', caseId).where('id', 'in', [...ids]).select(['id', 'name']).execute();

export const caseFile = (reader: Reader, id: string) =>
  reader.selectFrom('attachments').where('id', '=', id).select(['sha256', 'name', 'size']).executeTakeFirst();
