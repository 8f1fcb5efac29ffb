import { BadInput } from '#base/http/failures.ts';
import { newId } from '#base/ids.ts';
import type { Services } from '#base/services.ts';
import { inWork, system, type Work } from '#base/work.ts';
import { memberOf } from '#cases/index.ts';
import { termEvents, type TermInput } from '../contract.ts';
import { insertTerm, knownTerms } from '../queries/terms.ts';
import { standardTerms } from '../terms/standard.ts';

/** Brings in the terms that came with this version of the program and are not in the table yet. What is there stays as it is. */
export const bringTerms = async (work: Work): Promise<void> => {
  const known = await knownTerms(work.tx, standardTerms.map(({ id }) => id));
  for (const { id, ...term } of standardTerms.filter((one) => !known.has(one.id))) await insertTerm(work.tx, term, { id, by: null, now: work.now });
};

export const bringStandardTerms = (services: Services): Promise<void> => inWork(services, system, bringTerms);

const endsTooSoon = { it: 'Deve finire dopo che è cominciato.', en: 'It must end after it begins.' };
const shorter = { it: 'Con la risposta interlocutoria il termine può solo allungarsi.', en: 'An interim reply can only make the term longer.' };
const threeBeforeTwo = { it: 'Il triplo viene dopo il doppio.', en: 'Three times comes after twice.' };

/** Adds a version. Nothing that is there changes: complaints keep the version that they were registered by. */
export const addTerm = async (work: Work, term: TermInput): Promise<{ id: string }> => {
  if (term.validTo !== null && term.validTo < term.validFrom) throw new BadInput('validTo', endsTooSoon);
  if (term.longestDays !== null && term.longestDays < term.days) throw new BadInput('longestDays', shorter);
  if (term.indemnity !== null && term.indemnity.triplesBeyond < term.indemnity.doublesBeyond) throw new BadInput('indemnity.triplesBeyond', threeBeforeTwo);
  const id = newId(work.now);
  await insertTerm(work.tx, term, { id, by: memberOf(work), now: work.now });
  work.emit(termEvents['complaint_term.added'](null, { termId: id, sector: term.sector, kind: term.kind, days: term.days }));
  return { id };
};
