import type { Served } from '#base/http/serve.ts';
import { inWork } from '#base/work.ts';
import { dayNumberAt } from '#calendar/rules/zone.ts';
import { accessCaseToRead } from '#cases/index.ts';
import { companyOf } from '#people/index.ts';
import { keepInAnotherWay, releaseByCustomer } from './actions/by-hand.ts';
import * as contract from './contract.ts';
import { keepingBetween } from './queries/keeping.ts';
import { updatesAndRecontacts } from './queries/recontacts.ts';
import { promisesThatWant, promiseViews } from './queries/promises.ts';

/** More than this are not read one by one; whoever has them has another problem than finding them. */
const longestList = 300;

export const servePromises = (served: Served): void => {
  served.member(contract.promisesOfCase, async ({ services, params }) => {
    await accessCaseToRead(services.db, params.id);
    return { items: await promiseViews(services.db, params.id, services.clock.now()) };
  });
  served.member(contract.listPromises, async ({ services, caller, query }) => {
    const now = services.clock.now();
    const { timeZone } = await companyOf(services.db);
    const keeperId = query.whose === 'mine' ? caller.memberId : null;
    const found = await promisesThatWant(services.db, { keeperId, limit: longestList + 1 }, now);
    const today = dayNumberAt(timeZone, now.getTime());
    const shown = found.slice(0, longestList);
    // Due at midnight is due today: the day of the millisecond before counts.
    const isToday = (dueAt: string): boolean => dayNumberAt(timeZone, new Date(dueAt).getTime() - 1) <= today;
    return {
      broken: shown.filter((promise) => promise.state === 'broken'),
      inDanger: shown.filter((promise) => promise.state === 'in_danger'),
      today: shown.filter((promise) => promise.state === 'open' && isToday(promise.dueAt)),
      later: shown.filter((promise) => promise.state === 'open' && !isToday(promise.dueAt)),
      more: found.length > longestList,
    };
  });
  served.member(contract.countUpdates, ({ services, query }) =>
    updatesAndRecontacts(services.db, { from: new Date(query.from), to: new Date(query.to) }, services.clock.now()),
  );
  served.member(contract.promiseKeeping, async ({ services, query }) => {
    const report = await keepingBetween(services.db, { from: new Date(query.from), to: new Date(query.to) }, services.clock.now());
    return { ...report, byDepartment: [...report.byDepartment] };
  });
  served.member(contract.keepByHand, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => keepInAnotherWay(work, params.id, body.how)));
  served.member(contract.releasePromise, ({ services, caller, params, body }) =>
    inWork(services, caller.actor, (work) => releaseByCustomer(work, params.id, body.reason)),
  );
};
