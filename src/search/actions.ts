import { Buffer } from 'node:buffer';
import { z } from 'zod';
import type { OutputOf } from '#base/contract.ts';
import { BadInput } from '#base/http/failures.ts';
import type { Services } from '#base/services.ts';
import type { searchEverything } from './contract.ts';
import * as queries from './queries.ts';
import { readQuestion } from './rules.ts';

const perPage = 20;
const cursorShape = z.object({ from: z.int().min(0).max(500), asOf: z.iso.datetime() });

const readCursor = (cursor: string): z.infer<typeof cursorShape> => {
  try {
    return cursorShape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new BadInput('cursor', { it: 'La pagina chiesta non esiste: ricominci la ricerca.', en: 'There is no such page: search again.' });
  }
};

/** One page of what was found. The first one also has the people, and the case whose number was typed. */
export const search = async ({ pool, clock }: Services, q: string, cursor: string | undefined): Promise<OutputOf<typeof searchEverything>> => {
  const { from, asOf } = cursor === undefined ? { from: 0, asOf: clock.now().toISOString() } : readCursor(cursor);
  const asked = readQuestion(q);
  const isFirst = from === 0;
  const [{ ranked, isPartial }, customers, numbered] = await Promise.all([
    queries.rankedCases(pool, asked.words, new Date(asOf)),
    isFirst ? queries.customersAsked(pool, asked) : [],
    isFirst && asked.caseNumber !== null ? queries.caseByNumber(pool, asked.caseNumber) : null,
  ]);
  const shown = await queries.shownCases(pool, asked.words, ranked.slice(from, from + perPage).map((row) => row.messageId));
  const items = [...(numbered === null ? [] : [numbered]), ...shown.filter((found) => found.caseId !== numbered?.caseId)];
  const next = from + perPage;
  return { customers, items, next: next < ranked.length ? Buffer.from(JSON.stringify({ from: next, asOf })).toString('base64url') : null, isPartial };
};
