import { walk, type Source } from './sources.ts';

export interface FunctionSeen {
  readonly start: number;
  /** Of its own: a function inside it is counted for itself. */
  readonly lines: number;
  /** Their names; a parameter that is taken apart is `{…}`. */
  readonly parameters: readonly string[];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Parametrised extends Span {
  readonly params: readonly (Span & { readonly type: string; readonly name?: string })[];
}

const linesIn = (source: Source, { start, end }: Span): number => source.text.slice(start, end).split('\n').length;

/** Every function of a source, from outside in. */
export const functionsOf = (source: Source): FunctionSeen[] => {
  const nodes: Parametrised[] = [];
  const note = (node: unknown): void => void nodes.push(node as Parametrised);
  walk(source, { FunctionDeclaration: note, FunctionExpression: note, ArrowFunctionExpression: note });
  return nodes.map((node) => {
    const inside = nodes.filter((other) => other !== node && other.start >= node.start && other.end <= node.end);
    const outermost = inside.filter((one) => !inside.some((other) => other !== one && other.start <= one.start && other.end >= one.end));
    return {
      start: node.start,
      lines: outermost.reduce((lines, one) => lines - (linesIn(source, one) - 1), linesIn(source, node)),
      parameters: node.params.map(({ type, name }) => (type === 'Identifier' ? (name ?? '') : '{…}')),
    };
  });
};
