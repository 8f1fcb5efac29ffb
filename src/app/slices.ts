import type { AllRefusalWords } from '#base/http/answer-failure.ts';
import type { Served } from '#base/http/serve.ts';
import { serveCustomers } from '#customers/routes.ts';
import { customerRefusals } from '#customers/texts.ts';

/** Every domain's routes. */
export const slices: readonly ((served: Served) => void)[] = [serveCustomers];

/** What people read when the business says no, of all domains. */
export const refusalWords: AllRefusalWords = { ...customerRefusals };
