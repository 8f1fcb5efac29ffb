import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { alone } from './lock.mjs';
import { run } from './run.mjs';
import { say, Stop } from './say.mjs';

const read = (...parts) => {
  const file = path.join(...parts);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
};

const machine = `${process.platform}-${process.arch}`;

const expectedStamp = (root) =>
  `${createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json'))).digest('hex')} ${machine}`;

const names = (list, value) => [list].flat().includes(value);

// Only an optional package that is made for this very machine must be there (the database, Node): the others belong to other
// machines or to their packages. Where a C library is named as well, it cannot be told from here whose it is.
const isForThisMachine = (entry) => entry.libc === undefined && names(entry.os, process.platform) && names(entry.cpu, process.arch);

const mayBeAbsent = (entry, withTests) => (entry.dev === true && !withTests) || (entry.optional === true && !isForThisMachine(entry));

/** Whether what npm says it installed is what the lock file asks for. Only read where our own stamp is missing or old. */
const matchesLock = (root, withTests) => {
  const hidden = read(root, 'node_modules', '.package-lock.json');
  if (hidden === undefined) return false;
  const installed = JSON.parse(hidden).packages;
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === '') return true;
    const found = installed[place];
    return found === undefined ? mayBeAbsent(entry, withTests) : found.version === entry.version && found.integrity === entry.integrity;
  });
};

const stampFile = (root) => path.join(root, 'node_modules', '.presa-stamp');

const isInstalled = (root, withTests) => {
  if (withTests && !existsSync(path.join(root, 'node_modules', 'vitest'))) return false;
  if (read(stampFile(root)) === expectedStamp(root)) return true;
  if (!matchesLock(root, withTests)) return false;
  writeFileSync(stampFile(root), expectedStamp(root));
  return true;
};

const installing = {
  it: 'Installo i programmi di cui Presa ha bisogno (npm ci): ci vuole circa un minuto.',
  en: 'Installing the programs that Presa needs (npm ci): this takes about a minute.',
};

const failed = {
  it: "L'installazione non è riuscita: il motivo è scritto qui sopra. Controlli la rete e lo spazio sul disco, poi riprovi.",
  en: 'The installation failed: the reason stands above. Check the network and the space on the disk, then try again.',
};

const noNpm = {
  it: 'Manca npm, che installa i programmi di cui Presa ha bisogno. Si trova insieme a Node: https://nodejs.org',
  en: 'npm is missing, which installs the programs that Presa needs. It comes with Node: https://nodejs.org',
};

const install = async (root, withTests) => {
  say(installing);
  // Always with the optional packages: the database and Node 24 are among them. NODE_ENV=production would leave the tests out.
  const args = ['ci', '--include=optional', ...(withTests ? ['--include=dev'] : [])];
  const npm = process.env.npm_execpath;
  // Started by npm, we use that very npm; its Node may be the one in node_modules, which stays usable while it is replaced.
  const [program, all] = npm?.endsWith('.js') ? [process.execPath, [npm, ...args]] : ['npm', args];
  const code = await run(program, all, { cwd: root }).catch((error) => {
    if (error.code === 'ENOENT') throw new Stop(noNpm);
    throw error;
  });
  if (code !== 0) throw new Stop(failed);
  writeFileSync(stampFile(root), expectedStamp(root));
};

/** Makes sure that node_modules is what package-lock.json asks for, the packages of the tests too where `withTests`. */
export const ensurePackages = async (root, { withTests = false } = {}) => {
  if (isInstalled(root, withTests)) return;
  await alone(path.join(root, 'dist', '.preparing'), async () => {
    // Whoever held the lock before us has perhaps done it.
    if (!isInstalled(root, withTests)) await install(root, withTests);
  });
};
