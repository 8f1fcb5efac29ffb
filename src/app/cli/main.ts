import { commands } from './commands.ts';
import { runCommandLine } from './run.ts';

process.exitCode = await runCommandLine(commands, process.argv.slice(2), {
  env: process.env,
  out: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
});

// What was left behind (a job that does not end, a connection that hangs) must not keep the process alive.
setTimeout(() => process.exit(), 2_000).unref();
