import { z } from 'zod';
import { del, get, post, put } from '#base/contract.ts';
import { defineEvents } from '#base/events.ts';
import { email, id, idParams, instant, language, line, paragraph } from '#base/shapes.ts';
import { uploads, uploadsBodyLimit } from '#channels/uploads.ts';

/** A web form, as those see it who look after the channels. `address` is what goes into the company's own pages. */
export const formView = z.object({
  id,
  name: z.string(),
  key: z.string(),
  address: z.string(),
  departmentId: id,
  departmentName: z.string(),
  language,
  createdAt: instant,
  closedAt: instant.nullable(),
});
export type FormView = z.infer<typeof formView>;

const admins = { access: ['admin'] } as const;
const onForm = { ...admins, object: 'form', params: idParams } as const;

export const listForms = get('/forms', { summary: 'The web forms, closed ones too.', ...admins, out: z.object({ items: z.array(formView) }) });
export const openForm = post('/forms', {
  summary: 'Makes a web form.', ...admins, body: z.object({ name: line(120), departmentId: id, language }), out: formView,
});
export const rotateForm = put('/forms/:id/key', {
  summary: 'Gives a form a new address; the old one closes at once.', ...onForm, out: formView,
});
export const closeForm = del('/forms/:id', { summary: 'Closes a form. What came through it stays.', ...onForm, out: formView });

const byKey = { access: 'public', params: z.object({ key: z.string() }) } as const;

export const readForm = get('/forms/:key', {
  summary: 'What a web form needs to draw itself. The ticket says when it was opened; whoever sends shows it again.',
  ...byKey,
  out: z.object({ companyName: z.string(), name: z.string(), language, ticket: z.string() }),
});

export const sendForm = post('/forms/:key', {
  summary: 'Somebody writes through a web form. The answer is the receipt; nothing is mailed to an address that nobody has proven.',
  ...byKey,
  bodyLimit: uploadsBodyLimit,
  body: z.object({
    name: line(120),
    email,
    subject: line(200).optional(),
    text: paragraph(20_000),
    /** "C-10482" or "10482", from a message of ours. */
    caseNumber: z.string().max(20).optional(),
    files: uploads,
    ticket: z.string().max(200),
    /** No person sees this field; programs that fill in everything fill it in. */
    website: z.string().max(500).default(''),
  }),
  out: z.object({ caseNumber: z.int(), joined: z.boolean(), receivedAt: instant }),
});

export const formEvents = defineEvents({
  'form.opened': z.object({ formId: id, name: z.string() }),
  'form.key_rotated': z.object({ formId: id }),
  'form.closed': z.object({ formId: id }),
});
