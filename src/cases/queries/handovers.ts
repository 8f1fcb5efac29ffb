import type { Reader, Tx } from '#base/db/db.ts';

interface NewHandover {
  readonly id: string;
  readonly caseId: string;
  readonly fromId: string;
  readonly toId: string;
  readonly reason: string;
  readonly summary: string;
  readonly now: Date;
}

export const insertHandover = async (tx: Tx, fresh: NewHandover): Promise<void> => {
  await tx
    .insertInto('handovers')
    .values({ id: fresh.id, case_id: fresh.caseId, from_id: fresh.fromId, to_id: fresh.toId, reason: fresh.reason, summary: fresh.summary, offered_at: fresh.now })
    .execute();
};

const withNames = (reader: Reader) =>
  reader
    .selectFrom('handovers')
    .innerJoin('members as from', 'from.id', 'handovers.from_id')
    .innerJoin('members as to', 'to.id', 'handovers.to_id')
    .selectAll('handovers')
    .select(['from.name as fromName', 'to.name as toName']);

const open = (reader: Reader) =>
  withNames(reader).where('accepted_at', 'is', null).where('declined_at', 'is', null).where('withdrawn_at', 'is', null);

export const handoverById = (reader: Reader, id: string) => withNames(reader).where('handovers.id', '=', id).executeTakeFirst();

export const openHandoverOf = (reader: Reader, caseId: string) => open(reader).where('handovers.case_id', '=', caseId).executeTakeFirst();

export const handoversFor = (reader: Reader, memberId: string) => open(reader).where('handovers.to_id', '=', memberId).orderBy('offered_at').execute();

type Settled = { accepted_at: Date } | { declined_at: Date; decline_reason: string } | { withdrawn_at: Date };

export const settleHandover = async (tx: Tx, id: string, how: Settled): Promise<void> => {
  await tx.updateTable('handovers').set(how).where('id', '=', id).execute();
};
