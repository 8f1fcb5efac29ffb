import { z } from 'zod';
import { get } from '#base/contract.ts';
import type { EventData } from '#base/events.ts';
import { idParams, instant } from '#base/shapes.ts';
import { caseEvents } from '#cases/contract.ts';
import { chatEvents } from '#channels/chat/contract.ts';
import { emailEvents } from '#channels/email/contract.ts';
import { complaintEvents } from '#complaints/contract.ts';
import { heardCaseEvents } from '#channels/heard/contract.ts';
import { customerPageEvents } from '#customer-page/contract.ts';
import { heatEvents } from '#heat/contract.ts';
import { serviceRoles } from '#people/contract.ts';
import { incidentCaseEvents } from '#incidents/contract.ts';
import { surveyCaseEvents } from '#surveys/contract.ts';
import { opportunityEvents } from '#opportunities/contract.ts';
import { promiseEvents } from '#promises/contract.ts';
import { referralEvents } from '#referrals/contract.ts';
import { requestEvents } from '#requests/contract.ts';
import { voiceCaseEvents } from '#voices/contract.ts';

/** Everything that can stand in the history of a case. A new kind of event needs a sentence in `texts.ts`, or it does not compile. */
export const historyEvents = { ...caseEvents, ...requestEvents, ...promiseEvents, ...referralEvents, ...complaintEvents, ...incidentCaseEvents, ...voiceCaseEvents, ...heatEvents, ...emailEvents, ...chatEvents, ...customerPageEvents, ...surveyCaseEvents, ...opportunityEvents, ...heardCaseEvents };
export type HistoryKind = keyof typeof historyEvents;

/** What an event of that kind carries. */
export type HistoryData<Kind extends HistoryKind> = EventData<(typeof historyEvents)[Kind]>;

const historyKind = z.enum(Object.keys(historyEvents) as [HistoryKind, ...HistoryKind[]]);

export const historyEntry = z.object({
  id: z.int(),
  kind: historyKind,
  at: instant,
  actor: z.object({ kind: z.enum(['member', 'customer', 'colleague', 'system']), name: z.string() }),
  data: z.record(z.string(), z.unknown()),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

export const readHistory = get('/desk/cases/:id/history', {
  summary: 'What happened to a case, the latest first, a hundred at a time.',
  access: serviceRoles,
  object: 'case',
  params: idParams,
  query: z.object({ before: z.coerce.number().int().positive().optional() }),
  out: z.object({ items: z.array(historyEntry), next: z.int().nullable() }),
});
