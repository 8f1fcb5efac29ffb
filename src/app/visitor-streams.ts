import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { minute, second } from '#base/clock.ts';
import { isDatabaseAway, NotFound } from '#base/http/failures.ts';
import type { Served } from '#base/http/serve.ts';
import type { Change } from '#base/live/announce.ts';
import type { Services } from '#base/services.ts';
import { answeringTopic, streamTalk } from '#channels/chat/contract.ts';
import { noteHere, talkIdOf, tellComing, tellLeaving, whatIsNew, type News } from '#channels/chat/index.ts';

interface Talk {
  readonly id: string;
  readonly open: Set<ServerResponse>;
  known: News;
}

/** Pages of one visitor that listen at once; a sixth takes the place of the first. */
const mostPages = 5;
/** Shorter than presence lasts, so that one that is lost on the way does not make a visitor gone. */
const beat = 10 * second;

export interface VisitorStreams {
  serve(served: Served): void;
  close(): void;
}

/**
 * The streams of visitors in a chat. Each hears of its own conversation and of nothing else: not what changed, only that it did, and
 * only where they would see something new. A note on the case, or a reply that is not theirs to read, makes no sound here.
 */
export const openVisitorStreams = (services: Services): VisitorStreams => {
  const talks = new Map<string, Talk>();
  const failed = (error: unknown): void => {
    // While the database is away nobody is told anything; the page asks by itself when the stream is back.
    if (!isDatabaseAway(error)) services.log.error({ err: error }, 'The stream of a visitor could not be told what is new.');
  };

  const say = (talk: Talk, event: string, data: Readonly<Record<string, unknown>>): void => {
    for (const to of talk.open) to.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const look = async (talk: Talk): Promise<void> => {
    const news = await whatIsNew(services.db, talk.id, services.clock.now());
    if (news === undefined) return endAll(talk);
    const isNew = news.version !== talk.known.version;
    talk.known = news;
    if (isNew) say(talk, 'changed', {});
  };
  const hear = (change: Change | 'resync'): void => {
    for (const talk of talks.values()) {
      if (change !== 'resync' && change.id !== talk.known.caseId) continue;
      if (change === 'resync' || change.topic === 'case' || change.topic === 'chat') look(talk).catch(failed);
      else if (change.topic.startsWith(answeringTopic) && talk.known.showsReplies) say(talk, 'answering', { name: change.topic.slice(answeringTopic.length) });
    }
  };
  const endAll = (talk: Talk): void => {
    for (const to of talk.open) to.end();
    talks.delete(talk.id);
  };

  const leave = (talk: Talk, page: ServerResponse): void => {
    if (!talk.open.delete(page) || talk.open.size > 0 || talks.get(talk.id) !== talk) return;
    talks.delete(talk.id);
    tellLeaving(services, talk.id).catch(failed);
  };
  const join = (talk: Talk, request: FastifyRequest, reply: FastifyReply): void => {
    reply.hijack();
    const page = reply.raw;
    page.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    if (request.method === 'HEAD') return void page.end();
    request.raw.socket.setKeepAlive(true, minute);
    request.raw.socket.setNoDelay(true);
    page.on('close', () => leave(talk, page));
    page.on('error', () => page.destroy());
    const [first] = talk.open;
    if (talk.open.size >= mostPages && first !== undefined) first.end();
    talk.open.add(page);
    // Whatever happened before the stream was open: the page looks once, and misses nothing.
    page.write('retry: 2000\nevent: changed\ndata: {}\n\n');
  };

  const unsubscribe = services.live.subscribe(hear);
  const timer = setInterval(() => {
    for (const talk of talks.values()) {
      for (const page of talk.open) page.write(': \n\n');
      noteHere(services, talk.id).catch(failed);
    }
  }, beat);
  timer.unref();

  return {
    serve: (served) =>
      served.open(streamTalk, async ({ request, reply, params }) => {
        const id = await talkIdOf(services.db, params.secret, services.clock.now());
        const known = id === undefined ? undefined : await whatIsNew(services.db, id, services.clock.now());
        if (id === undefined || known === undefined) throw new NotFound();
        await tellComing(services, id);
        const talk = talks.get(id) ?? { id, open: new Set<ServerResponse>(), known };
        talks.set(id, talk);
        join(talk, request, reply);
        return '';
      }),
    close: () => {
      unsubscribe();
      clearInterval(timer);
      for (const talk of talks.values()) endAll(talk);
    },
  };
};
