import { z } from 'zod';
import { del, get, post, put } from '#base/contract.ts';
import { email, id, idParams, instant, language, line, nothing } from '#base/shapes.ts';
import { TimeZone } from '#calendar/contract.ts';
import { MemberView } from './member.ts';

/** Length is what makes a password hard to guess; rules about digits and signs only make people write it down. */
const newPassword = z.string().min(12).max(200);
const givenPassword = z.string().min(1).max(200);
const token = z.string().min(20).max(200);

/** What the screens offer this member. Only a courtesy of the screens: the routes decide for themselves. */
const Abilities = z.object({
  serve: z.boolean(), lead: z.boolean(), invite: z.boolean(), decide: z.boolean(), readDigest: z.boolean(), administer: z.boolean(),
});
export type Abilities = z.infer<typeof Abilities>;

export const Me = MemberView.extend({
  company: z.object({ name: z.string(), language, timeZone: z.string(), isDemo: z.boolean() }),
  may: Abilities,
});
export type Me = z.infer<typeof Me>;

const SessionView = z.object({
  id, current: z.boolean(), signedInAt: instant, lastSeenAt: instant, expiresAt: instant, browser: z.string().nullable(), address: z.string().nullable(),
});
export type SessionView = z.infer<typeof SessionView>;

export const sessionRoutes = {
  signIn: post('/session', {
    summary: 'Signs in with address and password.', access: 'public', body: z.object({ email, password: givenPassword }), out: Me,
  }),
  signOut: del('/session', { summary: 'Signs out.', access: 'signed_in', out: nothing }),
  me: get('/me', { summary: 'Who is signed in, in which company, and what they may do.', access: 'signed_in', out: Me }),
  changeMe: put('/me', {
    summary: 'Changes one’s own name and language.', access: 'signed_in', body: z.object({ name: line(120), language }), out: Me,
  }),
  changePassword: put('/me/password', {
    summary: 'Changes one’s own password, and ends one’s other sessions.', access: 'signed_in',
    body: z.object({ current: givenPassword, next: newPassword }), out: nothing,
  }),
  list: get('/sessions', { summary: 'One’s own open sessions.', access: 'signed_in', out: z.array(SessionView) }),
  end: del('/sessions/:id', { summary: 'Ends one of one’s own sessions.', access: 'signed_in', object: 'session', params: idParams, out: nothing }),
};

const AccessTokenView = z.object({
  id, name: z.string(), scope: z.enum(['read', 'write']), createdAt: instant, expiresAt: instant, lastUsedAt: instant.nullable(),
});
export type AccessTokenView = z.infer<typeof AccessTokenView>;

const NewAccessToken = z.object({ name: line(80), scope: z.enum(['read', 'write']), days: z.int().min(1).max(366).default(90) });
export type NewAccessToken = z.infer<typeof NewAccessToken>;

export const accessTokenRoutes = {
  list: get('/access-tokens', { summary: 'One’s own keys for programs.', access: 'signed_in', out: z.array(AccessTokenView) }),
  make: post('/access-tokens', {
    summary: 'Makes a key for a program. The key itself is in this answer and nowhere else afterwards.',
    access: 'signed_in', body: NewAccessToken, out: z.object({ accessToken: AccessTokenView, token: z.string() }),
  }),
  revoke: del('/access-tokens/:id', {
    summary: 'Revokes one of one’s own keys.', access: 'signed_in', object: 'access_token', params: idParams, out: nothing,
  }),
};

// Tokens travel in the body: an address would leave them in the logs of every proxy on the way.
export const acceptanceRoutes = {
  check: post('/invitations/check', {
    summary: 'What an invitation’s link opens: who is invited, by whom, into which company.', access: 'link', body: z.object({ token }),
    out: z.object({ name: z.string(), email: z.string(), language, companyName: z.string(), invitedBy: z.string().nullable(), expiresAt: instant }),
  }),
  accept: post('/invitations/acceptance', {
    summary: 'Accepts an invitation: the invited person becomes a member and is signed in.', access: 'link',
    body: z.object({ token, name: line(120), password: newPassword }), out: Me,
  }),
};

export const recoveryRoutes = {
  forget: post('/password-recoveries', {
    summary: 'Says that a password is forgotten. The answer is the same whether the address is a member’s or not; a link goes there by mail if it is.',
    access: 'public', body: z.object({ email }), out: nothing,
  }),
  check: post('/password-recoveries/check', {
    summary: 'What a recovery’s link opens: whose password is chosen anew, and until when.', access: 'link', body: z.object({ token }),
    out: z.object({ name: z.string(), language, expiresAt: instant }),
  }),
  choose: post('/password-recoveries/password', {
    summary: 'Chooses the new password behind the link, once. Every session of the member ends.', access: 'link',
    body: z.object({ token, password: newPassword }), out: nothing,
  }),
};

const SetupInput = z.discriminatedUnion('lookAround', [
  z.object({ token, lookAround: z.literal(true), language }),
  z.object({
    token,
    lookAround: z.literal(false).optional(),
    language,
    companyName: line(120),
    timeZone: TimeZone,
    name: line(120),
    email,
    password: newPassword,
  }),
]);
export type SetupInput = z.infer<typeof SetupInput>;

export const setupRoutes = {
  check: post('/setup/check', {
    summary: 'Whether the set-up link is good, before anything is typed.', access: 'link', body: z.object({ token }),
    out: z.object({ expiresAt: instant }),
  }),
  setUp: post('/setup', {
    summary: 'Founds the company with its first administrator, or opens the invented one to look around; signs in.',
    access: 'link', body: SetupInput, out: Me,
  }),
};

