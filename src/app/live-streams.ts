import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { minute, second } from '#base/clock.ts';
import { isDatabaseAway } from '#base/http/failures.ts';
import type { Caller } from '#base/http/caller.ts';
import type { Authenticate } from '#base/http/serve.ts';
import type { LiveNews } from './contract.ts';

interface Stream {
  readonly request: FastifyRequest;
  readonly to: ServerResponse;
  caller: Caller;
  /** Milliseconds of the process's own clock, which no test moves and no time server sets back. */
  saidAt: number;
  checkedAt: number;
  checking: boolean;
}

const silence = 20 * second;
const checkEvery = minute;
// A screen that reads nothing any more: what it misses it gets by looking again, once it is back.
const mostUnread = 256_000;

/** The open streams of this process. Holds no timer: whoever owns it calls `beat` every few seconds. */
export class LiveStreams {
  readonly #streams = new Set<Stream>();
  readonly #authenticate: Authenticate;
  readonly #log: Logger;
  #sent = 0;

  constructor(authenticate: Authenticate, log: Logger) {
    this.#authenticate = authenticate;
    this.#log = log;
  }

  get size(): number {
    return this.#streams.size;
  }

  /** Takes the reply over and keeps it open. A browser that comes back (`Last-Event-ID`) is told to look at everything again. */
  add(request: FastifyRequest, reply: FastifyReply, caller: Caller): void {
    reply.hijack();
    const to = reply.raw;
    to.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    // Fastify answers HEAD by the handler of GET; there is nothing to stream to it.
    if (request.method === 'HEAD') return void to.end();
    const now = performance.now();
    const stream: Stream = { request, to, caller, saidAt: now, checkedAt: now, checking: false };
    request.raw.socket.setKeepAlive(true, minute);
    request.raw.socket.setNoDelay(true);
    to.on('close', () => this.#streams.delete(stream));
    to.on('error', () => this.#drop(stream));
    this.#streams.add(stream);
    to.write(`retry: 2000\nid: ${this.#sent}\nevent: hello\ndata: {}\n\n`);
    if (request.headers['last-event-id'] !== undefined) to.write(this.#frame('resync'));
  }

  send(news: LiveNews, mayHear: (caller: Caller) => boolean): void {
    if (this.#streams.size === 0) return;
    const frame = this.#frame(news);
    for (const stream of this.#streams) if (mayHear(stream.caller)) this.#write(stream, frame);
  }

  resync(): void {
    if (this.#streams.size === 0) return;
    const frame = this.#frame('resync');
    for (const stream of this.#streams) this.#write(stream, frame);
  }

  /** Says "still here" where nothing was said for a while, and asks again whether each listener still may listen. */
  beat(): void {
    const now = performance.now();
    for (const stream of this.#streams) {
      if (now - stream.saidAt >= silence) this.#write(stream, ': \n\n');
      if (now - stream.checkedAt >= checkEvery && !stream.checking) void this.#check(stream);
    }
  }

  close(): void {
    for (const stream of this.#streams) stream.to.end();
    this.#streams.clear();
  }

  async #check(stream: Stream): Promise<void> {
    stream.checking = true;
    try {
      const caller = await this.#authenticate(stream.request);
      if (caller === null) return this.#end(stream);
      stream.caller = caller;
      stream.checkedAt = performance.now();
    } catch (error) {
      // While the database is away nobody is told anything either: the next beat asks again.
      if (isDatabaseAway(error)) return;
      this.#log.error({ err: error }, 'Could not tell whether a live stream may go on; it was ended.');
      this.#end(stream);
    } finally {
      stream.checking = false;
    }
  }

  #frame(news: LiveNews | 'resync'): string {
    this.#sent += 1;
    return news === 'resync'
      ? `id: ${this.#sent}\nevent: resync\ndata: {}\n\n`
      : `id: ${this.#sent}\ndata: ${JSON.stringify({ topic: news.topic, id: news.id, version: news.version })}\n\n`;
  }

  #write(stream: Stream, frame: string): void {
    if (stream.to.writableLength > mostUnread) return this.#drop(stream);
    stream.saidAt = performance.now();
    stream.to.write(frame);
  }

  #end(stream: Stream): void {
    this.#streams.delete(stream);
    stream.to.end();
  }

  #drop(stream: Stream): void {
    this.#streams.delete(stream);
    stream.to.destroy();
  }
}
