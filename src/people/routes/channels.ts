import type { Served } from '#base/http/serve.ts';
import { inWork } from '#base/work.ts';
import { trainFor } from '../actions/channels.ts';
import { channelRoutes } from '../contract.ts';
import { trainings } from '../queries/channels.ts';

export const serveChannels = (served: Served): void => {
  served.member(channelRoutes.list, async ({ services }) => ({ items: await trainings(services.db) }));
  served.member(channelRoutes.train, async ({ services, caller, params, body }) => {
    const refused = await inWork(services, caller.actor, (work) => trainFor(work, params.id, body.channels));
    return refused ?? { items: await trainings(services.db) };
  });
};
