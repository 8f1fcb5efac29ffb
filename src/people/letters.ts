import { hour, minute } from '#base/clock.ts';
import type { Language } from '#base/texts.ts';
import type { Work } from '#base/work.ts';
import { newInvitationLink } from './actions/invitations.ts';
import { newRecoveryLink } from './actions/recovery.ts';
import { companyOf } from './queries/company.ts';
import { invitationById, markMailed } from './queries/invitations.ts';
import { memberById } from './queries/members.ts';
import { invitationLife, recoveryLife } from './rules.ts';
import { letterTexts } from './texts/letters.ts';

/** A mail to somebody of the house, ready to leave. It may hold a link that opens something: whoever keeps it, seals it. */
export interface Letter {
  readonly to: { readonly address: string; readonly name: string };
  readonly departmentId: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
}

/** Written by whoever mails it, in the same work: the link exists in this letter alone. Null where the invitation is no longer open. */
export const invitationLetter = async (work: Work, id: string): Promise<Letter | null> => {
  const invitation = await invitationById(work.tx, id, work.now);
  if (invitation === null) return null;
  const { name, email, departmentId, language, invitedBy: by } = invitation;
  const { name: company } = await companyOf(work.tx);
  const link = await newInvitationLink(work, id);
  await markMailed(work.tx, id, work.now);
  const { subject, text } = letterTexts[language].invitation;
  const words = text({ name, company, by, link, hours: invitationLife / hour });
  return { to: { address: email, name }, departmentId, language, subject: subject(company), text: words };
};

/** Null where the member left meanwhile. */
export const recoveryLetter = async (work: Work, memberId: string): Promise<Letter | null> => {
  const member = await memberById(work.tx, memberId);
  if (member === null || member.leftAt !== null) return null;
  const { name, email, departmentId, language } = member;
  const { subject, text } = letterTexts[language].recovery;
  const link = await newRecoveryLink(work, memberId);
  return { to: { address: email, name }, departmentId, language, subject, text: text({ name, link, minutes: recoveryLife / minute }) };
};

/** Whoever did not do it themselves hears of it. */
export const passwordChangedLetter = async (work: Work, memberId: string): Promise<Letter | null> => {
  const member = await memberById(work.tx, memberId);
  if (member === null || member.leftAt !== null) return null;
  const { name, email, departmentId, language } = member;
  const { subject, text } = letterTexts[language].passwordChanged;
  const link = `${work.services.config.publicUrl}/password`;
  return { to: { address: email, name }, departmentId, language, subject, text: text({ name, link }) };
};
