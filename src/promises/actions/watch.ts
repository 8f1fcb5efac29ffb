import { firstOf, type Due } from '#base/due.ts';
import type { Services } from '#base/services.ts';
import { inWork, system } from '#base/work.ts';
import { claimBroken, claimNear, stillOpen, unwarned } from '../queries/due.ts';
import { tellBroken, tellNear } from './calling.ts';

const batch = 100;

export const warningsDue: Due = (reader) => [{ at: firstOf(unwarned(reader), 'warn_at') }];

/** The keeper hears before the customer would, once for every date. */
export const warnPromises = (services: Services): Promise<void> =>
  inWork(services, system, async (work) => {
    for (const near of await claimNear(work.tx, work.now, batch)) await tellNear(work, near, 'due_soon');
  });

export const promisesDue: Due = (reader) => [{ at: firstOf(stillOpen(reader), 'due_at') }];

/** Due and not kept: broken, once, and its keeper and the leads hear of it. */
export const breakPromises = (services: Services): Promise<void> =>
  inWork(services, system, async (work) => {
    for (const broken of await claimBroken(work.tx, work.now, batch)) await tellBroken(work, broken);
  });
