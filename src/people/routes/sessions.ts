import { Forbidden } from '#base/http/answer-failure.ts';
import { NotFound } from '#base/http/failures.ts';
import type { Served } from '#base/http/serve.ts';
import { hashToken } from '#base/secrets.ts';
import { inWork } from '#base/work.ts';
import { changeOwn } from '../actions/members.ts';
import { changePassword, endAccessToken, makeAccessToken, signIn } from '../actions/sign-in.ts';
import { accessTokenRoutes, sessionRoutes } from '../contract.ts';
import { accessTokensOf } from '../queries/access-tokens.ts';
import { endSession, memberOfSession, sessionsOf } from '../queries/sign-ins.ts';
import { peopleTexts } from '../texts.ts';
import { fromOf, giveCookie, inPerson, meOf, takeCookie } from './me.ts';

const wrong = { it: peopleTexts.it.wrongCredentials, en: peopleTexts.en.wrongCredentials };

export const serveSessions = (served: Served): void => {
  served.open(sessionRoutes.signIn, async ({ services, request, reply, body }) => {
    const answer = await signIn(services, body, fromOf(request));
    if (answer === 'wrong') throw new Forbidden(401, 'wrong_credentials', wrong);
    const memberId = await memberOfSession(services.db, hashToken(answer.token));
    if (memberId === null) throw new Forbidden(401, 'wrong_credentials', wrong);
    giveCookie(services, reply, answer.token);
    return meOf(services, memberId);
  });
  served.member(sessionRoutes.signOut, async ({ services, reply, caller }) => {
    inPerson(caller);
    await endSession(services.db, caller.memberId, caller.throughId);
    takeCookie(services, reply);
    return {};
  });
  served.member(sessionRoutes.me, ({ services, caller }) => meOf(services, caller.memberId));
  served.member(sessionRoutes.changeMe, async ({ services, caller, body }) => {
    await inWork(services, caller.actor, (work) => changeOwn(work, caller.memberId, body));
    return meOf(services, caller.memberId);
  });
  served.member(sessionRoutes.changePassword, async ({ services, caller, body }) => {
    inPerson(caller);
    const refused = await inWork(services, caller.actor, (work) =>
      changePassword(work, { memberId: caller.memberId, sessionId: caller.throughId, ...body }));
    return refused ?? {};
  });
  served.member(sessionRoutes.list, ({ services, caller }) =>
    sessionsOf(services.db, caller.memberId, caller.throughId, services.clock.now()));
  served.member(sessionRoutes.end, async ({ services, caller, params }) => {
    inPerson(caller);
    if (!(await endSession(services.db, caller.memberId, params.id))) throw new NotFound();
    return {};
  });
  serveAccessTokens(served);
};

const serveAccessTokens = (served: Served): void => {
  served.member(accessTokenRoutes.list, ({ services, caller }) => accessTokensOf(services.db, caller.memberId, services.clock.now()));
  served.member(accessTokenRoutes.make, async ({ services, caller, body }) => {
    inPerson(caller);
    const made = await inWork(services, caller.actor, (work) => makeAccessToken(work, caller.memberId, body));
    const accessToken = (await accessTokensOf(services.db, caller.memberId, services.clock.now())).find(({ id }) => id === made.id);
    if (accessToken === undefined) throw new Error('The key was just made and is not there.');
    return { accessToken, token: made.token };
  });
  served.member(accessTokenRoutes.revoke, async ({ services, caller, params }) => {
    inPerson(caller);
    await inWork(services, caller.actor, (work) => endAccessToken(work, caller.memberId, params.id));
    return {};
  });
};
