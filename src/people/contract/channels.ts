import { z } from 'zod';
import { get, put } from '#base/contract.ts';
import { id, idParams, instant } from '#base/shapes.ts';

/** Where everybody reads the answer. E-mail, telephone and chat are open to all of the service; these two to who was trained. */
export const publicChannel = z.enum(['review', 'social']);
export type PublicChannel = z.infer<typeof publicChannel>;

/** `by` is null where it was so from the company's first day. */
const trainingView = z.object({
  memberId: id,
  name: z.string(),
  channel: publicChannel,
  since: instant,
  by: z.string().nullable(),
});
export type TrainingView = z.infer<typeof trainingView>;

const list = z.object({ items: z.array(trainingView) });

export const channelRoutes = {
  list: get('/trainings', { summary: 'Who may answer in public, on which channels, since when and who said so. On all others the whole service answers.', access: 'signed_in', out: list }),
  train: put('/members/:id/public-channels', {
    summary: 'Says on which channels a member may answer in public. What stands already keeps its date.',
    access: ['lead', 'admin'],
    object: 'training',
    params: idParams,
    body: z.object({ channels: z.array(publicChannel).max(2).transform((channels) => [...new Set(channels)]) }),
    out: list,
  }),
};
