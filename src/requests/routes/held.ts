import type { Served } from '#base/http/serve.ts';
import type { Services } from '#base/services.ts';
import { calendarOfDepartment } from '#calendar/index.ts';
import { workingTimeBetween, type WorkCalendar } from '#calendar/rules.ts';
import { accessCaseToRead } from '#cases/index.ts';
import { departmentById, memberById } from '#people/index.ts';
import { heldOfCase, type HeldView } from '../contract.ts';
import { heldFacts } from '../queries/held.ts';
import { attributeTime, type HeldFact, type HeldPart } from '../rules.ts';

/** Who held a case, and for how long. */
export const serveHeld = (served: Served): void => {
  served.member(heldOfCase, ({ services, params }) => heldFor(services, params.id));
};

const heldFor = async ({ db, clock }: Services, caseId: string): Promise<HeldView> => {
  const now = clock.now();
  const found = await accessCaseToRead(db, caseId);
  const facts = await heldFacts(db, caseId);
  const asked = [...new Set(facts.flatMap((fact) => ('departmentId' in fact ? [fact.departmentId] : [])))];
  const calendars = new Map<string, WorkCalendar>();
  for (const id of [found.departmentId, ...asked]) calendars.set(id, await calendarOfDepartment(db, id, now));
  const held = attributeTime(facts, {
    until: now,
    // The queue, the owner and a question that waits for us stand in the service's hours; a customer has none.
    working: (holder, from, to) => {
      if (holder.kind === 'customer' || holder.kind === 'outside') return to.getTime() - from.getTime();
      const calendar = calendars.get(holder.kind === 'department' ? holder.id : found.departmentId);
      return calendar === undefined ? to.getTime() - from.getTime() : workingTimeBetween(calendar, from, to);
    },
  });
  const parts: HeldView['parts'] = [];
  for (const part of held.parts) parts.push({ ...(await whoOf({ db }, part)), milliseconds: part.milliseconds, working: part.working, closed: part.closed });
  return { parts, milliseconds: held.milliseconds, until: endOf(facts, now).toISOString() };
};

const whoOf = async ({ db }: Pick<Services, 'db'>, { holder }: HeldPart): Promise<Pick<HeldView['parts'][number], 'kind' | 'id' | 'name'>> => {
  if (!('id' in holder)) return { kind: holder.kind, id: null, name: null };
  if (holder.kind === 'owner') return { kind: 'owner', id: holder.id, name: (await memberById(db, holder.id))?.name ?? null };
  const department = await departmentById(db, holder.id);
  const kind = holder.kind === 'department' && department?.kind === 'supplier' ? 'supplier' : holder.kind;
  return { kind, id: holder.id, name: department?.name ?? null };
};

/** Until when it was counted: now, or when it was resolved. */
const endOf = (facts: readonly HeldFact[], now: Date): Date => {
  const last = facts.findLast((fact) => fact.kind === 'status');
  return last !== undefined && last.kind === 'status' && (last.status === 'resolved' || last.status === 'closed') ? last.at : now;
};
