import { z } from 'zod';
import { del, get, post } from '#base/contract.ts';
import { language, nothing } from '#base/shapes.ts';
import { conclusionInput, standing, takingInput } from './parts.ts';

// The page of a department without an account. The token in the address opens one opportunity, for a while, and nothing else.
const onPage = { access: 'link', params: z.object({ token: z.string().min(1).max(500) }) } as const;

export const opportunityPageView = standing.extend({
  company: z.string(),
  /** The number of the case, for whoever talks about it on the phone. */
  caseNumber: z.int(),
  /** Who saw it, and hears what comes of it. */
  seenBy: z.string(),
  youAre: z.string(),
  /** The link went to the whole department: whoever acts says their name. */
  asksName: z.boolean(),
  timeZone: z.string(),
  language,
});
export type OpportunityPageView = z.infer<typeof opportunityPageView>;

export const readOpportunityPage = get('/opportunity-page/:token', { summary: 'What was handed to a department. Reading it changes nothing: programs open links too.', ...onPage, out: opportunityPageView });
export const markRead = post('/opportunity-page/:token/read', { summary: 'A person has opened the page: said by its own script.', ...onPage, out: nothing });
export const takeOnOpportunityPage = post('/opportunity-page/:token/taking', { summary: '“I have it”, and within how many days they say what came of it.', ...onPage, body: takingInput, out: opportunityPageView });
export const letGoOnOpportunityPage = del('/opportunity-page/:token/taking', { summary: 'Leaves it to the colleagues again.', ...onPage, out: opportunityPageView });
export const concludeOnPage = post('/opportunity-page/:token/outcome', { summary: 'What came of it: won with its value, lost with a reason, or nothing.', ...onPage, body: conclusionInput, out: opportunityPageView });
