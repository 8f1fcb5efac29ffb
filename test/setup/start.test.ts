import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const repository = fileURLToPath(new URL('../..', import.meta.url));
let root: string;

// An npm, a vite and a Presa that write down what they were asked, in a folder laid out like ours.
const npm = `
import { appendFileSync, mkdirSync, rmSync, cpSync, writeFileSync } from 'node:fs';
appendFileSync('npm.log', process.argv.slice(2).join(' ') + '\\n');
rmSync('node_modules', { recursive: true, force: true });
await new Promise((resolve) => setTimeout(resolve, 400));
mkdirSync('node_modules/vite/bin', { recursive: true });
cpSync('vite.js', 'node_modules/vite/bin/vite.js');
writeFileSync('node_modules/package.json', '{"type":"module"}');
`;
const vite = `
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
appendFileSync('vite.log', 'built\\n');
const out = process.argv[process.argv.indexOf('--outDir') + 1];
mkdirSync(out, { recursive: true });
writeFileSync(out + '/app.html', 'pages');
`;
const main = `
import { exitWithParent } from '../../base/parent-watch.ts';
exitWithParent();
const [command, code] = process.argv.slice(2);
if (command === 'stay' || command === 'start') {
  process.on('SIGTERM', () => { console.log('ending'); process.exit(7); });
  console.log('here ' + process.pid);
  if (command === 'stay') setInterval(() => {}, 1000);
} else process.exitCode = Number(code ?? 0);
`;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'presa-start-'));
  for (const folder of ['src/app/cli', 'src/base']) mkdirSync(join(root, folder), { recursive: true });
  cpSync(join(repository, 'bin'), join(root, 'bin'), { recursive: true });
  cpSync(join(repository, 'src/base/parent-watch.ts'), join(root, 'src/base/parent-watch.ts'));
  const files = {
    'npm.js': npm, 'vite.js': vite, 'src/app/cli/main.ts': main, 'package.json': '{"type":"module"}', 'package-lock.json': '{"packages":{"":{}}}',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const presa = (...args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [join(root, 'bin/presa.mjs'), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'it_IT.UTF-8', npm_execpath: join(root, 'npm.js') },
  });

interface Ended {
  code: number | null;
  said: string;
}

const ended = (child: ChildProcess): Promise<Ended> =>
  new Promise((resolve) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.once('close', (code) => resolve({ code, said }));
  });

const run = (...args: readonly string[]): Promise<Ended> => ended(presa(...args));

const logOf = (name: 'npm' | 'vite'): string[] => {
  const file = join(root, `${name}.log`);
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
};

/** The number of the process that Presa itself runs in, once it is there. */
const pidOfPresa = (child: ChildProcess): Promise<number> =>
  new Promise((resolve) => child.stdout?.on('data', (data: Buffer) => {
    const found = /here (\d+)/u.exec(data.toString());
    if (found !== null) resolve(Number(found[1]));
  }));

describe('one command', () => {
  test('installs what is missing, says so, and passes arguments and exit code on', async () => {
    const first = await run('anything', '3');
    expect(first.code).toBe(3);
    expect(first.said).toContain('Installo i programmi');
    expect(logOf('npm')).toEqual(['ci --include=optional']);
    const second = await run('anything');
    expect(second).toEqual({ code: 0, said: '' });
    expect(logOf('npm')).toHaveLength(1);
  });

  test('installs again when package-lock.json is another one', async () => {
    await run();
    writeFileSync(join(root, 'package-lock.json'), '{"packages":{"":{},"node_modules/new":{"version":"1.0.0"}}}');
    await run();
    expect(logOf('npm')).toHaveLength(2);
  });

  test('takes what npm has installed by itself, if it is what the lock file asks for', async () => {
    mkdirSync(join(root, 'node_modules'));
    const packages = { '': {}, 'node_modules/a': { version: '1.0.0', integrity: 'x' } };
    const others = { 'node_modules/mac': { version: '1.0.0', optional: true, os: ['darwin'], cpu: ['arm64'] } };
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { ...packages, ...others } }));
    writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
    await run();
    expect(logOf('npm')).toEqual([]);
  });

  test('notices that the packages made for this machine were left out', async () => {
    mkdirSync(join(root, 'node_modules'));
    const left = { 'node_modules/node-here': { version: '1.0.0', optional: true, os: [process.platform], cpu: [process.arch] } };
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...left } }));
    writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: {} }));
    await run();
    expect(logOf('npm')).toHaveLength(1);
  });

  test('two at once install once and both run', async () => {
    const both = await Promise.all([run('anything', '4'), run('anything', '5')]);
    expect(both.map(({ code }) => code).sort()).toEqual([4, 5]);
    expect(logOf('npm')).toHaveLength(1);
    expect(both.map(({ said }) => said).join('')).toContain('Un altro avvio');
    expect(existsSync(join(root, 'dist/.preparing'))).toBe(false);
  });

  test('a lock left by a killed start holds nobody up, even if its number is in use again', async () => {
    mkdirSync(join(root, 'dist'));
    writeFileSync(join(root, 'dist/.preparing'), `${process.pid} 1`);
    expect((await run('anything')).code).toBe(0);
    expect(logOf('npm')).toHaveLength(1);
  });
});

describe('the pages', () => {
  test('are built for start, once, and again when a source changes', async () => {
    await run('start');
    await run('start');
    expect(logOf('vite')).toHaveLength(1);
    expect(readFileSync(join(root, 'dist/web/app.html'), 'utf8')).toBe('pages');
    writeFileSync(join(root, 'src/app/new.ts'), 'export {};');
    await run('start');
    expect(logOf('vite')).toHaveLength(2);
  });

  test('are not built for help, nor for a command that shows none', async () => {
    await run('--help');
    await run('start', '--help');
    await run('anything');
    expect(logOf('vite')).toEqual([]);
  });
});

describe('the process of Presa', () => {
  test('is told of SIGTERM and ends in its own way', async () => {
    const child = presa('stay');
    const end = ended(child);
    await pidOfPresa(child);
    child.kill('SIGTERM');
    expect(await end).toMatchObject({ code: 7, said: expect.stringContaining('ending') as string });
  });

  test('shuts down when whoever started it is killed with -9', async () => {
    const child = presa('stay');
    const end = ended(child);
    const pid = await pidOfPresa(child);
    child.kill('SIGKILL');
    // Both ends of the output are closed only when the inner process is gone as well.
    expect((await end).said).toContain('ending');
    expect(existsSync(`/proc/${pid}/fd/1`)).toBe(false);
  });
});

/** What a function of bin/ answers, asked in a process of its own, since bin/ is plain JavaScript without types. */
const answer = async (file: string, expression: string): Promise<string> => {
  const code = `import * as it from ${JSON.stringify(join(repository, 'bin/prepare', file))}; console.log(await (async () => ${expression})().catch((e) => e.message));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, LC_ALL: 'en_GB.UTF-8' },
  });
  return (await ended(child)).said.trim();
};

describe('in words', () => {
  test('a Node that is too old', async () => {
    expect(await answer('node.mjs', "it.checkNodeToInstall('18.20.4')")).toContain('has Node 18.20.4: Presa needs Node 20');
    expect(await answer('node.mjs', "it.checkNodeToInstall('20.0.0')")).toBe('undefined');
    expect(await answer('node.mjs', "it.nodeToRun('/nowhere', '22.18.9')")).toContain('Node 22.19 or later');
  });

  test('the closing line counts what was broken without being a test', async () => {
    const report = join(root, 'report.json');
    const counts = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 };
    const broken = { status: 'failed', assertionResults: [] };
    const failed = { status: 'failed', assertionResults: [{ status: 'failed' }] };
    const line = async (content: object, exitCode: number): Promise<string> => {
      writeFileSync(report, JSON.stringify(content));
      return answer('count.mjs', `it.closingLine(it.countTests(${JSON.stringify(report)}, ${exitCode}))`);
    };
    expect(await line({ ...counts, testResults: [broken, failed] }, 1)).toBe('5 passed, 2 failed');
    expect(await line({ ...counts, numFailedTests: 0, testResults: [] }, 1)).toBe('5 passed, 1 failed');
    expect(await line({ ...counts, numFailedTests: 0, numPendingTests: 2, testResults: [] }, 0)).toBe('5 passed, 0 failed, 2 skipped');
    rmSync(report);
    expect(await answer('count.mjs', `it.closingLine(it.countTests(${JSON.stringify(report)}, 0))`)).toBe('0 passed, 1 failed');
  });
});
