import { BadInput } from '#base/http/failures.ts';
import type { Work } from '#base/work.ts';
import { memberOf } from '#cases/index.ts';
import { departmentById } from '#people/index.ts';
import { opportunityKind, type OpportunityKind } from '../contract.ts';
import { routesInUse, setRoute, type Route } from '../queries/routes.ts';

/** Says to which department each kind goes. What was handed over already stays where it is. */
export const setRoutes = async (work: Work, routes: Readonly<Record<OpportunityKind, string | null>>): Promise<{ items: Route[] }> => {
  for (const kind of opportunityKind.options) {
    const departmentId = routes[kind];
    const department = departmentId === null ? null : await departmentById(work.tx, departmentId);
    if (departmentId !== null && (department === null || department.closedAt !== null)) throw new BadInput(kind, { it: 'Scegli un reparto dell’azienda.', en: 'Choose a department of the company.' });
    await setRoute(work.tx, kind, { departmentId, by: memberOf(work), now: work.now });
  }
  work.tell('opportunity', 'routes');
  return { items: await routesInUse(work.tx) };
};
