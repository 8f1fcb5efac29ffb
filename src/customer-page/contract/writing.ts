import { z } from 'zod';
import { post } from '#base/contract.ts';
import { instant } from '#base/shapes.ts';
import { uploads, uploadsBodyLimit } from '#channels/uploads.ts';
import { byLink, rating } from './view.ts';

const received = z.object({ receivedAt: instant });

export const writeOnPage = post('/customer-page/:token/messages', {
  summary: 'The customer adds something, with files up to 10 MB.',
  ...byLink,
  bodyLimit: uploadsBodyLimit,
  body: z.object({ text: z.string().max(21_000).transform((text) => text.replaceAll('\u0000', '').trim()).pipe(z.string().min(1).max(20_000)), files: uploads }),
  out: received,
});

export const saySolved = post('/customer-page/:token/solved', { summary: 'The customer says that it is solved.', ...byLink, out: received });

export const sayUnsolved = post('/customer-page/:token/unsolved', {
  summary: 'The customer says that it is not solved, and what is missing: the case opens again and its owner hears of it.',
  ...byLink,
  body: z.object({ text: z.string().max(20_000).default('').transform((text) => text.replaceAll('\u0000', '').trim()) }),
  out: received,
});

export const ratePage = post('/customer-page/:token/rating', {
  summary: 'How it went, from 1 to 5, with words if they like. Once per resolution; it can be changed for an hour.',
  ...byLink,
  body: z.object({ score: z.int().min(1).max(5), words: z.string().max(2_000).default('').transform((words) => words.replaceAll('\u0000', '').trim()) }),
  out: rating,
});
