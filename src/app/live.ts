import { sql } from 'kysely';
import { second } from '#base/clock.ts';
import { announcing, type Change } from '#base/live/announce.ts';
import type { Authenticate, Served } from '#base/http/serve.ts';
import type { Services } from '#base/services.ts';
import { accessCaseToRead } from '#cases/index.ts';
import { liveRoutes } from './contract.ts';
import { hears } from './live-topics.ts';
import { LiveStreams } from './live-streams.ts';
import { PresenceBoard, presenceChange, presenceIn } from './presence.ts';

export interface Live {
  serve(served: Served): void;
  /** How many streams are open, for the operator's page. */
  readonly open: number;
  close(): void;
}

/** One timer for all streams and all presence: at a thousand open screens a timer each would be the main work of an idle server. */
const beat = 5 * second;

/** The stream of news to open screens, and who has which case open. */
export const openLive = (services: Services, authenticate: Authenticate): Live => {
  const streams = new LiveStreams(authenticate, services.log);
  const board = new PresenceBoard();
  const presenceChanged = (caseId: string): void =>
    streams.send({ topic: 'presence', id: caseId, version: services.clock.now().getTime() }, (caller) => hears(caller, 'presence'));

  const unsubscribe = services.live.subscribe((change) => {
    if (change === 'resync') return streams.resync();
    const here = presenceIn(change);
    if (here === undefined) streams.send(change, (caller) => hears(caller, change.topic));
    else if (board.note(change.id, here)) presenceChanged(change.id);
  });
  const timer = setInterval(() => {
    for (const caseId of board.expire(services.clock.now())) presenceChanged(caseId);
    streams.beat();
  }, beat);
  timer.unref();

  return {
    get open() {
      return streams.size;
    },
    serve: (served) => {
      served.member(liveRoutes.stream, async ({ request, reply, caller }) => {
        streams.add(request, reply, caller);
        return '';
      });
      served.member(liveRoutes.bePresent, async ({ params, body, caller }) => {
        await accessCaseToRead(services.db, params.id);
        const here = { memberId: caller.memberId, name: caller.actor.name, typing: body.typing, at: services.clock.now() };
        const change: Change = presenceChange(params.id, here);
        await sql`select ${sql.join(announcing([change]))}`.execute(services.db);
        return {};
      });
      served.member(liveRoutes.present, async ({ params, caller }) => {
        await accessCaseToRead(services.db, params.id);
        const items = board.present(params.id, services.clock.now(), caller.memberId);
        return { items: items.map((here) => ({ ...here, at: here.at.toISOString() })) };
      });
    },
    close: () => {
      unsubscribe();
      clearInterval(timer);
      streams.close();
    },
  };
};
