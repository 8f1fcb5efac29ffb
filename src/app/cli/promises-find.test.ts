import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { promisesFind } from './promises-find.ts';
import { runCommandLine } from './run.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'presa-find-'));
});
afterAll(() => rm(folder, { recursive: true }));

const find = async (...lines: readonly (object | string)[]) => {
  const file = join(folder, 'lines.jsonl');
  await writeFile(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  const [out, error]: [string[], string[]] = [[], []];
  const code = await runCommandLine([promisesFind], ['promises', 'find', file], { env: {}, out: (text) => out.push(text), error: (text) => error.push(text) });
  return { code, out: out.map((line): unknown => JSON.parse(line)), error: error.map((line): unknown => JSON.parse(line)), file };
};

const at = { sentAt: '2026-11-18T09:00:00Z', timeZone: 'Europe/Rome' };

test('one line of answer for each line, in order', async () => {
  const { code, out, error } = await find(
    { text: 'Le scrivo entro domani sera.', lang: 'it', ...at },
    { text: 'Thank you for writing.', lang: 'en', ...at },
    { text: "We'll let you know shortly.", lang: 'en', ...at },
  );
  expect([code, error]).toEqual([0, []]);
  expect(out).toEqual([
    { promises: [{ words: 'Le scrivo entro domani sera', due: '2026-11-19T19:00:00.000Z', vague: false }] },
    { promises: [] },
    { promises: [{ words: "We'll let you know shortly", due: null, vague: true }] },
  ]);
});

test('a time without an offset is the wall clock of the zone', async () => {
  const { out } = await find({ text: 'I will call you in two hours.', lang: 'en', sentAt: '2026-11-18T10:00:00', timeZone: 'America/New_York' });
  expect(out).toMatchObject([{ promises: [{ due: '2026-11-18T17:00:00.000Z' }] }]);
});

test('a line that cannot be read is told on standard error, and the others are answered', async () => {
  const { code, out, error, file } = await find('{', { text: 'Le scrivo domani.', lang: 'de', ...at }, { text: 'Le scrivo domani.', lang: 'it', sentAt: 'ieri', timeZone: 'Europa/Roma' }, '', { text: 'Le scrivo domani.', lang: 'it', ...at });
  expect([code, out.length]).toEqual([65, 1]);
  expect(error).toMatchObject([{ file, line: 1 }, { file, line: 2 }, { file, line: 3 }]);
  expect(JSON.stringify(error)).toMatch(/not JSON.*lang: it or en.*sentAt: .*timeZone: not a time zone/u);
});

test('a file that is not there is told by its name', async () => {
  const error: string[] = [];
  const code = await runCommandLine([promisesFind], ['promises', 'find', '/not/there'], { env: {}, out: (text) => error.push(text), error: (text) => error.push(text) });
  expect([code, error]).toEqual([65, ['{"error":"cannot be read: ENOENT","file":"/not/there"}']]);
});
