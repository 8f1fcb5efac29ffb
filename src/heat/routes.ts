import type { Served } from '#base/http/serve.ts';
import { whoBoilsNext } from './contract.ts';
import { boilingCases, silentCases } from './queries/heat.ts';

/** More than anybody can call in a day. */
const longestList = 100;

export const serveHeat = (served: Served): void => {
  served.member(whoBoilsNext, async ({ services }) => {
    const now = services.clock.now();
    const [items, leavingInSilence] = await Promise.all([boilingCases(services.db, longestList), silentCases(services.db, now, longestList)]);
    return { items, leavingInSilence, asOf: now.toISOString() };
  });
};
