import type { Served } from '#base/http/serve.ts';
import { isRefusal } from '#base/refusal.ts';
import { inWork, type Actor } from '#base/work.ts';
import { acceptInvitation, accessInvitation, invite, withdrawInvitation } from '../actions/invitations.ts';
import { signInMember } from '../actions/sign-in.ts';
import { acceptanceRoutes, invitationRoutes } from '../contract.ts';
import { companyOf } from '../queries/company.ts';
import { openInvitations } from '../queries/invitations.ts';
import { fromOf, giveCookie, meOf } from './me.ts';

/** Whoever accepts is no member yet while they do. */
const invited = (name: string): Actor => ({ kind: 'member', id: null, name });

export const serveInvitations = (served: Served): void => {
  served.member(invitationRoutes.list, ({ services }) => openInvitations(services.db, services.clock.now()));
  served.member(invitationRoutes.invite, async ({ services, caller, body }) => {
    const made = await inWork(services, caller.actor, (work) => invite(work, { id: caller.memberId, roles: caller.roles }, body));
    if (isRefusal(made)) return made;
    const [invitation] = await openInvitations(services.db, services.clock.now(), made.id);
    if (invitation === undefined) throw new Error('The invitation was just made and is not there.');
    return { invitation, link: made.link };
  });
  served.member(invitationRoutes.withdraw, async ({ services, caller, params }) => {
    await inWork(services, caller.actor, (work) => withdrawInvitation(work, params.id));
    return {};
  });
  served.open(acceptanceRoutes.check, async ({ services, body }) => {
    const invitation = await accessInvitation(services.db, body.token, services.clock.now());
    if (isRefusal(invitation)) return invitation;
    const { name: companyName } = await companyOf(services.db);
    const { name, email, language, invitedBy, expiresAt } = invitation;
    return { name, email, language, companyName, invitedBy, expiresAt: expiresAt.toISOString() };
  });
  served.open(acceptanceRoutes.accept, async ({ services, request, reply, body }) => {
    const memberId = await inWork(services, invited(body.name), (work) => acceptInvitation(work, body));
    if (isRefusal(memberId)) return memberId;
    giveCookie(services, reply, await signInMember(services, memberId, fromOf(request)));
    return meOf(services, memberId);
  });
};
