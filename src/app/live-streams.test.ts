import { EventEmitter } from 'node:events';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Caller } from '#base/http/caller.ts';
import { minute, second } from '#base/clock.ts';
import { openLog } from '#base/log.ts';
import { LiveStreams } from './live-streams.ts';

const caller: Caller = {
  memberId: 'giulia', actor: { kind: 'member', id: 'giulia', name: 'Giulia Serra' }, roles: ['agent'], departmentId: 'd', language: 'it',
  through: 'session', mayWrite: true, throughId: 's',
};

/** A connection whose other end reads nothing unless told to. */
class Line extends EventEmitter {
  written = '';
  writableLength = 0;
  ended = false;
  destroyed = false;
  writeHead(): this {
    return this;
  }
  write(text: string): boolean {
    this.written += text;
    return true;
  }
  end(): void {
    this.ended = true;
  }
  destroy(): void {
    this.destroyed = true;
  }
}

const open = (streams: LiveStreams): Line => {
  const line = new Line();
  const socket = { setKeepAlive: () => undefined, setNoDelay: () => undefined };
  streams.add(
    { method: 'GET', headers: {}, raw: { socket } } as unknown as FastifyRequest,
    { hijack: () => undefined, raw: line } as unknown as FastifyReply,
    caller,
  );
  return line;
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const news = { topic: 'case', id: 'c', version: 1 };

test('a quiet line is told every twenty seconds that it is still there', () => {
  const streams = new LiveStreams(async () => caller, openLog('silent'));
  const line = open(streams);
  line.written = '';
  vi.advanceTimersByTime(19 * second);
  streams.beat();
  expect(line.written).toBe('');
  vi.advanceTimersByTime(second);
  streams.beat();
  expect(line.written).toBe(': \n\n');
});

test('a line that reads nothing is cut, and the others go on', () => {
  const streams = new LiveStreams(async () => caller, openLog('silent'));
  const [slow, quick] = [open(streams), open(streams)];
  slow.writableLength = 300_000;
  streams.send(news, () => true);
  expect([slow.destroyed, quick.destroyed, streams.size]).toEqual([true, false, 1]);
  expect(quick.written).toContain('data: {"topic":"case","id":"c","version":1}');
});

test('after a minute it is asked again who listens: a session that ended ends the stream', async () => {
  let answer: Caller | null = { ...caller, roles: ['decider'] };
  const streams = new LiveStreams(async () => answer, openLog('silent'));
  const line = open(streams);
  const beatAfterAMinute = async (): Promise<void> => {
    vi.advanceTimersByTime(minute);
    streams.beat();
    await vi.waitFor(() => expect(streams).toBeDefined());
  };
  await beatAfterAMinute();
  line.written = '';
  streams.send(news, ({ roles }) => roles.includes('agent'));
  expect([line.ended, line.written]).toEqual([false, '']);
  answer = null;
  await beatAfterAMinute();
  expect([line.ended, streams.size]).toEqual([true, 0]);
});
