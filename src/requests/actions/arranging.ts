import { NotFound } from '#base/http/failures.ts';
import { newId } from '#base/ids.ts';
import { refuse } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { departmentById } from '#people/index.ts';
import { agreementEvents, templateEvents, type AgreementInput, type ContractInput, type TemplateInput } from '../contract.ts';
import { agreementTwin, endAgreement, endContract, insertAgreement, putContract, updateAgreement } from '../queries/agreements.ts';
import type { ArrangeRefusal } from '../rules.ts';
import { insertTemplate, updateTemplate, withdrawTemplate } from '../queries/templates.ts';

// What is arranged with departments before anything is asked: templates, agreements, contracts.

const mustBeThere = async (work: Work, departmentId: string): Promise<'service' | 'internal' | 'supplier'> => {
  const department = await departmentById(work.tx, departmentId);
  if (department === null || department.closedAt !== null) throw new NotFound();
  return department.kind;
};

export const addTemplate = async (work: Work, input: TemplateInput): Promise<string> => {
  await mustBeThere(work, input.departmentId);
  const id = newId(work.now);
  await insertTemplate(work.tx, id, { input, now: work.now });
  work.emit(templateEvents['request_template.saved'](null, { templateId: id, departmentId: input.departmentId }));
  return id;
};

export const changeTemplate = async (work: Work, id: string, input: TemplateInput): Promise<string> => {
  await mustBeThere(work, input.departmentId);
  if (!(await updateTemplate(work.tx, id, input))) throw new NotFound();
  work.emit(templateEvents['request_template.saved'](null, { templateId: id, departmentId: input.departmentId }));
  return id;
};

export const dropTemplate = async (work: Work, id: string): Promise<void> => {
  if (!(await withdrawTemplate(work.tx, id, work.now))) throw new NotFound();
  work.emit(templateEvents['request_template.withdrawn'](null, { templateId: id }));
};

/** Returns the agreement's id. One about the same department, kind and urgency is changed, never doubled. */
export const makeAgreement = async (work: Work, input: AgreementInput, changes?: string): Promise<string | ArrangeRefusal> => {
  await mustBeThere(work, input.departmentId);
  const id = changes ?? newId(work.now);
  if (await agreementTwin(work.tx, input, id)) return refuse('agreement.made_already');
  if (changes === undefined) await insertAgreement(work.tx, id, { input, now: work.now });
  else if (!(await updateAgreement(work.tx, id, input))) throw new NotFound();
  work.emit(agreementEvents['agreement.made'](null, { agreementId: id, ...input }));
  return id;
};

export const dropAgreement = async (work: Work, id: string): Promise<void> => {
  if (!(await endAgreement(work.tx, id, work.now))) throw new NotFound();
  work.emit(agreementEvents['agreement.ended'](null, { agreementId: id }));
};

export const writeContract = async (work: Work, departmentId: string, input: ContractInput): Promise<ArrangeRefusal | null> => {
  if ((await mustBeThere(work, departmentId)) !== 'supplier') return refuse('contract.only_suppliers');
  await putContract(work.tx, departmentId, { input, now: work.now });
  work.emit(agreementEvents['supplier_contract.written'](null, { departmentId, reference: input.reference }));
  return null;
};

export const dropContract = async (work: Work, departmentId: string): Promise<void> => {
  await mustBeThere(work, departmentId);
  await endContract(work.tx, departmentId);
  work.emit(agreementEvents['supplier_contract.ended'](null, { departmentId }));
};
