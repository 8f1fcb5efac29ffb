import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { publicEvents } from './public-events.ts';

it('every event that may leave stands in the document for those who receive it, with every field of its own', () => {
  const document = readFileSync(new URL('../../docs/webhooks.md', import.meta.url), 'utf8');
  const common = new Set(['eventId', 'caseId', 'caseNumber', 'customerId', 'ownerId', 'opportunityId', 'number', 'kind', 'department', 'valueCents', 'currency', 'words']);
  const rows = new Map([...document.matchAll(/^\| `(?<kind>[\w.]+)` \|(?<fields>.*)\|$/gmu)].map(({ groups }) => [groups!['kind']!, groups!['fields']!]));
  expect(publicEvents.length).toBeGreaterThan(15);
  expect([...rows.keys()].toSorted()).toEqual([...publicEvents.map(({ kind }) => kind), 'presa.test'].toSorted());
  for (const { kind, shape } of publicEvents) {
    const fields = Object.keys(shape['properties'] as object).filter((field) => !common.has(field) && !rows.get(kind)!.includes(`\`${field}\``));
    expect([kind, fields]).toEqual([kind, []]);
  }
});

it('no text that somebody wrote inside leaves: of whole texts there is none in any shape', () => {
  const fields = publicEvents.flatMap(({ shape }) => Object.keys(shape['properties'] as object));
  expect(fields.filter((field) => /^(?:text|note|html|subject|body|email|address|phone|question|answer|why)$/u.test(field))).toEqual([]);
});
