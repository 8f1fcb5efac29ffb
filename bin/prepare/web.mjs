import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { alone } from './lock.mjs';
import { nodeToRun } from './node.mjs';
import { run } from './run.mjs';
import { say, Stop } from './say.mjs';

const filesUnder = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(file);
    return entry.isFile() && !/\.test\.tsx?$/u.test(entry.name) ? [file] : [];
  });

/** One number for everything that the web app is built from. */
export const sourcesHash = (root) => {
  const single = ['vite.config.ts', 'index.html', 'package-lock.json', 'tsconfig.web.json'].map((name) => path.join(root, name));
  const files = [...filesUnder(path.join(root, 'src')), ...single.filter((file) => existsSync(file))].sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${path.relative(root, file)}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex');
};

const stampFile = (root) => path.join(root, 'dist', 'web', '.presa-stamp');

const isBuilt = (root, hash) => existsSync(stampFile(root)) && readFileSync(stampFile(root), 'utf8') === hash;

const building = {
  it: 'Preparo le pagine del programma: pochi secondi.',
  en: 'Building the pages of the app: a few seconds.',
};

const failed = {
  it: 'Le pagine del programma non si sono potute costruire: il motivo è scritto qui sopra.',
  en: 'The pages of the app could not be built: the reason stands above.',
};

// Built beside and then moved: a server that is already running never finds its pages half-written.
const build = async (root, hash) => {
  say(building);
  const [web, next, last] = ['web', '.web-next', '.web-last'].map((name) => path.join(root, 'dist', name));
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  // Whoever starts us may have another NODE_ENV, as the tests have; what is kept here is what people get.
  const env = { ...process.env, NODE_ENV: 'production' };
  const code = await run(nodeToRun(root), [vite, 'build', '--logLevel', 'warn', '--outDir', next, '--emptyOutDir'], { cwd: root, env });
  if (code !== 0) throw new Stop(failed);
  writeFileSync(path.join(next, '.presa-stamp'), hash);
  rmSync(last, { recursive: true, force: true });
  if (existsSync(web)) renameSync(web, last);
  renameSync(next, web);
  rmSync(last, { recursive: true, force: true });
};

/** Makes sure that dist/web was built from the sources as they are now. */
export const ensureWeb = async (root) => {
  if (isBuilt(root, sourcesHash(root))) return;
  await alone(path.join(root, 'dist', '.preparing'), async () => {
    const hash = sourcesHash(root);
    if (!isBuilt(root, hash)) await build(root, hash);
  });
};
