import { z } from 'zod';
import { get, post } from '#base/contract.ts';
import { id } from '#base/shapes.ts';
import { uploadsBodyLimit } from '#channels/uploads.ts';

const byLink = { access: 'link', params: z.object({ token: z.string() }) } as const;

// The customer's page without script: forms post, and everything that was said and sent can be read again. Apart from the contract of
// the page with a script, which carries none of this to the browser.
export const readPlainPage = get('/customer-page/:token/plain', {
  summary: 'The page as HTML without script: where the case is, every channel’s words, files both ways, and forms.',
  ...byLink,
  query: z.object({ done: z.string().max(20).optional() }),
  out: z.any(),
});

export const writeOnPlainPage = post('/customer-page/:token/plain', {
  summary: 'A form of that page: adds something with files, says solved or not, rates, or says how the customer wants to hear from us.',
  ...byLink,
  bodyLimit: uploadsBodyLimit,
  takesForms: true,
  out: z.any(),
});

export const readPlainFile = get('/customer-page/:token/plain/files/:fileId', {
  summary: 'A file of a message that the link’s customer may read, always as a download.',
  access: 'link',
  params: z.object({ token: z.string(), fileId: id }),
  out: z.any(),
});

export const readCalendar = get('/customer-page/:token/plain/calendar', { summary: 'What has a day, as a calendar file.', ...byLink, out: z.any() });
