import { z } from 'zod';
import { get, post, put } from '#base/contract.ts';
import { defineEvents } from '#base/events.ts';
import { id, instant, language, nothing } from '#base/shapes.ts';

const setting = z.object({
  /** Since when the page is open; null while it is closed, as it is at first. */
  openedAt: instant.nullable(),
  openedBy: z.string().nullable(),
  address: z.string(),
  /** How many themes are shown on it. */
  themes: z.int(),
});

export const readIdeasSetting = get('/ideas-page', { summary: 'Whether the public page of ideas is open, and how much stands on it.', access: 'signed_in', out: setting });
export const openIdeasPage = put('/ideas-page', {
  summary: 'Opens the public page of ideas, or closes it. What was said there stays.', access: ['admin'], body: z.object({ isOpen: z.boolean() }), out: setting,
});

const inLanguage = { query: z.object({ lang: language.optional().catch(undefined) }) };

export const readIdeasPage = get('/ideas', {
  summary: 'The public page of ideas, as plain HTML: themes that a person made public, where each stands and why, how many asked; nobody’s words. `lang` chooses its language.',
  access: 'public', ...inLanguage, out: nothing,
});

export const sendIdea = post('/ideas', {
  summary: 'Adds an idea through the form of the page. It becomes a voice, to be put into a theme; with an address also a case, so that somebody can answer.',
  access: 'public', ...inLanguage, takesForms: true, bodyLimit: 64_000, out: nothing,
});

export const ideasEvents = defineEvents({
  'ideas_page.opened': z.object({ pageId: id }),
  'ideas_page.closed': z.object({ pageId: id }),
});
