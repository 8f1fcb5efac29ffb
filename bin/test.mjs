// `npm test`: makes sure that what the tests need is there, runs them, and closes with one line that a machine can count.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { closingLine, countTests } from './prepare/count.mjs';
import { ensureTestPrograms } from './prepare/debian.mjs';
import { checkNodeToInstall, nodeToRun } from './prepare/node.mjs';
import { ensurePackages } from './prepare/packages.mjs';
import { run } from './prepare/run.mjs';
import { exitWith, say } from './prepare/say.mjs';
import { ensureWeb } from './prepare/web.mjs';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/u, '');

const runVitest = (reportFile) => {
  const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  // Programs that the tests start by name (`node`) must be the bundled ones too.
  const env = { ...process.env, PATH: `${path.join(root, 'node_modules', '.bin')}${path.delimiter}${process.env.PATH}` };
  return run(nodeToRun(root), [vitest, 'run', ...reporters, ...process.argv.slice(2)], { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
};

await exitWith(async () => {
  checkNodeToInstall();
  await ensurePackages(root, { withTests: true });
  await ensureTestPrograms();
  await ensureWeb(root);
  const folder = mkdtempSync(path.join(tmpdir(), 'presa-report-'));
  try {
    const reportFile = path.join(folder, 'report.json');
    const exitCode = await runVitest(reportFile);
    const counted = countTests(reportFile, exitCode);
    if (counted.passed + counted.failed === 0) say({ it: 'Nessuna prova è stata eseguita.', en: 'No test was run.' });
    process.stdout.write(`\n${closingLine(counted)}\n`);
    return exitCode === 0 && counted.failed === 0 && counted.passed > 0 ? 0 : exitCode || 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
