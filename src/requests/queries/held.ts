import { z } from 'zod';
import type { Reader } from '#base/db/db.ts';
import { caseStatus } from '#cases/contract.ts';
import type { HeldFact } from '../rules.ts';

const owner = z.object({ ownerId: z.string().nullable() });
const taken = z.object({ memberId: z.string() });
const handed = z.object({ toId: z.string() });
const turned = z.object({ to: caseStatus });
const merged = z.object({ survives: z.boolean() });
const onRequest = z.object({ requestId: z.string(), department: z.object({ id: z.string() }), isAddition: z.boolean().default(false) });

type Fact = HeldFact extends infer One ? (One extends { at: Date } ? Omit<One, 'at'> : never) : never;

const ofRequest = (kind: 'asked' | 'answered' | 'questioned' | 'replied') => (data: unknown): Fact[] => {
  const { requestId, department, isAddition } = onRequest.parse(data);
  return isAddition ? [] : [{ kind, requestId, departmentId: department.id }];
};

/** What each kind of event says about who has the case. A kind that is not here says nothing about it. */
const meanings: Readonly<Record<string, (data: unknown) => Fact[]>> = {
  'case.opened': (data) => [{ kind: 'opened', ownerId: owner.parse(data).ownerId }],
  'case.taken': (data) => [{ kind: 'owner', ownerId: taken.parse(data).memberId }],
  'case.owner_left': () => [{ kind: 'owner', ownerId: null }],
  'case.handover_accepted': (data) => [{ kind: 'owner', ownerId: handed.parse(data).toId }],
  'case.status_changed': (data) => [{ kind: 'status', status: turned.parse(data).to }],
  'case.resolved': () => [{ kind: 'status', status: 'resolved' }],
  'case.closed': () => [{ kind: 'status', status: 'closed' }],
  'case.withdrawn': () => [{ kind: 'status', status: 'closed' }],
  'case.reopened': () => [{ kind: 'status', status: 'open' }],
  'case.merged': (data) => (merged.parse(data).survives ? [] : [{ kind: 'status', status: 'closed' }]),
  'request.sent': ofRequest('asked'),
  'request.sent_back': ofRequest('asked'),
  'request.questioned': ofRequest('questioned'),
  'request.replied': ofRequest('replied'),
  'request.answered': ofRequest('answered'),
  'request.sending_back_undone': ofRequest('answered'),
  'request.refused': ofRequest('answered'),
  'request.withdrawn': ofRequest('answered'),
};

/** The events of a case, as far as they say who has it. */
export const heldFacts = async (reader: Reader, caseId: string): Promise<HeldFact[]> => {
  const rows = await reader.selectFrom('events').where('case_id', '=', caseId).where('kind', 'in', Object.keys(meanings)).orderBy('id').select(['kind', 'at', 'data']).execute();
  return rows.flatMap(({ kind, at, data }) => (meanings[kind]?.(data) ?? []).map((fact) => ({ ...fact, at }) as HeldFact));
};
