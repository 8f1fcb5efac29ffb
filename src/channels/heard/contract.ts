import { z } from 'zod';
import { post } from '#base/contract.ts';
import { defineEvents } from '#base/events.ts';
import { id, idParams, instant, line, paragraph } from '#base/shapes.ts';
import { noted } from '#channels/contract.ts';
import { serviceRoles } from '#people/contract.ts';
import { postAddress } from './rules/place.ts';

export { discardImport, importRows, listImports, readImport, readImportFile, rereadImport, startImport, undoImport, uploadImport, type ImportDetail, type ImportView } from './contract/imports.ts';
export { deliveryRoutes, rotateSource, makeSource, listSources, switchSourceOff, switchSourceOn, tellPost, toldPost, type DeliveryView, type SourceView, type ToldPost } from './contract/sources.ts';

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
      /** One to five, where the place gives stars. */
      stars: z.int().min(1).max(5).optional(),
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

const aSource = z.object({ sourceId: id, name: z.string() });
const anImport = z.object({ importId: id, name: z.string() });

/** What happens to a post afterwards, in the history of its case. */
export const heardCaseEvents = defineEvents({
  /** What stands in the case stays there: it was said, and people read it. */
  'heard.post_deleted': z.object({ messageId: id, site: z.string() }),
});

export const heardEvents = defineEvents({
  'heard.source_made': aSource,
  'heard.source_secret_changed': aSource,
  'heard.source_switched_off': aSource,
  'heard.source_switched_on': aSource,
  'heard.import_started': anImport,
  'heard.import_undone': anImport,
});
