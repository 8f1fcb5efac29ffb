import { NotFound } from '#base/http/failures.ts';
import { isRefusal, type Refusal } from '#base/refusal.ts';
import type { Services } from '#base/services.ts';
import type { Language } from '#base/texts.ts';
import { calendarOfDepartment } from '#calendar/index.ts';
import { isOpen, nextOpening } from '#calendar/rules.ts';
import { headOf } from '#people/index.ts';
import { agreedDepartment } from '../actions/filled.ts';
import { namesOf, targetsOf } from '../actions/targets.ts';
import type { DuePreview } from '../contract.ts';
import { stepNames } from '../queries/climbs.ts';
import { closingsBetween, plannedClimbs } from '../rules.ts';

interface Wanted {
  readonly departmentId: string;
  readonly kind: string | null;
  readonly urgency: string;
}

/** By when a department would answer if it were asked at this instant, and what its silence would set off. */
export const previewOf = async (services: Services, wanted: Wanted, language: Language): Promise<DuePreview | Refusal> => {
  const { db, clock } = services;
  const now = clock.now();
  const { departmentId } = wanted;
  const department = await agreedDepartment(db, departmentId, wanted);
  if (department === null) throw new NotFound();
  const calendar = await calendarOfDepartment(db, departmentId, now);
  const planned = plannedClimbs(department, calendar, now);
  if (isRefusal(planned)) return planned;
  const climbs: DuePreview['climbs'] = [];
  for (const { step, at } of planned.steps) {
    const targets = await targetsOf(db, { department, sentTo: planned.sentTo }, step, now);
    climbs.push({ step: stepNames[step], at: at.toISOString(), toName: namesOf(targets) });
  }
  const opening = isOpen(calendar, now) ? null : nextOpening(calendar, now);
  return {
    department: { id: department.id, name: department.name },
    sentTo: planned.sentTo,
    head: (await headOf(db, departmentId, now))?.name ?? null,
    answersWithinMinutes: planned.agreedMinutes,
    clock: department.kind === 'supplier' ? 'contract' : 'agreement',
    contract: department.contract,
    dueAt: planned.dueAt.toISOString(),
    opensAt: opening === null || isRefusal(opening) ? null : opening.toISOString(),
    closings: closingsBetween(calendar, { from: now, to: planned.dueAt }, language),
    timeZone: calendar.timeZone,
    climbs,
  };
};
