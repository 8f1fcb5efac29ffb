import type { Served } from '#base/http/serve.ts';
import { registerSetup } from '#people/routes.ts';
import { domainRoutes } from './domain-routes.ts';
import { loadDemo } from './load-demo.ts';

export { refusalWords } from './domain-routes.ts';

/** Everything that is served. */
export const slices: readonly ((served: Served) => void)[] = [(served) => registerSetup(served, { loadDemo }), ...domainRoutes];
