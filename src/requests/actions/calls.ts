import type { Work } from '#base/work.ts';
import type { LoadedCase } from '#cases/index.ts';
import { customerById } from '#customers/index.ts';
import { doneFor, notify, type Notice } from '#notices/index.ts';
import type { LoadedRequest } from '../queries/requests.ts';

type Kind = 'department_answered' | 'department_asked_back' | 'department_refused' | 'request_late';

const longestFact = 300;
const cut = (text: string): string => (text.length <= longestFact ? text : `${text.slice(0, longestFact - 1)}…`);

interface Call {
  readonly kind: Kind;
  /** Tells two calls of one kind apart: the turn, or the request itself. */
  readonly key: string;
  readonly what?: string;
  readonly reason?: string;
  readonly dueAt?: Date;
}

/** Calls the owner of the case, and whoever asked where that is somebody else. */
export const callAbout = async (work: Work, { request, found }: { request: LoadedRequest; found: LoadedCase }, call: Call): Promise<void> => {
  const customer = await customerById(work.tx, found.customerId);
  const facts: Notice['facts'] = {
    key: call.key,
    caseNumber: found.number,
    department: request.department.name,
    ...(customer === undefined ? {} : { customer: customer.name }),
    ...(call.what === undefined ? {} : { what: cut(call.what) }),
    ...(call.reason === undefined ? {} : { reason: cut(call.reason) }),
    ...(call.dueAt === undefined ? {} : { dueAt: call.dueAt.toISOString() }),
  };
  for (const memberId of new Set([found.owner?.id ?? request.askedBy.id, request.askedBy.id])) {
    await notify(work, { memberId, kind: call.kind, caseId: found.id, facts });
  }
};

/** What called for somebody because this request was open is settled. */
export const nothingToWaitFor = async (work: Work, request: LoadedRequest, caseId: string): Promise<void> => {
  await doneFor(work, { caseId, kinds: ['request_late', 'department_asked_back'], key: request.id });
};
