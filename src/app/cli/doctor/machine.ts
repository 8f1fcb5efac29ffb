import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import type { Config } from '#base/config.ts';
import { runningHere } from '../../start/running-file.ts';
import { inTrouble, look, well, type Finding } from './finding.ts';

const oldestNode = [22, 19] as const;
const gigabyte = 1_000_000_000;
const littleSpace = 5 * gigabyte;
const tooLittleSpace = gigabyte / 2;

/** What can be seen without the database. */
export const lookAtMachine = async (config: Config): Promise<Finding[]> =>
  (await Promise.all([node(), dataFolder(config), space(config), address(config), publicUrl(config)])).flat();

const node = (): Finding => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const facts = { version: process.versions.node };
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) {
    return well('node', { it: `Node ${facts.version}`, en: `Node ${facts.version}` }, facts);
  }
  const needed = oldestNode.join('.');
  return inTrouble('node', { it: `Node ${facts.version} è troppo vecchio: serve ${needed}.`, en: `Node ${facts.version} is too old: ${needed} is needed.` }, facts);
};

/** The nearest folder above that exists: before the first start there is no data folder yet. */
const existing = async (folder: string): Promise<string> => {
  const found = await stat(folder).then(() => true, () => false);
  return found || folder === path.dirname(folder) ? folder : existing(path.dirname(folder));
};

const dataFolder = async ({ dataFolder: folder }: Config): Promise<Finding> => {
  const there = await existing(folder);
  const { uid } = await stat(there);
  const facts = { folder, exists: there === folder, owner: uid, us: process.getuid?.() ?? null };
  const writable = await access(there, constants.W_OK).then(() => true, () => false);
  if (!writable) {
    return inTrouble('data folder', {
      it: `Non possiamo scrivere in ${folder}: appartiene all’utente ${uid}, e noi siamo ${facts.us}.`,
      en: `We cannot write in ${folder}: it belongs to user ${uid}, and we are ${facts.us}.`,
    }, facts);
  }
  return facts.exists
    ? well('data folder', { it: `I dati stanno in ${folder}.`, en: `The data is in ${folder}.` }, facts)
    : look('data folder', { it: `${folder} non c’è ancora: nasce al primo avvio.`, en: `${folder} is not there yet: the first start makes it.` }, facts);
};

const space = async ({ dataFolder: folder }: Config): Promise<Finding> => {
  const { bavail, bsize } = await statfs(await existing(folder));
  const free = bavail * bsize;
  const said = `${(free / gigabyte).toFixed(1)} GB`;
  const words = { it: `Spazio libero sul disco: ${said}.`, en: `Free space on the disk: ${said}.` };
  const facts = { freeBytes: free };
  if (free < tooLittleSpace) return inTrouble('disk', words, facts);
  return free < littleSpace ? look('disk', words, facts) : well('disk', words, facts);
};

const isFree = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ host, port }, () => server.close(() => resolve(true)));
  });

const address = async (config: Config): Promise<Finding[]> => {
  const running = await runningHere(config);
  const here = running.map(({ pid, address: at, roles }) =>
    well('running', {
      it: `In funzione: ${at ?? roles.join(', ')} (processo ${pid}).`,
      en: `Running: ${at ?? roles.join(', ')} (process ${pid}).`,
    }, { pid, address: at }),
  );
  if (running.some((one) => one.address !== null)) return here;
  const facts = { host: config.host, port: config.port };
  const where = `${config.host}:${config.port}`;
  if (await isFree(config.host, config.port)) return [...here, well('port', { it: `La porta ${where} è libera.`, en: `Port ${where} is free.` }, facts)];
  return [...here, inTrouble('port', {
    it: `La porta ${where} è occupata o non si può usare: ne scelga un’altra con PRESA_PORT.`,
    en: `Port ${where} is taken or cannot be used: choose another with PRESA_PORT.`,
  }, facts)];
};

const publicUrl = ({ publicUrl: url }: Config): Finding => {
  const { hostname, protocol } = new URL(url);
  const facts = { url };
  if (/^(localhost|127\.|\[::1\])/u.test(hostname)) {
    return look('public address', {
      it: `I link che inviamo portano a ${url}, che funziona solo da questa macchina: imposti PRESA_URL.`,
      en: `The links we send lead to ${url}, which works on this machine only: set PRESA_URL.`,
    }, facts);
  }
  if (protocol !== 'https:') {
    return look('public address', {
      it: `${url} non è cifrato: metta davanti un proxy con https e aggiorni PRESA_URL.`,
      en: `${url} is not encrypted: put a proxy with https in front and update PRESA_URL.`,
    }, facts);
  }
  return well('public address', { it: `I link che inviamo portano a ${url}.`, en: `The links we send lead to ${url}.` }, facts);
};
