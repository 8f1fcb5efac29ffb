import type { Reader } from '#base/db/db.ts';
import { NotFound } from '#base/http/failures.ts';
import type { Work } from '#base/work.ts';
import { caseById, lockCase, type LoadedCase } from './queries/case.ts';

/**
 * The one gate to a case: it authorises as it loads. Whoever works in the service reaches every case (the route has checked the
 * role); a customer's link names its case itself. Rooms per department will be checked here and nowhere else.
 */
export const accessCase = async (work: Work, id: string): Promise<LoadedCase> => {
  const found = await lockCase(work.tx, id);
  if (found === undefined) throw new NotFound();
  return found;
};

/** The same gate for reading: nothing is held. */
export const accessCaseToRead = async (reader: Reader, id: string): Promise<LoadedCase> => {
  const found = await caseById(reader, id);
  if (found === undefined) throw new NotFound();
  return found;
};
