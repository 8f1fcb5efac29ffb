import type { FastifyInstance } from 'fastify';
import { openHttp } from '#base/http/server.ts';
import { serveInto, type Authenticate, type Served } from '#base/http/serve.ts';
import type { Services } from '#base/services.ts';
import { serveApiDocument } from './api-page.ts';
import { serveHealth, serveHealthInDetail } from './health.ts';
import { sitesOfChat } from '#channels/chat/index.ts';
import { sitesOfSurvey } from '#surveys/index.ts';
import { openLive, type Live } from './live.ts';
import { refusalWords, slices } from './slices.ts';
import { openVisitorStreams } from './visitor-streams.ts';
import { serveWeb } from './web-pages.ts';

export interface HttpApp {
  readonly http: FastifyInstance;
  readonly served: Served;
  readonly live: Live;
  /** Ends the open streams first: a server that waits for its connections would wait for ever for those. */
  close(): Promise<void>;
}

/** The whole HTTP side of Presa: every route, the API's document, the web pages. It listens nowhere yet. */
export const openHttpApp = async (services: Services, authenticate: Authenticate): Promise<HttpApp> => {
  const http = await openHttp(services);
  // What the API says is about now and about whoever asks: no cache may keep it. A route that knows better says so itself.
  http.addHook('onRequest', async (request, reply) => {
    // Screens count down to instants of ours, on clocks of theirs that may be wrong by minutes.
    if (request.url.startsWith('/api')) reply.header('cache-control', 'no-store').header('x-presa-now', services.clock.now().toISOString());
  });
  const served = serveInto({ http, services, authenticate, refusalWords });
  const live = openLive(services, authenticate);
  const visitors = openVisitorStreams(services);
  for (const serve of [...slices, serveHealthInDetail, live.serve, visitors.serve]) serve(served);
  serveHealth(http, services);
  serveApiDocument(http);
  await serveWeb(http, { ofChat: (key) => sitesOfChat(services.db, key), ofSurvey: (key) => sitesOfSurvey(services.db, key) });
  return {
    http,
    served,
    live,
    close: async () => {
      live.close();
      visitors.close();
      await http.close();
    },
  };
};
