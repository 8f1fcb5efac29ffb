import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { atMost } from './limits.ts';
import { summary } from './measure.ts';
import { freePort, memoryOf } from './program.ts';

const script = fileURLToPath(new URL('../bin/presa.mjs', import.meta.url));
const longest = 120_000;

const childrenOf = async (pid: number): Promise<number[]> => {
  const stats = await Promise.all((await readdir('/proc')).filter((name) => /^\d+$/u.test(name)).map((name) => readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')));
  return stats.flatMap((stat) => {
    const found = /^(\d+) \(.*\) \S (\d+)/u.exec(stat);
    return found !== null && Number(found[2]) === pid ? [Number(found[1])] : [];
  });
};

/** From the command to the first page, as whoever types `npm start` waits for it. */
const once200 = async (dataFolder: string): Promise<{ milliseconds: number; memory: number }> => {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, [script, 'start'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '/', LC_ALL: 'C', PRESA_DATA: dataFolder, PRESA_PORT: String(port), PRESA_LOG: 'warn' },
  });
  const ended = once(child, 'exit');
  try {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
      if (answer?.status === 200) break;
      if (performance.now() - began > longest || child.exitCode !== null) throw new Error(`No page within ${longest / 1_000} seconds; the last answer was ${answer?.status ?? 'none'}.`);
      await pause(20);
    }
    const milliseconds = performance.now() - began;
    const [server] = await childrenOf(child.pid ?? 0);
    return { milliseconds, memory: await memoryOf(server ?? 0) };
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
};

/** The first start on an empty folder, which makes the database, and three more. */
export const start = async (say: (text: string) => void): Promise<object> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'presa-bench-start-'));
  try {
    // Builds the pages where they are not built, which is no part of a start.
    await once200(path.join(folder, 'built'));
    const first = await once200(path.join(folder, 'data'));
    say(`first start: ${Math.round(first.milliseconds)} ms`);
    const again: number[] = [];
    for (let turn = 0; turn < 3; turn += 1) again.push((await once200(path.join(folder, 'data'))).milliseconds);
    const limits = [atMost('seconds to the first page, with the database made', 10, first.milliseconds / 1_000), atMost('seconds to the first page, later', 10, Math.max(...again) / 1_000), atMost('resident memory in MB', 300, first.memory)];
    return { firstSeconds: Math.round(first.milliseconds) / 1_000, again: summary(again.map((one) => [one])), memory: first.memory, limits, machine: { node: process.version } };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
