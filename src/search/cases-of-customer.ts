import { sql } from 'kysely';
import type { OutputOf } from '#base/contract.ts';
import type { Reader } from '#base/db/db.ts';
import { BadInput, NotFound } from '#base/http/failures.ts';
import { caseStatus } from '#cases/contract.ts';
import { customerById } from '#customers/index.ts';
import type { casesOfCustomer } from './contract.ts';

const perPage = 20;
const place = /^(?<at>\d{4}-\d\d-\d\dT[\d:.]+Z)_(?<id>[0-9a-f-]{36})$/u;

const placeIn = (cursor: string): { at: Date; id: string } => {
  const { at, id } = place.exec(cursor)?.groups ?? {};
  if (at === undefined || id === undefined || Number.isNaN(Date.parse(at))) {
    throw new BadInput('cursor', { it: 'La pagina chiesta non esiste: ricominci dall’inizio.', en: 'There is no such page: start again.' });
  }
  return { at: new Date(at), id };
};

/** A page of a customer's cases. The cursor is the last row's place, so a case that is opened meanwhile shifts nothing. */
export const pageOfCustomer = async (reader: Reader, customerId: string, cursor: string | undefined): Promise<OutputOf<typeof casesOfCustomer>> => {
  if ((await customerById(reader, customerId)) === undefined) throw new NotFound();
  let query = reader.selectFrom('cases').leftJoin('members as owner', 'owner.id', 'cases.owner_id')
    .where('customer_id', '=', customerId).where('merged_into_id', 'is', null)
    .select(['cases.id', 'number', 'subject', 'status', 'owner.name as ownerName', 'opened_at', 'last_activity_at']);
  if (cursor !== undefined) {
    const { at, id } = placeIn(cursor);
    query = query.where(sql<boolean>`(opened_at, cases.id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const rows = await query.orderBy('opened_at', 'desc').orderBy('cases.id', 'desc').limit(perPage + 1).execute();
  const shown = rows.slice(0, perPage);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ({
      caseId: row.id, number: row.number, subject: row.subject, status: caseStatus.parse(row.status), ownerName: row.ownerName,
      openedAt: row.opened_at.toISOString(), lastActivityAt: row.last_activity_at.toISOString(),
    })),
    next: rows.length > perPage && last !== undefined ? `${last.opened_at.toISOString()}_${last.id}` : null,
  };
};
