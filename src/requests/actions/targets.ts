import type { Reader } from '#base/db/db.ts';
import { deputyFor, directors, headOf, leadsOf, memberById, type MemberRow } from '#people/index.ts';
import type { LoadedRequest } from '../queries/requests.ts';
import type { Step } from '../rules.ts';
import type { Recipient } from './letters.ts';

export interface Target extends Recipient {
  /** Whom they stand in for; null where nobody. */
  readonly insteadOf: string | null;
}

type Asked = Pick<LoadedRequest, 'sentTo'> & { readonly department: { readonly id: string; readonly name: string; readonly headId: string | null } };

/**
 * Whom a step reaches at `now`: the department again, its head, the directors; for whoever is away, their deputy. A supplier has no
 * head in the house and a small company no directors: the leads of the service hear instead, because somebody has to.
 */
export const targetsOf = async (reader: Reader, request: Asked, step: Step, now: Date): Promise<Target[]> => {
  if (step === 1) return [{ name: request.department.name, address: request.sentTo, insteadOf: null }];
  const found = step === 2 ? await theHead(reader, request, now) : await present(reader, await directors(reader), now);
  return found.length > 0 ? found : present(reader, await leadsOf(reader), now);
};

const theHead = async (reader: Reader, { department }: Asked, now: Date): Promise<Target[]> => {
  const reached = await headOf(reader, department.id, now);
  if (reached === null) return [];
  const head = department.headId === null || department.headId === reached.id ? null : await memberById(reader, department.headId);
  return [{ name: reached.name, address: reached.email, insteadOf: head?.name ?? null }];
};

const present = async (reader: Reader, members: readonly MemberRow[], now: Date): Promise<Target[]> => {
  const targets = new Map<string, Target>();
  for (const member of members) {
    const deputy = await deputyFor(reader, member.id, now);
    const { name, email } = deputy ?? member;
    if (!targets.has(email)) targets.set(email, { name, address: email, insteadOf: deputy === null ? null : member.name });
  }
  return [...targets.values()];
};

export const namesOf = (targets: readonly Recipient[]): string => targets.map(({ name }) => name).join(', ');
