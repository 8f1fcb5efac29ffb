import { lineAt, walk, type Source } from './sources.ts';

export interface Write {
  readonly table: string;
  readonly at: string;
}

/** A table that is named by an expression: nobody can tell here whose it is. */
export const unreadable = '(a table that only the running program knows)';

const builders = new Set(['insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'replaceInto']);
const inSql = /\b(?:insert\s+into|update|delete\s+from|merge\s+into|truncate(?:\s+table)?)\s+(?:only\s+)?"?([a-z_]+)"?/giu;

/** Every statement of a source that writes a table: by the query builder, and by SQL in a template or in a call of `query`. */
export const writesOf = (source: Source): Write[] => {
  const found: Write[] = [];
  const note = (sql: string, offset: number): void => {
    for (const [, table] of sql.matchAll(inSql)) if (table !== undefined) found.push({ table: table.toLowerCase(), at: lineAt(source, offset) });
  };
  walk(source, {
    CallExpression: (node) => {
      const { callee, arguments: given } = node;
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
      const [first] = given;
      if (builders.has(callee.property.name)) {
        const table = first?.type === 'Literal' && typeof first.value === 'string' ? (first.value.split(' ')[0] ?? '') : unreadable;
        found.push({ table, at: lineAt(source, node.start) });
      } else if (callee.property.name === 'query' && first !== undefined) note(source.text.slice(first.start, first.end), node.start);
    },
    TaggedTemplateExpression: (node) => {
      if (source.text.slice(node.tag.start, node.tag.end).startsWith('sql')) note(source.text.slice(node.quasi.start, node.quasi.end), node.start);
    },
  });
  return found;
};
