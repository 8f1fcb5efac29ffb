import type { DomainEvent } from '#base/events.ts';
import type { Work } from '#base/work.ts';
import type { caseEvents } from '#cases/index.ts';
import type { heardCaseEvents } from '#channels/heard/contract.ts';
import type { promiseEvents } from '#promises/index.ts';
import type { complaintEvents } from '#complaints/index.ts';
import type { requestEvents } from '#requests/index.ts';
import { refreshHeatJob } from './jobs.ts';

/** Something happened to a case that its heat depends on: it is read anew as soon as the transaction is over. */
export const heatChanged = async (work: Work, { caseId }: Pick<DomainEvent, 'caseId'>): Promise<void> => {
  if (caseId !== null) work.enqueue(refreshHeatJob, { caseId }, `heat:${caseId}`);
};

const ofCases = [
  'case.opened', 'case.contact_received', 'case.replied', 'case.taken', 'case.claim_late', 'case.next_update_set', 'case.next_update_missed', 'case.handover_accepted',
  'case.status_changed', 'case.resolved', 'case.reopened', 'case.merged', 'case.unmerged', 'case.split', 'case.unsplit', 'case.withdrawn',
] as const satisfies readonly (keyof typeof caseEvents)[];

const ofPromises = ['promise.made', 'promise.moved', 'promise.kept', 'promise.broken', 'promise.released'] as const satisfies readonly (keyof typeof promiseEvents)[];

const ofRequests = [
  'request.sent', 'request.questioned', 'request.replied', 'request.answered', 'request.sent_back', 'request.refused', 'request.withdrawn', 'request.late',
] as const satisfies readonly (keyof typeof requestEvents)[];

const ofComplaints = ['complaint.registered', 'complaint.answered', 'complaint.annulled'] as const satisfies readonly (keyof typeof complaintEvents)[];

const ofPosts = ['heard.post_deleted'] as const satisfies readonly (keyof typeof heardCaseEvents)[];

/** Every kind of event after which a case may be hotter or cooler. */
export const heatingKinds: readonly string[] = [...ofCases, ...ofPromises, ...ofRequests, ...ofComplaints, ...ofPosts];
