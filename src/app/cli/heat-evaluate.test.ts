import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from './commands.ts';
import { runCommandLine } from './run.ts';

let folder: string;
let threads: string;

const type = async (...args: string[]) => {
  const [out, error]: [string[], string[]] = [[], []];
  const code = await runCommandLine(commands, ['heat', 'evaluate', ...args], { env: { LANG: 'it_IT.UTF-8' }, out: (text) => out.push(text), error: (text) => error.push(text) });
  return { code, out: out.join('\n'), error: error.join('\n') };
};

/** 200 customers, three hours one after the other; every fifth asks again after an hour and a half, and then after two days. */
const invented = Array.from({ length: 200 }, (_, place) => {
  const at = (hours: number): string => new Date(Date.UTC(2026, 0, 1) + (place * 3 + hours) * 3_600_000).toISOString();
  const again = place % 5 === 0 ? [1.5, 48] : [];
  return JSON.stringify({ id: `t${place}`, spam: false, messages: [0, ...again].map((hours) => ({ at: at(hours), author: `c${place}`, role: 'customer', text: '<p>Dov’è il mio pacco?</p>' })) });
}).join('\n');

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'presa-heat-'));
  threads = path.join(folder, 'threads.jsonl.gz');
  await writeFile(threads, gzipSync(invented));
});
afterAll(() => rm(folder, { recursive: true }));

const keys = ['n', 'positives', 'horizonHours', 'auc', 'aucAt24h', 'averagePrecision', 'liftTop10', 'recallAt12', 'brier', 'brierBase', 'calibrationErrorTopDecile', 'aucElapsedSilence'];

test('prints what the shipped model foresees of threads', async () => {
  const { code, out } = await type('--threads', threads);
  const found = JSON.parse(out) as Record<string, number>;
  expect([code, Object.keys(found).slice(0, keys.length)]).toEqual([0, keys]);
  expect(found).toMatchObject({ horizonHours: 72, threads: 200, threadsLeftOut: 0 });
  // Looks at 6, 12 and 24 h of those who ask again at 48 h; of the last, what the file ends too early to tell is left out.
  expect(found['positives']).toBe(111);
  expect(JSON.parse((await type('--horizon', '24', threads)).out)).toMatchObject({ horizonHours: 24, positives: 40 });
});

test('trains a model that foresees better, which another run can be tested with', async () => {
  const model = path.join(folder, 'model.json');
  const trained = JSON.parse((await type('--train', threads, '--share', '0.7', '--out', model)).out) as Record<string, number>;
  expect(trained['threadsLeftOut']).toBeGreaterThanOrEqual(140);
  expect(trained['auc']).toBeGreaterThan(0.9);
  expect((await readFile(model)).length).toBeLessThan(150_000);
  expect(JSON.parse((await type('--model', model, '--threads', threads)).out)).toEqual(trained);
});

test('says in words what it cannot read, and what was asked wrongly', async () => {
  const bad = path.join(folder, 'bad.jsonl');
  await writeFile(bad, `${JSON.stringify({ id: 'x', messages: [{ at: 'ieri', author: 'c', text: '' }] })}\n`);
  expect(await type('--threads', bad)).toMatchObject({ code: 65, error: expect.stringContaining('bad.jsonl:1: messages.0.at') as string });
  expect(await type('--threads', path.join(folder, 'absent'))).toMatchObject({ code: 65 });
  expect((await Promise.all([type(), type('--horizon', '48', threads), type('--train', threads)])).map(({ code }) => code)).toEqual([2, 2, 2]);
});
