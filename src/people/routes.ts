import type { Served } from '#base/http/serve.ts';
import { serveChannels } from './routes/channels.ts';
import { serveDepartments } from './routes/departments.ts';
import { serveInvitations } from './routes/invitations.ts';
import { serveMembers } from './routes/members.ts';
import { serveRecovery } from './routes/recovery.ts';
import { serveSessions } from './routes/sessions.ts';

export { registerSetup } from './routes/setup.ts';

/** Everything about people but setting up, which needs to be told how the invented company is loaded. */
export const servePeople = (served: Served): void => {
  serveSessions(served);
  serveRecovery(served);
  serveMembers(served);
  serveChannels(served);
  serveInvitations(served);
  serveDepartments(served);
};
