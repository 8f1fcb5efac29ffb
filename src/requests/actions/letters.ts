import { newId } from '#base/ids.ts';
import { newToken } from '#base/secrets.ts';
import type { Language } from '#base/texts.ts';
import type { Reader } from '#base/db/db.ts';
import type { Work } from '#base/work.ts';
import { calendarOfDepartment } from '#calendar/index.ts';
import type { LoadedCase } from '#cases/index.ts';
import { queueRequestMail } from '#channels/email/index.ts';
import { companyOf, memberByEmail } from '#people/index.ts';
import { writeLetter, type Letter } from '../emails.ts';
import { insertLink } from '../queries/links.ts';
import type { LoadedRequest } from '../queries/requests.ts';

export interface Recipient {
  readonly name: string;
  readonly address: string;
}

const purposes = { asked: 'request', reply: 'request', sent_back: 'request', withdrawn: 'request', reminder: 'reminder', head: 'climb', director: 'climb' } as const;

/** A member reads their own language; a department's shared address that of the company. */
export const languageFor = async (reader: Reader, address: string): Promise<Language> =>
  (await memberByEmail(reader, address))?.language ?? (await companyOf(reader)).language;

/**
 * Writes to one addressee about a request, in the transaction of what it is about: with a link of their own, so that whoever answers is
 * known. The customer's name and address are in nothing that leaves here.
 */
export const sendLetter = async (work: Work, { request, found, letter, to }: { request: LoadedRequest; found: LoadedCase; letter: Letter; to: Recipient }): Promise<void> => {
  const language = await languageFor(work.tx, to.address);
  const calendar = await calendarOfDepartment(work.tx, request.department.id, work.now);
  const url = letter.kind === 'withdrawn' ? '' : await issueAnsweringLink(work, request.id, to);
  const { subject, text } = writeLetter(letter, {
    department: request.department.name,
    question: request.question,
    why: request.why,
    choices: request.choices,
    fields: request.fields,
    askedBy: request.askedBy.name,
    askedByDepartment: request.askedBy.department,
    dueAt: request.dueAt,
    takenBy: request.takenBy,
    url,
    now: work.now,
    timeZone: calendar.timeZone,
    language,
  });
  const purpose = purposes[letter.kind];
  await queueRequestMail(work, { purpose, requestId: request.id, caseId: found.id, departmentId: found.departmentId, to: [{ address: to.address, name: to.name }], subject, text, language });
};

/** The address of the page on which this addressee answers this request. */
const issueAnsweringLink = async (work: Work, requestId: string, to: Recipient): Promise<string> => {
  const token = newToken();
  await insertLink(work.tx, { id: newId(work.now), requestId, token, for: to, now: work.now });
  return `${work.services.config.publicUrl}/r/${token}`;
};
