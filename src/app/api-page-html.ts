import { escapeHtml } from '#base/html.ts';
import type { Language } from '#base/texts.ts';
import { texts } from './texts.ts';

interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema?: Schema }[];
  readonly requestBody?: Content;
  readonly responses?: Readonly<Record<string, Content>>;
}

/** What this page reads of an OpenAPI document. */
export interface ApiDocument {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const deepest = 6;

/** A schema as people write JSON: `{ id: uuid, name?: string, items: [ … ] }`. */
export const shapeInWords = (schema: Schema | undefined, depth = 0): string => {
  if (schema === undefined) return '…';
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return choices.map((choice) => shapeInWords(choice, depth)).join(' | ');
  if (schema.items !== undefined) return `[${shapeInWords(schema.items, depth)}]`;
  if (schema.properties !== undefined) return objectInWords(schema, depth);
  return schema.format ?? [schema.type ?? 'any'].flat().join(' | ');
};

const objectInWords = (schema: Schema, depth: number): string => {
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length === 0) return '{}';
  if (depth >= deepest) return '{ … }';
  const indent = '  '.repeat(depth + 1);
  const lines = fields.map(([name, field]) => `${indent}${name}${schema.required?.includes(name) ? '' : '?'}: ${shapeInWords(field, depth + 1)}`);
  return `{\n${lines.join('\n')}\n${'  '.repeat(depth)}}`;
};

const bodyOf = (part: Content | undefined): Schema | undefined => Object.values(part?.content ?? {})[0]?.schema;

const block = (title: string, schema: Schema | undefined): string =>
  schema === undefined ? '' : `<h4>${escapeHtml(title)}</h4><pre tabindex="0">${escapeHtml(shapeInWords(schema))}</pre>`;

interface Asked {
  readonly place: 'path' | 'query';
  readonly title: string;
  readonly required: string;
}

const parameterList = (operation: Operation, { place, title, required }: Asked): string => {
  const asked = (operation.parameters ?? []).filter((parameter) => parameter.in === place);
  if (asked.length === 0) return '';
  const items = asked.map(
    ({ name, schema, required: must }) => `<li><code>${escapeHtml(name)}</code> ${escapeHtml(shapeInWords(schema))}${must === true ? ` (${required})` : ''}</li>`,
  );
  return `<h4>${escapeHtml(title)}</h4><ul>${items.join('')}</ul>`;
};

interface Served {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

const operationInHtml = ({ method, path, operation }: Served, language: Language): string => {
  const words = texts[language];
  const required = words.apiRequired;
  return `<details><summary><span class="method">${method.toUpperCase()}</span> <code>${escapeHtml(path)}</code> <span class="what">${escapeHtml(operation.summary ?? '')}</span></summary>
${parameterList(operation, { place: 'path', title: words.apiPath, required })}${parameterList(operation, { place: 'query', title: words.apiQuery, required })}
${block(words.apiBody, bodyOf(operation.requestBody))}${block(words.apiAnswer, bodyOf(operation.responses?.['200']))}</details>`;
};

const groupOf = (path: string): string => path.split('/')[2] ?? '';

const style = `
:root { color-scheme: light dark; --ink: #1c1f24; --soft: #545b66; --ground: #fff; --raised: #f3f4f6; --line: #d5d9df; --mark: #0b5a44; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --soft: #a9b0ba; --ground: #15181c; --raised: #1f242a; --line: #353c45; --mark: #7fd1b5; } }
body { margin: 0 auto; max-width: 60rem; padding: 2rem 1rem 6rem; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground); }
a { color: var(--mark); } code, pre { font: 0.9em/1.5 ui-monospace, monospace; } .what { color: var(--soft); }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; padding: 0; list-style: none; }
details { border-top: 1px solid var(--line); padding: 0.5rem 0; } summary { cursor: pointer; overflow-wrap: anywhere; }
.method { display: inline-block; min-width: 4rem; font-weight: 600; color: var(--mark); }
pre { background: var(--raised); padding: 0.75rem; overflow-x: auto; border-radius: 6px; } h2 { margin-top: 2.5rem; } h4 { margin: 0.75rem 0 0.25rem; }
:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }`;

/** The whole API on one page, grouped by the first word of the address. Plain HTML: it works without a script and on paper. */
export const apiPage = (document: ApiDocument, language: Language): string => {
  const words = texts[language];
  const groups = new Map<string, string[]>();
  for (const [path, methods] of Object.entries(document.paths ?? {})) {
    for (const [method, operation] of Object.entries(methods)) {
      groups.set(groupOf(path), [...(groups.get(groupOf(path)) ?? []), operationInHtml({ method, path, operation }, language)]);
    }
  }
  const sorted = [...groups].sort(([one], [other]) => one.localeCompare(other, 'en'));
  const links = sorted.map(([name]) => `<li><a href="#${escapeHtml(name)}">${escapeHtml(name)}</a></li>`).join('');
  const sections = sorted.map(([name, parts]) => `<section aria-labelledby="${escapeHtml(name)}"><h2 id="${escapeHtml(name)}">${escapeHtml(name)}</h2>${parts.join('\n')}</section>`);
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(words.apiTitle)}</title><style>${style}</style></head>
<body><main><h1>${escapeHtml(words.apiTitle)}</h1><p>${escapeHtml(words.apiIntroduction)}</p><p>${escapeHtml(words.apiSignIn)}</p>
<p><a href="/api/openapi.json">${escapeHtml(words.apiDocument)}</a></p>
<nav aria-label="${escapeHtml(words.apiContents)}"><ul>${links}</ul></nav>
${sections.join('\n')}</main></body></html>`;
};
