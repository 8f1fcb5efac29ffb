import { beforeAll, describe, expect, test } from 'vitest';
import { lineAt, sourcesIn, walk, type Source } from '#test/architecture/sources.ts';
import { functionsOf } from '#test/architecture/functions.ts';
import { owners, placeOf, ranks, whyNot } from '#test/architecture/walls.ts';
import { unreadable, writesOf } from '#test/architecture/writes.ts';

let sources: readonly Source[];
let everything: readonly Source[];
const isTest = ({ file }: Source): boolean => /\.(?:test|properties\.test|test-process)\.tsx?$/u.test(file) || file.startsWith('test/') || file.startsWith('scenarios/');
const below = (file: string): string => file.slice('src/'.length);
const own = (): Source[] => sources.filter((source) => !isTest(source));

beforeAll(() => {
  sources = sourcesIn('src');
  everything = [...sources, ...['test', 'tools', 'bench', 'scenarios', 'migrations'].flatMap(sourcesIn)];
});

/** Everything that `look` finds in any of the sources, one line each. */
const found = (among: readonly Source[], look: (source: Source, note: (offset: number, what: string) => void) => void): string[] =>
  among.flatMap((source) => {
    const lines: string[] = [];
    look(source, (offset, what) => lines.push(`${lineAt(source, offset)} ${what}`));
    return lines;
  });

test('the walls were looked at: a reader that sees nothing finds nothing wrong', () => {
  const roads = own().flatMap(({ imports }) => imports);
  expect(own().length).toBeGreaterThan(150);
  expect(roads.length).toBeGreaterThan(500);
  expect(own().flatMap(writesOf).length).toBeGreaterThan(20);
});

describe('walls', () => {
  test('every domain has a rank', () => {
    const domains = new Set(own().map(({ file }) => placeOf(below(file)).domain));
    expect([...domains].filter((domain) => ranks[domain] === undefined)).toEqual([]);
  });

  test('imports run downwards, and through front doors', () => {
    const wrong = own().flatMap(({ file, imports }) =>
      imports
        .filter((to) => to.startsWith('src/'))
        .flatMap((to) => {
          const why = whyNot(below(file), below(to));
          return why === undefined ? [] : [`${file} → ${to}: ${why}`];
        }),
    );
    expect(wrong).toEqual([]);
  });

  test('the product does not lean on its tests', () => {
    expect(own().flatMap(({ file, imports }) => imports.filter((to) => to.startsWith('test/')).map((to) => `${file} → ${to}`))).toEqual([]);
  });

  test('no file reaches itself through its imports', () => {
    const graph = new Map(own().map(({ file, runs }) => [file, runs]));
    expect(circlesIn(graph)).toEqual([]);
  });
});

/** The first circle through each file that is on one, as a list of files. Types alone make none: they are gone when it runs. */
const circlesIn = (graph: ReadonlyMap<string, readonly string[]>): string[] => {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const place = path.indexOf(file);
    if (place !== -1) return void circles.push([...path.slice(place), file].join(' → '));
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return circles;
};

describe('tables', () => {
  const tables = (): string[] => {
    const source = everything.find(({ file }) => file === 'migrations/tables.ts');
    const list = /export interface Tables \{([^}]*)\}/u.exec(source?.text ?? '')?.[1] ?? '';
    return [...list.matchAll(/^\s+(\w+):/gmu)].map(([, name]) => name ?? '');
  };

  test('each has one domain that writes it', () => {
    const all = tables();
    expect(all.length).toBeGreaterThan(40);
    expect(Object.values(owners).flat().sort()).toEqual(all.sort());
  });

  test('only that domain does', () => {
    const known = new Set(tables());
    const wrong = own().flatMap((source) => {
      const { domain } = placeOf(below(source.file));
      return writesOf(source)
        .filter(({ table }) => (known.has(table) || table === unreadable) && !(owners[domain] ?? []).includes(table))
        .map(({ table, at }) => `${at} writes ${table}`);
    });
    expect(wrong).toEqual([]);
  });

  test('time is a parameter in SQL', () => {
    const wrong = found(own().filter(({ file }) => !file.startsWith('src/app/cli/doctor/')), (source, note) =>
      walk(source, {
        TaggedTemplateExpression: (node) => {
          const sql = node.quasi.quasis.map((part) => part.value.raw).join(' ');
          if (/\bnow\(\)|current_timestamp|clock_timestamp/iu.test(sql)) note(node.start, 'asks the database what time it is');
        },
      }),
    );
    expect(wrong).toEqual([]);
  });
});

test('rules know no clock and no chance', () => {
  const rules = own().filter(({ file }) => /\/rules(?:\.ts$|\/)/u.test(file));
  expect(rules.length).toBeGreaterThan(5);
  const wrong = found(rules, (source, note) =>
    walk(source, {
      NewExpression: (node) => {
        if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0) note(node.start, 'new Date()');
      },
      MemberExpression: (node) => {
        const text = source.text.slice(node.start, node.end);
        if (['Date.now', 'Math.random', 'performance.now', 'Temporal.Now'].includes(text)) note(node.start, text);
      },
    }),
  );
  expect(wrong).toEqual([]);
});

describe('form', () => {
  test('no file is longer than 400 lines', () => {
    const generated = new Set(['migrations/tables.ts']);
    expect(everything.filter(({ file, lines }) => lines > 400 && !generated.has(file)).map(({ file, lines }) => `${file}: ${lines}`)).toEqual([]);
  });

  test('no function has more than 50 lines of its own, in TSX 120', () => {
    const wrong = found(own(), (source, note) => {
      const longest = source.file.endsWith('.tsx') ? 120 : 50;
      for (const { start, lines } of functionsOf(source)) if (lines > longest) note(start, `${lines} lines`);
    });
    expect(wrong).toEqual([]);
  });

  test('no function takes more than three things in a row, after the transaction or the work it happens in', () => {
    const context = /^(?:tx|work|reader|db|services|pool|client|asked)$/u;
    const wrong = found(own(), (source, note) => {
      for (const { start, parameters } of functionsOf(source)) {
        const counted = context.test(parameters[0] ?? '') ? parameters.slice(1) : parameters;
        if (counted.length > 3) note(start, parameters.join(', '));
      }
    });
    expect(wrong).toEqual([]);
  });

  test('nothing is typed any, and exports have names', () => {
    const configuration = /^(?:test\/setup\/|.*\.config\.ts$)/u;
    const wrong = found(everything, (source, note) =>
      walk(source, {
        TSAnyKeyword: (node) => note(node.start, 'any'),
        ExportDefaultDeclaration: (node) => {
          if (!configuration.test(source.file)) note(node.start, 'a default export');
        },
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('no file is named after a drawer', () => {
    const drawers = /(?:^|[/.-])(?:utils?|helpers?|managers?|service|common|misc)(?=[/.-])/iu;
    expect(everything.map(({ file }) => file).filter((file) => drawers.test(file))).toEqual([]);
  });

  test('nothing is left for later: no note to ourselves, no test that is skipped or runs alone', () => {
    const later = new RegExp(`\\b(?:${['TO' + 'DO', 'FIX' + 'ME'].join('|')})\\b`, 'u');
    const wrong = found(everything, (source, note) => {
      const place = source.text.search(later);
      if (place !== -1) note(place, 'a note to ourselves');
      if (!isTest(source)) return;
      const skipped = source.text.search(/\b(?:test|it|describe)\.(?:skip|only|todo|fails)\(/u);
      if (skipped !== -1) note(skipped, 'a test that does not run');
    });
    expect(wrong).toEqual([]);
  });

  test('no error is swallowed without a word', () => {
    const wrong = found(own(), (source, note) =>
      walk(source, {
        CatchClause: (node) => {
          if (node.body.body.length === 0 && !/\/[/*]/u.test(source.text.slice(node.body.start, node.body.end))) note(node.start, 'an empty catch');
        },
      }),
    );
    expect(wrong).toEqual([]);
  });
});
