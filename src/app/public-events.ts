import { z } from 'zod';
import type { EventKind } from '#base/events.ts';
import { id, instant } from '#base/shapes.ts';
import type { Language } from '#base/texts.ts';
import { when, type Handler, type Work } from '#base/work.ts';
import { accessCaseToRead, caseEvents } from '#cases/index.ts';
import { channel } from '#channels/contract.ts';
import { incidentEvents, incidentState } from '#incidents/contract.ts';
import { lostReason, opportunityKind } from '#opportunities/contract.ts';
import { opportunityById, opportunityEvents } from '#opportunities/index.ts';
import { promiseEvents } from '#promises/contract.ts';
import { requestEvents } from '#requests/contract.ts';
import { publish } from '#webhooks/index.ts';
import type { OfferedKind } from '#webhooks/routes.ts';

/**
 * Every event that programs of others may hear of, and exactly what they are told: ids and the few fields by which one decides whether
 * to ask for more. What is not in this table never leaves. Whole texts are in none of it: of an opportunity there are the first words,
 * because they are what it is.
 */
interface PublicEvent extends OfferedKind {
  readonly source: string;
  readonly handler: Handler;
}

type Told<Shape extends z.ZodRawShape> = z.infer<z.ZodObject<Shape>>;

interface Telling<Data, Shape extends z.ZodRawShape> {
  readonly about: Readonly<Record<Language, string>>;
  readonly shape: Shape;
  readonly tell: (data: Data, work: Work) => Told<Shape> | Promise<Told<Shape>>;
}

/** `eventId` grows: whoever gets two out of order sees which came first. */
const always = { eventId: z.int() };
const ofCase = { ...always, caseId: id, caseNumber: z.int(), customerId: id, ownerId: id.nullable() };

const jsonSchema = (shape: z.ZodRawShape): Record<string, unknown> => {
  const { $schema: _, ...rest } = z.toJSONSchema(z.object(shape), { unrepresentable: 'any' }) as Record<string, unknown>;
  return rest;
};

/** An event of no case. */
const alone = <Kind extends string, Data, Shape extends z.ZodRawShape>(event: EventKind<Kind, Data>, { about, shape, tell }: Telling<Data, Shape>): PublicEvent => ({
  kind: event.kind, about, shape: jsonSchema({ ...always, ...shape }), source: event.kind,
  handler: when(event, (work, { id: eventId, data }) => publish(work, event.kind, async () => ({ eventId, ...(await tell(data, work)) })))[1][0] as Handler,
});

/** An event of a case: with its number, whose it is, and who has it. */
const onCase = <Kind extends string, Data, Shape extends z.ZodRawShape>(event: EventKind<Kind, Data>, { about, shape, tell }: Telling<Data, Shape>): PublicEvent => ({
  kind: event.kind, about, shape: jsonSchema({ ...ofCase, ...shape }), source: event.kind,
  handler: when(event, async (work, { id: eventId, caseId, data }) => {
    if (caseId === null) return;
    await publish(work, event.kind, async () => {
      const { number: caseNumber, customerId, owner } = await accessCaseToRead(work.tx, caseId);
      return { eventId, caseId, caseNumber, customerId, ownerId: owner?.id ?? null, ...(await tell(data, work)) };
    });
  })[1][0] as Handler,
});

const department = z.object({ id, name: z.string() });
const ofOpportunity = {
  opportunityId: id, number: z.int(), kind: opportunityKind, department, valueCents: z.int().nullable(), currency: z.literal('EUR'),
  /** The first three hundred characters of what the customer said. */
  words: z.string(),
};
const firstWords = 300;

const opportunityFacts = async (opportunityId: string, work: Work): Promise<Told<typeof ofOpportunity>> => {
  const found = await opportunityById(work.tx, opportunityId);
  if (found === undefined) throw new Error(`Opportunity ${opportunityId} has an event and is not there.`);
  const { number, kind, words, valueCents } = found;
  return { opportunityId, number, kind, department: { id: found.department.id, name: found.department.name }, valueCents, currency: 'EUR', words: words.slice(0, firstWords) };
};

const onOpportunity = <Kind extends keyof typeof opportunityEvents, Shape extends z.ZodRawShape>(
  kind: Kind,
  { about, shape, tell }: Telling<z.infer<(typeof opportunityEvents)[Kind]['schema']>, Shape>,
): PublicEvent =>
  onCase(opportunityEvents[kind] as unknown as EventKind<Kind, { opportunityId: string }>, {
    about,
    shape: { ...ofOpportunity, ...shape },
    tell: async (data, work) => ({ ...(await opportunityFacts(data.opportunityId, work)), ...(await tell(data as never, work)) }) as never,
  });

const named = { by: z.string() };

export const publicEvents: readonly PublicEvent[] = [
  onCase(caseEvents['case.opened'], { about: { it: 'Un caso è stato aperto', en: 'A case was opened' }, shape: { channel }, tell: ({ channel: by }) => ({ channel: by }) }),
  onCase(caseEvents['case.taken'], { about: { it: 'Qualcuno ha preso in carico un caso', en: 'Somebody took charge of a case' }, shape: {}, tell: () => ({}) }),
  onCase(caseEvents['case.resolved'], {
    about: { it: 'Un caso è stato risolto', en: 'A case was resolved' }, shape: { how: z.enum(['reply', 'by_hand', 'by_customer']) }, tell: ({ how }) => ({ how }),
  }),
  onCase(caseEvents['case.reopened'], { about: { it: 'Un caso è stato riaperto', en: 'A case was reopened' }, shape: {}, tell: () => ({}) }),
  onCase(promiseEvents['promise.made'], {
    about: { it: 'Abbiamo promesso qualcosa a un cliente', en: 'We promised a customer something' }, shape: { promiseId: id, dueAt: instant }, tell: ({ promiseId, dueAt }) => ({ promiseId, dueAt }),
  }),
  onCase(promiseEvents['promise.kept'], {
    about: { it: 'Una promessa è stata mantenuta', en: 'A promise was kept' }, shape: { promiseId: id, dueAt: instant, late: z.boolean() }, tell: ({ promiseId, dueAt, late }) => ({ promiseId, dueAt, late }),
  }),
  onCase(promiseEvents['promise.broken'], {
    about: { it: 'Una promessa non è stata mantenuta', en: 'A promise was broken' }, shape: { promiseId: id, dueAt: instant, firstDueAt: instant }, tell: ({ promiseId, dueAt, firstDueAt }) => ({ promiseId, dueAt, firstDueAt }),
  }),
  onCase(requestEvents['request.answered'], {
    about: { it: 'Un reparto ha risposto a una richiesta', en: 'A department answered a request' }, shape: { requestId: id, department, inTime: z.boolean() },
    tell: ({ requestId, department: whose, inTime }) => ({ requestId, department: whose, inTime }),
  }),
  onCase(requestEvents['request.late'], {
    about: { it: 'Un reparto è in ritardo con una richiesta', en: 'A department is late with a request' }, shape: { requestId: id, department, dueAt: instant },
    tell: ({ requestId, department: whose, dueAt }) => ({ requestId, department: whose, dueAt }),
  }),
  alone(incidentEvents['incident.opened'], {
    about: { it: 'È stato aperto un disservizio', en: 'An incident was opened' }, shape: { incidentId: id, number: z.int(), state: incidentState }, tell: ({ incidentId, number, state }) => ({ incidentId, number, state }),
  }),
  alone(incidentEvents['incident.update_begun'], {
    about: { it: 'I clienti di un disservizio vengono aggiornati', en: 'The customers of an incident are being updated' },
    shape: { incidentId: id, number: z.int(), state: incidentState, nextUpdateAt: instant.nullable() }, tell: ({ incidentId, number, state, nextUpdateAt }) => ({ incidentId, number, state, nextUpdateAt }),
  }),
  onOpportunity('opportunity.handed_over', { about: { it: 'Un’opportunità è passata a un reparto', en: 'An opportunity was handed to a department' }, shape: { dueAt: instant }, tell: ({ dueAt }) => ({ dueAt }) }),
  onOpportunity('opportunity.taken', { about: { it: 'Qualcuno si occupa di un’opportunità', en: 'Somebody took an opportunity' }, shape: { ...named, dueAt: instant }, tell: ({ by, dueAt }) => ({ by, dueAt }) }),
  onOpportunity('opportunity.won', { about: { it: 'Un’opportunità è andata bene', en: 'An opportunity was won' }, shape: { ...named, wonCents: z.int().nullable() }, tell: ({ by, wonCents }) => ({ by, wonCents }) }),
  onOpportunity('opportunity.lost', { about: { it: 'Un’opportunità è persa', en: 'An opportunity was lost' }, shape: { ...named, reason: lostReason }, tell: ({ by, reason }) => ({ by, reason }) }),
  onOpportunity('opportunity.came_to_nothing', { about: { it: 'Di un’opportunità non si è fatto niente', en: 'Nothing came of an opportunity' }, shape: named, tell: ({ by }) => ({ by }) }),
  onOpportunity('opportunity.reopened', { about: { it: 'Un’opportunità aspetta di nuovo un esito', en: 'An opportunity is awaited again' }, shape: { ...named, dueAt: instant }, tell: ({ by, dueAt }) => ({ by, dueAt }) }),
  onOpportunity('opportunity.late', {
    about: { it: 'Un reparto è in ritardo con un’opportunità', en: 'A department is late with an opportunity' }, shape: { dueAt: instant, awaited: z.enum(['taking', 'outcome']) }, tell: ({ dueAt, awaited }) => ({ dueAt, awaited }),
  }),
];

/** The lines of the wiring by which they leave. */
export const publicHandlers: readonly [string, Handler[]][] = publicEvents.map(({ source, handler }) => [source, [handler]]);
