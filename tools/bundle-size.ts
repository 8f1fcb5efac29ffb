import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/**
 * Measures what a person downloads before the first screen works: the page's scripts and, of the screens fetched when gone to,
 * the heaviest. Prints JSON (bytes, gzip level 9) and fails above the budget. Run it after `npm run build`.
 */
interface Chunk {
  file: string;
  isEntry?: boolean;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
}

const budgets: Readonly<Record<string, number>> = { 'app.html': 250_000, 'public.html': 90_000, 'chat.html': 30_000 };
/** What is fetched besides by whoever meets the page: the chat's script on the company's site, and its styles, which are part of its budget. */
const besides: Readonly<Record<string, readonly string[]>> = { 'chat.html': ['chat-loader.js'] };
const folder = process.argv[2] ?? fileURLToPath(new URL('../dist/web', import.meta.url));
const manifestPath = `${folder}/manifest.json`;
if (!existsSync(manifestPath)) throw new Error('There is no build to measure: run `npm run build` first.');
const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as Record<string, Chunk>;

const chunkOf = (key: string): Chunk => {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`The manifest has no ${key}.`);
  return chunk;
};

/** A chunk and all that it imports, itself included. */
const closure = (key: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const imported of chunkOf(key).imports ?? []) closure(imported, seen);
  return seen;
};

const sizes = new Map<string, number>();
const sizeOf = (file: string): number => {
  const known = sizes.get(file);
  if (known !== undefined) return known;
  const size = gzipSync(readFileSync(`${folder}/${file}`), { level: 9 }).length;
  sizes.set(file, size);
  return size;
};

const sum = (files: Iterable<string>): number => [...new Set(files)].reduce((total, file) => total + sizeOf(file), 0);
const scripts = (keys: Iterable<string>): number => sum([...keys].map((key) => chunkOf(key).file).filter((file) => file.endsWith('.js')));
const styles = (keys: Iterable<string>): number => sum([...keys].flatMap((key) => chunkOf(key).css ?? []));

const pages = Object.keys(budgets).map((page) => {
  const entry = closure(page);
  const screens = [...new Set([...entry].flatMap((key) => chunkOf(key).dynamicImports ?? []))]
    .map((key) => ({ screen: key, script: scripts([...closure(key)].filter((one) => !entry.has(one))) }))
    .toSorted((a, b) => b.script - a.script);
  const script = scripts(entry);
  const further = besides[page];
  const firstLoad = script + (screens[0]?.script ?? 0) + (further === undefined ? 0 : sum(further) + styles(entry));
  const budget = budgets[page] ?? 0;
  return { page, firstLoad, script, heaviestScreen: screens[0] ?? null, screens: screens.length, style: styles(entry), budget, within: firstLoad <= budget };
});

console.log(JSON.stringify(pages, null, 2));
if (pages.some(({ within }) => !within)) process.exitCode = 1;
