import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor, type Program } from 'oxc-parser';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Source {
  /** From the repository's root: `src/cases/rules.ts`. */
  readonly file: string;
  readonly text: string;
  readonly lines: number;
  readonly program: Program;
  /** The files of this repository that it imports, from the root as well. Packages are left out. */
  readonly imports: readonly string[];
  /** Those of them that are there when it runs: not the ones that bring only types. */
  readonly runs: readonly string[];
}

const isSource = (name: string): boolean => /\.(?:ts|tsx|mjs)$/u.test(name) && !name.endsWith('.d.ts');

/** Every source file below `folder`, parsed. Throws where one cannot be parsed: nothing may pass by not being seen. */
export const sourcesIn = (folder: string): Source[] =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isSource(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort()
    .map(read);

const read = (file: string): Source => {
  const text = readFileSync(path.join(root, file), 'utf8');
  const { program, module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const named: readonly { readonly name: string; readonly onlyTypes: boolean }[] = [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({
      name: moduleRequest.value, onlyTypes: entries.length > 0 && entries.every(({ isType }) => isType),
    })),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) => (moduleRequest === null ? [] : [{ name: moduleRequest.value, onlyTypes: isType }])),
    ),
    ...module.dynamicImports.map(({ moduleRequest }) => ({ name: text.slice(moduleRequest.start + 1, moduleRequest.end - 1), onlyTypes: false })),
  ];
  const targets = (list: typeof named): string[] => [...new Set(list.flatMap(({ name }) => targetOf(file, name) ?? []))];
  return {
    file, text, program,
    lines: text.split('\n').length - 1,
    imports: targets(named),
    runs: targets(named.filter(({ onlyTypes }) => !onlyTypes)),
  };
};

/** What package.json's `imports` say, and relative paths. */
const targetOf = (file: string, name: string): string | undefined => {
  if (name.startsWith('#migrations/') || name.startsWith('#test/')) return name.slice(1);
  if (name.startsWith('#')) return `src/${name.slice(1)}`;
  if (name.startsWith('.')) return path.join(path.dirname(file), name);
  return undefined;
};

export const lineAt = (source: Source, offset: number): string => `${source.file}:${source.text.slice(0, offset).split('\n').length}`;

/** Walks over a source; each visitor gets the node. */
export const walk = (source: Source, visitor: ConstructorParameters<typeof Visitor>[0]): void => new Visitor(visitor).visit(source.program);
