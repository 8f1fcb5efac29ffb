import { z } from 'zod';
import { post } from '#base/contract.ts';
import { id, idParams, instant, line, paragraph } from '#base/shapes.ts';
import { noted } from '#channels/contract.ts';
import { serviceRoles } from '#people/contract.ts';
import { postAddress } from './rules.ts';

const publicChannel = z.enum(['review', 'social']);

/** Where a post stands: shown as a link, so nothing but https is taken. */
const address = z
  .string()
  .max(2_000)
  .refine((typed) => postAddress(typed) !== null, { params: { it: 'Incolli l’indirizzo completo del post: comincia con https://.', en: 'Paste the whole address of the post: it begins with https://.' } })
  .transform((typed) => postAddress(typed) ?? typed)
  .pipe(z.string().max(2_000));

export const logHeard = post('/heard', {
  summary: 'Notes a review or a post that somebody saw elsewhere. It joins the case it belongs to and is a chase where they wait; told twice, it is noted once.',
  access: serviceRoles,
  body: z
    .object({
      url: address,
      text: paragraph(10_000),
      /** As the place shows the writer; one of the three is needed. */
      handle: line(80).optional(),
      name: line(120).optional(),
      customerId: id.optional(),
      /** Left out: the one open case that is certainly theirs. Null: a new matter. */
      caseId: id.nullable().optional(),
      channel: publicChannel.optional(),
      /** What people call the place; read from the address where it is left out. */
      source: line(60).optional(),
      /** What the place calls the post; its address where it is left out. */
      externalId: line(200).optional(),
      at: instant.optional(),
    })
    .refine((heard) => (heard.handle ?? heard.name ?? heard.customerId ?? heard.caseId ?? null) !== null, {
      path: ['name'],
      params: { it: 'Chi l’ha scritto? Basta il nome che si legge lì.', en: 'Who wrote it? The name shown there will do.' },
    }),
  /** `wasKnown`: it had been noted before, and nothing was done now. */
  out: noted.extend({ wasKnown: z.boolean() }),
});

export const logPublicAnswer = post('/cases/:id/public-answers', {
  summary: 'Notes that the caller answered where the customer wrote, by hand. Nothing is sent; the customer’s wait goes on.',
  access: serviceRoles,
  object: 'case',
  params: idParams,
  body: z.object({ url: address, text: paragraph(10_000), nextUpdateAt: instant.nullable().default(null) }),
  out: z.object({ messageId: id }),
});
