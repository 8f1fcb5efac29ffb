import { z } from 'zod';
import { defineEvents } from '#base/events.ts';
import { id } from '#base/shapes.ts';

export const customerPageEvents = defineEvents({
  'page.rated': z.object({ ratingId: id, score: z.int(), words: z.string().nullable(), isLow: z.boolean(), whileWaiting: z.boolean(), isChange: z.boolean() }),
  'page.said_unsolved': z.object({ messageId: id.nullable() }),
});
