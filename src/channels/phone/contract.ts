import { z } from 'zod';
import { get, post } from '#base/contract.ts';
import { id, instant, line, paragraph } from '#base/shapes.ts';
import { noted } from '#channels/contract.ts';
import { serviceRoles } from '#people/contract.ts';

/** A case that the call may be about. */
export const callChoice = z.object({
  id,
  number: z.int(),
  subject: z.string(),
  ownerName: z.string().nullable(),
  nextUpdateDueAt: instant.nullable(),
  waitingSince: instant.nullable(),
});
export type CallChoice = z.infer<typeof callChoice>;

export const whoCalls = get('/calls/who', {
  summary: 'Who has this number, however it is typed, and their open cases: to be asked while the phone rings.',
  access: serviceRoles,
  query: z.object({ number: line(40) }),
  out: z.object({
    /** The number in E.164; null where what was typed is no number yet. */
    number: z.string().nullable(),
    customer: z.object({ id, name: z.string(), company: z.string().nullable() }).nullable(),
    openCases: z.array(callChoice),
  }),
});

export const logCall = post('/calls', {
  summary: 'Notes a call: it lands on the person and their open case, and is a chase where they wait.',
  access: serviceRoles,
  body: z
    .object({
      customerId: id.optional(),
      number: line(40).optional(),
      name: line(120).optional(),
      text: paragraph(20_000),
      /** Left out: their one open case. Null: a new matter, which the caller then owns. */
      caseId: id.nullable().optional(),
      /** When they called; now, where it is left out. */
      at: instant.optional(),
    })
    .refine((call) => call.customerId !== undefined || call.number !== undefined, {
      path: ['number'],
      params: { it: 'Chi ha chiamato? Scelga il cliente o scriva il numero.', en: 'Who called? Choose the customer or type the number.' },
    }),
  out: noted,
});

/** The cases to choose from, out of the facts of the refusal `call.which_case`. */
export const choicesOf = (facts: Readonly<Record<string, unknown>>): CallChoice[] => z.array(callChoice).parse(JSON.parse(String(facts['choices'] ?? '[]')));
