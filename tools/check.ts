/* `npm run check`: what must hold before anything is committed, and can be told in seconds. The whole suite is `npm test`. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Check {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
}

const types = (project: string): Check => ({ name: `types ${project}`, program: 'tsc', args: ['-p', `tsconfig.${project}.json`] });

const checks: readonly Check[] = [
  types('server'),
  types('web'),
  types('rules'),
  { name: 'lint', program: 'oxlint', args: ['-c', '.oxlintrc.json', '--quiet'] },
  { name: 'dead code', program: 'knip', args: ['--no-progress'] },
  // Only tests that need no database: the set-up that starts one is left out.
  { name: 'walls, rules, texts', program: 'vitest', args: ['run', '--config', 'tools/vitest.check.config.ts'] },
];

interface Outcome extends Check {
  readonly passed: boolean;
  readonly seconds: number;
  readonly output: string;
}

const run = (check: Check): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const began = performance.now();
    const bin = path.join(root, 'node_modules', '.bin');
    const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env['PATH']}`, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' };
    const child = spawn(path.join(bin, check.program), check.args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ ...check, passed: code === 0, seconds: (performance.now() - began) / 1_000, output }));
  });

/** Two at a time: on a small machine more only wait for each other. */
const runAll = async (): Promise<Outcome[]> => {
  const waiting = [...checks];
  const outcomes: Outcome[] = [];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const outcome = await run(next);
      outcomes.push(outcome);
      process.stdout.write(`${outcome.passed ? 'ok' : 'NO'}  ${outcome.name}  ${outcome.seconds.toFixed(1)} s\n${outcome.passed ? '' : `${outcome.output}\n`}`);
    }
  };
  await Promise.all([lane(), lane()]);
  return outcomes;
};

const began = performance.now();
const outcomes = await runAll();
const failed = outcomes.filter(({ passed }) => !passed);
process.stdout.write(`${outcomes.length - failed.length} passed, ${failed.length} failed, ${((performance.now() - began) / 1_000).toFixed(1)} s\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
