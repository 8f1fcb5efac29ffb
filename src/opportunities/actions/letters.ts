import { newId } from '#base/ids.ts';
import { newToken } from '#base/secrets.ts';
import type { Work } from '#base/work.ts';
import { calendarOfDepartment } from '#calendar/index.ts';
import { accessCaseToRead } from '#cases/index.ts';
import { queueNoticeMail } from '#channels/email/index.ts';
import { companyOf, memberByEmail } from '#people/index.ts';
import { writeLetter } from '../emails.ts';
import { customersShown } from '../queries/customer.ts';
import { insertLink } from '../queries/links.ts';
import type { LoadedOpportunity } from '../queries/opportunities.ts';

interface Addressed {
  readonly found: LoadedOpportunity;
  readonly caseId: string;
  readonly to: { readonly name: string; readonly address: string };
}

/** Writes to the department, in the transaction in which it leaves, with a link that opens this one and nothing else. */
export const sendLetter = async (work: Work, { found, caseId, to }: Addressed): Promise<void> => {
  const language = (await memberByEmail(work.tx, to.address))?.language ?? (await companyOf(work.tx)).language;
  const { timeZone } = await calendarOfDepartment(work.tx, found.department.id, work.now);
  const token = newToken();
  await insertLink(work.tx, { id: newId(work.now), opportunityId: found.id, token, for: to, now: work.now });
  const customer = found.kind === 'product_idea' ? null : ((await customersShown(work.tx, [found.customerId])).get(found.customerId) ?? null);
  const { subject, text } = writeLetter({
    kind: found.kind, words: found.words, customer, valueCents: found.valueCents, seenBy: found.seenBy.name, seenByDepartment: found.seenBy.department,
    dueAt: found.dueAt, url: `${work.services.config.publicUrl}/o/${token}`, now: work.now, timeZone, language,
  });
  const { departmentId } = await accessCaseToRead(work.tx, caseId);
  await queueNoticeMail(work, { purpose: 'notice', to, subject, text, language, departmentId, caseId });
};
