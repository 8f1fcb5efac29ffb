#!/usr/bin/env node
// `npm start` and `presa`: makes sure that what Presa needs is there, then runs it. Whoever has Node 20 and npm needs nothing else.
import { fileURLToPath } from 'node:url';
import { checkNodeToInstall } from './prepare/node.mjs';
import { ensurePackages } from './prepare/packages.mjs';
import { runPresa } from './prepare/presa.mjs';
import { exitWith } from './prepare/say.mjs';
import { ensureWeb } from './prepare/web.mjs';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/u, '');
const args = process.argv.slice(2);
const showsPages = ['start', 'dev', 'demo'].includes(args[0]) && !args.some((arg) => arg === '--help' || arg === '-h');

await exitWith(async () => {
  checkNodeToInstall();
  await ensurePackages(root);
  if (showsPages) await ensureWeb(root);
  return runPresa(root, args);
});
