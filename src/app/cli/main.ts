import { commands } from './commands.ts';
import { runCommandLine } from './run.ts';

process.exitCode = await runCommandLine(commands, process.argv.slice(2), {
  env: process.env,
  out: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
});
