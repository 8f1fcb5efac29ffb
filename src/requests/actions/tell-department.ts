import type { Work } from '#base/work.ts';
import type { LoadedRequest } from '../queries/requests.ts';

/** Tells the open boards of a department that something of theirs changed. They hear of no cases: those are the service's. */
export const tellDepartment = (work: Work, { department }: Pick<LoadedRequest, 'department'>): void => work.tell(`department:${department.id}`, department.id);
