import { NotFound } from '#base/http/failures.ts';
import type { Work } from '#base/work.ts';
import { accessRequest, accessByToken, type OnRequest } from '../access.ts';
import { requestEvents } from '../contract.ts';
import { updateRequest } from '../queries/requests.ts';
import { isOpen } from '../rules.ts';

/** The page was opened by a person. The first who opens it is who has seen it. */
export const markSeen = async (work: Work, token: string): Promise<void> => {
  const link = await accessByToken(work.tx, token, work.now);
  const on = await accessRequest(work, link.requestId);
  if (on.request.withdrawnAt !== null) throw new NotFound();
  await noteSeen(work, on, link.forName);
};

export const noteSeen = async (work: Work, { request, found }: OnRequest, by: string): Promise<void> => {
  if (request.seenAt !== null || !isOpen(request)) return;
  await updateRequest(work.tx, request.id, { seen_at: work.now, seen_by: by });
  work.emit(requestEvents['request.seen'](found.id, { requestId: request.id, department: { id: request.department.id, name: request.department.name }, by }));
};
