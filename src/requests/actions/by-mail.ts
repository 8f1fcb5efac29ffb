import { isRefusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { survivorOf } from '#cases/index.ts';
import type { DepartmentMail, Intake } from '#channels/intake.ts';
import { companyOf, memberByEmail } from '#people/index.ts';
import { givenTo } from '../queries/links.ts';
import { requestById, type LoadedRequest } from '../queries/requests.ts';
import { wasMailTaken } from '../queries/turns.ts';
import { mayAnswerByMail, readMail } from '../rules.ts';
import { requestTexts } from '../texts.ts';
import { departmentSays } from './department-says.ts';

type Filed = Awaited<ReturnType<Intake['departmentMail']>>;

/**
 * An e-mail that came to the signed address of a request. From whoever was asked, a colleague of theirs or a member it is heard; from
 * anybody else it is left to a person, because the address may have been passed on further than it should. Handed over twice, it
 * counts once.
 */
export const answerByMail = async (work: Work, mail: DepartmentMail): Promise<Filed> => {
  const request = await requestById(work.tx, mail.requestId);
  if (request === undefined) return { became: 'refused', caseId: null };
  const caseId = await survivorOf(work.tx, request.caseId);
  if (await wasMailTaken(work.tx, mail.rawMailId)) return { became: 'noted', caseId };
  const sender = await senderOf(work, request, mail);
  if (sender === null) return { became: 'refused', caseId };
  const words = await wordsOf(work, mail);
  if (words === null) return { became: 'noted', caseId };
  const { kind, choice } = readMail(words, request.choices);
  const heard = await departmentSays(work, request.id, {
    kind,
    choice,
    text: words,
    promisedFor: null,
    whoseIsIt: null,
    byName: sender,
    byAddress: mail.from.address,
    via: 'email',
    folded: mail.text === '' ? '' : mail.folded,
    files: mail.files,
    rawMailId: mail.rawMailId,
    onlyNote: request.withdrawnAt !== null,
  });
  // What a rule keeps out (the sixtieth mail of somebody's machine) is for a person to look at, not to be lost.
  if (isRefusal(heard)) return { became: 'refused', caseId };
  return { became: heard === 'settled' || heard === 'questioned' ? 'answered' : 'noted', caseId };
};

/** The name under which the answer is shown; null where they may not answer. */
const senderOf = async (work: Work, request: LoadedRequest, { from }: DepartmentMail): Promise<string | null> => {
  const given = await givenTo(work.tx, request.id);
  const member = await memberByEmail(work.tx, from.address);
  const isMember = member !== null && member.leftAt === null;
  if (!mayAnswerByMail({ address: from.address, given: [request.sentTo, ...given.map(({ address }) => address)], isMember })) return null;
  if (isMember) return member.name;
  const known = given.find(({ address }) => address.toLowerCase() === from.address.toLowerCase());
  return from.name.trim() || (known?.name ?? from.address);
};

/** What the mail says: its new words, else everything in it (who answers between the quoted lines), else its files. Null: nothing. */
const wordsOf = async (work: Work, { text, folded, files }: DepartmentMail): Promise<string | null> => {
  const written = text.trim() === '' ? folded.trim() : text.trim();
  if (written !== '') return written;
  if (files.length === 0) return null;
  return requestTexts[(await companyOf(work.tx)).language].onlyFiles(files.length);
};
