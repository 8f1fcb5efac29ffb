import type { Served } from '#base/http/serve.ts';
import { isRefusal } from '#base/refusal.ts';
import { inWork } from '#base/work.ts';
import { planAbsence, withdrawAbsence } from '../actions/absences.ts';
import { changeMember, departMember } from '../actions/members.ts';
import { absenceRoutes, memberRoutes } from '../contract.ts';
import { absenceViews } from '../queries/absences.ts';
import { memberViews } from '../queries/members.ts';
import { viewOfMember } from './me.ts';

export const serveMembers = (served: Served): void => {
  served.member(memberRoutes.list, ({ services }) => memberViews(services.db, services.clock.now()));
  served.member(memberRoutes.change, async ({ services, caller, params, body }) => {
    const refused = await inWork(services, caller.actor, (work) => changeMember(work, params.id, body));
    return refused ?? viewOfMember(services, params.id);
  });
  served.member(memberRoutes.depart, async ({ services, caller, params }) => {
    const refused = await inWork(services, caller.actor, (work) => departMember(work, params.id));
    return refused ?? viewOfMember(services, params.id);
  });
  served.member(absenceRoutes.list, ({ services }) => absenceViews(services.db, services.clock.now()));
  served.member(absenceRoutes.plan, async ({ services, caller, body }) => {
    const planned = await inWork(services, caller.actor, (work) => planAbsence(work, caller, body));
    if (isRefusal(planned)) return planned;
    const [view] = await absenceViews(services.db, services.clock.now(), planned);
    if (view === undefined) throw new Error('The absence was just planned and is not there.');
    return view;
  });
  served.member(absenceRoutes.withdraw, async ({ services, caller, params }) => {
    await inWork(services, caller.actor, (work) => withdrawAbsence(work, caller, params.id));
    return {};
  });
};
