import { newId } from '#base/ids.ts';
import type { HandledOf, OutputOf } from '#base/contract.ts';
import { NotFound } from '#base/http/failures.ts';
import { isRefusal, refuse, type Refusal } from '#base/refusal.ts';
import { newToken } from '#base/secrets.ts';
import type { Work } from '#base/work.ts';
import type { Intake, StoredFile } from '#channels/intake.ts';
import { normaliseIdentity } from '#customers/rules.ts';
import { departmentById } from '#people/index.ts';
import { formEvents, type FormView, type openForm, type sendForm } from './contract.ts';
import * as queries from './queries.ts';
import { caseNumberIn } from './rules.ts';

export const formViewOf = (row: queries.FormRow, publicUrl: string): FormView => ({
  id: row.id,
  name: row.name,
  key: row.key,
  address: `${publicUrl}/f/${row.key}`,
  departmentId: row.departmentId,
  departmentName: row.departmentName,
  language: row.language as FormView['language'],
  createdAt: row.created_at.toISOString(),
  closedAt: row.closed_at?.toISOString() ?? null,
});

const view = async (work: Work, id: string): Promise<FormView> => formViewOf(await accessForm(work, id), work.services.config.publicUrl);

/** The one gate to a form for those who look after the channels. */
const accessForm = async (work: Work, id: string): Promise<queries.FormRow> => {
  const found = await queries.formById(work.tx, id);
  if (found === undefined) throw new NotFound();
  return found;
};

export const makeForm = async (work: Work, input: HandledOf<typeof openForm>['body']): Promise<FormView> => {
  if ((await departmentById(work.tx, input.departmentId)) === null) throw new NotFound();
  const id = newId(work.now);
  await queries.insertForm(work.tx, { id, ...input, key: newToken().slice(0, 22), now: work.now });
  work.emit(formEvents['form.opened'](null, { formId: id, name: input.name }));
  return view(work, id);
};

export const rotateKey = async (work: Work, id: string): Promise<FormView | Refusal> => {
  if ((await accessForm(work, id)).closed_at !== null) return refuse('form.already_closed');
  await queries.changeForm(work.tx, id, { public_key: newToken().slice(0, 22) });
  work.emit(formEvents['form.key_rotated'](null, { formId: id }));
  return view(work, id);
};

export const endForm = async (work: Work, id: string): Promise<FormView | Refusal> => {
  if ((await accessForm(work, id)).closed_at !== null) return refuse('form.already_closed');
  await queries.changeForm(work.tx, id, { closed_at: work.now });
  work.emit(formEvents['form.closed'](null, { formId: id }));
  return view(work, id);
};

type Sent = HandledOf<typeof sendForm>['body'];

/** Files what was written. The address is a claim: it joins a case only by the number of a case of that very address. */
export const fileForm = async (
  work: Work,
  intake: Intake,
  { form, sent, files }: { form: queries.FormRow; sent: Sent; files: readonly StoredFile[] },
): Promise<OutputOf<typeof sendForm> | Refusal> => {
  const address = normaliseIdentity('email', sent.email);
  if (isRefusal(address)) return address;
  const number = caseNumberIn(sent.caseNumber ?? '');
  const answered = number === null ? undefined : await queries.caseOfSender(work.tx, number, address);
  const filed = await intake.contact(work, {
    channel: 'form',
    at: work.now,
    from: { kind: 'email', value: address, name: sent.name },
    subject: sent.subject ?? null,
    text: sent.text,
    folded: '',
    html: null,
    files,
    language: form.language as 'it' | 'en',
    departmentId: form.departmentId,
    answers: answered === undefined ? null : { caseId: answered.id, proof: 'chosen' },
    rawMailId: null,
    isAutomatic: false,
    loggedBy: null,
  });
  return { caseNumber: await queries.caseNumber(work.tx, filed.caseId), joined: filed.became === 'joined', receivedAt: work.now.toISOString() };
};
