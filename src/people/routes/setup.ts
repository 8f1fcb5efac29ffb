import type { Served } from '#base/http/serve.ts';
import { isRefusal, type Refusal } from '#base/refusal.ts';
import type { Services } from '#base/services.ts';
import { inWork, system } from '#base/work.ts';
import { accessSetup, lookAround, setUpCompany, type LoadDemo } from '../actions/setup.ts';
import { signInMember } from '../actions/sign-in.ts';
import { setupRoutes, type SetupInput } from '../contract.ts';
import { fromOf, giveCookie, meOf } from './me.ts';

const firstMember = (services: Services, input: SetupInput, loadDemo: LoadDemo): Promise<string | Refusal> =>
  input.lookAround === true
    ? lookAround(services, loadDemo, input.token, input.language)
    : inWork(services, system, (work) => setUpCompany(work, input));

/** The set-up, open to whoever holds the link that the first start prints, until the company is there. */
export const registerSetup = (served: Served, { loadDemo }: { readonly loadDemo: LoadDemo }): void => {
  served.open(setupRoutes.check, async ({ services, body }) => {
    const expiresAt = await accessSetup(services, body.token);
    return isRefusal(expiresAt) ? expiresAt : { expiresAt: expiresAt.toISOString() };
  });
  served.open(setupRoutes.setUp, async ({ services, request, reply, body }) => {
    const memberId = await firstMember(services, body, loadDemo);
    if (isRefusal(memberId)) return memberId;
    giveCookie(services, reply, await signInMember(services, memberId, fromOf(request)));
    return meOf(services, memberId);
  });
};
