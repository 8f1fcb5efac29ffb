import type { Served } from '#base/http/serve.ts';
import { isRefusal, type Refusal } from '#base/refusal.ts';
import type { Services } from '#base/services.ts';
import { inWork } from '#base/work.ts';
import { addCalendar, changeCalendar } from './actions.ts';
import { calendarRoutes, type CalendarInUse } from './contract.ts';
import { calendarViews } from './queries.ts';

const shown = async (services: Services, made: string | Refusal): Promise<CalendarInUse | Refusal> => {
  if (isRefusal(made)) return made;
  const [view] = await calendarViews(services.db, services.clock.now(), made);
  if (view === undefined) throw new Error(`Calendar ${made} was just written and is not there.`);
  return view;
};

export const serveCalendar = (served: Served): void => {
  served.member(calendarRoutes.list, ({ services }) => calendarViews(services.db, services.clock.now()));
  served.member(calendarRoutes.add, async ({ services, caller, body }) =>
    shown(services, await inWork(services, caller.actor, (work) => addCalendar(work, body))));
  served.member(calendarRoutes.change, async ({ services, caller, params, body }) =>
    shown(services, await inWork(services, caller.actor, (work) => changeCalendar(work, params.id, body))));
};
