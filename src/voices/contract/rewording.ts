import { z } from 'zod';
import { post } from '#base/contract.ts';
import { idParams, language, paragraph } from '#base/shapes.ts';

// Not among the others in contract.ts, which stand in what everybody downloads first: only the board asks for this.

/** How a letter addresses its reader, in Italian: by neither "Lei" nor "tu", or by one of them. */
export const courtesy = z.enum(['neither', 'formal', 'informal']);
export type Courtesy = z.infer<typeof courtesy>;

export const proposeRewording = post('/themes/:id/loop/rewording', {
  summary: 'Other words for what everybody is told, proposed by the language model of the installation, where there is one. Nothing is kept: a person takes it or leaves it.',
  access: 'signed_in', object: 'theme', params: idParams,
  /** `text`: what stands there now, in that language; null where nothing does, then the other language's words are taken. */
  body: z.object({ language, courtesy: courtesy.default('neither'), text: paragraph(1_500).nullable() }),
  out: z.object({ text: z.string(), from: z.object({ language, text: z.string() }) }),
});
