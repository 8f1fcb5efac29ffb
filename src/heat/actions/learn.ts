import { day, hour, plus, type Instant } from '#base/clock.ts';
import { inAThread } from '#base/in-a-thread.ts';
import type { Services } from '#base/services.ts';
import type { Judged } from '../forecast/judge.ts';
import { claimNight, endNight, hasEnded, type Learnt } from '../queries/nights.ts';

/** What happened longer ago was another team, with other customers. */
const learnsFrom = 730 * day;
/** Fewer cases cannot give as many snapshots as teach anything. */
const fewestCases = 300;
/** From two to five at night in most of Europe; elsewhere it is only another quiet thread. */
const isNight = (now: Instant): boolean => now.getUTCHours() >= 1 && now.getUTCHours() < 4;
/** A night that is longer than this has hung. */
const longest = hour;

/** What the worker needs to reach the database by itself; an option that is a function cannot travel to it. */
const connectionOf = ({ pool }: Services): Record<string, unknown> => {
  const { host, port, user, password, database, connectionString, ssl } = pool.options;
  return { host, port, user, password, database, connectionString, ssl };
};

const judgedInAThread = (services: Services, since: Instant): Promise<Judged> =>
  inAThread(new URL('../forecast/learn.worker.ts', import.meta.url), { workerData: { connection: connectionOf(services), since: since.getTime() }, longest });

const came = ({ snapshots, chases, model, shows, measures }: Judged): Learnt => ({ snapshots, chases, model, shows, measures, trouble: null });

/** Learns from the cases of the house, now; what came of it stands in the night's row, and forecasts from then on. */
export const learnFromOurCases = async (services: Services): Promise<void> => {
  const began = services.clock.now();
  const claimed = await services.db.transaction().execute((tx) => claimNight(tx, began));
  if (!claimed) return;
  const end = (learnt: Learnt): Promise<void> => services.db.transaction().execute((tx) => endNight(tx, { began, now: services.clock.now(), learnt }));
  try {
    await end(came(await judgedInAThread(services, plus(began, -learnsFrom))));
  } catch (error) {
    await end({ snapshots: 0, chases: 0, model: null, shows: null, measures: null, trouble: error instanceof Error ? error.message : String(error) });
    throw error;
  }
};

/** Learns once a night, where there is anything to learn from. */
export const learnAtNight = async (services: Services): Promise<void> => {
  if (!isNight(services.clock.now()) || !(await hasEnded(services.db, fewestCases))) return;
  await learnFromOurCases(services);
};
