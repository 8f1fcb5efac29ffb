import type { FastifyReply, FastifyRequest } from 'fastify';
import { day } from '#base/clock.ts';
import { Forbidden } from '#base/http/answer-failure.ts';
import type { Caller } from '#base/http/caller.ts';
import type { Services } from '#base/services.ts';
import { sessionCookie } from '../authenticate.ts';
import type { Me, MemberView } from '../contract.ts';
import { companyOf } from '../queries/company.ts';
import { memberViews } from '../queries/members.ts';
import { abilitiesOf } from '../rules.ts';
import type { From } from '../sign-in-engine.ts';
import { peopleTexts } from '../texts.ts';

export const viewOfMember = async (services: Services, id: string): Promise<MemberView> => {
  const [view] = await memberViews(services.db, services.clock.now(), id);
  if (view === undefined) throw new Error(`Member ${id} acted and is not there.`);
  return view;
};

export const meOf = async (services: Services, memberId: string): Promise<Me> => {
  const [view, company] = await Promise.all([viewOfMember(services, memberId), companyOf(services.db)]);
  return { ...view, company: { ...company }, may: abilitiesOf(view.roles) };
};

export const fromOf = (request: FastifyRequest): From => ({ address: request.ip, browser: request.headers['user-agent']?.slice(0, 300) ?? null });

// The end of a session stands in the database and moves with its use; the cookie only has to outlast it.
const cookieSeconds = (400 * day) / 1_000;

const cookieOptions = ({ config }: Services) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: config.publicUrl.startsWith('https:') }) as const;

export const giveCookie = (services: Services, reply: FastifyReply, token: string): void =>
  void reply.setCookie(sessionCookie, token, { ...cookieOptions(services), maxAge: cookieSeconds });

export const takeCookie = (services: Services, reply: FastifyReply): void => void reply.clearCookie(sessionCookie, cookieOptions(services));

/** Passwords, sessions and keys are the person's own: a key that leaked must not be able to make others, or to lock its owner out. */
export const inPerson = (caller: Caller): void => {
  if (caller.through === 'session') return;
  throw new Forbidden(403, 'only_in_person', { it: peopleTexts.it.onlyThroughScreen, en: peopleTexts.en.onlyThroughScreen });
};
