import type { Authenticate } from '#base/http/serve.ts';
import type { Services } from '#base/services.ts';
export const authenticate = (_services: Services): Authenticate => async () => null;
export const setupLink = async (_services: Services): Promise<string | null> => null;
