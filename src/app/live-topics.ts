import type { Caller } from '#base/http/caller.ts';

type Listener = Pick<Caller, 'memberId' | 'roles' | 'departmentId'>;

const serviceRoles = ['agent', 'lead', 'admin'];

/** Topics that a role hears. What stands in no line here is heard by nobody: a new topic needs a decision on who may. */
const topics: Readonly<Record<string, readonly string[] | 'everybody'>> = {
  case: serviceRoles,
  presence: serviceRoles,
  // Whether a visitor of the chat is there, and what they have read.
  chat: serviceRoles,
  // Heads hear of no case, and follow what is asked of their department.
  request: [...serviceRoles, 'head'],
  // The register: whoever works on its cases.
  complaint: serviceRoles,
  // Law 8: what is wrong, and who was told, is known to the whole company.
  incident: 'everybody',
  // Law 8: what customers say and what was decided on it is known to the whole company.
  voices: 'everybody',
  theme: 'everybody',
  // Figures of what customers answered; whoever may read their words asks for those by another road.
  survey: 'everybody',
  opportunity: 'everybody',
  // What the settings show: whether mail comes in and goes out.
  mailbox: ['admin'],
  mail: ['admin'],
  webhook: ['admin'],
  // Files of reviews, and the programs that tell of them.
  heard: ['lead', 'admin'],
};

/** Whether a member is told about `topic`. `member:<id>` is that member's own, `department:<id>` that of whoever belongs to it. */
export const hears = ({ memberId, roles, departmentId }: Listener, topic: string): boolean => {
  if (topic.startsWith('member:')) return topic === `member:${memberId}`;
  if (topic.startsWith('department:')) return topic === `department:${departmentId}`;
  const allowed = topics[topic];
  if (allowed === undefined) return false;
  return allowed === 'everybody' || allowed.some((role) => roles.includes(role));
};
