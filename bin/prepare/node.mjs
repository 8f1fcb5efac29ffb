import { existsSync } from 'node:fs';
import path from 'node:path';
import { Stop } from './say.mjs';

// npm itself and the tools that install need 20. Presa runs on the Node 24 that npm brings along, where there is one.
const oldestToInstall = [20, 0];
// The first that runs TypeScript as it is, without a flag or a warning we would have to explain.
const oldestToRun = [22, 19];

const isOlder = (version, [major, minor]) => {
  const [first, second] = version.split('.').map(Number);
  return first < major || (first === major && second < minor);
};

export const checkNodeToInstall = (version = process.versions.node) => {
  if (!isOlder(version, oldestToInstall)) return;
  throw new Stop({
    it: `Su questa macchina c'è Node ${version}: Presa chiede Node 20 o più recente per installarsi. Lo aggiorni (https://nodejs.org) e riprovi.`,
    en: `This machine has Node ${version}: Presa needs Node 20 or later to install itself. Update it (https://nodejs.org) and try again.`,
  });
};

/** The Node that runs Presa: the one npm installed beside it, or on a Mac, for which npm has none, the machine's own. */
export const nodeToRun = (root, version = process.versions.node) => {
  const bundled = path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(bundled)) return bundled;
  if (isOlder(version, oldestToRun)) {
    throw new Stop({
      it: `Su questa macchina c'è Node ${version}, e npm non ne ha uno adatto a ${process.platform}-${process.arch}: serve Node 22.19 o più recente (https://nodejs.org).`,
      en: `This machine has Node ${version}, and npm brings none for ${process.platform}-${process.arch}: Node 22.19 or later is needed (https://nodejs.org).`,
    });
  }
  return process.execPath;
};
