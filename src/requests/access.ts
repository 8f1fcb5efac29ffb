import type { Reader } from '#base/db/db.ts';
import { NotFound } from '#base/http/failures.ts';
import type { Work } from '#base/work.ts';
import { accessCase, accessCaseToRead, survivorOf, type LoadedCase } from '#cases/index.ts';
import { lockRequest, requestById, type LoadedRequest } from './queries/requests.ts';
import { linkByToken, type OpenedLink } from './queries/links.ts';

export interface OnRequest {
  readonly request: LoadedRequest;
  /** The case that the request lives on now. */
  readonly found: LoadedCase;
}

/** The gate to a request: through that of its case, case first and request second, always in this order. */
export const accessRequest = async (work: Work, id: string): Promise<OnRequest> => {
  const seen = await requestById(work.tx, id);
  if (seen === undefined) throw new NotFound();
  const found = await accessCase(work, await survivorOf(work.tx, seen.caseId));
  const request = await lockRequest(work.tx, id);
  if (request === undefined) throw new NotFound();
  return { request, found };
};

export const accessRequestToRead = async (reader: Reader, id: string): Promise<OnRequest> => {
  const request = await requestById(reader, id);
  if (request === undefined) throw new NotFound();
  return { request, found: await accessCaseToRead(reader, await survivorOf(reader, request.caseId)) };
};

/** The gate of a colleague's link. Whatever is wrong with it, the answer is the same. */
export const accessByToken = async (reader: Reader, token: string, now: Date): Promise<OpenedLink> => {
  const link = await linkByToken(reader, token, now);
  if (link === undefined) throw new NotFound();
  return link;
};
