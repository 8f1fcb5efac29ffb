import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import type { Language } from '#base/texts.ts';
import { roles, type InvitationView, type NewInvitation, type Role } from '../contract.ts';

export interface OpenInvitation extends Omit<InvitationView, 'expiresAt' | 'roles' | 'road'> {
  readonly roles: readonly Role[];
  readonly language: Language;
  readonly expiresAt: Instant;
}

const open = (reader: Reader, now: Instant) =>
  reader.selectFrom('invitations')
    .innerJoin('departments', 'departments.id', 'invitations.department_id')
    .leftJoin('members as inviter', 'inviter.id', 'invitations.invited_by')
    .select([
      'invitations.id', 'invitations.name', 'invitations.email', 'invitations.roles', 'invitations.level', 'invitations.language',
      'invitations.department_id as departmentId', 'departments.name as departmentName', 'inviter.name as invitedBy', 'invitations.expires_at as expiresAt',
      'mailed_at as mailedAt', 'mail_failed_at as mailFailedAt',
    ])
    .where('accepted_at', 'is', null).where('withdrawn_at', 'is', null).where('expires_at', '>', now);

interface Stored {
  readonly roles: string[];
  readonly language: string;
  readonly mailedAt: Instant | null;
  readonly mailFailedAt: Instant | null;
}

const withRoles = <Row extends Stored>({ mailedAt, mailFailedAt, ...row }: Row) => ({
  ...row,
  roles: roles.array().parse(row.roles),
  language: row.language as Language,
  road: mailFailedAt !== null ? 'mail_failed' as const : mailedAt !== null ? 'mail' as const : 'by_hand' as const,
});

export const openInvitations = async (reader: Reader, now: Instant, id?: string): Promise<InvitationView[]> => {
  let query = open(reader, now);
  if (id !== undefined) query = query.where('invitations.id', '=', id);
  const rows = await query.orderBy('invitations.created_at', 'desc').execute();
  return rows.map(withRoles).map((row) => ({ ...row, expiresAt: row.expiresAt.toISOString() }));
};

/** By the hash of its token; null where it was never made, is accepted, withdrawn or run out: the answer does not say which. */
export const invitationByToken = async (reader: Reader, tokenHash: string, now: Instant): Promise<OpenInvitation | null> => {
  const row = await open(reader, now)
    .where('invitations.id', 'in', reader.selectFrom('invitation_links').select('invitation_id').where('token_hash', '=', tokenHash)).executeTakeFirst();
  return row === undefined ? null : withRoles(row);
};

export const invitationById = async (reader: Reader, id: string, now: Instant): Promise<OpenInvitation | null> => {
  const row = await open(reader, now).where('invitations.id', '=', id).executeTakeFirst();
  return row === undefined ? null : withRoles(row);
};

export const insertInvitationLink = async (tx: Tx, id: string, tokenHash: string, now: Instant): Promise<void> => {
  await tx.insertInto('invitation_links').values({ token_hash: tokenHash, invitation_id: id, created_at: now }).execute();
};

export const markMailed = async (tx: Tx, id: string, now: Instant): Promise<void> => {
  await tx.updateTable('invitations').set({ mailed_at: now, mail_failed_at: null }).where('id', '=', id).execute();
};

/** The open invitation to that address, whose mail did not arrive. */
export const markMailFailed = async (tx: Tx, email: string, now: Instant): Promise<void> => {
  await tx.updateTable('invitations').set({ mail_failed_at: now })
    .where(({ eb, fn }) => eb(fn<string>('lower', ['email']), '=', email.toLowerCase()))
    .where('mailed_at', 'is not', null).where('accepted_at', 'is', null).where('withdrawn_at', 'is', null).execute();
};

interface NewRow extends NewInvitation {
  readonly id: string;
  readonly invitedBy: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

export const insertInvitation = async (tx: Tx, row: NewRow): Promise<void> => {
  await tx.insertInto('invitations')
    .values({
      id: row.id, email: row.email, name: row.name, roles: [...row.roles], level: row.level, department_id: row.departmentId,
      language: row.language, invited_by: row.invitedBy, created_at: row.createdAt, expires_at: row.expiresAt,
    })
    .execute();
};

/** Spends it; false where it was accepted or withdrawn meanwhile. */
export const markAccepted = async (tx: Tx, id: string, now: Instant): Promise<boolean> => {
  const { numUpdatedRows } = await tx.updateTable('invitations').set({ accepted_at: now })
    .where('id', '=', id).where('accepted_at', 'is', null).where('withdrawn_at', 'is', null).executeTakeFirst();
  return numUpdatedRows === 1n;
};

export const markWithdrawn = async (tx: Tx, id: string, now: Instant): Promise<boolean> => {
  const { numUpdatedRows } = await tx.updateTable('invitations').set({ withdrawn_at: now })
    .where('id', '=', id).where('accepted_at', 'is', null).where('withdrawn_at', 'is', null).executeTakeFirst();
  return numUpdatedRows === 1n;
};

/** A new invitation to the same address replaces the old one: two links for one person would be one too many. */
export const withdrawInvitationsTo = async (tx: Tx, email: string, now: Instant): Promise<void> => {
  await tx.updateTable('invitations').set({ withdrawn_at: now })
    .where(({ eb, fn }) => eb(fn<string>('lower', ['email']), '=', email.toLowerCase()))
    .where('accepted_at', 'is', null).where('withdrawn_at', 'is', null).execute();
};
