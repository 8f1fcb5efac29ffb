import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import path from 'node:path';
import { nodeToRun } from './node.mjs';
import { nodeOptions } from './node-options.mjs';

/**
 * Runs Presa itself and resolves with its exit code. A channel is open between us: when we are killed, even by -9, it closes, and
 * Presa shuts down (src/base/parent-watch.ts). Signals are passed on, but for a Ctrl-C at a terminal, which reaches it by itself.
 */
export const runPresa = (root, args) =>
  new Promise((resolve, reject) => {
    const main = path.join(root, 'src', 'app', 'cli', 'main.ts');
    const child = spawn(nodeToRun(root), [...nodeOptions, main, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    process.on('SIGINT', () => {
      if (!process.stdin.isTTY) child.kill('SIGINT');
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
