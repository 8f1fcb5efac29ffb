import type { Reader } from '#base/db/db.ts';
import type { Caller } from '#base/http/caller.ts';
import { NotFound } from '#base/http/failures.ts';
import type { Work } from '#base/work.ts';
import { serviceRoles } from '#people/contract.ts';
import { linkByToken, type OpenedLink } from './queries/links.ts';
import type { Whose } from './queries/lists.ts';
import { lockOpportunity, opportunityById, type LoadedOpportunity } from './queries/opportunities.ts';

type Member = Pick<Caller, 'memberId' | 'departmentId' | 'roles'>;

const hasOne = ({ roles }: Member, some: readonly string[]): boolean => some.some((role) => roles.includes(role));

export const serves = (member: Member): boolean => hasOne(member, serviceRoles);

/** Whoever works on cases, decides or manages sees all of them; a department its own. */
export const whoseFor = (member: Member): Whose => (hasOne(member, [...serviceRoles, 'decider', 'management']) ? null : { memberId: member.memberId, departmentId: member.departmentId });

const isOurs = ({ department }: LoadedOpportunity, { memberId, departmentId }: Member): boolean => department.id === departmentId || department.headId === memberId;

/** The department takes it and says what came of it; the leads of the service may, for who tells them on the phone. */
export const mayAct = (opportunity: LoadedOpportunity, member: Member): boolean => isOurs(opportunity, member) || hasOne(member, ['lead', 'admin']);

/** The gate for reading: theirs, or not there. */
export const accessOpportunityToRead = async (reader: Reader, id: string, member: Member): Promise<LoadedOpportunity> => {
  const found = await opportunityById(reader, id);
  const isSeen = found !== undefined && (whoseFor(member) === null || isOurs(found, member));
  // What can still be taken back is seen by those who hand over, and by nobody else.
  if (found === undefined || !isSeen || (found.leftAt === null && !serves(member))) throw new NotFound();
  return found;
};

/** The gate for the department's acts; what is acted on is held. */
export const accessToAct = async (work: Work, id: string, member: Member): Promise<LoadedOpportunity> => {
  const found = await lockOpportunity(work.tx, id);
  if (found === undefined || found.leftAt === null || !mayAct(found, member)) throw new NotFound();
  return found;
};

/** The gate for who hands over. */
export const accessToTakeBack = async (work: Work, id: string): Promise<LoadedOpportunity> => {
  const found = await lockOpportunity(work.tx, id);
  if (found === undefined) throw new NotFound();
  return found;
};

/** The gate of a department's link. Whatever is wrong with it, the answer is the same. */
export const accessByToken = async (reader: Reader, token: string, now: Date): Promise<OpenedLink> => {
  const link = await linkByToken(reader, token, now);
  if (link === undefined) throw new NotFound();
  return link;
};

/** What every event of an opportunity says. */
export const named = ({ id, number, kind, department }: Pick<LoadedOpportunity, 'id' | 'number' | 'kind' | 'department'>) => ({ opportunityId: id, number, kind, department: { id: department.id, name: department.name } });
