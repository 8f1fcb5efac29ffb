import { sql } from 'kysely';
import type { Reader, Tx } from '#base/db/db.ts';
import type { ClimbStep } from '../contract.ts';
import type { LoadedRequest } from './requests.ts';
import type { Step } from '../rules.ts';

export const stepNames: Readonly<Record<Step, ClimbStep>> = { 1: 'reminder', 2: 'head', 3: 'director' };

interface NewClimb {
  readonly id: string;
  readonly requestId: string;
  readonly step: Step;
  readonly to: { readonly name: string; readonly address: string };
  readonly byMemberId: string | null;
  readonly at: Date;
}

export const insertClimb = async (tx: Tx, climb: NewClimb): Promise<void> => {
  await tx
    .insertInto('request_climbs')
    .values({
      id: climb.id,
      request_id: climb.requestId,
      step: climb.step,
      to_name: climb.to.name,
      to_address: climb.to.address,
      by_member_id: climb.byMemberId,
      at: climb.at,
    })
    .execute();
};

/** When the department was last reminded, by itself or by hand; null where it never was. */
export const lastReminderAt = async (reader: Reader, requestId: string): Promise<Date | null> => {
  const row = await reader
    .selectFrom('request_climbs')
    .where('request_id', '=', requestId)
    .where('step', '=', 1)
    .select((eb) => eb.fn.max('at').as('at'))
    .executeTakeFirst();
  return row?.at ?? null;
};

/** Requests that climb on while nobody answers. */
export const climbing = (reader: Reader) => reader.selectFrom('requests').where('next_climb_at', 'is not', null).where('questioned_at', 'is', null);

/** The longest overdue first. */
export const dueToClimb = async (reader: Reader, now: Date, limit: number): Promise<string[]> => {
  const rows = await climbing(reader).where('next_climb_at', '<=', now).select('id').orderBy('next_climb_at').limit(limit).execute();
  return rows.map(({ id }) => id);
};

/**
 * Takes one step, for whoever comes first: false where the request has moved since it was looked at, by another sweep, an answer, a
 * question or a withdrawal.
 */
export const claimClimb = async (tx: Tx, request: LoadedRequest, step: Step, next: Date | null): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('requests')
    .set({ climbed_to: step, next_climb_at: next })
    .where('id', '=', request.id)
    .where('climbed_to', '=', request.climbedTo)
    .where('next_climb_at', '=', request.nextClimbAt)
    .where('questioned_at', 'is', null)
    .where(sql<boolean>`num_nonnulls(answered_at, refused_at, withdrawn_at) = 0`)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};
