import { day, plus, type Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import { NotFound } from '#base/http/failures.ts';
import { newId } from '#base/ids.ts';
import { refuse, type Refusal } from '#base/refusal.ts';
import { hashToken, newToken } from '#base/secrets.ts';
import type { Services } from '#base/services.ts';
import type { Language } from '#base/texts.ts';
import { inWork, system, type Work } from '#base/work.ts';
import { queueNoticeMail } from '#channels/email/index.ts';
import type { StoredFile } from '#channels/intake.ts';
import { directors, findCompany, serviceDepartment, setUpAt } from '#people/index.ts';
import { reportEvents, type Digest } from '../contract.ts';
import { digestPdf } from '../digest-pdf.ts';
import { digestOf } from '../digest.ts';
import * as queries from '../queries/sent.ts';
import { weekDue } from '../rules.ts';
import { reportTexts } from '../texts.ts';
import { sayHeadline, sayLead } from '../words.ts';

/** Two Mondays: whoever was away reads the last one as well, and an old mail that gets about opens nothing. */
const linkLives = 15 * day;

interface Addressee {
  readonly memberId: string | null;
  readonly recipientId: string | null;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

const addressees = async (reader: Reader): Promise<Addressee[]> => {
  const members = (await directors(reader)).map(({ id, name, email, language }) => ({ memberId: id, recipientId: null, name, email, language }));
  const others = (await queries.recipientsNow(reader)).map(({ id, name, email, language }) => ({ memberId: null, recipientId: id, name, email, language }));
  const known = new Set(members.map(({ email }) => email.toLowerCase()));
  return [...members, ...others.filter(({ email }) => !known.has(email.toLowerCase()))];
};

/**
 * On Monday at seven, once: the week that is over is computed, kept as it was, and put into the outbox for everybody in one
 * transaction. Stopped anywhere before, it is made by the next turn; after, it is made. A program that was off on Monday sends it when
 * it is back. The invented company sends nothing.
 */
export const sendDigest = async (services: Services): Promise<void> => {
  const now = services.clock.now();
  const company = await findCompany(services.db);
  if (company === null || company.isDemo) return;
  const week = weekDue(company.timeZone, now);
  // A week in which the company did not work with it yet says nothing of the company.
  if (week.to <= (await setUpAt(services.db)) || (await queries.isMade(services.db, week.name))) return;
  const digest = await digestOf(services.db, week, now);
  const to = await addressees(services.db);
  const papers = new Map<Language, StoredFile>();
  for (const language of new Set(to.map(({ language: own }) => own))) papers.set(language, await paperOf(services, digest, language));
  await inWork(services, system, async (work) => {
    if (!(await queries.claimWeek(work.tx, digest, now))) return;
    for (const one of to) await mail(work, digest, { to: one, paper: papers.get(one.language) });
    work.emit(reportEvents['digest.sent'](null, { week: week.name, recipients: to.length }));
  });
};

const paperOf = async ({ files }: Services, digest: Digest, language: Language): Promise<StoredFile> => {
  const content = await digestPdf(digest, language);
  return { sha256: await files.put(content), name: `Presa-${digest.week}.pdf`, type: 'application/pdf', size: content.length, contentId: null, isInline: false };
};

const mail = async (work: Work, digest: Digest, { to, paper }: { to: Addressee; paper: StoredFile | undefined }): Promise<void> => {
  const texts = reportTexts[to.language];
  const token = newToken();
  await queries.insertLink(work.tx, { tokenHash: hashToken(token), week: digest.week, recipientId: to.recipientId, memberId: to.memberId, language: to.language, now: work.now, expiresAt: plus(work.now, linkLives) });
  const headline = sayHeadline(digest, to.language);
  const late = digest.undecided.items.slice(0, 5).map(({ title, department, daysLate }) => `· ${title} (${department}): ${texts.days(daysLate)}`);
  await queueNoticeMail(work, {
    purpose: 'digest', departmentId: (await serviceDepartment(work.tx)).id, to: { address: to.email, name: to.name }, language: to.language,
    subject: texts.mail.subject(digest.week, headline),
    text: [
      texts.mail.greeting(to.name), headline, sayLead(digest, to.language), ...(late.length === 0 ? [] : [`${texts.undecided}\n${late.join('\n')}`]),
      texts.link(`${work.services.config.publicUrl}/api/digests/${token}`), texts.mail.attached,
    ].filter((part) => part !== '').join('\n\n'),
    files: paper === undefined ? [] : [paper],
  });
};

/** Adds somebody who gets it without an account. */
export const addRecipient = async (work: Work, given: { name: string; email: string; language: Language }): Promise<{ id: string } | Refusal> => {
  const id = newId(work.now);
  if (work.actor.id === null) throw new Error('Only a member adds somebody.');
  return (await queries.insertRecipient(work.tx, { id, ...given, by: work.actor.id, now: work.now })) ? { id } : refuse('recipient.exists', { email: given.email });
};

export const removeRecipient = async (work: Work, id: string): Promise<{ id: string }> => {
  if (!(await queries.endRecipient(work.tx, id, work.now))) throw new NotFound();
  return { id };
};

/** What a link opens: the week as it was when it left. */
export const digestByToken = async (reader: Reader, token: string, now: Instant): Promise<{ figures: unknown; language: Language }> => {
  const found = await queries.linkByHash(reader, hashToken(token), now);
  if (found === undefined) throw new NotFound();
  return found;
};
