import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { second } from '#base/clock.ts';
import type { Services } from '#base/services.ts';
import { startRecurring } from './recurring.ts';

const logged: unknown[] = [];
// The runner itself uses nothing but the log.
const services = { log: { error: (details: unknown) => logged.push(details) } } as unknown as Services;

beforeEach(() => {
  vi.useFakeTimers();
  logged.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

test('a task that takes long is never run beside itself', async () => {
  let running = 0;
  let most = 0;
  let runs = 0;
  const slow = async (): Promise<void> => {
    running += 1;
    runs += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 30 * second));
    running -= 1;
  };
  const sweeps = startRecurring(services, [{ name: 'slow', everySeconds: 5, run: slow }]);
  await vi.advanceTimersByTimeAsync(300 * second);
  expect(most).toBe(1);
  expect(runs).toBeGreaterThan(6);
  const stopped = sweeps.stop();
  await vi.advanceTimersByTimeAsync(60 * second);
  await stopped;
  const before = runs;
  await vi.advanceTimersByTimeAsync(300 * second);
  expect(runs).toBe(before);
});

test('a task that fails says so, waits longer each time, and goes on as before once it works', async () => {
  let fails = true;
  const at: number[] = [];
  const run = async (): Promise<void> => {
    at.push(Date.now());
    if (fails) throw new Error('the database is away');
  };
  const sweeps = startRecurring(services, [{ name: 'promises', everySeconds: 10, run }]);
  await vi.advanceTimersByTimeAsync(200 * second);
  expect(logged).toHaveLength(at.length);
  const pauses = at.slice(1).map((time, place) => time - at[place]!);
  expect(pauses).toEqual(pauses.toSorted((one, other) => one - other));
  fails = false;
  await vi.advanceTimersByTimeAsync(400 * second);
  const before = at.length;
  await vi.advanceTimersByTimeAsync(100 * second);
  expect(at.length - before).toBeGreaterThanOrEqual(8);
  await sweeps.stop();
});
