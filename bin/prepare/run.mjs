import { spawn } from 'node:child_process';

/** Runs a program to its end, its output going where ours goes. Resolves with its exit code; 128 where a signal ended it. */
export const run = (program, args, options = {}) =>
  new Promise((resolve, reject) => {
    // What it prints is about preparing, not the answer of a command: stdout is left to the command.
    const child = spawn(program, args, { stdio: ['ignore', 2, 2], ...options });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 128));
  });
