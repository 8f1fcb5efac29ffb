import type { Caller } from '#base/http/caller.ts';
import type { Services } from '#base/services.ts';
import { serviceRoles } from '#people/contract.ts';
import type { ListedRequest } from '../contract.ts';
import { countOpen, requestPage, type WhichRequests } from '../queries/list.ts';
import { viewsOf } from '../views.ts';

const pageSize = 50;

interface Query {
  readonly departmentId?: string | undefined;
  readonly mine: boolean;
  readonly which: 'open' | 'late' | 'settled';
  readonly after?: string | undefined;
}

/** The list of requests. Who works on cases sees all; a head sees those of their department, without the customer's name. */
export const listFor = async (services: Services, caller: Caller, query: Query) => {
  const { db, clock } = services;
  const now = clock.now();
  const serves = serviceRoles.some((role) => caller.roles.includes(role));
  const which: WhichRequests = {
    departmentId: query.departmentId,
    mineOf: query.mine ? caller.memberId : null,
    headedBy: serves ? null : { memberId: caller.memberId, departmentId: caller.departmentId },
  };
  const rows = await requestPage(db, which, { which: query.which, after: placeFrom(query.after), limit: pageSize + 1, now });
  const shown = rows.slice(0, pageSize);
  const views = await viewsOf(db, shown.map(({ request }) => request), now);
  const items = views.map((view, place): ListedRequest => {
    const { number, subject, customer, owner } = shown[place]!;
    return { ...view, case: { number, subject, customer: serves ? customer : null, owner } };
  });
  const last = shown.at(-1);
  const next = rows.length > pageSize && last !== undefined ? `${last.request.dueAt.toISOString()}_${last.request.id}` : null;
  return { items, next, ...(await countOpen(db, which, now)) };
};

const place = /^(?<at>\d{4}-\d\d-\d\dT[\d:.]+Z)_(?<id>[0-9a-f-]{36})$/u;

/** Where the last page ended. What is no such place begins anew, as an old address of the page would. */
const placeFrom = (after: string | undefined): { dueAt: Date; id: string } | null => {
  const { at, id } = place.exec(after ?? '')?.groups ?? {};
  if (at === undefined || id === undefined || Number.isNaN(Date.parse(at))) return null;
  return { dueAt: new Date(at), id };
};
