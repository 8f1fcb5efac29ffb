import type { Served } from '#base/http/serve.ts';
import { isRefusal, type Refusal } from '#base/refusal.ts';
import type { Services } from '#base/services.ts';
import { inWork } from '#base/work.ts';
import { changeDepartment, closeDepartment, openDepartment } from '../actions/departments.ts';
import { departmentRoutes, type DepartmentView } from '../contract.ts';
import { departmentViews } from '../queries/departments.ts';

const shown = async (services: Services, made: string | Refusal): Promise<DepartmentView | Refusal> => {
  if (isRefusal(made)) return made;
  const [view] = await departmentViews(services.db, made);
  if (view === undefined) throw new Error(`Department ${made} was just written and is not there.`);
  return view;
};

export const serveDepartments = (served: Served): void => {
  served.member(departmentRoutes.list, ({ services }) => departmentViews(services.db));
  served.member(departmentRoutes.open, async ({ services, caller, body }) =>
    shown(services, await inWork(services, caller.actor, (work) => openDepartment(work, body))));
  served.member(departmentRoutes.change, async ({ services, caller, params, body }) =>
    shown(services, await inWork(services, caller.actor, (work) => changeDepartment(work, params.id, body))));
  served.member(departmentRoutes.close, async ({ services, caller, params }) =>
    (await inWork(services, caller.actor, (work) => closeDepartment(work, params.id))) ?? {});
};
