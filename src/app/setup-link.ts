import { isRefusal } from '#base/refusal.ts';
import type { Services } from '#base/services.ts';
import { createSetupLink, setupAddress } from '#people/index.ts';

/** The address at which the company is set up, made anew at every start until it is; null afterwards. */
export const setupLink = async (services: Services): Promise<string | null> => {
  const token = await createSetupLink(services);
  return isRefusal(token) ? null : setupAddress(services, token);
};
